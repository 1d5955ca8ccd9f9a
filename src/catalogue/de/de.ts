import type { Translation } from '../texts.ts';
import * as account from './account.ts';
import * as answering from './answering.ts';
import * as answers from './answers.ts';
import * as audit_log from './audit-log.ts';
import * as claims from './claims.ts';
import * as contradiction from './contradiction.ts';
import * as enter from './enter.ts';
import * as entering from './entering.ts';
import * as files from './files.ts';
import * as formulas from './formulas.ts';
import * as frame from './frame.ts';
import * as handover from './handover.ts';
import * as imported from './import.ts';
import * as import_refusals from './import-refusals.ts';
import * as input_refusals from './input-refusals.ts';
import * as job from './job.ts';
import * as job_presets from './job-presets.ts';
import * as journeys from './journeys.ts';
import * as ledger from './ledger.ts';
import * as mailbox from './mailbox.ts';
import * as mails from './mails.ts';
import * as memo from './memo.ts';
import * as memo_document from './memo-document.ts';
import * as next_things from './next-things.ts';
import * as notices from './notices.ts';
import * as options from './options.ts';
import * as palette from './palette.ts';
import * as people from './people.ts';
import * as plan from './plan.ts';
import * as plan_presets from './plan-presets.ts';
import * as portfolio from './portfolio.ts';
import * as problems from './problems.ts';
import * as purchase from './purchase.ts';
import * as purchase_basis from './purchase-basis.ts';
import * as purchase_brief from './purchase-brief.ts';
import * as purchase_conflict from './purchase-conflict.ts';
import * as purchase_header from './purchase-header.ts';
import * as purchase_outcome from './purchase-outcome.ts';
import * as purchase_room from './purchase-room.ts';
import * as purchase_shakes from './purchase-shakes.ts';
import * as purchase_start from './purchase-start.ts';
import * as purchase_table from './purchase-table.ts';
import * as purchase_tabs from './purchase-tabs.ts';
import * as purchase_touch from './purchase-touch.ts';
import * as readings from './readings.ts';
import * as records from './records.ts';
import * as refusals from './refusals.ts';
import * as requirement_library from './requirement-library.ts';
import * as requirement_library_things from './requirement-library-things.ts';
import * as risks from './risks.ts';
import * as rooms from './rooms.ts';
import * as search from './search.ts';
import * as sense from './sense.ts';
import * as sentences from './sentences.ts';
import * as server_texts from './server-texts.ts';
import * as settings from './settings.ts';
import * as sso from './sso.ts';
import * as strip from './strip.ts';
import * as telling from './telling.ts';
import * as tradeoff_words from './tradeoff-words.ts';
import * as units from './units.ts';
import * as value from './value.ts';
import * as value_edit from './value-edit.ts';
import * as value_presets from './value-presets.ts';
import * as workspaces from './workspaces.ts';
import * as zone from './zone.ts';

/** The catalogue in German, file by file. */
export const de: Translation = {
  account,
  answering,
  answers,
  'audit-log': { ...audit_log },
  claims,
  contradiction,
  enter,
  entering,
  files,
  formulas,
  frame,
  handover,
  import: imported,
  'import-refusals': { ...import_refusals },
  'input-refusals': { ...input_refusals },
  job,
  'job-presets': { ...job_presets },
  journeys,
  ledger,
  mailbox,
  mails,
  memo,
  'memo-document': { ...memo_document },
  'next-things': { ...next_things },
  notices,
  options,
  palette,
  people,
  plan,
  'plan-presets': { ...plan_presets },
  portfolio,
  problems,
  purchase,
  'purchase-basis': { ...purchase_basis },
  'purchase-brief': { ...purchase_brief },
  'purchase-conflict': { ...purchase_conflict },
  'purchase-header': { ...purchase_header },
  'purchase-outcome': { ...purchase_outcome },
  'purchase-room': { ...purchase_room },
  'purchase-shakes': { ...purchase_shakes },
  'purchase-start': { ...purchase_start },
  'purchase-table': { ...purchase_table },
  'purchase-tabs': { ...purchase_tabs },
  'purchase-touch': { ...purchase_touch },
  readings,
  records,
  refusals,
  'requirement-library': { ...requirement_library },
  'requirement-library-things': { ...requirement_library_things },
  risks,
  rooms,
  search,
  sense,
  sentences,
  'server-texts': { ...server_texts },
  settings,
  sso,
  strip,
  telling,
  'tradeoff-words': { ...tradeoff_words },
  units,
  value,
  'value-edit': { ...value_edit },
  'value-presets': { ...value_presets },
  workspaces,
  zone,
};
