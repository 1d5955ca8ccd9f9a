import type { BodyOf } from '../../event.ts';

type OptionKind = BodyOf<'option.changed'>['kind'];
type Priority = BodyOf<'requirement.changed'>['priority'];

/** Something said about a supplier or the present state by two sources that disagree. */
export interface Disagreement {
  subject: string;
  attribute: string;
  unit?: string;
  /** Each with the source that says so. */
  values: readonly [readonly [number | string, string], readonly [number | string, string]];
  /** What the group says when it notices. */
  note: string;
}

/** What people who come late add to the requirements. */
export interface LateRequirements {
  security: readonly string[];
  legal: readonly string[];
  finance: readonly string[];
  user: readonly string[];
}

/** All that is written for one kind of purchase. Everything in it is invented. */
export interface KindTexts {
  kind: string;
  /** What the purchase is called. */
  names: readonly string[];
  /** What the accounts that buy it do; the second half of their names. */
  trades: readonly string[];
  champion: readonly string[];
  users: readonly string[];
  /** The first statement of the problem, then how it is put once more people have looked at it. */
  problems: readonly [string, string, ...string[]];
  options: readonly (readonly [name: string, kind: OptionKind])[];
  requirements: readonly (readonly [text: string, priority: Priority])[];
  late: LateRequirements;
  claims: readonly Disagreement[];
  assumptions: readonly (readonly [name: string, value: number, unit: string])[];
  /** Usual amounts, in whole euros. */
  amount_eur: readonly [low: number, high: number];
}
