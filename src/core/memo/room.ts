import { memoFrame, memoRoom } from '../../catalogue/memo-document.ts';
import { sentences } from '../../catalogue/sentences.ts';
import { type ScheduledStep, scheduleOf } from '../plan/schedule.ts';
import type { Step } from '../plan/step.ts';
import { isLiveRisk, risksInOrder } from '../risk.ts';
import { personName } from '../sentence.ts';
import { left, type Making, type MemoBlock, paragraph, right } from './model.ts';
import { dayText, oneLine } from './writing.ts';

/** What could go wrong and what is done about it, the weightiest first; what was settled is only counted. */
export function risksSection({ state }: Making): MemoBlock[] {
  const all = risksInOrder(Object.values(state.risks));
  const live = all.filter(isLiveRisk);
  const settled = all.length - live.length;
  if (all.length === 0) return [paragraph(memoRoom.no_risk)];
  const [what, likely, bad, done] = memoRoom.risk_columns;
  return [
    paragraph(memoRoom.watched(live.length, settled)),
    ...(live.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            title: memoRoom.risks,
            columns: [left(what, 4), right(likely), right(bad), left(done, 4)],
            rows: live.map((risk) => [
              oneLine(risk.text),
              memoRoom.of_5(risk.likelihood),
              memoRoom.of_5(risk.impact),
              oneLine(risk.mitigation ?? '') || memoRoom.nothing_yet,
            ]),
          },
        ]),
  ];
}

/** The steps that are still to be done, and when all is likely done. */
export function planSection({ state, people, now }: Making): MemoBlock[] {
  const { plan } = state;
  const steps = Object.values(plan.steps);
  if (steps.length === 0) return [paragraph(memoRoom.no_plan)];
  const schedule = scheduleOf(plan, now.slice(0, 10));
  const placed = steps
    .flatMap((step): [Step, ScheduledStep][] => {
      const at = schedule.steps[step.step_id];
      return at === undefined || step.state === 'done' ? [] : [[step, at]];
    })
    .sort(([, one], [, other]) => (one.likely_on < other.likely_on ? -1 : 1));
  const target = plan.terms.target_on === null ? '' : dayText(plan.terms.target_on);
  const likely = schedule.likely_on === null ? '' : dayText(schedule.likely_on);
  const owner = ({ owner_id, owner_role, owner_side }: Step): string => {
    if (owner_id !== null && people === 'names') return oneLine(personName(state, owner_id));
    if (owner_role !== null) return sentences.role(owner_role);
    if (owner_side === 'seller') return memoRoom.supplier;
    return owner_side === 'buyer' ? memoRoom.our_side : memoRoom.open;
  };
  const [what, who, planned, likely_on] = memoRoom.step_columns;
  return [
    paragraph(memoRoom.progress(steps.length - placed.length, placed.length, target, likely)),
    ...(placed.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            title: memoRoom.to_do,
            columns: [left(what, 4), left(who, 2), left(planned, 2), left(likely_on, 2)],
            rows: placed.map(([step, at]) => [
              oneLine(step.name),
              owner(step),
              at.due_on === null ? memoFrame.not_said : dayText(at.due_on),
              dayText(at.likely_on),
            ]),
          },
        ]),
  ];
}
