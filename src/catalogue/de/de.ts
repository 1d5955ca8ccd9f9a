import type { Translation } from '../texts.ts';
import * as answering from './answering.ts';
import * as audit_log from './audit-log.ts';
import * as entering from './entering.ts';
import * as formulas from './formulas.ts';
import * as frame from './frame.ts';
import * as import_refusals from './import-refusals.ts';
import * as input_refusals from './input-refusals.ts';
import * as job_presets from './job-presets.ts';
import * as mails from './mails.ts';
import * as memo_document from './memo-document.ts';
import * as next_things from './next-things.ts';
import * as plan_presets from './plan-presets.ts';
import * as problems from './problems.ts';
import * as readings from './readings.ts';
import * as refusals from './refusals.ts';
import * as requirement_library from './requirement-library.ts';
import * as requirement_library_things from './requirement-library-things.ts';
import * as sentences from './sentences.ts';
import * as server_texts from './server-texts.ts';
import * as telling from './telling.ts';
import * as tradeoff_words from './tradeoff-words.ts';
import * as units from './units.ts';
import * as value_presets from './value-presets.ts';

/** The catalogue in German, file by file. */
export const de: Translation = {
  answering,
  entering,
  formulas,
  frame,
  mails,
  problems,
  readings,
  refusals,
  sentences,
  telling,
  units,
  'audit-log': audit_log,
  'import-refusals': import_refusals,
  'input-refusals': input_refusals,
  'job-presets': job_presets,
  'memo-document': memo_document,
  'next-things': next_things,
  'plan-presets': plan_presets,
  'requirement-library': requirement_library,
  'requirement-library-things': requirement_library_things,
  'server-texts': server_texts,
  'tradeoff-words': tradeoff_words,
  'value-presets': value_presets,
};
