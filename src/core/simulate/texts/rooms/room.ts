import type { InternalKind, OWNER_ROLES } from '../../../body/plan.ts';
import type { RiskState } from '../../../body/risk.ts';
import type { Side } from '../../../body/words.ts';
import type { PlanTemplateName } from '../../../plan/templates.ts';

/** What someone of the supplier does; the rest of the owners' roles are the buyers'. */
export type SellerRole = 'sales' | 'solutions' | 'implementation' | 'support';
export type AnyRole = (typeof OWNER_ROLES)[number];
/** Where a thing stands that is not shared. */
export type OwnZone = 'buyer' | 'seller';

/** A step that the template of the plan does not have. */
export interface OwnStep {
  key: string;
  name: string;
  owner: `${Side} ${AnyRole}`;
  /** By when, as a share of the planned course of the purchase. */
  due: number;
  duration_days: number;
  /** Steps of the plan, own or the template's, by their keys. */
  after?: readonly string[];
  job_id?: string;
  internal?: InternalKind;
  checklist?: readonly string[];
  /** What is said of it while it is under way. */
  said?: readonly (readonly [Side, string])[];
  zone?: OwnZone;
}

/** Something that is asked, and how that goes on. */
export interface AskText {
  /** Who asks: a role of the buying group, or someone of the supplier. */
  who: AnyRole;
  text: string;
  /** Who answers, and what; left out: nobody has answered yet. */
  answer?: readonly [by: AnyRole, text: string];
  /** What whoever asked adds after that; it does not count as taking the answer. */
  but?: string;
  /** What the answer becomes once it is taken. */
  claim?: readonly [subject: string, attribute: string, value: number | string | boolean, unit?: string];
  job_id?: string;
  zone?: OwnZone;
  anonymous?: true;
}

export interface RiskText {
  text: string;
  for_whom: string;
  likelihood: number;
  impact: number;
  mitigation: string;
  owner: AnyRole;
  zone?: OwnZone;
  /** How it stands later on; left out: it stays open. */
  ends?: RiskState;
}

export interface LinkText {
  name: string;
  link: string;
  by: Side;
  job_id?: string;
  zone?: OwnZone;
}

/** What stands in the room of one kind of purchase. Everything in it is invented. */
export interface RoomTexts {
  template: PlanTemplateName;
  steps: readonly OwnStep[];
  /** In the order in which they are asked. */
  asks: readonly AskText[];
  /** What was asked lately and waits. */
  waiting: readonly AskText[];
  risks: readonly RiskText[];
  links: readonly LinkText[];
}
