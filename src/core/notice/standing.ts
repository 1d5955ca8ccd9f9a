import { isActive, isComplete, isHeld } from '../completion.ts';
import { firstAnswer, statusOf } from '../question.ts';
import type { PurchaseState } from '../state.ts';

/** What of a purchase people are told of when it changes, as one view knows it. */
export interface NoticeStanding {
  held: boolean;
  complete: ReadonlySet<string>;
  jobs: ReadonlySet<string>;
  /** By person and job: the events that shook the assent. */
  shaken: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  /** Who does not agree to what, as `person job`. */
  withheld: ReadonlySet<string>;
  roles: ReadonlyMap<string, readonly string[]>;
  /** By person: the jobs that need them by their role, and that they said nothing of. */
  needed: ReadonlyMap<string, ReadonlySet<string>>;
  /** By person: the questions that wait for their answer, and theirs that wait for a word on an answer. */
  waiting: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What is compared from one change to the next; small, so that it can be kept for each of many changes. */
export function standingOf(state: PurchaseState): NoticeStanding {
  const shaken = new Map<string, Map<string, string[]>>();
  const withheld = new Set<string>();
  const needed = new Map<string, Set<string>>();
  const people = Object.values(state.stakeholders).filter(isActive);
  for (const { job_id, assents, required_roles } of state.jobs) {
    for (const [person_id, assent] of Object.entries(assents)) {
      if (assent.state === 'withheld') withheld.add(`${person_id} ${job_id}`);
      if (assent.state !== 'given' || assent.shaken.length === 0) continue;
      const of_person = shaken.get(person_id) ?? new Map<string, string[]>();
      shaken.set(
        person_id,
        of_person.set(
          job_id,
          assent.shaken.map(({ event_id }) => event_id),
        ),
      );
    }
    for (const { person_id, roles } of people) {
      if (assents[person_id] !== undefined || !required_roles.some((role) => roles.includes(role))) continue;
      needed.set(person_id, (needed.get(person_id) ?? new Set<string>()).add(job_id));
    }
  }
  return {
    held: isHeld(state),
    complete: new Set(state.jobs.filter(isComplete).map(({ job_id }) => job_id)),
    jobs: new Set(state.jobs.map(({ job_id }) => job_id)),
    shaken,
    withheld,
    roles: new Map(people.map(({ person_id, roles }) => [person_id, [...roles]])),
    needed,
    waiting: waitingIn(state),
  };
}

/** Of what was asked without a name nobody knows whose it is; they see it on the page of the answers. */
function waitingIn({ questions }: PurchaseState): Map<string, Set<string>> {
  const waiting = new Map<string, Set<string>>();
  for (const question of Object.values(questions)) {
    const status = statusOf(question);
    if (status === 'accepted' || status === 'closed') continue;
    // Who adds to a question of their own does not answer it.
    const is_answered = firstAnswer(question) !== undefined;
    const whose = is_answered ? question.by : question.to_id;
    if (whose === null) continue;
    waiting.set(whose, (waiting.get(whose) ?? new Set()).add(`${is_answered} ${question.question_id}`));
  }
  return waiting;
}
