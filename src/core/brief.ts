import { listed } from '../catalogue/format.ts';
import { briefTexts } from '../catalogue/next-things.ts';
import { sentences } from '../catalogue/sentences.ts';
import type { Role } from './body/words.ts';
import { activeStakeholders, completionOf, isLive } from './completion.ts';
import { isKnown, type LedgerEvent, type UnknownEvent } from './event.ts';
import { missingRoles } from './missing.ts';
import { inOrder, type Question, shortly, statusOf } from './question.ts';
import { personName } from './sentence.ts';
import type { PurchaseState, Stakeholder } from './state.ts';
import { type StuckJob, stuckJobs } from './stuck.ts';

/** Something that is known, or is not yet, in a sentence. */
export interface BriefLine {
  text: string;
  at: string | null;
}

/** Someone who matters for what is open, most needed first. */
export interface BriefPerson {
  person_id: string;
  name: string;
  roles: Role[];
  /** How they stand, in a sentence. */
  stands: string;
}

/** What a seller needs before a conversation, from what they may read and nothing else. */
export interface Brief {
  stuck: StuckJob[];
  people: BriefPerson[];
  open_questions: BriefLine[];
  /** What was answered already: asking again costs the buyers time and trust. */
  not_again: BriefLine[];
}

/** So many things of a kind are named, the rest is counted. */
const NAMED = 4;
/** So many answers are told that were taken. */
const ANSWERS = 6;

/** @param state the purchase as the seller may know it */
export const briefOf = (state: PurchaseState): Brief => ({
  stuck: stuckJobs(state),
  people: whoMatters(state),
  open_questions: openQuestions(state),
  not_again: notAgain(state),
});

/**
 * The last conversation that sellers took part in: what changed after it is news to them. Null where there was none.
 * @param counts whether an event counts: it was neither voided nor retracted
 */
export function lastConversation(
  events: readonly (LedgerEvent | UnknownEvent)[],
  counts: (event_id: string) => boolean,
): LedgerEvent | null {
  const touches = events.filter(
    (event): event is LedgerEvent & { kind: 'touch.recorded' } =>
      isKnown(event) && event.kind === 'touch.recorded' && (event.body.sides?.includes('seller') ?? true),
  );
  return touches.reduce<LedgerEvent | null>(
    (last, touch) => (counts(touch.id) && touch.occurred_at >= (last?.occurred_at ?? '') ? touch : last),
    null,
  );
}

function whoMatters(state: PurchaseState): BriefPerson[] {
  const open = state.jobs.filter((job) => job.phase === 'decide' && !completionOf(state, job).complete);
  const needed = ({ person_id, roles }: Stakeholder): number =>
    open.filter((job) => job.required_roles.some((role) => roles.includes(role)) && !isLive(job.assents[person_id]))
      .length;
  return activeStakeholders(state)
    .map((person) => ({ person, needed: needed(person) }))
    .sort((a, b) => b.needed - a.needed)
    .map(({ person, needed: jobs }) => ({
      person_id: person.person_id,
      name: personName(state, person.person_id),
      roles: person.roles,
      stands: standing(state, person, jobs),
    }));
}

function standing(state: PurchaseState, { person_id, entered_at }: Stakeholder, needed: number): string {
  const decide = state.jobs.filter(({ phase }) => phase === 'decide');
  const agreed = decide.filter((job) => isLive(job.assents[person_id])).length;
  const parts = [briefTexts.agrees(agreed, decide.length)];
  const no = decide.filter((job) => job.assents[person_id]?.state === 'withheld');
  if (no.length > 0) parts.push(briefTexts.against(no.map(({ name }) => name)));
  const shaken = decide.filter((job) => (job.assents[person_id]?.shaken.length ?? 0) > 0);
  if (shaken.length > 0) parts.push(briefTexts.again(shaken.map(({ name }) => name)));
  if (needed > 0) parts.push(briefTexts.needed(needed));
  if (entered_at === null) parts.push(briefTexts.not_in);
  return `${parts.join('; ')}.`;
}

function openQuestions(state: PurchaseState): BriefLine[] {
  const { basis } = state;
  const contradictions = Object.values(basis.contradictions)
    .filter(({ resolved_at }) => resolved_at === null)
    .map(({ note, at }) => ({ text: briefTexts.two_claims(note ?? null), at }));
  const disputed = Object.values(basis.assumptions)
    .filter((one) => one.state === 'disputed')
    .map(({ name, at }) => ({ text: briefTexts.disputed(name), at }));
  const roles = missingRoles(state)
    .filter(({ need }) => need === 'required')
    .map(({ role }) => ({ text: briefTexts.who_is(sentences.role(role)), at: null }));
  const unwritten = basis.problem === null && state.jobs.some(({ rests_on }) => rests_on.includes('problem_statement'));
  const problem = unwritten ? [{ text: briefTexts.no_problem, at: null }] : [];
  return [...asked(state), ...contradictions, ...objections(state), ...disputed, ...roles, ...problem];
}

/** Questions that nobody has answered to who asked, longest waiting first. */
const asked = (state: PurchaseState): BriefLine[] =>
  Object.values(state.questions)
    .filter((one) => ['open', 'answered'].includes(statusOf(one)))
    .sort((a, b) => a.at.localeCompare(b.at))
    .map((one) => ({
      text: briefTexts.asks(whoAsks(state, one), one.answers.length > 0, shortly(one.text)),
      at: one.at,
    }));

function whoAsks(state: PurchaseState, { by, side }: Question): string {
  if (side === 'seller') return briefTexts.your_side;
  if (by === null) return briefTexts.a_buyer;
  return state.stakeholders[by] === undefined ? sentences.someone_first : personName(state, by);
}

/** Answers that were taken, the newest first: so many are told. */
function answersTaken({ questions }: PurchaseState): BriefLine[] {
  const taken = inOrder(Object.values(questions)).filter((one) => statusOf(one) === 'accepted');
  return taken.slice(0, ANSWERS).map(({ text, answers, accepted }) => {
    const answer = answers.find(({ answer_id }) => answer_id === accepted?.answer_id);
    return { text: briefTexts.answered(shortly(text), shortly(answer?.text ?? '')), at: accepted?.at ?? null };
  });
}

/** Why people do not agree, where they say so to both sides. */
const objections = (state: PurchaseState): BriefLine[] =>
  state.jobs.flatMap((job) =>
    Object.entries(job.assents).flatMap(([person_id, { state: stance, reason, at }]) =>
      stance !== 'withheld' || reason === null || reason === ''
        ? []
        : [{ text: briefTexts.objection(personName(state, person_id), job.name, reason), at }],
    ),
  );

function notAgain(state: PurchaseState): BriefLine[] {
  const { basis } = state;
  const lines: BriefLine[] = [];
  if (basis.problem !== null) lines.push({ text: briefTexts.problem(basis.problem.statement), at: basis.problem.at });
  const requirements = Object.values(basis.requirements);
  if (requirements.length > 0)
    lines.push({ text: briefTexts.requirements(some(requirements.map(({ text }) => text))), at: newest(requirements) });
  const options = Object.values(basis.options);
  if (options.length > 0)
    lines.push({ text: briefTexts.options(some(options.map(({ name }) => name))), at: newest(options) });
  const agreed = Object.values(basis.assumptions).filter((one) => one.state === 'agreed');
  if (agreed.length > 0)
    lines.push({ text: briefTexts.assumptions(some(agreed.map(({ name }) => name))), at: newest(agreed) });
  for (const { note, resolved_at } of Object.values(basis.contradictions)) {
    if (resolved_at !== null && note !== undefined) lines.push({ text: briefTexts.cleared(note), at: resolved_at });
  }
  lines.push(...answersTaken(state));
  const who = activeStakeholders(state).filter(
    ({ roles }) => roles.includes('decision_maker') || roles.includes('approver'),
  );
  if (who.length > 0)
    lines.push({ text: briefTexts.deciders(who.map(({ person_id }) => personName(state, person_id))), at: null });
  return lines;
}

function some(words: readonly string[]): string {
  const shown = words.slice(0, NAMED).map(sentences.quoted);
  const rest = words.length - shown.length;
  return listed(rest > 0 ? [...shown, briefTexts.more(rest)] : shown);
}

const newest = (things: readonly { at: string }[]): string | null =>
  things
    .map(({ at }) => at)
    .sort()
    .at(-1) ?? null;
