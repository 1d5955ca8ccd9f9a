import type { LedgerEvent } from './event.ts';
import { jobOf, type PurchaseState } from './state.ts';
import type { Zone } from './zone.ts';

/** In which zone the thing stands that a field of a body names; undefined where the state knows no such thing. */
const STANDS: Record<string, (state: PurchaseState, id: string) => Zone | undefined> = {
  job_id: (state, id) => jobOf(state, id)?.zone,
  person_id: (state, id) => state.stakeholders[id]?.zone,
  delegate_id: (state, id) => state.stakeholders[id]?.zone,
  requirement_id: ({ basis }, id) => basis.requirements[id]?.zone,
  option_id: ({ basis }, id) => basis.options[id]?.zone,
  claim_id: ({ basis }, id) => basis.claims[id]?.zone,
  claim_ids: ({ basis }, id) => basis.claims[id]?.zone,
  holds: ({ basis }, id) => basis.claims[id]?.zone,
  contradiction_id: ({ basis }, id) => basis.contradictions[id]?.zone ?? zoneOfFound(basis, id),
  used_for: (state, id) => jobOf(state, id)?.zone,
  assumption_id: ({ basis }, id) => basis.assumptions[id]?.zone,
  driver_id: ({ basis }, id) => basis.drivers[id]?.zone,
  question_id: ({ questions }, id) => questions[id]?.zone,
  answer_id: ({ questions }, id) => zoneOfAnswer(questions, id),
  to_id: (state, id) => state.stakeholders[id]?.zone,
  owner_id: (state, id) => state.stakeholders[id]?.zone,
  risk_id: ({ risks }, id) => risks[id]?.zone,
  step_id: ({ plan }, id) => plan.steps[id]?.zone,
  after_id: ({ plan }, id) => plan.steps[id]?.zone,
  depends_on: ({ plan }, id) => plan.steps[id]?.zone,
  file_id: ({ files }, id) => files[id]?.zone,
};

/** What was found between claims stands where the narrowest of them does. */
function zoneOfFound({ found, claims }: PurchaseState['basis'], id: string): Zone | undefined {
  const one = Object.values(found).find(({ contradiction_id }) => contradiction_id === id);
  const zones = one?.claim_ids.map((claim_id) => claims[claim_id]?.zone) ?? [];
  return zones.find((zone) => zone !== undefined && zone !== 'shared');
}

function zoneOfAnswer(questions: PurchaseState['questions'], id: string): Zone | undefined {
  for (const { answers } of Object.values(questions)) {
    const answer = answers.find(({ answer_id }) => answer_id === id);
    if (answer !== undefined) return answer.zone;
  }
  return undefined;
}

/** Kinds of which a purchase has one thing only, and where that stands. */
const ONLY: Partial<Record<LedgerEvent['kind'], (state: PurchaseState) => Zone | undefined>> = {
  'purchase.problem_stated': ({ basis }) => basis.problem?.zone,
  'net_value.changed': ({ basis }) => basis.net_value?.zone,
};

/** The default of what is left out, told apart from a list that happens to be empty. */
const NOTHING: readonly string[] = [];

/**
 * The own zone of a side where an event is about something that stands there only, else null: what one event implies takes
 * the narrowest zone of what it names (product rule 7). The state is the view of the side that writes, so that a zone
 * other than shared is its own.
 * @param leave_out fields that name what the event itself sets, where only what else it names matters
 */
export function narrowestZone(
  state: PurchaseState,
  { kind, body }: Pick<LedgerEvent, 'kind' | 'body'>,
  leave_out: readonly string[] = NOTHING,
): Zone | null {
  const zones = zonesNamed(state, body, leave_out);
  if (leave_out === NOTHING) zones.push(ONLY[kind]?.(state));
  return zones.find((zone) => zone !== undefined && zone !== 'shared') ?? null;
}

/** Where everything stands that a body names, in its fields and in the lists it has. */
function zonesNamed(state: PurchaseState, body: object, leave_out: readonly string[]): (Zone | undefined)[] {
  return Object.entries(body).flatMap(([field, value]) => {
    const stands = STANDS[field];
    if (leave_out.includes(field)) return [];
    if (stands !== undefined)
      return [value].flat().map((id) => (typeof id === 'string' ? stands(state, id) : undefined));
    if (!Array.isArray(value)) return [];
    return value.flatMap((part) => (typeof part === 'object' && part !== null ? zonesNamed(state, part, []) : []));
  });
}

/** The fields that name the one thing which an event of a kind sets. */
export const SETS: Partial<Record<LedgerEvent['kind'], readonly string[]>> = {
  'stakeholder.named': ['person_id'],
  'job.added': ['job_id'],
  'requirement.changed': ['requirement_id'],
  'option.changed': ['option_id'],
  'claim.changed': ['claim_id'],
  'contradiction.opened': ['contradiction_id'],
  'assumption.changed': ['assumption_id'],
  'driver.changed': ['driver_id'],
  'question.asked': ['question_id'],
  'question.answered': ['answer_id'],
  'risk.changed': ['risk_id'],
  'step.changed': ['step_id'],
  'file.changed': ['file_id'],
};
