/*
 * Searching what one view holds. Nothing but the state that the caller may read goes in, so nothing else can come out.
 */
import { plainWords } from './claims/compare.ts';
import { claimText } from './contradiction.ts';
import { isKnown, type LedgerEvent, type UnknownEvent } from './event.ts';
import { shortly } from './question.ts';
import type { PurchaseState } from './state.ts';
import type { Zone } from './zone.ts';

export const SEARCH_KINDS = [
  'person',
  'job',
  'problem',
  'requirement',
  'option',
  'claim',
  'assumption',
  'driver',
  'question',
  'answer',
  'risk',
  'step',
  'file',
  'touch',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** A thing that can be found. */
export interface Entry {
  kind: SearchKind;
  /** The thing to go to: of an answer, its question. */
  id: string;
  title: string;
  /** What else is said of it. */
  text: string;
  zone: Zone;
  at: string | null;
}

export interface Hit extends Entry {
  /** 0 to 1. */
  score: number;
}

type Source = (state: PurchaseState) => Entry[];

const entry = (kind: SearchKind, id: string, said: Omit<Entry, 'kind' | 'id' | 'text'>, ...more: unknown[]): Entry => ({
  ...{ kind, id, ...said },
  text: more.filter((one) => typeof one === 'string' && one !== '').join(' · '),
});

const plain = (word: string): string => word.replaceAll('_', ' ');

const people: Source = ({ stakeholders }) =>
  Object.values(stakeholders).map(({ person_id, name, function: where, roles, zone, named_at }) =>
    entry(
      'person',
      person_id,
      { title: name ?? plain(roles[0] ?? 'stakeholder'), zone, at: named_at },
      where,
      roles.map(plain).join(', '),
    ),
  );
const jobs: Source = (state) =>
  state.jobs.map(({ job_id, name, sentence, zone, added_at }) =>
    entry('job', job_id, { title: name, zone, at: added_at }, sentence),
  );
const problem: Source = ({ basis }) =>
  basis.problem === null
    ? []
    : [entry('problem', 'problem', { title: basis.problem.statement, zone: basis.problem.zone, at: basis.problem.at })];
const requirements: Source = ({ basis }) =>
  Object.values(basis.requirements).map(({ requirement_id, text, why, check, zone, at }) =>
    entry('requirement', requirement_id, { title: text, zone, at }, why, check),
  );
const options: Source = ({ basis }) =>
  Object.values(basis.options).map(({ option_id, name, kind, zone, at }) =>
    entry('option', option_id, { title: name, zone, at }, plain(kind)),
  );
const claims: Source = ({ basis }) =>
  Object.values(basis.claims)
    .filter(({ retracted }) => retracted !== true)
    .map((one) =>
      entry(
        ...([
          'claim',
          one.claim_id,
          { title: `${one.subject}, ${one.attribute}: ${claimText(one)}`, zone: one.zone, at: one.at },
        ] as const),
        ...[one.source, one.document, one.said_by, one.quote, one.condition, one.evidence],
      ),
    );
const assumptions: Source = ({ basis }) =>
  Object.values(basis.assumptions).map(({ assumption_id, name, value, unit, source, comments, zone, at }) =>
    entry(
      ...([
        'assumption',
        assumption_id,
        { title: `${name}: ${value}${unit === undefined ? '' : ` ${unit}`}`, zone, at },
      ] as const),
      ...[source, ...comments.map(({ comment }) => comment)],
    ),
  );
const drivers: Source = ({ basis }) =>
  Object.values(basis.drivers).map(({ driver_id, name, formula, zone, at }) =>
    entry('driver', driver_id, { title: name, zone, at }, formula),
  );
const questions: Source = (state) =>
  Object.values(state.questions).flatMap(({ question_id, text, zone, at, answers }) => [
    entry('question', question_id, { title: text, zone, at }),
    ...answers.map((one) => entry('answer', question_id, { title: one.text, zone: one.zone, at: one.at }, text)),
  ]);
const risks: Source = (state) =>
  Object.values(state.risks).map(({ risk_id, text, for_whom, mitigation, state: now, zone, at }) =>
    entry('risk', risk_id, { title: text, zone, at }, for_whom, mitigation, now),
  );

const steps: Source = ({ plan }) =>
  Object.values(plan.steps).map(({ step_id, name, checklist, comments, internal, zone, at }) =>
    entry(
      ...(['step', step_id, { title: name, zone, at }] as const),
      ...[internal, ...checklist.map(({ text }) => text), ...comments.map(({ comment }) => comment)],
    ),
  );
const files: Source = (state) =>
  Object.values(state.files).map(({ file_id, name, versions, zone, at }) =>
    entry('file', file_id, { title: name, zone, at }, versions.at(-1)?.link),
  );

/** What of a ledger is found although no state holds it: conversations. @param events those that count */
export const touchesOf = (events: readonly (LedgerEvent | UnknownEvent)[]): Entry[] =>
  events.flatMap((event) => {
    if (!isKnown(event) || event.kind !== 'touch.recorded') return [];
    const { activity, channel, note } = event.body;
    const title = activity ?? plain(channel);
    return [entry('touch', event.id, { title, zone: event.zone, at: event.occurred_at }, note, plain(channel))];
  });

/** What is searched: a line for each kind of thing that a state holds. */
const SOURCES: readonly Source[] = [
  people,
  jobs,
  problem,
  requirements,
  options,
  claims,
  assumptions,
  drivers,
  questions,
  risks,
  steps,
  files,
];

/** Everything of a state that can be found. */
export const entriesOf = (state: PurchaseState): Entry[] => SOURCES.flatMap((source) => source(state));

/** So much is told of what was found; it is shown beside others. */
const TITLE = 160;
const TEXT = 200;

/**
 * What fits a search, best first: every word of it has to be there, in the title or, for less, in what else is said; a whole
 * word before a beginning before a part. Of equals the newest first.
 */
export function searchIn(entries: readonly Entry[], q: string, limit: number): Hit[] {
  const asked = plainWords(q)
    .split(' ')
    .filter((word) => word !== '');
  if (asked.length === 0) return [];
  return entries
    .map((one): Hit => ({ ...one, score: scoreOf(one, asked) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (b.at ?? '').localeCompare(a.at ?? ''))
    .slice(0, limit)
    .map((hit) => ({ ...hit, title: shortly(hit.title, TITLE), text: around(hit.text, asked) }));
}

/** 0 to 1; 0 where a word is missing. */
function scoreOf({ title, text }: Entry, asked: readonly string[]): number {
  const [in_title, in_text] = [plainWords(title), plainWords(text)];
  let sum = 0;
  for (const word of asked) {
    const best = Math.max(fitOf(in_title, word), fitOf(in_text, word) / 2);
    if (best === 0) return 0;
    sum += best;
  }
  // Of two that fit alike, the one that says little else is meant.
  const share = Math.min(1, asked.join(' ').length / Math.max(1, in_title.length));
  return (0.9 * sum) / asked.length + 0.1 * share;
}

function fitOf(words: string, word: string): number {
  const text = ` ${words} `;
  if (text.includes(` ${word} `)) return 1;
  if (text.includes(` ${word}`)) return 0.8;
  return text.includes(word) ? 0.5 : 0;
}

/** The part of a text in which the first of the words stands. */
function around(text: string, asked: readonly string[]): string {
  const line = text.replaceAll(/\s+/g, ' ');
  const at = Math.min(...asked.map((word) => line.toLowerCase().indexOf(word)).filter((found) => found >= 0));
  const from = Number.isFinite(at) && at > TEXT / 2 ? line.lastIndexOf(' ', at - TEXT / 4) + 1 : 0;
  return `${from > 0 ? '… ' : ''}${shortly(line.slice(from), TEXT)}`;
}
