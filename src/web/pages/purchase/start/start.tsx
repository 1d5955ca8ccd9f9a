import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatDateTime } from '../../../../catalogue/format.ts';
import { words as purchaseWords } from '../../../../catalogue/purchase.ts';
import { words } from '../../../../catalogue/purchase-start.ts';
import type { OutputOf } from '../../../../contract/operations.ts';
import { links } from '../../../links.ts';
import { BrandMark } from '../../../signs/brand.tsx';
import { buttonLook } from '../../../ui/button.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Trouble } from '../../../ui/trouble.tsx';
import { useCall, usePlace } from '../../../workspace.ts';
import { BulkBar } from '../bulk.tsx';
import { Card } from '../card.tsx';
import { PurchaseFrame } from '../frame.tsx';
import { useOpened } from '../write.ts';
import { JobCards } from './jobs.tsx';
import { NextCard } from './next.tsx';
import { PeopleSketch } from './people.tsx';
import { Pod, usePod } from './pod.tsx';
import { PulseCard } from './pulse.tsx';

export type Start = OutputOf<'starts.get'>;

/** Where a buyer lands: what is settled, what is open, who is missing, what changed, and their one next thing. */
export function StartOfPurchasePage(): ReactNode {
  return (
    <PurchaseFrame title={words.tab}>
      <StartPage />
    </PurchaseFrame>
  );
}

function StartPage(): ReactNode {
  const { purchase_id = '' } = useParams({ strict: false });
  const { workspace_id, as } = usePlace();
  const call = useCall();
  const start = useQuery({
    queryKey: ['start', workspace_id, purchase_id, as],
    queryFn: ({ signal }) => call('starts.get', { params: { workspace_id, purchase_id } }, { signal }),
  });
  return (
    <div className="space-y-6 max-w-5xl">
      <Welcome />
      {start.isPending && <Skeleton className="h-48" />}
      {start.isError && <Trouble error={start.error} retry={() => void start.refetch()} />}
      {start.data !== undefined && <Standing start={start.data} />}
      <Jobs />
      <PeopleSketch />
      <Pod />
      {start.data?.pulse != null && <PulseCard pulse={start.data.pulse} />}
    </div>
  );
}

function Welcome(): ReactNode {
  const { page } = useOpened();
  const { as, standing, workspace_id, previews } = usePlace();
  const brand = usePod().data?.brand;
  const supplier = brand?.name ?? '';
  const others = page.people.filter((person) => person.active && person.person_id !== as).length;
  // A memo is made of all of the buyer side, by who reads all of it.
  const reads_all = !previews && page.view === 'buyer' && (standing === null || standing.guest?.reach === 'all');
  return (
    <header>
      {brand !== undefined && (brand.logo !== null || brand.colour !== null) && <BrandMark brand={brand} />}
      <h1 className="wrap-anywhere">
        <bdi>{words.title(page.name ?? purchaseWords.unnamed)}</bdi>
      </h1>
      <p className="text-dim mt-1 max-w-prose">
        {page.view === 'buyer' ? words.about(others, supplier) : words.about_guest}
      </p>
      {page.view === 'seller' && (
        <Link
          to="."
          search={(before: object) => ({ ...before, preview: 'buyer' }) as never}
          className="mt-2 inline-block linklike text-sm"
        >
          {words.preview}
        </Link>
      )}
      {reads_all && (
        <p className="mt-2.5">
          <Link {...links.memo(workspace_id, page.purchase_id)} className={`${buttonLook()} max-sm:min-h-11`}>
            {words.memo}
          </Link>{' '}
          <span className="text-xs text-dim">{words.memo_about}</span>
        </p>
      )}
    </header>
  );
}

function Standing({ start }: { start: Start }): ReactNode {
  // What waits for whom is told to each of them alone.
  const { previews } = usePlace();
  return (
    <>
      {start.view === 'buyer' && !previews && <NextCard next={start.next} />}
      <div className="grid grid-cols-3 max-md:grid-cols-1 gap-3.5 items-start">
        <Card title={words.settled}>
          <JobLines jobs={start.settled} none={words.settled_none} since={words.since} />
        </Card>
        <Card title={words.open}>
          <JobLines jobs={start.open} none={words.open_none} since={words.again_since} />
        </Card>
        <Missing start={start} />
      </div>
      {start.view === 'buyer' && <News news={start.news} />}
    </>
  );
}

interface JobLinesProps {
  jobs: Start['open'];
  none: string;
  since: (at: string) => string;
}

function JobLines({ jobs, none, since }: JobLinesProps): ReactNode {
  if (jobs.length === 0) return <p className="text-sm text-dim">{none}</p>;
  return (
    <ul className="text-sm space-y-1.5">
      {jobs.map((job) => (
        <li key={job.job_id} className="wrap-anywhere">
          <b className="font-[560]">{job.name}</b>
          {job.since !== null && <span className="text-xs text-dim"> {since(job.since)}</span>}
          <span className="block text-dim">{job.text}</span>
        </li>
      ))}
    </ul>
  );
}

function Missing({ start: { missing, not_here } }: { start: Start }): ReactNode {
  const { page } = useOpened();
  const names = page.people.filter(({ person_id }) => not_here.includes(person_id)).map(({ name }) => name);
  return (
    <Card title={words.missing}>
      {missing.length === 0 && names.length === 0 && <p className="text-sm text-dim">{words.missing_none}</p>}
      <ul className="text-sm space-y-1.5">
        {missing.map(({ role, need, jobs }) => (
          <li key={role} className={need === 'required' ? 'text-warn' : 'text-dim'}>
            {words.need[need](role, jobs)}
          </li>
        ))}
        {names.length > 0 && <li className="text-dim wrap-anywhere">{words.not_here(names)}</li>}
      </ul>
    </Card>
  );
}

function News({ news: { since, items, more } }: { news: Start['news'] }): ReactNode {
  const { workspace_id } = usePlace();
  const { page } = useOpened();
  return (
    <Card title={since === null || items.length === 0 ? words.news : words.news_since(since)}>
      {items.length === 0 && <p className="text-sm text-dim">{since === null ? words.news_first : words.news_none}</p>}
      <ul className="text-sm divide-y divide-line">
        {items.map((item) => (
          <li key={`${item.at} ${item.text}`} className="py-1.5 first:pt-0 wrap-anywhere">
            <bdi>{item.text}</bdi> <span className="text-xs text-dim whitespace-nowrap">{formatDateTime(item.at)}</span>
            {item.led_to.length > 0 && <span className="block text-xs text-dim">→ {item.led_to.join('; ')}</span>}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="text-xs text-dim mt-1">
          {words.more(more)} ·{' '}
          <Link {...links.purchase(workspace_id, page.purchase_id)} hash="ledger" className="linklike">
            {words.all_events}
          </Link>
        </p>
      )}
    </Card>
  );
}

function Jobs(): ReactNode {
  const { page } = useOpened();
  return (
    <section aria-labelledby="jobs">
      <div className="flex flex-wrap items-center justify-between gap-2 mb-2 min-h-8">
        <div>
          <h2 id="jobs">{words.jobs}</h2>
          {page.jobs.length > 0 && <p className="text-xs text-dim">{words.jobs_about}</p>}
        </div>
        <BulkBar />
      </div>
      {page.jobs.length === 0 ? <p className="text-sm text-dim">{purchaseWords.no_jobs_about}</p> : <JobCards />}
    </section>
  );
}
