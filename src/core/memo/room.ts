import { type ScheduledStep, scheduleOf } from '../plan/schedule.ts';
import type { Step } from '../plan/step.ts';
import { isLiveRisk, risksInOrder } from '../risk.ts';
import { personName } from '../sentence.ts';
import { left, type Making, type MemoBlock, paragraph, right } from './model.ts';
import { countText, dayText, oneLine, plainText } from './writing.ts';

/** What could go wrong and what is done about it, the weightiest first; what was settled is only counted. */
export function risksSection({ state }: Making): MemoBlock[] {
  const all = risksInOrder(Object.values(state.risks));
  const live = all.filter(isLiveRisk);
  const settled = all.length - live.length;
  if (all.length === 0) return [paragraph('No risk was noted.')];
  const rest = settled === 0 ? '' : ` ${countText(settled, 'more was', 'more were')} settled.`;
  return [
    paragraph(`${countText(live.length, 'risk is', 'risks are')} watched.${rest}`),
    ...(live.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            title: 'Risks',
            columns: [left('What could go wrong', 4), right('Likely'), right('Bad'), left('What is done about it', 4)],
            rows: live.map((risk) => [
              oneLine(risk.text),
              `${risk.likelihood} of 5`,
              `${risk.impact} of 5`,
              oneLine(risk.mitigation ?? '') || 'nothing yet',
            ]),
          },
        ]),
  ];
}

/** The steps that are still to be done, and when all is likely done. */
export function planSection({ state, people, now }: Making): MemoBlock[] {
  const { plan } = state;
  const steps = Object.values(plan.steps);
  if (steps.length === 0) return [paragraph('There is no plan yet.')];
  const schedule = scheduleOf(plan, now.slice(0, 10));
  const placed = steps
    .flatMap((step): [Step, ScheduledStep][] => {
      const at = schedule.steps[step.step_id];
      return at === undefined || step.state === 'done' ? [] : [[step, at]];
    })
    .sort(([, one], [, other]) => (one.likely_on < other.likely_on ? -1 : 1));
  const done = countText(steps.length - placed.length, 'step is', 'steps are');
  const target = plan.terms.target_on === null ? '' : ` The target is ${dayText(plan.terms.target_on)}.`;
  const likely = schedule.likely_on === null ? '' : ` All is likely done on ${dayText(schedule.likely_on)}.`;
  const owner = ({ owner_id, owner_role, owner_side }: Step): string =>
    owner_id !== null && people === 'names'
      ? oneLine(personName(state, owner_id))
      : plainText(
          owner_role ?? (owner_side === 'seller' ? 'the supplier' : owner_side === 'buyer' ? 'our side' : 'open'),
        );
  return [
    paragraph(`${done} done, ${placed.length} to go.${target}${likely} Doing a step agrees to nothing.`),
    ...(placed.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            title: 'What is still to be done',
            columns: [left('Step', 4), left('Who', 2), left('Planned', 2), left('Likely', 2)],
            rows: placed.map(([step, at]) => [
              oneLine(step.name),
              owner(step),
              at.due_on === null ? 'not said' : dayText(at.due_on),
              dayText(at.likely_on),
            ]),
          },
        ]),
  ];
}
