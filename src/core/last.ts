import type { Command } from './decide.ts';
import { lastOfThread } from './question.ts';
import { type Assent, jobOf, type PurchaseState } from './state.ts';
import { isStanceKind, type StanceKind } from './statement.ts';

/** The event that last set the thing a command would change; null where it was not there, undefined where none is set. */
export function lastOf(command: Command, state: PurchaseState): string | null | undefined {
  const { basis } = state;
  switch (command.kind) {
    case 'requirement.changed':
      return basis.requirements[command.body.requirement_id]?.event_id ?? null;
    case 'option.changed':
      return basis.options[command.body.option_id]?.event_id ?? null;
    case 'option.costed':
      return basis.costs[command.body.option_id]?.event_id ?? null;
    case 'weights.stated':
    case 'weights.aside': {
      const { person_id } = command.body;
      return (basis.weights[person_id] ?? basis.weights_aside[person_id])?.event_id ?? null;
    }
    case 'score.changed':
      return basis.scores[JSON.stringify([command.body.option_id, command.body.requirement_id])]?.event_id ?? null;
    case 'claim.changed':
      return basis.claims[command.body.claim_id]?.event_id ?? null;
    case 'assumption.changed':
      return basis.assumptions[command.body.assumption_id]?.event_id ?? null;
    case 'driver.changed':
      return basis.drivers[command.body.driver_id]?.event_id ?? null;
    case 'file.changed':
      return state.files[command.body.file_id]?.event_id ?? null;
    case 'case.set':
      return basis.terms.event_id;
    case 'realised.recorded':
      return basis.realised[`${command.body.driver_id} ${command.body.month}`]?.event_id ?? null;
    case 'assumption.judged':
      return basis.assumptions[command.body.assumption_id]?.event_id ?? null;
    case 'purchase.problem_stated':
      return basis.problem?.event_id ?? null;
    case 'net_value.changed':
      return basis.net_value?.event_id ?? null;
    case 'job.reworded':
    case 'job.rule_changed':
    case 'job.removed':
      return jobOf(state, command.body.job_id)?.event_id ?? null;
    case 'stakeholder.roles_changed':
    case 'stakeholder.delegate_named':
    case 'stakeholder.left':
      return state.stakeholders[command.body.person_id]?.event_id ?? null;
    default:
      return isStanceKind(command.kind)
        ? (assentOf(command as StanceCommand, state)?.event_id ?? null)
        : lastInRoom(command, state);
  }
}

/** The same for what helps a group to get on: its plan, its questions, its risks. */
function lastInRoom(command: Command, { plan, questions, risks }: PurchaseState): string | null | undefined {
  switch (command.kind) {
    case 'step.changed':
      return plan.steps[command.body.step_id]?.event_id ?? null;
    case 'plan.set':
      return plan.terms.event_id;
    case 'question.closed':
    case 'answer.accepted':
      return lastOfThread(questions[command.body.question_id]);
    case 'risk.changed':
      return risks[command.body.risk_id]?.event_id ?? null;
    default:
      return undefined;
  }
}

type StanceCommand = Extract<Command, { kind: StanceKind }>;
/** What the person of a statement last said of its job. */
export const assentOf = (event: { body: StanceCommand['body'] }, state: PurchaseState): Assent | undefined =>
  jobOf(state, event.body.job_id)?.assents[event.body.person_id];
