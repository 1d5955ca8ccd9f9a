import type { ClientBase } from 'pg';
import { ERASED_TEXT } from '../core/erasure.ts';
import { type Actor, isEventKind, type LedgerEvent } from '../core/event.ts';
import { VIEWS, type View, viewReads, type Zone } from '../core/zone.ts';
import { writeAudit } from './audit.ts';
import { BulkWriter } from './bulk-write.ts';
import { type Db, transactionAs } from './db.ts';
import { bareEvent, writeEvent } from './erasure.ts';
import { noteChange } from './feed.ts';
import { foldAgain } from './fold-again.ts';
import { asApp, projectorScope, type Scope } from './scope.ts';
import { lockStream, moveStreams, recordedAt } from './stream.ts';

/** A text that may name someone who was erased, as its side looks at it. */
export interface Review {
  review_id: string;
  erasure_id: string;
  /** Null, as is the event, for a text of the library. */
  purchase_id: string | null;
  person_id: string;
  event_id: string | null;
  library_id: string | null;
  kind: string;
  zone: Zone;
  /** The text as it stands now. */
  content: string;
  /** From and length of each mention in it, one after the other. */
  spans: number[];
  found_at: string;
  state: 'open' | 'blanked' | 'kept';
  decided_by: string | null;
  decided_at: string | null;
}

/** An erasure, with how far the side has come with the texts that may name the person. */
export interface Erasure {
  erasure_id: string;
  person_id: string;
  purchase_id: string | null;
  asked_by: string;
  asked_at: string;
  open: number;
  blanked: number;
  kept: number;
}

type Dates = 'found_at' | 'decided_at';
type ReviewRow = Omit<Review, Dates> & { found_at: Date; decided_at: Date | null };

/** Where a text that is looked at stands: outside the ledger, or in the library, which may have been published since. */
const TEXTS = `review r
       left join outside_text t on t.workspace_id = r.workspace_id and t.zone = r.text_zone and t.text_id = r.text_id
       left join event e on e.workspace_id = r.workspace_id and e.zone = r.text_zone and e.id = r.event_id
       left join library_answer l on l.workspace_id = r.workspace_id and l.library_id = r.library_id`;
const KIND = `coalesce(e.kind, 'library_answer') as kind`;
const FIELD = `substr(r.text_id, length(r.library_id) + 2)`;
const CONTENT = `coalesce(t.content, case ${FIELD} when 'question' then l.question when 'answer' then l.answer else l.source end)`;
const IS_THERE = '(t.content is not null and e.id is not null or l.library_id is not null)';

/** The texts that the caller's side has to look at, or has looked at; open ones first. Null for all purchases. */
export function listReviews(db: Db, scope: Scope, purchase_id: string | null): Promise<Review[]> {
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<ReviewRow>(
      `select r.review_id, r.erasure_id, r.purchase_id, r.person_id, r.event_id, r.library_id, ${KIND},
         coalesce(l.zone, r.text_zone) as zone, coalesce(${CONTENT}, '') as content, r.spans, r.found_at, r.state, r.decided_by,
         r.decided_at
       from ${TEXTS}
       where r.workspace_id = $1 and ${IS_THERE} and r.zone = $2 and ($3::text is null or r.purchase_id = $3)
       order by r.state <> 'open', r.found_at desc, r.review_id limit 1000`,
      [scope.workspace_id, scope.view, purchase_id],
    );
    return rows.map((row) => ({
      ...row,
      found_at: row.found_at.toISOString(),
      decided_at: row.decided_at?.toISOString() ?? null,
    }));
  });
}

/** The erasures that the caller's side may know of, newest first. */
export function listErasures(db: Db, scope: Scope, purchase_id: string | null): Promise<Erasure[]> {
  return asApp(db, scope, async (client) => {
    const counted = (state: string) => `count(r.review_id) filter (where r.state = '${state}') as ${state}`;
    const { rows } = await client.query<Omit<Erasure, 'asked_at'> & { asked_at: Date }>(
      `select x.erasure_id, x.person_id, x.purchase_id, x.asked_by, x.asked_at, ${['open', 'blanked', 'kept'].map(counted).join(', ')}
       from erasure x left join review r
         on r.workspace_id = x.workspace_id and r.erasure_id = x.erasure_id and r.zone = $2
       where x.workspace_id = $1 and ($3::text is null or x.purchase_id = $3)
       group by x.workspace_id, x.zone, x.erasure_id order by x.asked_at desc, x.erasure_id limit 1000`,
      [scope.workspace_id, scope.view, purchase_id],
    );
    return rows.map((row) => ({ ...row, asked_at: row.asked_at.toISOString() }));
  });
}

export interface Decision {
  review_id: string;
  /** Null where any purchase is meant. */
  purchase_id: string | null;
  state: 'blanked' | 'kept';
  view: View;
  actor: Actor;
  now: string;
}

/**
 * Blanks a text, or says that it is not about the person; once. Blanking is an event in the text's zone, and what was
 * folded from the text is folded anew, in the same transaction.
 * @returns `unknown` where there is no such review on that side, `decided` where it was decided before
 */
export function decideReview(
  db: Db,
  workspace_id: string,
  decision: Decision,
): Promise<'done' | 'unknown' | 'decided'> {
  const { view, actor, state, now } = decision;
  return transactionAs(db.bulk, projectorScope(workspace_id), async (client) => {
    const review = await lockReview(client, workspace_id, decision);
    if (review === null) return 'unknown';
    if (review.state !== 'open') return 'decided';
    const { purchase_id, person_id, event_id, library_id } = review;
    await client.query(
      `update review set state = $4, decided_by = $5, decided_at = $6
       where workspace_id = $1 and zone = $2 and review_id = $3`,
      [workspace_id, view, decision.review_id, state, actor.id, now],
    );
    if (state === 'blanked') await blank(client, workspace_id, review, decision);
    const about = { ...(library_id === null ? { event_id } : { library_id }), of_person_id: person_id };
    await writeAudit(client, workspace_id, [{ zone: view, action: `text.${state}`, purchase_id, actor, about }]);
    return 'done';
  });
}

interface Locked {
  purchase_id: string | null;
  person_id: string;
  erasure_id: string;
  event_id: string | null;
  library_id: string | null;
  field: string | null;
  kind: string;
  text_zone: Zone;
  text_id: string;
  content: string;
  spans: number[];
  state: Review['state'];
}

async function lockReview(
  client: ClientBase,
  workspace_id: string,
  { review_id, purchase_id, view }: Decision,
): Promise<Locked | null> {
  const { rows } = await client.query<Locked>(
    `select r.purchase_id, r.person_id, r.erasure_id, r.event_id, r.library_id, ${KIND}, r.text_zone, r.text_id,
       ${FIELD} as field, coalesce(${CONTENT}, '') as content, r.spans, r.state
     from ${TEXTS}
     where r.workspace_id = $1 and ${IS_THERE} and r.zone = $2 and r.review_id = $3 and ($4::text is null or r.purchase_id = $4)
     for update of r`,
    [workspace_id, view, review_id, purchase_id],
  );
  return rows[0] ?? null;
}

async function blank(client: ClientBase, workspace_id: string, review: Locked, decision: Decision): Promise<void> {
  const { purchase_id, text_zone, text_id, event_id, erasure_id } = review;
  if (purchase_id === null || event_id === null) return blankInLibrary(client, workspace_id, review, decision.now);
  const stream = await lockStream(client, workspace_id, 'purchase', purchase_id);
  await client.query('update outside_text set content = $4 where workspace_id = $1 and zone = $2 and text_id = $3', [
    workspace_id,
    text_zone,
    text_id,
    blanked(review),
  ]);
  const recorded_at = recordedAt(decision.now, stream?.last_recorded_at ?? null);
  const seq = (stream?.last_seq ?? 0) + 1;
  const event: LedgerEvent = {
    ...bareEvent(decision.actor, { purchase_id, recorded_at, seq }, text_zone),
    kind: 'text.blanked',
    body: { event_id, place: text_id.slice(event_id.length + 1) || 'body', erasure_id },
  };
  await writeEvent(client, workspace_id, event);
  await moveStreams(client, workspace_id, 'purchase', [{ id: purchase_id, last_seq: seq, recorded_at }]);
  await BulkWriter.prepare(client);
  await foldAgain(client, workspace_id, [purchase_id], decision.now);
  const views = VIEWS.filter((view) => viewReads(view, text_zone));
  await noteChange(client, workspace_id, views, purchase_id, recorded_at);
}

/** What one text of an answer of the library becomes; its other texts stay. */
async function blankInLibrary(client: ClientBase, workspace_id: string, { library_id, field }: Locked, now: string) {
  await client.query(
    `update library_answer set question = case when $3 = 'question' then $4 else question end,
       answer = case when $3 = 'answer' then $4 else answer end,
       source = case when $3 = 'source' then $4 else source end, changed_at = $5
     where workspace_id = $1 and library_id = $2`,
    [workspace_id, library_id, field, ERASED_TEXT, now],
  );
}

/** A text is blanked as a whole; of a body that is kept as JSON, the parts that hold a mention. */
function blanked({ kind, text_id, event_id, content, spans }: Locked): string {
  const is_json = !isEventKind(kind) || (kind === 'event.corrected' && text_id === `${event_id}/body`);
  if (!is_json) return ERASED_TEXT;
  const mentions = spans.flatMap((from, at) => {
    const length = spans[at + 1] ?? 0;
    return at % 2 === 0 ? [content.slice(from, from + length)] : [];
  });
  return JSON.stringify(withoutParts(JSON.parse(content), mentions));
}

function withoutParts(value: unknown, mentions: readonly string[], key = ''): unknown {
  // What refers to other things is no text.
  if (/_ids?$/.test(key)) return value;
  if (typeof value === 'string') return mentions.some((mention) => value.includes(mention)) ? ERASED_TEXT : value;
  if (Array.isArray(value)) return value.map((part) => withoutParts(part, mentions, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutParts(part, mentions, name)]));
}
