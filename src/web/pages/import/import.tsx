import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { formatDateTime, formatNumber } from '../../../catalogue/format.ts';
import { common } from '../../../catalogue/frame.ts';
import { words } from '../../../catalogue/import.ts';
import { links } from '../../links.ts';
import type { ImportRecord } from '../../types.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { DropZone } from './drop-zone.tsx';

const POLL_MS = 2_000;

/** Where files come in, and what came in before. */
export function ImportPage(): ReactNode {
  const { workspace_id, as } = usePlace();
  const call = useCall();
  const imports = useQuery({
    queryKey: ['imports', workspace_id, as],
    queryFn: ({ signal }) => call('imports.list', { params: { workspace_id } }, { signal }),
    refetchInterval: (query) =>
      query.state.data?.imports.some((one) => one.state === 'running' || one.state === 'queued') ? POLL_MS : false,
  });
  useEffect(() => {
    document.title = `${words.title} · ${common.product}`;
  }, []);
  return (
    <main id="page" className="wrap pt-5 pb-10">
      <h1>{words.title}</h1>
      <p className="text-dim mt-0.5 mb-4">{words.about}</p>
      <DropZone />
      <h2 className="mt-8 mb-1">{words.earlier}</h2>
      {imports.isPending && <Skeleton className="h-24" />}
      {imports.isError && <Trouble error={imports.error} retry={() => void imports.refetch()} />}
      {imports.data?.imports.length === 0 && <p className="text-sm text-dim">{words.none}</p>}
      {imports.data !== undefined && imports.data.imports.length > 0 && <ImportTable imports={imports.data.imports} />}
    </main>
  );
}

function ImportTable({ imports }: { imports: readonly ImportRecord[] }): ReactNode {
  const { columns } = words;
  return (
    <div className="overflow-x-auto">
      <table className="list-table">
        <thead>
          <tr>
            <th scope="col">{columns.file}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col" className="num">
              {columns.purchases}
            </th>
            <th scope="col" className="num">
              {columns.rows}
            </th>
            <th scope="col" className="num">
              {columns.refused}
            </th>
            <th scope="col" className="pl-6">
              {columns.when}
            </th>
            <th scope="col">{columns.by}</th>
          </tr>
        </thead>
        <tbody>
          {imports.map((one) => (
            <ImportLine key={one.import_id} one={one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ImportLine({ one }: { one: ImportRecord }): ReactNode {
  const { workspace_id } = usePlace();
  const running = one.state === 'running' ? ` ${Math.round(one.share * 100)} %` : '';
  const look = one.state === 'failed' ? 'text-bad' : one.state === 'retracted' ? 'text-dim' : '';
  return (
    <tr>
      <td className="wrap-anywhere">
        <Link {...links.import(workspace_id, one.import_id)} className="linklike font-[520]">
          {one.name}
        </Link>
      </td>
      <td className={`whitespace-nowrap ${look}`}>
        {words.states[one.state]}
        {running}
      </td>
      <td className="num">{formatNumber(one.purchases)}</td>
      <td className="num">{formatNumber(one.rows)}</td>
      <td className={`num ${one.refused > 0 ? 'text-warn' : 'text-dim'}`}>{formatNumber(one.refused)}</td>
      <td className="whitespace-nowrap !pl-6">{formatDateTime(one.started_at)}</td>
      <td>{one.by}</td>
    </tr>
  );
}
