import { texts } from './texts.ts';

export const problems = texts('problems', 'problems', {
  confirm_your_address_first: 'Confirm your address first: open the mail we sent.',
  content_of_file_not_here: (name: string) =>
    `The content of “${name}” is not here, so the file stays where it is. Put it here again, then move it.`,
  there_no_such_answer: 'There is no such answer to this question. Reload to see which there are.',
  correct_and_send_again: (message: string) => `${message}. Correct it and send it again.`,
  more_than_one_request: 'That is more than one request may carry (2 MB). Send less at once.',
  file_larger_than_8: 'The file is larger than 8 GB. Split it and import the parts.',
  send_json_labelled_application: 'Send JSON, labelled application/json, or a file as multipart/form-data.',
  something_broke_and_was: 'Something broke here, and it was noted. Nothing was half-written. Try again.',
  there_nothing_at_address: 'There is nothing at this address. Check the link.',
  database_does_not_answer: 'The database does not answer. Wait, or start Coassent again.',
  sign_in_first: 'Sign in first.',
  open_link_was_mailed: 'Open the link that was mailed to you, then you are known here.',
  only_who_runs_machine: 'Only who runs this machine may see that: use the address that the start printed.',
  nested_deeper_than_levels: (deepest: number) => `That is nested deeper than ${deepest} levels. Send it flatter.`,
  no_png_jpeg_or: 'This is no PNG, JPEG or WebP picture. Save it as one, then choose it.',
  open_link_was_mailed_: 'Open the link that was mailed to you first: only a proven address judges an assumption.',
  prove_your_address_first: 'Prove your address first, by the link in the mail: then your weights count.',
  say_why_you_do: 'Say why you do not agree; the reason can stay on the buyer’s side.',
  only_person_can_take: 'Only the person can take back how they weighed. Ask them to do it.',
  what_buyers_stated_corrected: 'What buyers stated is corrected by the buyer side only. Ask them to do it.',
  you_said_stays_yours: 'That you said this stays yours to know. Close the question instead.',
  answer_can_taken_back: 'An answer can be taken back, not corrected. Then answer again.',
  does_not_fit_event: (kind: string, body: string) => `That does not fit a ${kind} event: ${body}`,
  there_no_job_template: 'There is no job template of that name. Choose one from the list.',
  idempotency_key_uuid_new: 'An Idempotency-Key is a UUID, a new one for each thing you want to do.',
  say_who_acts_sign: 'Say who acts: sign in, or, in an open workspace, choose a person (X-Acting-As).',
  nobody_id_known_in: 'Nobody of that id is known in this workspace. Choose another person.',
  key_unknown_expired_or: 'This key is unknown, expired or revoked. Make a new one in the settings.',
  workspace_asks_for_single:
    'This workspace asks for single sign-on. Enter your address on the sign-in page and go on with its provider.',
  room_closed_nobody_new: 'This room is closed; nobody new comes in.',
  address_not_let_into: 'This address is not let into this room. Ask a colleague who is in it to invite you.',
  someone_govern_buyer_side: 'Someone has to govern the buyer side. Name another administrator first.',
  someone_govern_workspace_make: 'Someone has to govern this workspace. Make another member admin first.',
  someone_decided_on_text: 'Someone decided on this text already. Reload to see how.',
  link_stands_at_and: (link: string) => `This is a link: it stands at ${link}, and not here. Open it there.`,
  file_known_and_its:
    'The file is known here and its content is not: it was never put here, or the folder of files was lost. Put it here again.',
  send_file_as_multipart: 'Send the file as multipart/form-data. In the browser: choose it or drop it.',
  no_file_came_with: 'No file came with the request. Choose one.',
  file_larger_than_most: (size: string) =>
    `The file is larger than ${size}, the most that is taken here. Make it smaller, or put a link to where it stands.`,
  who_left_or_was: 'Who left or was refused does not come back by this door. Invite them under another address.',
  idempotency_key_was_used:
    'This Idempotency-Key was used for something else. Send a new one for each thing you want to do.',
  key_belongs_person_act: 'A key belongs to a person. Act as someone.',
  only_admin_workspace_makes: 'Only an admin of the workspace makes keys that administer. Leave that scope out.',
  only_admin_workspace_makes_: 'Only an admin of the workspace makes keys of services.',
  library_suppliers_ask_one: 'The library is the supplier’s. Ask one of its people to publish it.',
  only_what_your_own: 'Only what your own side answered can be published to other customers.',
  answer_owned_by_one: 'An answer is owned by one of your side. Choose someone from the list.',
  too_many_requests_came: (after: string) => `Too many requests came from here. Wait ${after}, then go on.`,
  too_many_from_address: 'Too many requests came from this address. Wait a minute, then go on.',
  not_token_start_printed: 'That is not the token that the start printed. Open the address it printed.',
  only_admin_invites_admins: 'Only an admin invites admins. Choose another role.',
  invitation_was_used_taken:
    'This invitation was used, taken back or is too old, or it is for another address. Ask for a new one.',
  you_read_part_buyer:
    'You read a part of the buyer side only, and a memo is made of all of it. Ask who invited you to make it.',
  notices_for_people_act: 'Notices are for people. Act as someone, or use a key of a person.',
  coassent_answers_under_its: (public_url: string) => `Coassent answers under its own address only: use ${public_url}`,
  another_page_asked_for: 'Another page asked for this. Open Coassent itself and do it there.',
  open_room_purchase_first: 'Open the room of this purchase first.',
  since_first_buyer_came:
    'Since the first buyer came in, only the buyer side’s administrators invite people. Ask them to do it.',
  link_was_used_or: 'This link was used or is too old. Ask for a new one here, it comes by mail.',
  only_supplier_learns_from: 'Only the supplier learns from its finished plans. Leave that out.',
  all_steps_template_in: 'All steps of this template are in the plan already.',
  calendar_feed_tells_what: 'A calendar feed tells what its person may read. Come as a person to have one.',
  only_person_themselves_can:
    'Only the person themselves can ask for that, or who governs their side. Ask them to do it.',
  rooms_for_workspaces_with: 'Rooms are for workspaces with accounts. Sign up and make one.',
  room_closed_for_good: 'This room is closed for good. Open a new purchase to go on.',
  say_which_password_room: 'Say which password the room asks for, eight characters or more.',
  room_asks_who_you: 'This room asks who you are. Fill in the fields and try again.',
  not_password_room_ask: 'That is not the password of this room. Ask who sent you the link.',
  set_provider_first_with: 'Set the provider first, with its secret.',
  provider_answers_as_should: 'The provider answers as it should. Now sign in with it once.',
  workspace_open_whoever_uses: 'This workspace is open to whoever uses this machine. Sign up first.',
  anyone_can_have_address: (public_host: string) => `Anyone can have an address of ${public_host}. Leave it out.`,
  keep_without_requiring_sign:
    'Keep it without requiring it, sign in with it once as an admin, then require it: so nobody is locked out.',
  enter_client_secret_as: 'Enter the client secret as well: it belongs to this issuer and client.',
  two_jobs_template_cannot: 'Two jobs of a template cannot have the same id. Give one another id.',
  preset_stays_as_duplicate: 'A preset stays as it is. Duplicate it and change the copy.',
  there_no_shared_requirement: 'There is no shared requirement to ask suppliers about yet. Add one, or share one.',
  sheet_changes_nothing_look: 'This sheet changes nothing. Look at the preview to see why.',
  sign_up_then_make: 'Sign up, then make a workspace of your own.',
  looks_only: 'You are looking at what buyers see. Leave the preview to change or download something.',
  not_what_it_says: (name: string, called: string, found: string) =>
    `“${name}” is called like ${called} and is none: it begins like ${found}. Give it its right ending, or export it anew.`,
});

export const problemTitles = texts('problems', 'problemTitles', {
  400: 'That cannot be read',
  401: 'Who is acting?',
  403: 'Not allowed',
  404: 'Not here',
  409: 'Something is in the way',
  410: 'No longer',
  413: 'Too large',
  415: 'Not in this form',
  421: 'Wrong address',
  422: 'That cannot be done',
  429: 'Too many at once',
  500: 'Something broke here',
  503: 'Not ready',
});

export const outgoingFailures = texts('problems', 'outgoingFailures', {
  'outgoing.bad_address': 'This is no web address that can be asked. Write it in full, beginning with https://',
  'outgoing.not_https': 'The address has to begin with https://',
  'outgoing.private_address':
    'The address leads into a private network. Whoever runs this machine can allow the host: COASSENT_OUTGOING_ALLOW.',
  'outgoing.dns_failed': 'The name of the host is not known. Check the address.',
  'outgoing.unreachable': 'The host does not answer, or its certificate does not hold. Check the address.',
  'outgoing.too_slow': 'The host took too long to answer. Try again later.',
  'outgoing.too_large': 'The host answered with more than is taken from it.',
});

export const oidcFailures = texts('problems', 'oidcFailures', {
  incomplete: 'The provider does not say where to sign in, or where its keys are. It cannot be used.',
  no_pkce: 'The provider does not do PKCE with S256, which keeps a stolen answer from being used. It cannot be used.',
  no_keys: 'The keys of the provider cannot be read. Tell who runs it.',
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'There is no OpenID provider at this issuer. Check the address.',
  OAUTH_RESPONSE_IS_NOT_JSON: 'There is no OpenID provider at this issuer. Check the address.',
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED:
    'The provider gives itself another name than the issuer set here. Copy the issuer exactly, with or without the slash at its end.',
  other: 'The provider answered in a way that is not OpenID Connect. Check the issuer.',
});

export const modelFailures = texts('problems', 'modelFailures', {
  'model.refused': 'The text model refused the request. Who runs this machine should check its address, key and name.',
  'model.bad_answer': 'What the text model answered could not be used, and was left out.',
  'outgoing.too_slow':
    'The text model took too long. What stands here was found by rules; try again, or with less text.',
  'outgoing.too_large': 'The text model answered far too much, and all of it was left out.',
  other: 'The text model cannot be reached. What stands here was found by rules.',
});

export const fileKinds = texts('problems', 'fileKinds', {
  pdf: 'a PDF',
  png: 'a PNG picture',
  jpeg: 'a JPEG picture',
  gif: 'a GIF picture',
  webp: 'a WebP picture',
  empty: 'an empty file',
  unknown: 'something unknown',
  web_page: 'a web page (HTML)',
  text: 'plain text',
});
