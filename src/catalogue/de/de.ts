import type { Translation } from '../texts.ts';
import * as account from './account.ts';
import * as answers from './answers.ts';
import * as claims from './claims.ts';
import * as contradiction from './contradiction.ts';
import * as enter from './enter.ts';
import * as files from './files.ts';
import * as frame from './frame.ts';
import * as imported from './import.ts';
import * as job from './job.ts';
import * as journeys from './journeys.ts';
import * as ledger from './ledger.ts';
import * as mailbox from './mailbox.ts';
import * as memo from './memo.ts';
import * as notices from './notices.ts';
import * as options from './options.ts';
import * as palette from './palette.ts';
import * as people from './people.ts';
import * as plan from './plan.ts';
import * as portfolio from './portfolio.ts';
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
import * as records from './records.ts';
import * as risks from './risks.ts';
import * as rooms from './rooms.ts';
import * as search from './search.ts';
import * as sense from './sense.ts';
import * as settings from './settings.ts';
import * as sso from './sso.ts';
import * as strip from './strip.ts';
import * as units from './units.ts';
import * as value from './value.ts';
import * as value_edit from './value-edit.ts';
import * as workspaces from './workspaces.ts';
import * as zone from './zone.ts';

/** The catalogue in German, file by file. */
export const de: Translation = {
  account,
  answers,
  claims,
  contradiction,
  enter,
  files,
  frame,
  import: imported,
  job,
  journeys,
  ledger,
  mailbox,
  memo,
  notices,
  options,
  palette,
  people,
  plan,
  portfolio,
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
  records,
  risks,
  rooms,
  search,
  sense,
  settings,
  sso,
  strip,
  units,
  value,
  'value-edit': { ...value_edit },
  workspaces,
  zone,
};
