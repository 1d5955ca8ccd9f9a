import type { Role } from '../../src/core/body/words.ts';
import type { EventKind, LedgerEvent, UnknownEvent } from '../../src/core/event.ts';
import { type FoldOptions, fold } from '../../src/core/fold.ts';
import { isRefused, readLine } from '../../src/core/line.ts';
import { type PurchaseReport, purchaseReport } from '../../src/core/report.ts';
import { type Job, jobOf, type PurchaseState } from '../../src/core/state.ts';

/*
 * A story is a list of lines as they stand in a file; each happens a day after the one before, unless it says when.
 *
 *   const state = stateAfter(opened(job('fit')), named('ann'), agrees('ann', 'fit'));
 */

/** A line of a story: what happened, with whatever differs from the defaults of the file format. */
export interface Told {
  kind: EventKind | (string & {});
  body: Record<string, unknown>;
  [field: string]: unknown;
}

export const PURCHASE = 'p';
const FIRST_DAY_MS = Date.UTC(2026, 0, 1, 9);
const DAY_MS = 86_400_000;

/** The instant at which the story's day begins; the first line happens on day 1. */
export const day = (number: number): string => new Date(FIRST_DAY_MS + (number - 1) * DAY_MS).toISOString();

/** The events of a story, read as lines of a file. */
export function eventsOf(...story: Told[]): (LedgerEvent | UnknownEvent)[] {
  return story.map((told, index) => {
    const event = readLine({ purchase_id: PURCHASE, occurred_at: day(index + 1), ...told }, index + 1);
    if (isRefused(event)) throw new Error(`${told.kind}: ${event.message}`);
    return event;
  });
}

/** The state after a story, in the buyer's view. */
export const stateAfter = (...story: Told[]): PurchaseState => fold(PURCHASE, eventsOf(...story), { view: 'buyer' });

/** The state after a story, as one side may know it, or as of a date. */
export const seen = (options: FoldOptions, ...story: Told[]): PurchaseState =>
  fold(PURCHASE, eventsOf(...story), options);

export const report = (...story: Told[]): PurchaseReport => purchaseReport(stateAfter(...story));

/** The job of a state that has to be there. */
export function theJob(state: PurchaseState, job_id: string): Job {
  const found = jobOf(state, job_id);
  if (found === undefined) throw new Error(`no job ${job_id}`);
  return found;
}

/** A job for `opened`: no role required, resting on nothing, agreed by all unless said otherwise. */
export const job = (job_id: string, rule: Record<string, unknown> = {}): Record<string, unknown> => ({
  job_id,
  name: job_id,
  sentence: `${job_id} is done.`,
  quorum: '1/1',
  ...rule,
});

export const opened = (...jobs: Record<string, unknown>[]): Told => ({
  kind: 'purchase.opened',
  body: { name: 'Purchase', jobs },
});
export const named = (person_id: string, ...roles: Role[]): Told => ({
  kind: 'stakeholder.named',
  body: { person_id, name: capital(person_id), roles },
});
export const entered = (person_id: string): Told => ({ kind: 'stakeholder.entered', body: { person_id } });
export const left = (person_id: string): Told => ({ kind: 'stakeholder.left', body: { person_id } });
export const roles = (person_id: string, ...held: Role[]): Told => ({
  kind: 'stakeholder.roles_changed',
  body: { person_id, roles: held },
});
export const delegate = (person_id: string, delegate_id: string | null): Told => ({
  kind: 'stakeholder.delegate_named',
  body: { person_id, delegate_id },
});

const stance =
  (kind: EventKind) =>
  (person_id: string, job_id: string, more: Record<string, unknown> = {}): Told => ({
    kind,
    body: { person_id, job_id, ...more },
  });
export const agrees = stance('assent.given');
export const reaffirms = stance('assent.reaffirmed');
export const works = stance('assent.working');
export const withholds = stance('assent.withheld');
export const withdraws = stance('assent.withdrawn');
export const standsAside = stance('assent.aside');

/** Any other event. */
export const told = (kind: EventKind, body: Record<string, unknown>): Told => ({ kind, body });

export const requirement = (requirement_id: string, text: string, more = {}): Told =>
  told('requirement.changed', { requirement_id, text, ...more });
export const option = (option_id: string, name: string, more = {}): Told =>
  told('option.changed', { option_id, name, ...more });
export const netValue = (amount_minor: number, currency = 'EUR'): Told =>
  told('net_value.changed', { amount_minor, currency });
export const claim = (claim_id: string, value: unknown, more = {}): Told =>
  told('claim.changed', { claim_id, subject: 'support', attribute: 'answers within', value, unit: 'h', ...more });
export const contradiction = (contradiction_id: string, ...claim_ids: string[]): Told =>
  told('contradiction.opened', { contradiction_id, claim_ids });

export const on = (number: number, line: Told): Told => ({ ...line, occurred_at: day(number) });
export const knownOn = (number: number, line: Told): Told => ({ ...line, known_at: day(number) });
export const withId = (id: string, line: Told): Told => ({ ...line, id });
export const privately = (line: Told): Told => ({ ...line, zone: 'buyer' });
export const amongSellers = (line: Told): Told => ({ ...line, zone: 'seller' });
export const imported = (import_id: string, line: Told): Told => ({ ...line, import_id });
export const bySeller = (line: Told, id = 'sam'): Told => ({ ...line, actor: { kind: 'person', id, side: 'seller' } });
export const byBuyer = (id: string, line: Told): Told => ({ ...line, actor: { kind: 'person', id, side: 'buyer' } });
export const byAgent = (line: Told): Told => ({ ...line, actor: { kind: 'agent', id: 'agent', side: 'buyer' } });

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
