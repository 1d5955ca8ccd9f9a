import { auditSentence } from '../core/audit.ts';
import { type AuditFilter, type AuditRow, listAudit, noteAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { listGuests } from '../store/guest.ts';
import { namesOf } from '../store/person.ts';
import type { Scope } from '../store/scope.ts';
import { listViewings, type Viewing } from '../store/viewing.ts';
import type { AppOptions } from './app-options.ts';
import type { Call, Handlers } from './bind.ts';
import { scopeOfCaller } from './caller.ts';
import { tableOfFields } from './record/csv.ts';
import { beginOfDay } from './record/day.ts';

type Nouns = 'audit.list' | 'audit.export' | 'buyer_audit.list' | 'buyer_audit.export' | 'viewings.list';

/** What was done with doors, grants and exports: each side reads its own log. */
export const auditHandlers = ({ db }: AppOptions): Pick<Handlers, Nouns> => ({
  'audit.list': ({ caller, query }) => pageOf(db, scopeOfCaller(caller), query, null),
  'audit.export': (call) => exportLog(db, call, null),

  'buyer_audit.list': ({ caller, params, query }) =>
    pageOf(db, scopeOfCaller(caller), { ...query, purchase_id: params.purchase_id }, params.purchase_id),
  'buyer_audit.export': (call) => exportLog(db, call, call.params.purchase_id),

  'viewings.list': async ({ caller, params }) => ({
    viewings: viewingsFor(caller.person_id, await listViewings(db, scopeOfCaller(caller), params.purchase_id)),
  }),
});

/**
 * What is told of who looked: of others the day and no more, in no order within it. By the minute it would tell who said
 * something without a name just then.
 */
const viewingsFor = (reader: string | null, viewings: readonly Viewing[]): Viewing[] =>
  viewings
    .map((one) => (one.person_id === reader ? one : { ...one, last_at: beginOfDay(one.last_at) }))
    .sort((a, b) => b.day.localeCompare(a.day) || a.person_id.localeCompare(b.person_id));

async function pageOf(db: Db, scope: Scope, filter: AuditFilter, purchase_id: string | null) {
  const rows = await listAudit(db, scope, { ...filter, limit: filter.limit + 1 });
  const shown = rows.slice(0, filter.limit);
  const next = rows.length > filter.limit ? (shown.at(-1)?.audit_id ?? null) : null;
  return { entries: await tellAudit(db, scope, shown, purchase_id), next };
}

/** Entries of a log with each as a sentence, in the names that the reader's side knows. */
export async function tellAudit(
  db: Db,
  scope: Scope,
  rows: readonly AuditRow[],
  purchase_id: string | null,
): Promise<(AuditRow & { text: string })[]> {
  const ids = new Set<string>();
  for (const { actor, about } of rows) {
    for (const id of [actor.id, about.person_id]) if (typeof id === 'string') ids.add(id);
  }
  const names = await namesOf(db, scope, [...ids]);
  // Who waits at the door is not in the ledger yet.
  const guests =
    scope.view === 'buyer' && purchase_id !== null ? await listGuests(db, scope.workspace_id, purchase_id) : [];
  for (const { person_id, name } of guests) if (name !== null) names.set(person_id, name);
  return rows.map((row) => ({ ...row, text: auditSentence(row, (id) => names.get(id) ?? null) }));
}

/** So many entries are read at once. */
const chunk_entries = 1000;

async function exportLog(
  db: Db,
  { caller, query, reply }: Call<'audit.export'> | Call<'buyer_audit.export'>,
  purchase_id: string | null,
) {
  const scope = scopeOfCaller(caller);
  const { format, ...filter } = query;
  const held = purchase_id === null ? filter : { ...filter, purchase_id };
  const entries: (AuditRow & { text: string })[] = [];
  let after: string | null | undefined;
  while (after !== null) {
    const page = await pageOf(db, scope, { ...held, after, limit: chunk_entries }, purchase_id);
    entries.push(...page.entries);
    after = page.next;
  }
  const about = { what: 'audit' };
  const entry = { zone: caller.view, action: 'export.made', purchase_id, actor: caller.actor, about };
  await noteAudit(db, caller.workspace_id, [entry]);
  const text =
    format === 'jsonl'
      ? entries.map((one) => `${JSON.stringify(fieldsOf(one))}\n`).join('')
      : tableOfFields(entries.map(flatFields), 'at,text,action,actor,purchase_id,about,audit_id');
  return reply
    .type(format === 'jsonl' ? 'application/jsonl; charset=utf-8' : 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="log.${format}"`)
    .send(text);
}

const fieldsOf = ({ audit_id, at, action, purchase_id, actor, about, text }: AuditRow & { text: string }) => ({
  ...{ audit_id, at, action, purchase_id, actor, about, text },
});

const flatFields = (row: AuditRow & { text: string }) => ({
  ...fieldsOf(row),
  actor: String(row.actor.id ?? ''),
  about: JSON.stringify(row.about),
});
