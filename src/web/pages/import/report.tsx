import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { formatNumber } from '../../../catalogue/format.ts';
import { common, outcomeWords } from '../../../catalogue/frame.ts';
import { words as importWords, reportWords as words } from '../../../catalogue/import.ts';
import { download } from '../../api.ts';
import { links } from '../../links.ts';
import type { ImportRecord } from '../../types.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Progress } from '../../ui/progress.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { say, sayError } from '../../ui/toast.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useCall, usePlace } from '../../workspace.ts';

const POLL_MS = 700;

/** One import: how far it is, then what came of it, what was refused, and the way back. */
export function ReportPage(): ReactNode {
  const { import_id } = useParams({ from: '/w/$workspace_id/import/$import_id' });
  const { workspace_id, as } = usePlace();
  const call = useCall();
  const record = useQuery({
    queryKey: ['imports', workspace_id, import_id, as],
    queryFn: ({ signal }) => call('imports.get', { params: { workspace_id, import_id } }, { signal }),
    refetchInterval: (query) => (query.state.data !== undefined && isGoing(query.state.data) ? POLL_MS : false),
  });
  useEffect(() => {
    document.title = `${record.data?.name ?? importWords.title} · ${common.product}`;
  }, [record.data?.name]);
  if (record.isPending) return <PageSkeleton />;
  return (
    <main id="page" className="wrap pt-5 pb-10">
      <Link {...links.imports(workspace_id)} className="text-xs text-dim hover:text-ink">
        ← {importWords.back}
      </Link>
      {record.isError ? (
        <Trouble error={record.error} retry={() => void record.refetch()} />
      ) : (
        <Report record={record.data} />
      )}
    </main>
  );
}

const isGoing = (record: ImportRecord): boolean => record.state === 'running' || record.state === 'queued';

function Report({ record }: { record: ImportRecord }): ReactNode {
  if (isGoing(record)) {
    return (
      <div className="max-w-2xl">
        <h1 className="mt-1.5 mb-4 wrap-anywhere">{words.running(record.name)}</h1>
        <Progress share={record.share} label={record.state === 'queued' ? importWords.states.queued : record.step} />
        <p className="text-xs text-dim mt-3">{words.leave}</p>
      </div>
    );
  }
  const title = record.state === 'failed' ? words.failed : record.state === 'retracted' ? words.retracted : words.done;
  return (
    <>
      <h1 className="mt-1.5 wrap-anywhere">{title(record.name)}</h1>
      {record.state === 'failed' && (
        <p role="alert" className="card !border-warn/60 !bg-warn-soft max-w-2xl mt-3">
          {record.error ?? words.failed_about}
        </p>
      )}
      {record.state === 'retracted' && <p className="text-dim mt-0.5">{words.retracted_about}</p>}
      {record.state !== 'failed' && <Numbers record={record} />}
      <Actions record={record} />
      {record.refused > 0 && <Refusals import_id={record.import_id} />}
    </>
  );
}

function Numbers({ record }: { record: ImportRecord }): ReactNode {
  const numbers = [
    { n: record.purchases, what: words.purchases },
    { n: record.events, what: words.events },
    { n: record.rows, what: words.rows },
    ...(record.repeated > 0 ? [{ n: record.repeated, what: words.repeated }] : []),
    { n: record.refused, what: words.refused },
  ];
  const outcomes = (['bought', 'lost', 'no_decision', 'open'] as const).map((name) => ({
    name,
    n: record.outcomes[name],
  }));
  const all = Math.max(
    1,
    outcomes.reduce((sum, one) => sum + one.n, 0),
  );
  const look = { bought: 'bg-acc', lost: 'bg-warn', no_decision: 'bg-edge', open: 'bg-line' };
  return (
    <div className="my-4 space-y-5">
      <dl className="flex flex-wrap gap-x-9 gap-y-3">
        {numbers.map((one) => (
          <div key={one.what} className="flex flex-col-reverse">
            <dt className="text-xs text-dim">{one.what}</dt>
            <dd
              className={`text-xl font-semibold tracking-tight ${one.what === words.refused && one.n > 0 ? 'text-warn' : ''}`}
            >
              {formatNumber(one.n)}
            </dd>
          </div>
        ))}
      </dl>
      <section className="max-w-2xl">
        <h2 className="mb-1.5">{words.outcomes}</h2>
        <div className="flex h-2.5 rounded-full overflow-hidden gap-px" aria-hidden>
          {outcomes
            .filter((one) => one.n > 0)
            .map((one) => (
              <span key={one.name} className={look[one.name]} style={{ width: `${(100 * one.n) / all}%` }} />
            ))}
        </div>
        <ul className="flex flex-wrap gap-x-6 gap-y-1 mt-2 text-sm">
          {outcomes.map((one) => (
            <li key={one.name} className="flex items-center gap-1.5">
              <span aria-hidden className={`size-2.5 rounded-sm ${look[one.name]}`} />
              {outcomeWords[one.name]} <b className="font-semibold">{formatNumber(one.n)}</b>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Actions({ record }: { record: ImportRecord }): ReactNode {
  const { workspace_id } = usePlace();
  const { import_id } = record;
  const call = useCall();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const turn = useMutation({
    mutationFn: (operation: 'retractions.put' | 'retractions.delete') =>
      call(operation, { params: { workspace_id, import_id } }),
    onSuccess: (_record, operation) => {
      say(operation === 'retractions.put' ? words.undone : words.restored);
      return queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === workspace_id });
    },
    onError: sayError,
  });
  return (
    <div className="flex flex-wrap gap-2">
      {record.state === 'done' && (
        <>
          <Link {...links.portfolio(workspace_id, { import_id })} className={buttonLook('primary')}>
            {words.see}
          </Link>
          <Link {...links.journeys(workspace_id, import_id)} className={buttonLook()}>
            {words.journeys}
          </Link>
          <Button look="danger" disabled={turn.isPending} onClick={() => setAsked(true)}>
            {words.undo}
          </Button>
          <Dialog title={words.undo_sure} about={words.undo_about} open={asked} onClose={() => setAsked(false)}>
            <div className="flex justify-end gap-2">
              <Button onClick={() => setAsked(false)}>{words.undo_not}</Button>
              <Button
                look="danger"
                onClick={() => {
                  setAsked(false);
                  turn.mutate('retractions.put');
                }}
              >
                {words.undo_yes}
              </Button>
            </div>
          </Dialog>
        </>
      )}
      {record.state === 'retracted' && (
        <Button look="primary" disabled={turn.isPending} onClick={() => turn.mutate('retractions.delete')}>
          {words.restore}
        </Button>
      )}
    </div>
  );
}

function Refusals({ import_id }: { import_id: string }): ReactNode {
  const { workspace_id, as } = usePlace();
  const call = useCall();
  const refused = useInfiniteQuery({
    queryKey: ['refusals', workspace_id, import_id, as],
    queryFn: ({ pageParam, signal }) =>
      call('imports.refusals', { params: { workspace_id, import_id }, query: { after: pageParam } }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const seen = pages.reduce((sum, page) => sum + page.refusals.length, 0);
      return last.refusals.length > 0 && seen < last.total ? seen : null;
    },
  });
  const rows = refused.data?.pages.flatMap((page) => page.refusals) ?? [];
  const save = () =>
    void download('imports.refusals_csv', { params: { workspace_id, import_id } }, 'refused-rows.csv', as).catch(
      sayError,
    );
  return (
    <section className="mt-8">
      <div className="flex flex-wrap items-center gap-3 mb-1">
        <h2>{words.refusals}</h2>
        <Button look="quiet" small onClick={save}>
          {words.download}
        </Button>
      </div>
      <p className="text-xs text-dim mb-2">{words.refusals_about}</p>
      {refused.isError && <Trouble error={refused.error} retry={() => void refused.refetch()} />}
      <div className="overflow-x-auto">
        <table className="list-table">
          <thead>
            <tr>
              {words.refusal_head.map((name, column) => (
                <th key={name} scope="col" className={column === 0 ? 'num !pr-5' : ''}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.line} ${row.column} ${row.code}`}>
                <td className="num !pr-5">{formatNumber(row.line)}</td>
                <td className="whitespace-nowrap">{row.column}</td>
                <td className="wrap-anywhere">
                  {row.value === null || row.value === '' ? (
                    <span className="text-dim">{words.empty_value}</span>
                  ) : (
                    <code className="text-xs bg-sunk rounded px-1 py-0.5">{row.value}</code>
                  )}
                </td>
                <td className="min-w-52">
                  {row.reason} <span className="text-2xs text-dim">{row.code}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {refused.hasNextPage && (
        <Button className="mt-3" disabled={refused.isFetchingNextPage} onClick={() => void refused.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </section>
  );
}
