import type { Side } from '../core/body/words.ts';

/**
 * What one row of a source says, before a mapping gives it a meaning. A part that the row does not have is ''. All that
 * tells one row from another stands here, because the ids of events are made from it.
 */
export interface Fact {
  /** The source's own id of the purchase. */
  case_id: string;
  /** When it happened, epoch milliseconds; `UNTIMED` where the source says nothing. */
  time_ms: number;
  /** Line of the file, for refusals. */
  line: number;
  /** How many facts were read before it: the order of equal times. */
  order: number;
  name: string;
  account: string;
  /** The word of the mapping's activities that fits, else the source's word. */
  activity: string;
  /** Who did it or took part, as the source names them. */
  person: string;
  /** On which side that person is; '' for the side of the persons of the mapping. */
  person_side: Side | '';
  person_name: string;
  /** Where in the organisation the person is. */
  person_function: string;
  /** Who of the selling side did it, where `person` is somebody else. */
  by: string;
  /** Which sides took part; '' where only the mapping tells. */
  side: Side | 'both' | '';
  /** Whole minor units of `currency`; null for none. */
  amount_minor: number | null;
  currency: string;
  channel: string;
  stage: string;
  /** The chance of winning, 0 to 1; null where the source says none. */
  odds: number | null;
  /** The day on which the source expects the end, `2018-05-28`. */
  closes_on: string;
  outcome: string;
  duration_s: number | null;
}

/** Before all times: such a fact takes the time of the first of its purchase that has one. */
export const UNTIMED = -8.64e15;

/** A fact of which only the purchase and the time are known. */
export function bareFact(case_id: string, time_ms: number, line: number, order: number): Fact {
  return {
    case_id,
    time_ms,
    line,
    order,
    name: '',
    account: '',
    activity: '',
    person: '',
    person_side: '',
    person_name: '',
    person_function: '',
    by: '',
    side: '',
    amount_minor: null,
    currency: '',
    channel: '',
    stage: '',
    odds: null,
    closes_on: '',
    outcome: '',
    duration_s: null,
  };
}

/** All of a fact that tells it from others of its purchase; where it stood in the file does not. */
export function contentOf(fact: Fact): string {
  const { activity, person, stage, outcome, name, account, amount_minor, currency, channel, side } = fact;
  const main = `${fact.time_ms}\0${activity}\0${person}\0${stage}\0${outcome}\0${name}\0${account}\0${amount_minor}\0${currency}\0${channel}\0${side}`;
  const { person_side, person_name, person_function, by, odds, closes_on, duration_s } = fact;
  return `${main}\0${person_side}\0${person_name}\0${person_function}\0${by}\0${odds}\0${closes_on}\0${duration_s}`;
}
