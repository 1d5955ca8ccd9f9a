import { memoFrame } from '../catalogue/memo-document.ts';
import { problems } from '../catalogue/problems.ts';
import { memoMarkdown } from '../core/memo/markdown.ts';
import { memoOf } from '../core/memo/memo.ts';
import { MEMO_SECTIONS, type Memo, type MemoSectionId, type PeopleShown } from '../core/memo/model.ts';
import { noteAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import type { Call, Handlers } from './bind.ts';
import { scopeOfCaller } from './caller.ts';
import { memoPdf } from './memo/pdf.ts';
import { notFound, ProblemError } from './problem.ts';
import { readState } from './purchase.ts';

type Nouns = 'memos.get' | 'memo_files.get';

/** The board memo: read, and taken along as a file. */
export const memoHandlers = (db: Db): Pick<Handlers, Nouns> => ({
  'memos.get': (call) => readMemo(db, call),

  'memo_files.get': async (call) => {
    const { params, query, caller, reply } = call;
    const memo = await readMemo(db, call);
    const { workspace_id, purchase_id } = params;
    const entry = { zone: caller.view, action: 'export.made', purchase_id, actor: caller.actor };
    await noteAudit(db, workspace_id, [{ ...entry, about: { what: 'memo' } }]);
    const named = reply.header('content-disposition', `attachment; filename="${memoFrame.file}.${query.format}"`);
    if (query.format === 'md') return named.type('text/markdown; charset=utf-8').send(memoMarkdown(memo));
    return named.type('application/pdf').send(await memoPdf(memo));
  },
});

interface Wished {
  people: PeopleShown;
  sections?: string | undefined;
}

/** A memo of less than the whole buyers' view would leave out what it should say, and look complete. */
async function readMemo(
  db: Db,
  { params, query, caller }: Pick<Call<'memos.get'>, 'params' | 'caller'> & { query: Wished },
): Promise<Memo> {
  const scope = scopeOfCaller(caller);
  if (!scope.zones.includes('buyer') || scope.reach !== null) {
    throw new ProblemError('memo.reads_part', problems.you_read_part_buyer);
  }
  const state = await readState(db, caller, params.purchase_id);
  const sections = (query.sections?.split(',') ?? MEMO_SECTIONS) as readonly MemoSectionId[];
  const memo = memoOf(state, { now: new Date().toISOString(), people: query.people, sections });
  if (memo === null) throw notFound();
  return memo;
}
