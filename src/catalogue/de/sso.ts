import type * as en from '../sso.ts';

export const ssoWords: typeof en.ssoWords = {
  about:
    'Ihre Leute melden sich über den OpenID-Dienst Ihres Unternehmens an (Entra ID, Okta, Google Workspace, Keycloak und andere) und brauchen hier kein Passwort. Das öffnet nur diesen Arbeitsbereich.',
  ask_admin: 'Das stellt nur die Administration ein.',
  open: 'Dieser Arbeitsbereich steht allen offen, die diesen Rechner benutzen; niemand meldet sich dafür an. Registrieren Sie sich, um einen eigenen zu erstellen.',
  label: 'Was auf der Schaltfläche steht',
  label_hint: 'Ihre Leute sehen es auf der Anmeldeseite, mit dem Namen des Rechners, zu dem es führt.',
  issuer: 'Aussteller (Issuer)',
  issuer_hint: 'Wie Ihr Anmeldedienst ihn schreibt, beginnend mit https://',
  client_id: 'Client-ID',
  client_secret: 'Client-Geheimnis (Secret)',
  secret_kept:
    'Eines ist verschlüsselt gespeichert und wird nicht gezeigt. Geben Sie ein anderes ein, um es zu ersetzen.',
  secret_new: 'Es wird verschlüsselt gespeichert und nicht wieder gezeigt.',
  domains: 'Domains Ihrer Adressen',
  domains_hint: 'Durch Kommas getrennt: acme.com, acme.co.uk',
  role: 'Neue kommen herein als',
  roles: { member: 'Mitglied', lead: 'Teamleitung', partner: 'Partner' },
  required: 'Für diese Domains vorschreiben: Anders kommen ihre Leute nicht herein',
  required_about:
    'Melden Sie sich erst selbst als Administrator darüber an; dann lässt es sich vorschreiben. So sperrt eine falsche Einstellung niemanden aus.',
  required_with_care:
    'Fällt der Anmeldedienst einmal aus, kann die Person, die diesen Rechner betreibt, wieder Passwörter zulassen (COASSENT_SSO_OPTIONAL).',
  save: 'Speichern',
  saved: 'Single Sign-on ist eingerichtet',
  test: 'Verbindung prüfen',
  remove: 'Entfernen',
  removed: 'Single Sign-on ist entfernt; wer darüber hereinkam, ist abgemeldet',
  sure: 'Alle, die darüber hereinkamen, werden abgemeldet und kommen nur mit Einladung und Passwort wieder herein.',
  sure_yes: 'Ja, entfernen',
  sure_no: 'Behalten',
  register: 'Bei Ihrem Anmeldedienst',
  register_about:
    'Registrieren Sie eine Webanwendung mit dieser Rücksprungadresse, und lassen Sie email und email_verified übermitteln:',
  copy: 'Kopieren',
  copied: 'Kopiert',
  proven: 'bestätigt',
  not_proven: 'nicht bestätigt',
  proof:
    'Eine Domain ist bestätigt, wenn ein Administrator mit einer bestätigten Adresse dieser Domain diese Seite speichert. Neue aus einer bestätigten Domain kommen von selbst herein; aus anderen nur, wen Sie einladen.',
};
