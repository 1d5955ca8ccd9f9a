import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { common } from '../../../catalogue/frame.ts';
import { words } from '../../../catalogue/risks.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { saveCsv } from '../../api.ts';
import { Padlock } from '../../signs/padlock.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { PurchaseFrame } from '../purchase/frame.tsx';
import { useOpened } from '../purchase/write.ts';
import { Matrix } from './matrix.tsx';
import { RiskDialog } from './risk-dialog.tsx';

export type RiskList = OutputOf<'risks.list'>;
export type Risk = RiskList['risks'][number];

/** What could go wrong: where each risk stands in a picture, and each with what is done about it. */
export function RisksPage(): ReactNode {
  return (
    <PurchaseFrame title={words.title}>
      <Inside />
    </PurchaseFrame>
  );
}

function Inside(): ReactNode {
  const { workspace_id, as } = usePlace();
  const { page, locked } = useOpened();
  const call = useCall();
  const [open, setOpen] = useState<Risk | 'new' | null>(null);
  const { purchase_id } = page;
  const list = useQuery({
    queryKey: ['risks', workspace_id, purchase_id, as],
    queryFn: ({ signal }) => call('risks.list', { params: { workspace_id, purchase_id } }, { signal }),
  });
  return (
    <>
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 mb-5">
        <div className="grow basis-72">
          <h1>{words.title}</h1>
          <p className="text-dim mt-1 max-w-prose">{words.about}</p>
        </div>
        {locked === null && (
          <Button look="primary" className="max-sm:w-full max-sm:min-h-12" onClick={() => setOpen('new')}>
            {words.add}
          </Button>
        )}
      </header>
      {list.isError && <Trouble error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <Skeleton className="h-56" />}
      {list.data?.risks.length === 0 && (
        <Empty title={words.none}>
          <p>{words.none_about}</p>
        </Empty>
      )}
      {list.data !== undefined && list.data.risks.length > 0 && (
        <div className="grid grid-cols-[minmax(0,1fr)_17rem] max-lg:grid-cols-1 gap-x-8 gap-y-5 items-start">
          <div className="lg:order-2">
            <Matrix risks={list.data.risks} />
          </div>
          <Register risks={list.data.risks} onOpen={setOpen} />
        </div>
      )}
      {open !== null && (
        <RiskDialog
          risk={open === 'new' ? null : open}
          sellers={list.data?.sellers ?? []}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

function Register({ risks, onOpen }: { risks: readonly Risk[]; onOpen: (risk: Risk) => void }): ReactNode {
  return (
    <section aria-label={words.title}>
      <ul>
        {risks.map((risk) => (
          <Line key={risk.risk_id} risk={risk} onOpen={onOpen} />
        ))}
      </ul>
      <p className="mt-3">
        <Button small onClick={() => download(risks)}>
          {common.csv}
        </Button>
      </p>
    </section>
  );
}

const isLive = ({ state }: Risk): boolean => state === 'open' || state === 'happened';

function Line({ risk, onOpen }: { risk: Risk; onOpen: (risk: Risk) => void }): ReactNode {
  const { risk: chosen } = useSearch({ from: '/w/$workspace_id/purchases/$purchase_id/risks' });
  const { locked } = useOpened();
  return (
    <li
      className={`border-t border-line py-3 grid grid-cols-[2.75rem_minmax(0,1fr)_auto] gap-x-3 gap-y-1 items-start ${chosen === risk.risk_id ? 'bg-acc-soft -mx-2 px-2 rounded-lg' : ''}`}
    >
      <Weight risk={risk} />
      <div className="min-w-0">
        <p className={`font-[560] wrap-anywhere ${isLive(risk) ? '' : 'text-dim'}`}>
          <bdi>{risk.text}</bdi>
        </p>
        <p className="text-sm text-dim wrap-anywhere">
          <span className={risk.state === 'happened' ? 'text-bad font-[560]' : ''}>{words.states[risk.state]}</span>
          {risk.for_whom !== null && risk.for_whom !== '' && <bdi> · {words.for_whom_is(risk.for_whom)}</bdi>}
          <bdi> · {words.owner_is(risk.owner)}</bdi>
        </p>
        {risk.mitigation !== null && risk.mitigation !== '' && (
          <p className="text-sm mt-0.5 whitespace-pre-wrap wrap-anywhere">
            <bdi>{risk.mitigation}</bdi>
          </p>
        )}
        <Padlock zone={risk.zone} />
      </div>
      {locked === null && (
        <Button
          small
          look="quiet"
          className="max-sm:min-h-10"
          aria-label={words.change_this(risk.text)}
          onClick={() => onOpen(risk)}
        >
          {words.change}
        </Button>
      )}
    </li>
  );
}

/** How much it weighs: the number, and in words for who does not see the shade. */
function Weight({ risk }: { risk: Risk }): ReactNode {
  const { severity, likelihood, impact } = risk;
  const look = !isLive(risk)
    ? 'bg-sunk text-dim'
    : severity >= 15
      ? 'bg-bad-soft text-bad'
      : severity >= 8
        ? 'bg-warn-soft text-warn'
        : 'bg-sunk';
  const told = words.severity_of(severity, likelihood, impact);
  return (
    <span className={`rounded-md text-center py-1 text-sm font-[560] tabular-nums ${look}`} title={told}>
      <span aria-hidden>{severity}</span>
      <span className="sr-only">{told}</span>
    </span>
  );
}

function download(risks: readonly Risk[]): void {
  const head = [
    words.risk,
    words.for_whom,
    words.likelihood,
    words.impact,
    words.severity,
    words.mitigation,
    words.owner,
    words.state,
    words.kept,
  ];
  const rows = risks.map((one) => [
    ...[one.text, one.for_whom, one.likelihood, one.impact, one.severity, one.mitigation, one.owner],
    ...[words.states[one.state], words.kept_in[one.zone]],
  ]);
  saveCsv([head, ...rows], words.file);
}
