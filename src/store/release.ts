import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { keptStances } from '../core/private-stance.ts';
import { pulseAnswers } from '../core/pulse.ts';
import { type Answer, type Basis, type Figure, releasesOf, releaseWeek } from '../core/release.ts';
import type { PurchaseState } from '../core/state.ts';
import { realisedAnswers } from '../core/value/realised-elsewhere.ts';
import type { Zone } from '../core/zone.ts';
import type { Db } from './db.ts';
import { eventsOf, workspaceEvents } from './event.ts';
import { foldAll } from './folded.ts';
import { byStream } from './purchase.ts';
import { asApp, asProjector, type Scope } from './scope.ts';

/** What a set of figures is about. */
export type Subject = 'kept_stances' | 'pulse' | 'realised';

/** A figure as it was released. */
export interface Released extends Figure {
  /** The ISO week of the release. */
  week: string;
}

/** So many purchases are folded together. */
const batch = 200;

/**
 * Releases what this week can be released of what buyers keep to themselves: once a week, from what was recorded before
 * the week began, so that no second look tells what came in between. As the projector, the only one who reads both sides;
 * what it writes for sellers are the released figures and nothing else.
 * @param now the clock, ISO 8601 in UTC
 */
export function makeReleases(db: Db, workspace_id: string, now: string): Promise<void> {
  return asProjector(db, workspace_id, async (client) => {
    const { week, from } = releaseWeek(now);
    // Of several who try at once, the others wait here and then find it done.
    const begun = await client.query(
      'insert into release_round (workspace_id, week) values ($1, $2) on conflict do nothing returning week',
      [workspace_id, week],
    );
    if (begun.rowCount === 0) return;
    for (const subject of Object.keys(SUBJECTS) as Subject[]) {
      const answers = await answersBefore(client, workspace_id, from, subject);
      await keep(client, workspace_id, subject, week, answers);
    }
  });
}

/** Which purchases hold answers to a subject, and what they are in the buyers' view. */
const SUBJECTS: Record<
  Subject,
  {
    /** Who reads what is released; buyers who come later read what customers realised as well. */
    zone: Zone;
    among: string;
    answersOf: (state: PurchaseState) => Answer[];
  }
> = {
  kept_stances: {
    zone: 'seller',
    among: `zone = 'buyer' and kind = any('{assent.given,assent.reaffirmed,assent.working,assent.withheld}')`,
    answersOf: keptStances,
  },
  pulse: { zone: 'seller', among: `zone = 'buyer' and kind = 'pulse.answered'`, answersOf: pulseAnswers },
  realised: { zone: 'shared', among: `zone <> 'seller' and kind = 'realised.recorded'`, answersOf: realisedAnswers },
};

/** Every answer to a subject as it stood when the week began. */
async function answersBefore(
  client: ClientBase,
  workspace_id: string,
  from: string,
  subject: Subject,
): Promise<Answer[]> {
  const { among, answersOf } = SUBJECTS[subject];
  const { rows } = await client.query<{ stream_id: string }>(
    `select distinct stream_id from event where workspace_id = $1 and stream_kind = 'purchase' and ${among}
       and recorded_at < $2 order by stream_id`,
    [workspace_id, from],
  );
  const of_workspace = (await workspaceEvents(client, workspace_id)).filter((event) => event.recorded_at < from);
  const answers: Answer[] = [];
  for (let at = 0; at < rows.length; at += batch) {
    const ids = rows.slice(at, at + batch).map(({ stream_id }) => stream_id);
    const events = (await eventsOf(client, workspace_id, ids)).filter((event) => event.recorded_at < from);
    for (const [purchase_id, own] of byStream(events)) {
      answers.push(...answersOf(foldAll(purchase_id, [...own, ...of_workspace], { view: 'buyer' }).state));
    }
  }
  return answers;
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

async function keep(
  client: ClientBase,
  workspace_id: string,
  subject: Subject,
  week: string,
  answers: readonly Answer[],
): Promise<void> {
  const { rows } = await client.query<{ figure: string; parts: Basis }>(
    'select figure, parts from release_basis where workspace_id = $1 and subject = $2 order by figure, week',
    [workspace_id, subject],
  );
  const earlier = new Map<string, Basis[]>();
  for (const { figure, parts } of rows) earlier.set(figure, [...(earlier.get(figure) ?? []), parts]);
  for (const { figure, basis } of releasesOf(answers, earlier, digestOf)) {
    const key = [workspace_id, subject, figure.figure, week];
    await client.query(
      `insert into release (workspace_id, subject, figure, week, zone, people, mean, shares)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...key,
        SUBJECTS[subject].zone,
        figure.people,
        figure.mean,
        figure.shares === null ? null : JSON.stringify(figure.shares),
      ],
    );
    await client.query(
      'insert into release_basis (workspace_id, subject, figure, week, parts) values ($1, $2, $3, $4, $5)',
      [...key, JSON.stringify(basis)],
    );
  }
}

/** The last release of each figure, as far as the caller may read it. */
export function listReleases(db: Db, scope: Scope, subject: Subject): Promise<Released[]> {
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<Released>(
      `select distinct on (figure) figure, week, people, mean, shares from release
       where workspace_id = $1 and subject = $2 order by figure, week desc`,
      [scope.workspace_id, subject],
    );
    return rows;
  });
}
