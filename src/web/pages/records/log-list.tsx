import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatDateTime, time_zone } from '../../../catalogue/format.ts';
import { logWords as words } from '../../../catalogue/records.ts';
import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import type { LogSearch } from '../../searches.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Select, Text } from '../../ui/field.tsx';
import { Trouble } from '../../ui/trouble.tsx';

type Log = OutputOf<'audit.list'>;
type Query = NonNullable<InputOf<'audit.list'>['query']>;

export interface LogProps {
  /** What narrows the log down; it stands in the address. */
  search: LogSearch;
  queryKey: readonly unknown[];
  load: (query: Query, signal: AbortSignal) => Promise<Log>;
  save: (query: Omit<Query, 'after' | 'limit'> & { format: 'csv' | 'jsonl' }) => void;
  people: readonly { person_id: string; name: string }[];
  families: readonly (keyof typeof words.families)[];
}

/** A log of one side: narrowed down by the address, page by page, and as a file. */
export function LogList({ search, queryKey, load, save, people, families }: LogProps): ReactNode {
  const filter = filterOf(search);
  const log = useQuery({
    queryKey: [...queryKey, search],
    queryFn: ({ signal }) =>
      load({ ...filter, ...(search.after === undefined ? {} : { after: search.after }) }, signal),
    placeholderData: keepPreviousData,
  });
  const go = useGo();
  const entries = log.data?.entries ?? [];
  const next = log.data?.next ?? null;
  return (
    <>
      <Filters search={search} people={people} families={families} />
      <div className="flex flex-wrap gap-2 my-3">
        <Button onClick={() => save({ ...filter, format: 'csv' })}>{words.csv}</Button>
        <Button onClick={() => save({ ...filter, format: 'jsonl' })}>{words.jsonl}</Button>
      </div>
      {log.isError && <Trouble error={log.error} retry={() => void log.refetch()} />}
      {log.isSuccess && entries.length === 0 && <Empty title={words.none}>{words.none_about}</Empty>}
      <ul aria-busy={log.isFetching}>
        {entries.map((one) => (
          <li key={one.audit_id} className="border-t border-line py-1.5 text-sm wrap-anywhere">
            <span className="text-xs text-dim tabular-nums mr-2">{formatDateTime(one.at)}</span>
            <bdi>{one.text}</bdi>
          </li>
        ))}
      </ul>
      <div className="flex gap-2 mt-3">
        {search.after !== undefined && <Button onClick={() => go({ after: undefined })}>{words.newest}</Button>}
        {next !== null && <Button onClick={() => go({ after: next })}>{words.older}</Button>}
      </div>
      <p className="text-xs text-dim mt-3">{words.times(time_zone)}</p>
    </>
  );
}

/** Days of the address are the reader's own: from their midnight to the midnight after. */
function filterOf({ action, person, from, to }: LogSearch): Omit<Query, 'after' | 'limit'> {
  const midnight = (day: string, after = 0): string => {
    const at = new Date(`${day}T00:00:00`);
    at.setDate(at.getDate() + after);
    return at.toISOString();
  };
  return {
    ...(action === undefined ? {} : { action }),
    ...(person === undefined ? {} : { person_id: person }),
    ...(from === undefined ? {} : { from: midnight(from) }),
    ...(to === undefined ? {} : { to: midnight(to, 1) }),
  };
}

/** Changes the address; a change of what is looked for begins at the newest entry again. */
function useGo(): (change: { [K in keyof LogSearch]?: string | undefined }) => void {
  const navigate = useNavigate();
  return (change) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, after: undefined, ...change }) as never });
}

function Filters({ search, people, families }: Pick<LogProps, 'search' | 'people' | 'families'>): ReactNode {
  const go = useGo();
  const set = (key: keyof LogSearch) => (event: { target: { value: string } }) =>
    go({ [key]: event.target.value === '' ? undefined : event.target.value });
  const kinds = families.map((value) => ({ value, label: words.families[value] }));
  const persons = [
    { value: '', label: words.anyone as string },
    ...people.map(({ person_id, name }) => ({ value: person_id, label: name })),
  ];
  return (
    <div className="grid grid-cols-4 max-md:grid-cols-2 gap-2">
      <Select label={words.family} options={kinds} value={search.action ?? ''} onChange={set('action')} />
      <Select label={words.person} options={persons} value={search.person ?? ''} onChange={set('person')} />
      <Text label={words.from} type="date" value={search.from ?? ''} onChange={set('from')} />
      <Text label={words.to} type="date" value={search.to ?? ''} onChange={set('to')} />
    </div>
  );
}
