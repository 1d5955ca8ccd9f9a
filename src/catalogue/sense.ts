import { plain, plural } from './format.ts';
import { texts } from './texts.ts';

/** Every sentence of the page that makes sense of what a group knows. */
export const words = texts('sense', 'words', {
  title: 'Making sense',
  about: 'One page for the whole group: the same for everyone, from what is known now.',
  jobs: 'Jobs',
  no_jobs: 'This purchase has no jobs yet',
  no_jobs_about: 'Add jobs on the overview; then this page says for each what is known.',
  established: 'What is established',
  established_none: 'Nothing yet: no claim is used for this job, or all are disputed.',
  disputed: 'What is disputed',
  disputed_none: 'Nothing.',
  missing: 'What is missing',
  missing_none: 'Nothing that this job rests on is missing.',
  no_matter: 'What does not matter for this decision',
  no_matter_none: 'Nothing was put aside.',
  ground: {
    settled: 'settled by a person',
    evidence: 'shown',
    agreed_sources: 'several sources agree',
    undisputed: 'one source, nobody disputes it',
  },
  also: (n: number) => (n === 1 ? 'another source says the same' : `${plural(n, 'other source')} say the same`),
  why: {
    aside: 'put aside by the group',
    tells_nothing_apart: 'every option says the same',
    expired: 'no longer holds',
  },
  lack: {
    problem: () => 'The problem is not stated.',
    requirements: () => 'There are no requirements yet.',
    options: () => 'There are fewer than two options.',
    claims: () => 'No claim is used for this job.',
    evidence: (what: string) => `Nobody has shown: ${what}`,
    score: (what: string) => `No option has a score on: ${what}`,
    choice: () => 'No option is chosen.',
    assumption: (what: string) => `Nobody has agreed to the assumption: ${what}`,
    net_value: () => 'The value case has no net value yet.',
    role: (what: string) => `Nobody is named as ${plain(what)}.`,
  },
  assumption: (name: string) => `Assumption: ${name}`,
  print: 'Print',
  draft: (model: string) => `Let ${model} draft a summary of this page`,
  drafting: (model: string) => `${model} is drafting …`,
  summary: 'Summary, drafted',
  drafted_by: (model: string) =>
    `Drafted by ${model} from this page and nothing else. Only you see it; check what it cites.`,
  put_away: 'Put away',
  settle: 'Settle it under Claims',
});
