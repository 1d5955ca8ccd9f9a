import { texts } from './texts.ts';

/** Why a password is too easy to guess. */
export const passwordTexts = texts('entering', 'passwordTexts', {
  guessable:
    'Guessers try words, dates and rows of keys like these early. Take four words that have nothing to do with each other.',
  short: (least: number) =>
    `Take at least ${least} characters; four words that have nothing to do with each other are good.`,
  own: 'Leave your own name and address out of the password.',
  repeats: 'This repeats a few characters only. Take more different ones.',
  run: 'A row of neighbouring characters is guessed first. Take something else.',
  strength: {
    0: 'guessed at once',
    1: 'guessed soon',
    2: 'guessed in hours',
    3: 'hard to guess',
    4: 'very hard to guess',
  },
  common: 'This is one of the first passwords that guessers try. Take something else.',
});

/** Why an account was not opened or changed, by the code of the library that keeps accounts. */
export const accountRefusals = texts('entering', 'accountRefusals', {
  INVALID_EMAIL_OR_PASSWORD: 'Invalid email or password',
  INVALID_PASSWORD: 'Invalid password',
  INVALID_EMAIL: 'Invalid email',
  INVALID_TOKEN: 'Invalid token',
  INVALID_CODE: 'Invalid code',
  TOKEN_EXPIRED: 'Token expired',
  EMAIL_NOT_VERIFIED: 'Email not verified',
  EMAIL_ALREADY_VERIFIED: 'Email is already verified',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'User already exists. Use another email.',
  SESSION_NOT_FRESH: 'Session is not fresh',
});

/** Why single sign-on did not let someone in; each with a sentence that says what to do. */
export const ssoRefusals = texts('entering', 'ssoRefusals', {
  'sso.address_unverified':
    'Your provider did not say that your address is confirmed. Ask who runs it to send email and email_verified.',
  'sso.foreign_address': 'Your address is not of a domain that this sign-in is for. Use another way to sign in.',
  'sso.removed': 'You were taken out of this workspace. Ask an admin of it to invite you again.',
  'sso.other_subject':
    'This address came in before under another name of the provider. Ask an admin to take the old member out and invite you.',
  'sso.unproven_domain':
    'The workspace has not proven that this domain is its own, so the provider cannot speak for your account. Sign in with your password.',
  'sso.not_invited': 'You are not invited to this workspace. Ask an admin of it to invite this address.',
  'sso.attempt_unknown': 'This sign-in was used, is too old, or began in another browser. Begin again.',
  'sso.provider_failed': 'The provider did not confirm who you are. Begin again; if it stays, tell an admin.',
  'sso.unknown': 'This way to sign in is not there any more. Ask an admin of your workspace.',
});
