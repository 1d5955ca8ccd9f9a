import { isHeld } from '../completion.ts';
import { askEveryone, turnAway } from './assenting.ts';
import { DAY_MS } from './calendar.ts';
import { act, actAnyway, activeMembers, after, at, buyer, type Course, champion, shareOf } from './course.ts';
import { chosenKind } from './options.ts';
import { addRequirement } from './requirements.ts';
import { carryOut, takeOut } from './room/after.ts';
import {
  BOUGHT_REASONS,
  LOST_REASONS,
  NO_DECISION_REASONS,
  OVERRULED_REASONS,
  REVIVED_REASONS,
} from './texts/reasons.ts';
import { realise } from './valuecase.ts';

/** Before this share nobody decides: something is still going to change. */
const EARLIEST = 0.78;
/** At this share it is decided in any case. */
const LATEST = 1.3;

/** Writes into the agenda how the purchase ends, where it does. */
export function ending(course: Course): void {
  const { plan, random } = course;
  if (plan.revival !== null) reviveLater(course, plan.revival.ends_at, plan.revival.revives_at);
  if (plan.standing === 'shaken') shakeLast(course);
  if (plan.blocked_from !== null) at(course, plan.blocked_from + 0.12, () => turnAway(course));
  if (plan.outcome === null) return;
  if (plan.outcome === 'no_decision') {
    at(course, Math.max(plan.revival?.revives_at ?? 0, random.between(0.92, 1.15)) + 0.05, () => end(course));
    return;
  }
  if (plan.overruled) at(course, random.between(1, 1.1), () => end(course));
  else for (let share = EARLIEST; share < LATEST; share += 0.01) at(course, share, () => decideWhenHeld(course));
  at(course, plan.outcome === 'lost' ? random.between(1.05, 1.2) : LATEST, () => end(course));
}

/** Held: the group meets some days later, and decides if it still is. */
function decideWhenHeld(course: Course): void {
  const { state, random, plan } = course;
  if (course.decision_planned || state.outcome !== null || !isHeld(state)) return;
  if (plan.revival !== null && shareOf(course) < plan.revival.revives_at) return;
  course.decision_planned = true;
  after(course, (random.between(1, 9) * DAY_MS) / plan.span_ms, () => {
    course.decision_planned = false;
    if (isHeld(state)) end(course);
  });
}

function end(course: Course): void {
  const { state, plan, random } = course;
  if (state.outcome !== null || plan.outcome === null) return;
  const reasons = {
    bought: isHeld(state) ? BOUGHT_REASONS : OVERRULED_REASONS,
    lost: LOST_REASONS[chosenKind(course)] ?? NO_DECISION_REASONS,
    no_decision: NO_DECISION_REASONS,
  };
  const reason = random.pick(reasons[plan.outcome]);
  act(course, champion(course), { kind: 'purchase.outcome_reached', body: { outcome: plan.outcome, reason } });
  if (plan.outcome === 'bought') afterwards(course);
  else takeOut(course);
}

/** What comes after the decision: the jobs of the after phase, where the purchase has some. */
function afterwards(course: Course): void {
  realise(course);
  carryOut(course);
  const jobs = course.state.jobs.filter(({ phase }) => phase === 'after');
  jobs.forEach(({ job_id }, place) => {
    for (const { person_id } of activeMembers(course)) {
      after(course, 0.05 + 0.07 * place + course.random.between(0, 0.05), () => {
        actAnyway(course, buyer(person_id), { kind: 'assent.given', body: { job_id, person_id } });
      });
    }
  });
}

/** The purchase ends without a decision, and goes on some time later: all that was agreed is shaken. */
function reviveLater(course: Course, ends_at: number, revives_at: number): void {
  const { random, state, quiet } = course;
  at(course, ends_at, () => {
    const from_ms = course.clock_ms;
    const reason = random.pick(NO_DECISION_REASONS);
    act(course, champion(course), { kind: 'purchase.outcome_reached', body: { outcome: 'no_decision', reason } });
    quiet.push({ from_ms, to_ms: Number.POSITIVE_INFINITY });
    at(course, revives_at, () => {
      const last = quiet.at(-1);
      if (last === undefined || state.outcome === null) return;
      last.to_ms = course.clock_ms;
      // Half are taken up again in so many words, the others by simply going on.
      if (random.chance(0.5)) {
        actAnyway(course, champion(course), {
          kind: 'purchase.revived',
          body: { reason: random.pick(REVIVED_REASONS) },
        });
        askEveryone(course);
      } else {
        reopenByActing(course);
      }
    });
  });
}

/** A new requirement is activity of the group and revives by itself. */
function reopenByActing(course: Course): void {
  const text = course.plan.texts.late.finance[0];
  if (text === undefined) return;
  const body = { requirement_id: `requirement-${course.random.word().toString(36)}`, text, priority: 'must' as const };
  actAnyway(course, champion(course), { kind: 'requirement.changed', body });
  askEveryone(course);
}

/** Shortly before now something changes, and hardly anyone has looked again. */
function shakeLast(course: Course): void {
  const { plan, random } = course;
  const share = (plan.now_ms - random.between(0.4, 2.5) * DAY_MS - plan.opened_ms) / plan.span_ms;
  at(course, share, () => addRequirement(course));
}
