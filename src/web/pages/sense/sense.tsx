import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { words } from '../../../catalogue/sense.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { links } from '../../links.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { Source, Thing, Value } from '../claims/claim-line.tsx';
import { ContradictionCard } from '../claims/contradiction.tsx';
import type { ClaimView } from '../claims/data.ts';
import { marked } from '../claims/marked.ts';
import { PurchaseFrame } from '../purchase/frame.tsx';
import { atDate, useOpened } from '../purchase/write.ts';
import { Summary } from './summary.tsx';

type SenseData = OutputOf<'senses.get'>;

/** For each job one page: what is established, disputed, missing, and what does not matter. */
export function SensePage(): ReactNode {
  return (
    <PurchaseFrame title={words.title} dated>
      <Inside />
    </PurchaseFrame>
  );
}

function Inside(): ReactNode {
  const { job: asked } = useSearch({ from: '/w/$workspace_id/purchases/$purchase_id/sense' });
  const { workspace_id } = usePlace();
  const { page } = useOpened();
  // The first job that is not complete is what a group is at.
  const job =
    page.jobs.find(({ job_id }) => job_id === asked) ??
    page.jobs.find(({ state }) => state !== 'complete') ??
    page.jobs[0];
  if (job === undefined) {
    return (
      <>
        <h1 className="sr-only">{words.title}</h1>
        <Empty title={words.no_jobs}>{words.no_jobs_about}</Empty>
      </>
    );
  }
  return (
    <>
      <nav aria-label={words.jobs} className="mb-5 print:hidden">
        <ul className="flex flex-wrap gap-1.5">
          {page.jobs.map(({ job_id, name }) => (
            <li key={job_id}>
              <Link
                {...links.sense(workspace_id, page.purchase_id, { ...atDate(page), job: job_id })}
                className="chip"
                {...marked(job_id === job.job_id)}
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <OfJob key={job.job_id} job_id={job.job_id} />
    </>
  );
}

function OfJob({ job_id }: { job_id: string }): ReactNode {
  const { workspace_id, as } = usePlace();
  const { page } = useOpened();
  const call = useCall();
  const { purchase_id } = page;
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['sense', workspace_id, purchase_id, as, job_id, page.as_of],
    queryFn: ({ signal }) =>
      call('senses.get', { params: { workspace_id, purchase_id, job_id }, query: atDate(page) }, { signal }),
  });
  if (isError) return <Trouble error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="h-56" />;
  return (
    <article>
      <header className="flex flex-wrap items-start gap-x-4 gap-y-1 mb-4">
        <div className="grow min-w-0">
          <h1 className="wrap-anywhere">{data.name}</h1>
          <p className="text-dim wrap-anywhere">
            <q>{data.sentence}</q>
          </p>
          <p className="text-xs text-dim">{words.about}</p>
        </div>
        <Button small className="print:hidden" onClick={() => print()}>
          {words.print}
        </Button>
      </header>
      {data.model !== null && <Summary job_id={job_id} model={data.model} />}
      <div className="grid grid-cols-2 max-md:grid-cols-1 print:grid-cols-1 gap-x-7 gap-y-6 items-start">
        <Established items={data.established} />
        <div className="space-y-6">
          <Disputed items={data.disputed} />
          <Missing items={data.missing} />
          <NoMatter items={data.no_matter} />
        </div>
      </div>
    </article>
  );
}

interface PartProps {
  title: string;
  none: string;
  count: number;
  children: ReactNode;
}

const Part = ({ title, none, count, children }: PartProps): ReactNode => (
  <section aria-label={title}>
    <h2>{count === 0 ? title : `${title} · ${count}`}</h2>
    {count === 0 ? <p className="text-sm text-dim">{none}</p> : children}
  </section>
);

const Said = ({ claim }: { claim: ClaimView }): ReactNode => (
  <>
    <span className="block wrap-anywhere">
      <Thing claim={claim} />
      <Value claim={claim} />
    </span>
    <Source claim={claim} />
  </>
);

const Established = ({ items }: { items: SenseData['established'] }): ReactNode => (
  <Part title={words.established} none={words.established_none} count={items.length}>
    <ul className="text-sm">
      {items.map(({ claim, ground, also }) => (
        <li key={claim.claim_id} className="border-t border-line py-2 break-inside-avoid">
          <Said claim={claim} />
          <span className="block text-xs text-dim wrap-anywhere">
            {words.ground[ground]}
            {claim.evidence === null || claim.evidence === '' ? '' : `: ${claim.evidence}`}
            {also.length === 0 ? '' : ` · ${words.also(also.length)}`}
          </span>
        </li>
      ))}
    </ul>
  </Part>
);

const Disputed = ({ items }: { items: SenseData['disputed'] }): ReactNode => (
  <Part title={words.disputed} none={words.disputed_none} count={items.length}>
    <div className="space-y-3 mt-1.5">
      {items.map(({ contradiction, claims, assumption }) =>
        contradiction === null ? (
          <p key={assumption} className="text-sm wrap-anywhere">
            {words.assumption(assumption ?? '')}
          </p>
        ) : (
          <ContradictionCard key={contradiction.contradiction_id} one={contradiction} claims={claims} />
        ),
      )}
    </div>
  </Part>
);

const Missing = ({ items }: { items: SenseData['missing'] }): ReactNode => (
  <Part title={words.missing} none={words.missing_none} count={items.length}>
    <ul className="text-sm list-disc pl-5 space-y-0.5">
      {items.map(({ kind, what }) => (
        <li key={`${kind} ${what}`} className="wrap-anywhere">
          {words.lack[kind](what ?? '')}
        </li>
      ))}
    </ul>
  </Part>
);

const NoMatter = ({ items }: { items: SenseData['no_matter'] }): ReactNode => (
  <Part title={words.no_matter} none={words.no_matter_none} count={items.length}>
    <ul className="text-sm">
      {items.map(({ claim, why }) => (
        <li key={claim.claim_id} className="border-t border-line py-1.5 text-dim break-inside-avoid">
          <Said claim={claim} />
          <span className="block text-xs">{words.why[why]}</span>
        </li>
      ))}
    </ul>
  </Part>
);
