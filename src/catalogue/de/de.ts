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
import * as records from './records.ts';
import * as settings from './settings.ts';
import * as sso from './sso.ts';
import * as units from './units.ts';

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
  records,
  settings,
  sso,
  units,
};
