import type { ReactNode } from 'react';
import { auditWords as words } from '../../../catalogue/claims.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { Empty } from '../../ui/empty.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { Source, Thing, Value } from './claim-line.tsx';
import { useClaimPage } from './data.ts';

type AuditData = OutputOf<'claim_audits.get'>;
type Audited = AuditData['by_one'][number];

/** Which claims tell options apart, which do not, and which nobody has shown. */
export function Audit(): ReactNode {
  const { data, isError, error, refetch } = useClaimPage('claim_audits.get');
  if (isError) return <Trouble error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="h-56" />;
  return (
    <>
      <p className="text-sm text-dim mb-4 max-w-prose">{words.about}</p>
      {data.options.length < 2 && <Empty title={words.few}>{words.few_about}</Empty>}
      <div className="grid grid-cols-2 max-md:grid-cols-1 gap-x-7 gap-y-6">
        <Part title={words.by_one} items={data.by_one} data={data} />
        <Part title={words.differing} items={data.differing} data={data} />
        <Part title={words.by_all} items={data.by_all} data={data} />
        <section aria-label={words.without_evidence}>
          <h2>{`${words.without_evidence} · ${data.without_evidence.length}`}</h2>
          {data.without_evidence.length === 0 && <p className="text-sm text-dim">{words.none}</p>}
          <ul className="text-sm">
            {data.without_evidence.map((claim) => (
              <li key={claim.claim_id} className="border-t border-line py-1.5 wrap-anywhere">
                <Thing claim={claim} />
                <Value claim={claim} /> <Source claim={claim} />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}

function Part({ title, items, data }: { title: string; items: readonly Audited[]; data: AuditData }): ReactNode {
  const nameOf = (id: string): string => data.options.find(({ option_id }) => option_id === id)?.name ?? id;
  return (
    <section aria-label={title}>
      <h2>{`${title} · ${items.length}`}</h2>
      {items.length === 0 && <p className="text-sm text-dim">{words.none}</p>}
      <ul className="text-sm">
        {items.map((one) => (
          <li key={`${one.subject} ${one.attribute}`} className="border-t border-line py-1.5">
            <p className="font-[560] wrap-anywhere">
              <bdi>{one.attribute}</bdi>
            </p>
            {one.said.map(({ option_id, claims }) => (
              <p key={option_id} className="wrap-anywhere">
                <bdi className="text-dim">{nameOf(option_id)}</bdi>{' '}
                {claims.map((claim) => (
                  <span key={claim.claim_id} className="mr-2">
                    <Value claim={claim} /> <Source claim={claim} />
                  </span>
                ))}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
