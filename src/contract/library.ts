import { z } from 'zod';
import { inputRefusals } from '../catalogue/input-refusals.ts';
import { LONGEST_TEXT } from '../core/body/question.ts';
import { operation } from './operation.ts';
import { id, in_purchase, in_workspace } from './terms.ts';

const LIBRARY = '/workspaces/:workspace_id/library';
const in_library = z.strictObject({ ...in_workspace.shape, library_id: id });

/** An answer of the supplier as every customer may read it. */
export const library_view = z.strictObject({
  library_id: id,
  question: z.string(),
  answer: z.string(),
  source: z.string().nullable().describe('What it rests on.'),
  answered_on: z.iso.date(),
  reviewed_on: z.iso.date().nullable().describe('When somebody last looked whether it still holds.'),
});

const kept = z.strictObject({
  ...library_view.shape,
  owner_id: id.nullable(),
  owner: z.string().nullable().describe('By name.'),
  published: z.boolean().describe('Customers find it; else only the supplier does.'),
});

const said = z
  .string()
  .trim()
  .min(1, { error: () => inputRefusals.write_something_first })
  .max(LONGEST_TEXT, { error: () => inputRefusals.more_than_20_000 });

const body = z.strictObject({
  question: said,
  answer: said,
  source: z.string().max(500).nullable().optional(),
  owner_id: id.optional().describe('One of the supplier. Left out: as before; of a new one, who makes it.'),
  published: z.boolean().optional().describe('Left out: as before; of a new one, yes.'),
  reviewed: z.boolean().optional().describe('It was looked at today and still holds.'),
});

export const libraryOperations = {
  'library_answers.list': operation({
    method: 'GET',
    path: LIBRARY,
    noun: 'library',
    summary: 'The answers that the supplier keeps, those looked at longest ago first.',
    permission: 'seller',
    zone: 'seller',
    params: in_workspace,
    output: z.strictObject({
      answers: z.array(kept),
      owners: z.array(z.strictObject({ person_id: id, name: z.string() })).describe('Who can own one.'),
    }),
  }),
  'library_answers.put': operation({
    method: 'PUT',
    path: `${LIBRARY}/:library_id`,
    noun: 'library',
    summary:
      'Sets an answer of the library: its words, its owner, whether customers find it, and that it was looked at.',
    permission: 'seller',
    zone: 'seller',
    params: in_library,
    body,
    output: kept,
  }),
  'publications.create': operation({
    method: 'POST',
    path: '/workspaces/:workspace_id/purchases/:purchase_id/questions/:question_id/answers/:answer_id/publications',
    noun: 'library',
    summary:
      'Takes an answer that the supplier gave into its library; the words may be others, as other customers read them.',
    permission: 'seller',
    zone: 'seller',
    params: z.strictObject({ ...in_purchase.shape, question_id: id, answer_id: id }),
    body,
    output: kept,
  }),
};
