import { listed } from '../catalogue/format.ts';
import { stuckTexts } from '../catalogue/next-things.ts';
import { sentences } from '../catalogue/sentences.ts';
import { activeStakeholders, type Completion, completionOf, isHeld } from './completion.ts';
import { begun, causeClause, missingSummary, personName } from './sentence.ts';
import type { Assent, Job, PurchaseState } from './state.ts';

/** A job that is not complete: for whom, why, and the one thing that would help. */
export interface StuckJob {
  job_id: string;
  name: string;
  /** Those whose assent it needs and does not have, by name, and roles that nobody holds. */
  for_whom: string[];
  why: string;
  help: string;
}

/**
 * The jobs to decide by (after buying: those that follow) that are not complete, those first that people are at: reopened,
 * then with something said, then with evidence only. Empty for a purchase that ended otherwise, or is held.
 * @param state what the seller may read
 */
export function stuckJobs(state: PurchaseState): StuckJob[] {
  const { outcome } = state;
  if (isHeld(state) && outcome === null) return [];
  if (outcome !== null && outcome.outcome !== 'bought') return [];
  const phase = outcome === null ? 'decide' : 'after';
  return state.jobs
    .filter((job) => job.phase === phase)
    .map((job) => ({ job, completion: completionOf(state, job) }))
    .filter(({ completion }) => !completion.complete)
    .sort((a, b) => distanceOf(a.job) - distanceOf(b.job))
    .map(({ job, completion }) => stuckJob(state, job, completion));
}

const distanceOf = (job: Job): number => {
  if (job.complete.length > 0) return 0;
  if (Object.keys(job.assents).length > 0) return 1;
  return job.indicated.level === 'none' ? 3 : 2;
};

function stuckJob(state: PurchaseState, job: Job, completion: Completion): StuckJob {
  const ended = job.complete.at(-1)?.ended;
  const missing = `${begun(missingSummary(state, job, completion))}.`;
  return {
    job_id: job.job_id,
    name: job.name,
    for_whom: [
      ...completion.missing_people.map((person_id) => personName(state, person_id)),
      ...completion.unheld_roles.map((role) => stuckTexts.nobody_yet(sentences.role(role))),
    ],
    why: ended ? stuckTexts.reopened(causeClause(state, ended), missing) : missing,
    help: helpFor(state, job, completion),
  };
}

/** The one thing that would help a job most; the first that applies. */
function helpFor(state: PurchaseState, job: Job, completion: Completion): string {
  const people = activeStakeholders(state).map(({ person_id }) => ({ person_id, assent: job.assents[person_id] }));
  return (
    helpWithClaims(state, job) ??
    helpWithNo(state, people) ??
    helpWithShaken(state, people) ??
    helpWithGroup(state, completion) ??
    helpWithSilence(state, job, completion)
  );
}

/** More people than this are counted, not named. */
const MANY = 4;

interface Said {
  person_id: string;
  assent: Assent | undefined;
}

function helpWithClaims(state: PurchaseState, job: Job): string | null {
  const open = Object.values(state.basis.contradictions).filter(({ resolved_at }) => resolved_at === null);
  if (open.length === 0 || !job.rests_on.includes('claims_used')) return null;
  const [first] = open;
  return stuckTexts.clear_up(first?.note ?? null);
}

function helpWithNo(state: PurchaseState, people: readonly Said[]): string | null {
  const no = people.filter(({ assent }) => assent?.state === 'withheld');
  const said = no.find(({ assent }) => (assent?.reason ?? '') !== '');
  if (said !== undefined) return stuckTexts.answer(personName(state, said.person_id), said.assent?.reason ?? '');
  const [silent] = no;
  if (silent === undefined) return null;
  const whom = new Set([personName(state, silent.person_id), championOf(state)]);
  return stuckTexts.ask_what([...whom]);
}

function helpWithShaken(state: PurchaseState, people: readonly Said[]): string | null {
  const shaken = people.filter(({ assent }) => (assent?.shaken.length ?? 0) > 0);
  const cause = shaken[0]?.assent?.shaken[0];
  if (cause === undefined) return null;
  const names = shaken.map(({ person_id }) => personName(state, person_id));
  const whom = names.length > MANY ? stuckTexts.many_people(names.length) : listed(names);
  return stuckTexts.show(whom, causeClause(state, cause));
}

function helpWithGroup(state: PurchaseState, { unheld_roles, missing_people }: Completion): string | null {
  if (unheld_roles.length > 0) return stuckTexts.ask_who(championOf(state), unheld_roles.map(sentences.role));
  const away = missing_people.filter((person_id) => state.stakeholders[person_id]?.entered_at === null);
  if (away.length === 0) return null;
  return stuckTexts.bring_in(
    championOf(state),
    away.map((id) => personName(state, id)),
  );
}

function helpWithSilence(state: PurchaseState, { name }: Job, { missing_people }: Completion): string {
  const [first] = missing_people;
  if (first === undefined) return stuckTexts.who_else(championOf(state), name);
  return stuckTexts.what_open(personName(state, first), name);
}

/** Whom to turn to: the champion by name, where there is one. */
function championOf(state: PurchaseState): string {
  const champion = activeStakeholders(state).find(({ roles }) => roles.includes('champion'));
  return champion === undefined ? stuckTexts.someone : personName(state, champion.person_id);
}
