import { texts } from './texts.ts';

export const ssoWords = texts('sso', 'ssoWords', {
  about:
    'Your people sign in with the OpenID provider of your company (Entra ID, Okta, Google Workspace, Keycloak and others), and need no password here. It opens this workspace alone.',
  ask_admin: 'Only admins set this.',
  open: 'This workspace is open to whoever uses this machine, so nobody signs in to it. Make one of your own by signing up.',
  label: 'What its button says',
  label_hint: 'Your people see it on the sign-in page, with the name of its host.',
  issuer: 'Issuer',
  issuer_hint: 'As your provider writes it, beginning with https://',
  client_id: 'Client id',
  client_secret: 'Client secret',
  secret_kept: 'One is kept, encrypted, and is not shown. Enter another to replace it.',
  secret_new: 'It is kept encrypted and not shown again.',
  domains: 'Domains of your addresses',
  domains_hint: 'Separated by commas: acme.com, acme.co.uk',
  role: 'Newcomers come in as',
  roles: { member: 'member', lead: 'pod lead', partner: 'partner' },
  required: 'Require it for these domains: their people come in no other way',
  required_about:
    'First sign in by it yourself, as an admin; then it can be required. So nobody is locked out by a setting that does not work.',
  required_with_care:
    'If the provider is ever lost, whoever runs this machine can let people in by their passwords again (COASSENT_SSO_OPTIONAL).',
  save: 'Save',
  saved: 'Single sign-on is set',
  test: 'Test the connection',
  remove: 'Take it away',
  removed: 'Single sign-on is taken away; who came in by it is signed out',
  sure: 'Everyone who came in by it is signed out, and can come in again only by an invitation and a password.',
  sure_yes: 'Yes, take it away',
  sure_no: 'Keep it',
  register: 'At your provider',
  register_about:
    'Register a web application with this address to come back to, and let it send email and email_verified:',
  copy: 'Copy',
  copied: 'Copied',
  proven: 'proven',
  not_proven: 'not proven',
  proof:
    'A domain is proven when an admin with a confirmed address of it saves this page. Newcomers of a proven domain come in by themselves; of others, only whom you invite.',
});
