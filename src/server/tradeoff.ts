import { problems } from '../catalogue/problems.ts';
import type { Command } from '../core/decide.ts';
import { tableOf } from '../core/tradeoff/of-state.ts';
import { readList } from '../core/tradeoff/requirement-list.ts';
import { rfpMarkdown, rfpOf } from '../core/tradeoff/rfp.ts';
import type { TradeoffTable } from '../core/tradeoff/table.ts';
import { type Tradeoff, weigh } from '../core/tradeoff/weigh.ts';
import { UnreadableFile } from '../ingest/read/broken.ts';
import { rowsOfFile, rowsOfText } from '../ingest/requirement-rows.ts';
import type { Db } from '../store/db.ts';
import type { Call, Handlers } from './bind.ts';
import { idempotencyKey, runCommands } from './command.ts';
import { tradeoffPage } from './present/tradeoff.ts';
import { ProblemError } from './problem.ts';
import { dateOf, readState } from './purchase.ts';
import { rfpWorkbook } from './rfp/workbook.ts';

type Nouns = 'tradeoffs.get' | 'requirement_lists.create' | 'requirements.create' | 'rfps.get';

/** So many results are kept; each is small, whatever it was computed from. */
const KEPT = 60;

/** What a group needs, can choose and weighs: read as one page, filled from lists, sent out as a request. */
export const tradeoffHandlers = (db: Db): Pick<Handlers, Nouns> => {
  const weighed = keptWeighing();
  return {
    'tradeoffs.get': async ({ params, query, caller }) => {
      const date = dateOf(query);
      const state = await readState(db, caller, params.purchase_id, date);
      const table = tableOf(state);
      return tradeoffPage(state, { table, result: weighed(table), as_of: date?.as_of ?? null });
    },

    'requirement_lists.create': async ({ body }) => {
      const rows = await rowsOf(body);
      return { rows, columns: readList(rows).columns };
    },

    'requirements.create': (call) => {
      const { zone, requirements } = call.body;
      const key = idempotencyKey(call.request.headers['idempotency-key']);
      const commands = requirements.map((body, at): Command => {
        const { text, priority, why, check } = body;
        // Made from the request's own id, so that a request sent again is the same request.
        const requirement_id = `${key}-${at + 1}`;
        const about = { ...(why !== undefined && { why }), ...(check !== undefined && { check }) };
        return { kind: 'requirement.changed', body: { requirement_id, text, priority, ...about }, zone };
      });
      return runCommands(db, call, call.params.purchase_id, commands);
    },

    'rfps.get': (call) => sendRfp(db, call),
  };
};

/** Weighs, and remembers by what it was computed from: the same table gives the same result for whoever may read it. */
function keptWeighing(): (table: TradeoffTable) => Tradeoff {
  const kept = new Map<string, Tradeoff>();
  return (table) => {
    const key = JSON.stringify(table);
    const result = kept.get(key) ?? weigh(table);
    kept.delete(key);
    kept.set(key, result);
    const oldest = kept.keys().next();
    if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
    return result;
  };
}

async function rowsOf(body: { text: string } | { file: string }): Promise<string[][]> {
  try {
    const rows = 'text' in body ? rowsOfText(body.text) : await rowsOfFile(Buffer.from(body.file, 'base64'));
    return rows.slice(0, 2_000).map((row) => row.slice(0, 40).map((cell) => cell.slice(0, 4_000)));
  } catch (error) {
    if (error instanceof UnreadableFile) throw new ProblemError(error.code, error.message);
    throw error;
  }
}

async function sendRfp(db: Db, { params, query, caller, reply }: Call<'rfps.get'>) {
  const rfp = rfpOf(await readState(db, caller, params.purchase_id));
  if (rfp.requirements.length === 0) {
    throw new ProblemError('rfp.empty', problems.there_no_shared_requirement);
  }
  if (query.format === 'md') {
    return reply
      .type('text/markdown; charset=utf-8')
      .header('content-disposition', 'attachment; filename="rfp.md"')
      .send(rfpMarkdown(rfp));
  }
  return reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', 'attachment; filename="rfp.xlsx"')
    .send(Buffer.from(await rfpWorkbook(rfp)));
}
