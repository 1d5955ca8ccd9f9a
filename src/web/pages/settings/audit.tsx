import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { saveCsv } from '../../api.ts';
import { formatDate } from '../../format.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Select } from '../../ui/field.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { common } from '../../words.ts';
import { useCall, usePlace } from '../../workspace.ts';
import { auditWords as words } from './words.ts';

const nouns = Object.entries(words.nouns).map(([value, label]) => ({ value, label }));

/** The supplier's own log, for its admins: who did what with doors, grants, keys and settings. */
export function Audit(): ReactNode {
  const { workspace_id } = usePlace();
  const call = useCall();
  const [action, setAction] = useState('');
  const log = useQuery({
    queryKey: ['audit', workspace_id, action],
    queryFn: ({ signal }) =>
      call('audit.list', { params: { workspace_id }, query: action === '' ? {} : { action } }, { signal }),
  });
  const entries = log.data?.entries ?? [];
  const save = (): void =>
    saveCsv(
      [
        ['at', 'action', 'actor', 'purchase_id', 'about'],
        ...entries.map((one) => [
          one.at,
          one.action,
          String(one.actor.id ?? ''),
          one.purchase_id,
          JSON.stringify(one.about),
        ]),
      ],
      'audit.csv',
    );
  return (
    <>
      <p className="text-sm text-dim mb-3 max-w-prose">{words.about}</p>
      <div className="flex flex-wrap items-end gap-2 mb-3">
        <Select
          label={words.filter}
          options={nouns}
          value={action}
          onChange={(event) => setAction(event.target.value)}
        />
        <Button disabled={entries.length === 0} onClick={save}>
          {common.csv}
        </Button>
      </div>
      {log.isError && <Trouble error={log.error} retry={() => void log.refetch()} />}
      {log.isSuccess && entries.length === 0 && <Empty title={words.none}>{words.about}</Empty>}
      <ul>
        {entries.map((one) => (
          <li key={one.audit_id} className="border-t border-line py-1.5 text-sm wrap-anywhere">
            <span className="text-xs text-dim">{formatDate(one.at)}</span> <b className="font-[560]">{one.action}</b>{' '}
            <span className="text-xs text-dim">{JSON.stringify(one.about)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
