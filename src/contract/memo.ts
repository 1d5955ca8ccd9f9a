import { z } from 'zod';
import { MEMO_SECTIONS, PEOPLE_SHOWN } from '../core/memo/model.ts';
import { operation } from './operation.ts';
import { in_purchase, instant } from './terms.ts';

const PURCHASE = '/workspaces/:workspace_id/purchases/:purchase_id';

const one_of = MEMO_SECTIONS.join('|');

/** What the memo shows: everything, with people in numbers, unless said otherwise. */
const wish = {
  people: z.enum(PEOPLE_SHOWN).default('counts').describe('By name, as numbers only, or not at all.'),
  sections: z
    .string()
    .regex(new RegExp(`^(${one_of})(,(${one_of}))*$`))
    .optional()
    .describe(`Separated by commas: ${MEMO_SECTIONS.join(', ')}. Left out: all of them.`),
};

const column = z.strictObject({ title: z.string(), align: z.enum(['left', 'right']), share: z.number() });

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal('table'),
    title: z.string(),
    columns: z.array(column),
    rows: z.array(z.array(z.string())),
  }),
]);

export const memoOperations = {
  'memos.get': operation({
    method: 'GET',
    path: `${PURCHASE}/memo`,
    noun: 'memo',
    summary: 'The board memo, made from the buyers’ view as it stands. For buyers who read all of their side.',
    permission: 'buyer',
    zone: 'buyer',
    params: in_purchase,
    query: z.strictObject(wish),
    output: z.strictObject({
      title: z.string(),
      subtitle: z.string().describe('Of when it is, and on how many people and entries it rests.'),
      as_of: instant,
      people: z.enum(PEOPLE_SHOWN),
      sections: z.array(z.strictObject({ section: z.enum(MEMO_SECTIONS), title: z.string(), blocks: z.array(block) })),
    }),
  }),
  'memo_files.get': operation({
    method: 'GET',
    path: `${PURCHASE}/memo/file`,
    noun: 'memo',
    summary: 'The board memo as a PDF to print, or as Markdown.',
    permission: 'buyer',
    zone: 'buyer',
    params: in_purchase,
    query: z.strictObject({ ...wish, format: z.enum(['pdf', 'md']).default('pdf') }),
    output: z.string(),
    media: 'download',
  }),
};
