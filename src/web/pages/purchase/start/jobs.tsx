import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { listed, quoted } from '../../../../catalogue/format.ts';
import { restsOnWords, ringWords } from '../../../../catalogue/frame.ts';
import { words } from '../../../../catalogue/purchase-start.ts';
import { tabWords } from '../../../../catalogue/purchase-tabs.ts';
import { links } from '../../../links.ts';
import { Padlock } from '../../../signs/padlock.tsx';
import { Ring } from '../../../signs/ring.tsx';
import { Sign } from '../../../signs/sign.tsx';
import type { JobView } from '../../../types.ts';
import { Button } from '../../../ui/button.tsx';
import { usePlace } from '../../../workspace.ts';
import { cellOf, myRow, zoneOf } from '../assent.ts';
import { AssentPanel } from '../assent-panel.tsx';
import { useOpened } from '../write.ts';

/** The jobs as cards: the sentence one agrees to, how it stands, who it waits for, and one's own say in place. */
export function JobCards(): ReactNode {
  const { page } = useOpened();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <ul className="grid grid-cols-2 max-md:grid-cols-1 gap-3 items-start">
      {page.jobs.map((job) => (
        <JobCard
          key={job.job_id}
          job={job}
          open={open === job.job_id}
          toggle={() => setOpen(open === job.job_id ? null : job.job_id)}
        />
      ))}
    </ul>
  );
}

function JobCard({ job, open, toggle }: { job: JobView; open: boolean; toggle: () => void }): ReactNode {
  const { page, locked } = useOpened();
  const { as } = usePlace();
  const me = locked === null ? myRow(page, as) : null;
  const ring = page.rings.find(({ job_id }) => job_id === job.job_id);
  return (
    <li className="card">
      <div className="flex items-start gap-3">
        {ring !== undefined && <Ring ring={ring} size={40} />}
        <div className="min-w-0 grow">
          <h3>{job.name}</h3>
          <p className="text-xs text-dim">
            {job.state === 'working' ? words.agree_of(job.given, job.counted) : ringWords[job.state]}
          </p>
        </div>
      </div>
      <p className="mt-2 leading-snug">{quoted(job.sentence)}</p>
      {job.missing.length > 0 && <p className="text-xs text-dim mt-1.5 wrap-anywhere">{words.waits(job.missing)}</p>}
      <RestsOn job={job} />
      {me !== null && (
        <div className="mt-2.5 flex flex-wrap items-center justify-between gap-2">
          <MySign job={job} person_id={me.person_id} />
          <Button className="max-sm:min-h-11" aria-expanded={open} aria-label={words.say(job.name)} onClick={toggle}>
            {open ? words.close : words.say_this}
          </Button>
        </div>
      )}
      {open && me !== null && (
        <div className="mt-3 border-t border-line pt-3">
          <AssentPanel person={me} job={job} onDone={toggle} />
        </div>
      )}
    </li>
  );
}

function MySign({ job, person_id }: { job: JobView; person_id: string }): ReactNode {
  const sign = cellOf(job, person_id)?.sign ?? 'none';
  return (
    <span className="flex items-center gap-1.5 text-xs text-dim">
      <Sign kind={sign} />
      {words.my_sign(sign)}
      <Padlock zone={zoneOf(job, person_id)} />
    </span>
  );
}

/** What there is of the things that an assent to the job rests on, and the way to them. */
function RestsOn({ job }: { job: JobView }): ReactNode {
  const { page } = useOpened();
  const { workspace_id } = usePlace();
  if (job.rests_on.length === 0) return null;
  const counts: Partial<Record<(typeof job.rests_on)[number], number>> = {
    problem_statement: page.problem === null ? 0 : 1,
    requirements: page.requirements.length,
    options: page.options.length,
  };
  const parts = job.rests_on.map((on) => {
    const count = counts[on];
    return count === undefined ? restsOnWords[on] : `${restsOnWords[on]} (${count})`;
  });
  return (
    <p className="text-xs text-dim mt-1.5">
      {words.rests}: {listed(parts)}.{' '}
      <Link
        {...links.purchase(workspace_id, page.purchase_id)}
        hash="basis"
        className="linklike"
        aria-label={`${words.material}: ${job.name}`}
      >
        {words.material}
      </Link>
      {job.rests_on.some((on) => on === 'net_value' || on === 'agreed_assumptions') && (
        <>
          {' · '}
          <Link {...links.value(workspace_id, page.purchase_id)} className="linklike">
            {tabWords.value}
          </Link>
        </>
      )}
    </p>
  );
}
