import { activeStakeholders, completionOf, decideJobs, isComplete } from '../completion.ts';
import { personName } from '../sentence.ts';
import type { Assent, Job, PurchaseState, Stakeholder } from '../state.ts';
import { left, type Making, type MemoBlock, paragraph, right } from './model.ts';
import { countText, dayText, oneLine, plainText } from './writing.ts';

const COLUMNS = ['Agrees', 'Has to look again', 'Does not agree', 'Stands aside', 'Has not said'] as const;
type Column = (typeof COLUMNS)[number];

const SAYS: Record<Column, string> = {
  Agrees: 'agrees',
  'Has to look again': 'has to look again',
  'Does not agree': 'does not agree',
  'Stands aside': 'stands aside',
  'Has not said': 'has not said',
};

/** Where a person's own statement on a job puts them. */
function columnOf(assent: Assent | undefined): Column {
  switch (assent?.state) {
    case 'given':
      return assent.shaken.length === 0 ? 'Agrees' : 'Has to look again';
    case 'withheld':
    case 'withdrawn':
      return 'Does not agree';
    case 'aside':
      return 'Stands aside';
    default:
      return 'Has not said';
  }
}

/** Who agrees and who does not, job by job: by name, or in numbers. */
export function peopleSection(making: Making): MemoBlock[] {
  const { state, people } = making;
  const group = activeStakeholders(state);
  const jobs = decideJobs(state);
  if (group.length === 0 || jobs.length === 0) return [paragraph('Nobody has been asked yet.')];
  const table = people === 'names' ? tableByName(state, jobs, group) : tableInNumbers(jobs, group);
  return [
    paragraph(`${countText(group.length, 'person belongs', 'people belong')} to the buying group.`),
    { kind: 'table', title: 'Who agrees', ...table },
    { kind: 'list', items: jobs.map((job) => jobSentence(state, job)) },
    ...(people === 'names' ? reasonsOf(state, jobs, group) : []),
  ];
}

type Rows = Pick<Extract<MemoBlock, { kind: 'table' }>, 'columns' | 'rows'>;

/** A row for each person, a column for each job. */
function tableByName(state: PurchaseState, jobs: readonly Job[], group: readonly Stakeholder[]): Rows {
  const rows = group.map(({ person_id }) => [
    oneLine(personName(state, person_id)),
    ...jobs.map((job) => SAYS[columnOf(job.assents[person_id])]),
  ]);
  return { columns: [left('Person', 2), ...jobs.map(({ name }) => left(oneLine(name), 2))], rows };
}

/** A row for each job, a column for each way to stand to it. */
function tableInNumbers(jobs: readonly Job[], group: readonly Stakeholder[]): Rows {
  const rows = jobs.map((job) => [
    oneLine(job.name),
    ...COLUMNS.map((column) =>
      String(group.filter(({ person_id }) => columnOf(job.assents[person_id]) === column).length),
    ),
  ]);
  return { columns: [left('Job', 2), ...COLUMNS.map((title) => right(title))], rows };
}

/** What agreeing to a job states, and whether its rule is met; names nobody. */
function jobSentence(state: PurchaseState, job: Job): string {
  const { given, needed, unheld_roles } = completionOf(state, job);
  const missing = unheld_roles.map((role) => `; no ${plainText(role)} named yet`).join('');
  const since = job.complete.at(-1)?.from;
  const stands = isComplete(job) && since !== undefined ? `complete since ${dayText(since)}` : `not complete${missing}`;
  return `${oneLine(job.name)}, “${oneLine(job.sentence)}”: ${given} agree of ${Math.max(needed, 1)} needed, ${stands}.`;
}

/** Why somebody does not agree, where they told the group; what they kept to themselves stays there. */
function reasonsOf(state: PurchaseState, jobs: readonly Job[], group: readonly Stakeholder[]): MemoBlock[] {
  const items = jobs.flatMap((job) =>
    group.flatMap(({ person_id }) => {
      const assent = job.assents[person_id];
      if (columnOf(assent) !== 'Does not agree' || !assent?.reason) return [];
      return [`${oneLine(personName(state, person_id))} on ${oneLine(job.name)}: “${oneLine(assent.reason)}”`];
    }),
  );
  return items.length === 0 ? [] : [paragraph('Why not, in their words:'), { kind: 'list', items }];
}
