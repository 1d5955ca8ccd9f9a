import { memoRoom } from '../../catalogue/memo-document.ts';
import { sentences } from '../../catalogue/sentences.ts';
import { activeStakeholders, completionOf, decideJobs, isComplete } from '../completion.ts';
import { personName } from '../sentence.ts';
import type { Assent, Job, PurchaseState, Stakeholder } from '../state.ts';
import { left, type Making, type MemoBlock, paragraph, right } from './model.ts';
import { dayText, oneLine } from './writing.ts';

const COLUMNS = ['agrees', 'again', 'against', 'aside', 'not_said'] as const;
type Column = (typeof COLUMNS)[number];

/** Where a person's own statement on a job puts them. */
function columnOf(assent: Assent | undefined): Column {
  switch (assent?.state) {
    case 'given':
      return assent.shaken.length === 0 ? 'agrees' : 'again';
    case 'withheld':
    case 'withdrawn':
      return 'against';
    case 'aside':
      return 'aside';
    default:
      return 'not_said';
  }
}

/** Who agrees and who does not, job by job: by name, or in numbers. */
export function peopleSection(making: Making): MemoBlock[] {
  const { state, people } = making;
  const group = activeStakeholders(state);
  const jobs = decideJobs(state);
  if (group.length === 0 || jobs.length === 0) return [paragraph(memoRoom.nobody_asked)];
  const table = people === 'names' ? tableByName(state, jobs, group) : tableInNumbers(jobs, group);
  return [
    paragraph(memoRoom.group(group.length)),
    { kind: 'table', title: memoRoom.who_agrees, ...table },
    { kind: 'list', items: jobs.map((job) => jobSentence(state, job)) },
    ...(people === 'names' ? reasonsOf(state, jobs, group) : []),
  ];
}

type Rows = Pick<Extract<MemoBlock, { kind: 'table' }>, 'columns' | 'rows'>;

/** A row for each person, a column for each job. */
function tableByName(state: PurchaseState, jobs: readonly Job[], group: readonly Stakeholder[]): Rows {
  const rows = group.map(({ person_id }) => [
    oneLine(personName(state, person_id)),
    ...jobs.map((job) => memoRoom.says[columnOf(job.assents[person_id])]),
  ]);
  return { columns: [left(memoRoom.person, 2), ...jobs.map(({ name }) => left(oneLine(name), 2))], rows };
}

/** A row for each job, a column for each way to stand to it. */
function tableInNumbers(jobs: readonly Job[], group: readonly Stakeholder[]): Rows {
  const rows = jobs.map((job) => [
    oneLine(job.name),
    ...COLUMNS.map((column) =>
      String(group.filter(({ person_id }) => columnOf(job.assents[person_id]) === column).length),
    ),
  ]);
  return { columns: [left(memoRoom.job, 2), ...COLUMNS.map((column) => right(memoRoom.columns[column]))], rows };
}

/** What agreeing to a job states, and whether its rule is met; names nobody. */
function jobSentence(state: PurchaseState, job: Job): string {
  const { given, needed, unheld_roles } = completionOf(state, job);
  const since = job.complete.at(-1)?.from;
  const stands =
    isComplete(job) && since !== undefined
      ? memoRoom.complete_since(dayText(since))
      : memoRoom.not_complete(unheld_roles.map(sentences.role));
  return memoRoom.job_sentence(oneLine(job.name), oneLine(job.sentence), given, Math.max(needed, 1), stands);
}

/** Why somebody does not agree, where they told the group; what they kept to themselves stays there. */
function reasonsOf(state: PurchaseState, jobs: readonly Job[], group: readonly Stakeholder[]): MemoBlock[] {
  const items = jobs.flatMap((job) =>
    group.flatMap(({ person_id }) => {
      const assent = job.assents[person_id];
      if (columnOf(assent) !== 'against' || !assent?.reason) return [];
      return [memoRoom.reason(oneLine(personName(state, person_id)), oneLine(job.name), oneLine(assent.reason))];
    }),
  );
  return items.length === 0 ? [] : [paragraph(memoRoom.why_not), { kind: 'list', items }];
}
