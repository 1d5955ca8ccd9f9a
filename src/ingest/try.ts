import type { Outcome } from '../core/body/words.ts';
import { fold } from '../core/fold.ts';
import type { Mapping, Refusal } from '../core/mapping.ts';
import { openImport } from './import.ts';
import type { Question } from './questions.ts';
import { suggest } from './suggest.ts';

/** How a mapping does on the beginning of a file. */
export interface Trial {
  rows: number;
  purchases: number;
  events: number;
  outcomes: Record<Outcome | 'open', number>;
  /** The first of them. */
  refused: Refusal[];
  questions: Question[];
}

const MAX_ROWS = 20_000;
const SHOWN_REFUSALS = 200;

/**
 * Tries a mapping on the first 20,000 rows (of each part of a CRM's export), without keeping anything.
 * @throws UnreadableFile
 * @throws BadMapping
 */
export async function tryMapping(paths: readonly string[], mapping: Mapping): Promise<Trial> {
  const trial: Trial = {
    rows: 0,
    purchases: 0,
    events: 0,
    outcomes: { bought: 0, lost: 0, no_decision: 0, open: 0 },
    refused: [],
    questions: [],
  };
  const batches = openImport({
    paths,
    mapping,
    workspace_id: '',
    import_id: 'trial',
    on_behalf_of: null,
    max_rows: MAX_ROWS,
    onRefused: (refusal) => {
      if (trial.refused.length < SHOWN_REFUSALS) trial.refused.push(refusal);
    },
    onProgress: ({ rows }) => {
      trial.rows = rows;
    },
  });
  for await (const batch of batches) {
    for (const { purchase_id, events } of batch) {
      trial.purchases++;
      trial.events += events.length;
      trial.outcomes[fold(purchase_id, events, { view: 'seller' }).outcome?.outcome ?? 'open']++;
    }
  }
  trial.questions = (await suggest({ paths, name: mapping.name, mapping })).questions;
  return trial;
}
