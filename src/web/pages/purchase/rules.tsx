import { lazy, type ReactNode, Suspense, useState } from 'react';
import { jobWords } from '../../../catalogue/job.ts';
import { sideWords as words } from '../../../catalogue/purchase.ts';
import { Ring } from '../../signs/ring.tsx';
import type { JobView } from '../../types.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from './card.tsx';
import { useGoverns } from './people.tsx';
import { useOpened } from './write.ts';

const JobDialog = lazy(async () => ({ default: (await import('./job-dialog.tsx')).JobDialog }));

/** What each job still needs, with its rule; whoever may changes the jobs from here. */
export function Rules(): ReactNode {
  const { page } = useOpened();
  const governs = useGoverns();
  const [open, setOpen] = useState(false);
  const [dialog, setDialog] = useState<{ job: JobView | null } | null>(null);
  if (page.jobs.length === 0 && !governs) return null;
  const waiting = page.jobs.filter((job) => job.state !== 'complete');
  const shown = open ? page.jobs : (waiting.length === 0 ? page.jobs : waiting).slice(0, 3);
  return (
    <Card title={words.rules} className="max-lg:row-span-2">
      {page.jobs.length === 0 && <p className="text-sm">{jobWords.none}</p>}
      <ul className="divide-y divide-line">
        {shown.map((job) => (
          <JobRule key={job.job_id} job={job} change={governs ? () => setDialog({ job }) : null} />
        ))}
      </ul>
      <div className="flex flex-wrap justify-between -mx-2.5 mt-1">
        {shown.length < page.jobs.length && (
          <Button look="quiet" small onClick={() => setOpen(true)}>
            {words.all_jobs(page.jobs.length)}
          </Button>
        )}
        {governs && (
          <Button look="quiet" small onClick={() => setDialog({ job: null })}>
            {jobWords.add}
          </Button>
        )}
      </div>
      {dialog !== null && (
        <Suspense fallback={null}>
          <JobDialog job={dialog.job} onClose={() => setDialog(null)} />
        </Suspense>
      )}
    </Card>
  );
}

function JobRule({ job, change }: { job: JobView; change: (() => void) | null }): ReactNode {
  const { page } = useOpened();
  const ring = page.rings.find((one) => one.job_id === job.job_id);
  const last = job.complete_intervals.at(-1);
  return (
    <li className="py-2 first:pt-0.5">
      <p className="flex items-center gap-2 text-sm font-[560]">
        {ring !== undefined && <Ring ring={ring} size={18} />}
        {job.name}
        {job.reopens > 0 && (
          <span className="text-2xs text-warn font-normal ml-auto">{words.reopened(job.reopens)}</span>
        )}
      </p>
      {job.state === 'reopened' && last?.ended != null && (
        <p className="text-xs text-warn mt-0.5 wrap-anywhere">{words.reopened_by(last.ended.text)}</p>
      )}
      {job.missing.length > 0 && (
        <ul className="text-sm mt-0.5 list-disc pl-4.5 marker:text-warn">
          {job.missing.map((clause) => (
            <li key={clause} className="wrap-anywhere">
              {clause}
            </li>
          ))}
        </ul>
      )}
      <p className="text-xs text-dim mt-0.5">{job.rule}</p>
      {job.by_composition && <p className="text-xs text-warn mt-0.5">{words.composition}</p>}
      {job.state !== 'complete' && job.indicated !== 'none' && (
        <p className="text-xs text-dim mt-0.5">{words.evidence[job.indicated]}</p>
      )}
      {change !== null && (
        <Button look="quiet" small className="-ml-2.5" onClick={change}>
          {jobWords.change} <span className="sr-only">{job.name}</span>
        </Button>
      )}
    </li>
  );
}
