import { plain } from '../catalogue/format.ts';
import { causes, sentences } from '../catalogue/sentences.ts';
import type { Role } from './body/words.ts';
import { activeStakeholders, type Completion, completionOf } from './completion.ts';
import { saidByClaims } from './contradiction.ts';
import type { Cause, Job, PurchaseState } from './state.ts';

/** What someone is known by: their name, or else what they are. Kept where a sentence is made only when it is shown. */
export interface Called {
  name: string | null;
  role: Role | null;
  /** They belong, or belonged, to the group. */
  known: boolean;
}

/** What a person of this view is known by. */
export function calledOf(state: PurchaseState, person_id: string | null): Called {
  const person = person_id === null ? undefined : state.stakeholders[person_id];
  return { name: person?.name ?? null, role: person?.roles[0] ?? null, known: person !== undefined };
}

/** Someone's name, or what they are, in words. */
export function calledText({ name, role, known }: Called): string {
  if (!known) return sentences.someone;
  return name ?? (role === null ? sentences.stakeholder : sentences.role(role));
}

/** A person's name in this view, or what they are. */
export const personName = (state: PurchaseState, person_id: string | null): string =>
  calledText(calledOf(state, person_id));

/** The completion rule of a job as one sentence, with the numbers of now. */
export function ruleSentence(state: PurchaseState, job: Job): string {
  const { counted, needed } = completionOf(state, job);
  const nobody = activeStakeholders(state).length === 0 ? sentences.nobody_named : sentences.everyone_aside;
  const now = counted === 0 ? nobody : sentences.now_needed(Math.max(needed, 1), counted);
  return sentences.rule(job.required_roles.map(sentences.role), job.quorum, now);
}

/** Something that keeps a job from being complete, in no language. */
export type Missing =
  | { code: 'role'; role: Role }
  | { code: 'not_looked' | 'aside' | 'withheld' | 'not_yet'; who: Called }
  | { code: 'besides'; count: number; named: boolean };

/** What still keeps a job from being complete; empty for a complete job. */
export function missingOf(
  state: PurchaseState,
  job: Job,
  completion: Completion = completionOf(state, job),
): Missing[] {
  if (completion.complete) return [];
  const missing: Missing[] = completion.unheld_roles.map((role: Role) => ({ code: 'role', role }));
  for (const person_id of completion.missing_people) {
    const stance = job.assents[person_id]?.state;
    const code =
      stance === 'given' ? 'not_looked' : stance === 'aside' || stance === 'withheld' ? stance : ('not_yet' as const);
    missing.push({ code, who: calledOf(state, person_id) });
  }
  // Those named above count too: what is told is how many are missing besides them.
  const named = completion.missing_people.length;
  const count = Math.max(completion.needed, 1) - completion.given - named;
  if (count > 0) missing.push({ code: 'besides', count, named: named > 0 });
  return missing;
}

/** One thing that is missing, as a plain clause. */
export function missingClause(missing: Missing): string {
  if (missing.code === 'role') return sentences.missing.role(sentences.role(missing.role));
  if (missing.code === 'besides') return sentences.missing.besides(missing.count, missing.named);
  return sentences.missing[missing.code](calledText(missing.who));
}

/** What still keeps a job from being complete, one plain clause each; empty for a complete job. */
export const missingClauses = (
  state: PurchaseState,
  job: Job,
  completion: Completion = completionOf(state, job),
): string[] => missingOf(state, job, completion).map(missingClause);

/** What of a cause its clause is made of: kept where the clause is made only when it is shown. */
export interface CauseTold extends Pick<Cause, 'kind' | 'what' | 'claims'> {
  who: Called;
}

/** A cause as it is kept, in no language. */
export const causeTold = (state: PurchaseState, { kind, what, claims, person_id }: Cause): CauseTold => ({
  kind,
  what,
  ...(claims !== undefined && { claims }),
  who: calledOf(state, person_id),
});

/** A kept cause as a clause. */
export function causeText({ kind, what, claims, who }: CauseTold): string {
  const clauses: Readonly<Record<string, ((who: string, what: string) => string) | undefined>> = causes;
  const say = clauses[kind];
  if (say === undefined) return plain(kind).replace('.', ' ');
  return say(calledText(who), claims === undefined ? (what ?? '') : saidByClaims(claims));
}

/** What happened, as a clause: "data residency added", "Dana joined". */
export const causeClause = (state: PurchaseState, cause: Cause): string => causeText(causeTold(state, cause));

/** What keeps a job from being complete, in few words: people in the same case are counted, not listed. */
export function missingSummary(
  state: PurchaseState,
  job: Job,
  completion: Completion = completionOf(state, job),
): string {
  if (completion.complete) return '';
  const { missing } = sentences;
  const clauses = completion.unheld_roles.map((role) => missing.role(sentences.role(role)));
  if (completion.shaken > 0) clauses.push(missing.not_looked_many(completion.shaken));
  const others = completion.missing_people.filter((person_id) => job.assents[person_id]?.state !== 'given');
  const against = others.filter((person_id) => job.assents[person_id]?.state === 'withheld');
  const waiting = others.filter((person_id) => !against.includes(person_id));
  for (const person_id of against) clauses.push(missing.withheld(personName(state, person_id)));
  if (waiting.length > 2) clauses.push(missing.not_yet_many(waiting.length));
  else for (const person_id of waiting) clauses.push(missing.not_yet(personName(state, person_id)));
  const short = Math.max(completion.needed, 1) - completion.given;
  if (clauses.length === 0) clauses.push(missing.short(short));
  return clauses.join('; ');
}

/** A clause at the beginning of a sentence. */
export const begun = (clause: string): string => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}`;
