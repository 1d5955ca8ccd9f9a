/*
 * The pulse: at most one short question at a time, skippable, for each person at most one a week.
 *
 *   nothing said yet ──(says how a job stands, or came in a day ago)──▶ due
 *   due ──(answered | skipped)──▶ rests a week ──▶ due: what was never asked first, then what was asked longest ago
 *
 * An answer is read by the person who gave it and by nobody else, not even colleagues: the ledger holds it in the buyer zone,
 * and the database shows it to its author only. What the group sees is a sum, under the rule that also keeps buyers'
 * private answers from sellers (`release.ts`), with 3 people instead of 5: counted when a week begins, over 3 people or
 * more, and anew only after 3 or more of them answered otherwise. Else a colleague could tell one person's answer from how
 * the sum moved. The group sees its sum before any seller does: sellers get sums over all rooms, from 5 people on.
 */
import { refusals } from '../catalogue/refusals.ts';
import { PULSE_ITEMS, type PulseItem } from './body/pulse.ts';
import { isActive } from './completion.ts';
import type { EventOf, LedgerEvent } from './event.ts';
import type { Rejection } from './refusal.ts';
import { type Answer, type Basis, FEWEST_CHANGED, releaseWeek, stepsSince } from './release.ts';
import type { PulseAnswer, PurchaseState } from './state.ts';

/** A person is asked at most once in so long. */
export const PULSE_REST_MS = 7 * 86_400_000;
/** Who only came in looks around first. */
const SETTLING_IN_MS = 86_400_000;

/** Takes down an answer, or that a question was skipped. */
export function pulsed(draft: PurchaseState, { body, occurred_at }: EventOf<'pulse.answered' | 'pulse.skipped'>): void {
  const value = 'value' in body ? body.value : null;
  draft.pulses[body.person_id] = [...(draft.pulses[body.person_id] ?? []), { item: body.item, value, at: occurred_at }];
}

/** Why a person is not asked now; null for every other kind of event. Holds when deciding. */
export function refusalOfPulse(event: LedgerEvent, state: PurchaseState): Rejection | null {
  if (event.kind !== 'pulse.answered' && event.kind !== 'pulse.skipped') return null;
  if (!isResting(state, event.body.person_id, event.occurred_at)) return null;
  const message = refusals.you_were_asked_within;
  return { code: 'pulse.not_due', message };
}

/** Whether a person was asked within the last week. @param now ISO 8601 in UTC */
function isResting(state: PurchaseState, person_id: string, now: string): boolean {
  const last = state.pulses[person_id]?.at(-1);
  return last !== undefined && Date.parse(now) - Date.parse(last.at) < PULSE_REST_MS;
}

/**
 * The question that a person can be asked now; null where none is due: in the first day before they said anything, within
 * a week of the last one, after the purchase ended, and for who is not of the group.
 * @param state the buyers' view, or what of it the person may read
 * @param now ISO 8601 in UTC
 */
export function duePulse(state: PurchaseState, person_id: string, now: string): PulseItem | null {
  const person = state.stakeholders[person_id];
  if (person === undefined || !isActive(person) || state.outcome !== null || state.view !== 'buyer') return null;
  const spoke = state.jobs.some((job) => job.assents[person_id] !== undefined);
  const here_ms = person.entered_at === null ? 0 : Date.parse(now) - Date.parse(person.entered_at);
  if (!spoke && here_ms < SETTLING_IN_MS) return null;
  if (isResting(state, person_id, now)) return null;
  const asked = (item: PulseItem): string => state.pulses[person_id]?.findLast((one) => one.item === item)?.at ?? '';
  // Sorting is stable: among those never asked, the first of the list comes first.
  return [...PULSE_ITEMS].sort((a, b) => (asked(a) < asked(b) ? -1 : asked(a) > asked(b) ? 1 : 0))[0] ?? null;
}

/** What a group says to one question, over how many of its people; counted when the ISO week began. */
export interface PulseResult {
  item: PulseItem;
  week: string;
  people: number;
  /** 1 to 5. */
  mean: number;
}

/** What the group may see of its own answers now, in the order of the items. @param now ISO 8601 in UTC */
export const pulseResults = (state: PurchaseState, now: string): PulseResult[] =>
  PULSE_ITEMS.flatMap((item) => resultOf(state, item, releaseWeek(now).from) ?? []);

/** The last result that was released before an instant: every week in which somebody answered is gone through in order. */
function resultOf(state: PurchaseState, item: PulseItem, until: string): PulseResult | null {
  const given = Object.entries(state.pulses).flatMap(([person_id, answers]) =>
    answers.flatMap((one) =>
      one.item === item && one.value !== null ? [{ ...one, person_id, value: one.value }] : [],
    ),
  );
  // An answer counts from the Monday after it on.
  const mondays = new Set(given.map(({ at }) => nextMonday(at)).filter((monday) => monday <= until));
  const released: Basis[] = [];
  let last: PulseResult | null = null;
  for (const monday of [...mondays].sort()) {
    const latest = new Map<string, number>();
    for (const { person_id, value, at } of given.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
      if (at < monday) latest.set(person_id, value);
    }
    if (latest.size < FEWEST_CHANGED) continue;
    const basis = Object.fromEntries([...latest].map(([person_id, value]) => [person_id, String(value)]));
    if (!stepsSince(released, basis).every((changed) => changed >= FEWEST_CHANGED)) continue;
    released.push(basis);
    const sum = [...latest.values()].reduce((all, value) => all + value, 0);
    last = {
      item,
      week: releaseWeek(monday).week,
      people: latest.size,
      mean: Math.round((10 * sum) / latest.size) / 10,
    };
  }
  return last;
}

const nextMonday = (at: string): string => new Date(Date.parse(releaseWeek(at).from) + PULSE_REST_MS).toISOString();

export const pulseFigure = (item: PulseItem): string => `pulse/${item}`;

/** The last answer of each person of a purchase to each question, for `releasesOf`. @param state the buyers' view */
export function pulseAnswers({ purchase_id, pulses }: PurchaseState): Answer[] {
  const lastOf = (answers: readonly PulseAnswer[], item: PulseItem): number | null =>
    answers.findLast((one) => one.item === item && one.value !== null)?.value ?? null;
  return Object.entries(pulses).flatMap(([contributor, answers]) =>
    PULSE_ITEMS.flatMap((item): Answer[] => {
      const value = lastOf(answers, item);
      return value === null ? [] : [{ contributor, purchase_id, figure: pulseFigure(item), part_of: null, value }];
    }),
  );
}
