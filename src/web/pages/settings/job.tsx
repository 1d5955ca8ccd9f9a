import type { ReactNode } from 'react';
import { listed, quoted } from '../../../catalogue/format.ts';
import { restsOnWords } from '../../../catalogue/frame.ts';
import { templateWords as words } from '../../../catalogue/settings.ts';
import { ruleSentence } from '../../../core/sentence.ts';
import { emptyState } from '../../../core/state.ts';
import type { Template } from '../../types.ts';

export type Job = Template['jobs'][number];

/** A job to begin with. */
export const newJob = (): Job => ({
  job_id: crypto.randomUUID(),
  name: words.new_job,
  sentence: words.new_sentence,
  phase: 'decide',
  required_roles: [],
  rests_on: [],
  quorum: '2/3',
});

const nobody = emptyState('', 'seller');

/** The completion rule of a template's job, in the program's own words. */
export function rulePreview(job: Job): string {
  const { required_roles = [], rests_on = [], quorum = '2/3', phase = 'decide' } = job;
  const indicated = { level: 'none', at: null, people: {}, intervals: [] } as const;
  const unused = {
    event_id: '',
    zone: 'shared' as const,
    added_at: '',
    assents: {},
    complete: [],
    reopens: 0,
    indicated: { ...indicated, intervals: [] },
  };
  return ruleSentence(nobody, { ...job, required_roles, rests_on, quorum, phase, ...unused }).replace(
    / \([^()]*\)\.$/,
    '.',
  );
}

/** A job as it stands in a preset. */
export function JobShown({ job }: { job: Job }): ReactNode {
  const rests_on = (job.rests_on ?? []).map((one) => restsOnWords[one]);
  return (
    <li className="border-t border-line py-2.5">
      <p className="font-[560]">{job.name}</p>
      <p className="italic">{quoted(job.sentence)}</p>
      <p className="text-xs text-dim mt-0.5">
        {rulePreview(job)} {rests_on.length === 0 ? words.shaken_by_nothing : words.shaken_by(listed(rests_on))}{' '}
        {words.phase_said[job.phase ?? 'decide']}
      </p>
    </li>
  );
}
