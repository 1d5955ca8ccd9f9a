import type * as en from '../entering.ts';

export const passwordTexts: typeof en.passwordTexts = {
  guessable:
    'Wörter, Daten und Tastenreihen wie diese werden früh geraten. Nehmen Sie vier Wörter, die nichts miteinander zu tun haben.',
  short: (least) =>
    `Nehmen Sie mindestens ${least} Zeichen; vier Wörter, die nichts miteinander zu tun haben, sind gut.`,
  own: 'Lassen Sie Ihren eigenen Namen und Ihre Adresse aus dem Passwort.',
  repeats: 'Das wiederholt nur wenige Zeichen. Nehmen Sie mehr verschiedene.',
  run: 'Eine Reihe benachbarter Zeichen wird zuerst geraten. Nehmen Sie etwas anderes.',
  strength: {
    0: 'sofort erraten',
    1: 'bald erraten',
    2: 'in Stunden erraten',
    3: 'schwer zu erraten',
    4: 'sehr schwer zu erraten',
  },
  common: 'Das ist eines der ersten Passwörter, die geraten werden. Nehmen Sie etwas anderes.',
};

export const accountRefusals: typeof en.accountRefusals = {
  INVALID_EMAIL_OR_PASSWORD: 'E-Mail-Adresse oder Passwort stimmt nicht',
  INVALID_PASSWORD: 'Das Passwort stimmt nicht',
  INVALID_EMAIL: 'Die E-Mail-Adresse stimmt nicht',
  INVALID_TOKEN: 'Der Link gilt nicht mehr',
  INVALID_CODE: 'Der Code stimmt nicht',
  TOKEN_EXPIRED: 'Der Link ist abgelaufen',
  EMAIL_NOT_VERIFIED: 'Die E-Mail-Adresse ist noch nicht bestätigt',
  EMAIL_ALREADY_VERIFIED: 'Die E-Mail-Adresse ist schon bestätigt',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'Dieses Konto gibt es schon. Nehmen Sie eine andere E-Mail-Adresse.',
  SESSION_NOT_FRESH: 'Die Anmeldung ist zu lange her',
};

export const ssoRefusals: typeof en.ssoRefusals = {
  'sso.address_unverified':
    'Ihr Anmeldedienst hat nicht gesagt, dass Ihre Adresse bestätigt ist. Bitten Sie, wer ihn betreibt, email und email_verified zu senden.',
  'sso.foreign_address':
    'Ihre Adresse gehört zu keiner Domain, für die diese Anmeldung gilt. Melden Sie sich auf anderem Weg an.',
  'sso.removed': 'Sie wurden aus diesem Arbeitsbereich genommen. Bitten Sie einen Admin, Sie wieder einzuladen.',
  'sso.other_subject':
    'Diese Adresse kam schon unter einem anderen Namen des Anmeldedienstes herein. Bitten Sie einen Admin, das alte Mitglied zu entfernen und Sie einzuladen.',
  'sso.unproven_domain':
    'Der Arbeitsbereich hat nicht nachgewiesen, dass diese Domain ihm gehört; der Anmeldedienst kann nicht für Ihr Konto sprechen. Melden Sie sich mit Ihrem Passwort an.',
  'sso.not_invited':
    'Sie sind zu diesem Arbeitsbereich nicht eingeladen. Bitten Sie einen Admin, diese Adresse einzuladen.',
  'sso.attempt_unknown':
    'Diese Anmeldung wurde schon benutzt, ist zu alt oder begann in einem anderen Browser. Beginnen Sie noch einmal.',
  'sso.provider_failed':
    'Der Anmeldedienst hat nicht bestätigt, wer Sie sind. Beginnen Sie noch einmal; bleibt es so, sagen Sie es einem Admin.',
  'sso.unknown': 'Diesen Weg der Anmeldung gibt es nicht mehr. Fragen Sie einen Admin Ihres Arbeitsbereichs.',
};
