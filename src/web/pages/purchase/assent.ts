import { restsOnWords } from '../../../catalogue/frame.ts';
import { matrixWords } from '../../../catalogue/purchase.ts';
import type { Cell, JobView, Page, Stakeholder } from '../../types.ts';
import { useWrite } from './write.ts';

export type StanceName = keyof typeof matrixWords.said;

export interface Statement {
  stance: StanceName;
  confidence?: number;
  reason?: string;
  private_reason?: string;
  /** Left out: each job as it was said last, else shared. */
  zone?: 'shared' | 'buyer';
}

/** Whether someone may say how a job stands for a person: the person, or the delegate they named. */
export function mayStateFor(person: Stakeholder, as: string, my_name: string | null): boolean {
  if (person.left_at !== null) return false;
  return person.person_id === as || person.delegate === as || (person.delegate !== null && person.delegate === my_name);
}

/** The person's own row, if they belong to the group. */
export const myRow = (page: Page, as: string): Stakeholder | null =>
  page.people.find((person) => person.person_id === as && person.left_at === null) ?? null;

export const cellOf = (job: JobView, person_id: string): Cell | undefined =>
  job.cells.find((cell) => cell.person_id === person_id);

/** What a job rests on and of which there is nothing yet, in words. */
export function lacking(page: Page, { rests_on }: JobView): string[] {
  const empty: Partial<Record<JobView['rests_on'][number], boolean>> = {
    problem_statement: page.problem === null,
    requirements: page.requirements.length === 0,
    options: page.options.length === 0,
  };
  return rests_on.filter((topic) => empty[topic] === true).map((topic) => restsOnWords[topic]);
}

/** Says how one or several jobs stand for a person; the wording read and what was seen go along. */
export function useStatement(): (
  person_id: string,
  jobs: readonly JobView[],
  statement: Statement,
) => Promise<boolean> {
  const write = useWrite();
  return async function state(person_id, jobs, statement) {
    for (const zone of ['shared', 'buyer'] as const) {
      // What one kept to one's own side stays there until one chooses otherwise; one request has one zone.
      const of_zone = jobs.filter((job) => (statement.zone ?? zoneOf(job, person_id)) === zone);
      if (of_zone.length > 0 && !(await say(person_id, of_zone, { ...statement, zone }))) return false;
    }
    return true;
  };

  function say(person_id: string, jobs: readonly JobView[], { zone, ...statement }: Statement): Promise<boolean> {
    const gives = statement.stance === 'given' || statement.stance === 'reaffirmed';
    const body = {
      person_id,
      ...statement,
      ...own(zone),
      jobs: jobs.map((job) => {
        const seen = cellOf(job, person_id)?.seen;
        return {
          job_id: job.job_id,
          ...(gives ? { sentence: job.sentence } : {}),
          ...(seen === undefined ? {} : { seen }),
        };
      }),
    };
    // An assent is taken back, not voided: that it was given stays true.
    const undo = gives ? () => void takeBack(person_id, jobs, zone) : null;
    return write('assents.create', {}, body, { said: matrixWords.said[statement.stance](named(jobs)), undo });
  }

  function takeBack(person_id: string, jobs: readonly JobView[], zone: Statement['zone']): Promise<boolean> {
    const body = { person_id, stance: 'withdrawn', ...own(zone), jobs: jobs.map((job) => ({ job_id: job.job_id })) };
    return write('assents.create', {}, body, { said: matrixWords.said.withdrawn(named(jobs)), undo: null });
  }
}

/** Shared is what is meant where nothing is said; a job that only one side has takes its statements with it. */
const own = (zone: Statement['zone']): { zone?: 'buyer' } => (zone === 'buyer' ? { zone } : {});

/** Where someone's statement on a job stands: shared, unless they kept it to their side. */
export const zoneOf = (job: JobView, person_id: string): 'shared' | 'buyer' =>
  cellOf(job, person_id)?.zone === 'buyer' ? 'buyer' : 'shared';

const named = (jobs: readonly JobView[]): string =>
  jobs.length === 1 ? (jobs[0]?.name ?? '') : matrixWords.jobs(jobs.length);
