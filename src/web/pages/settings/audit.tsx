import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { logWords } from '../../../catalogue/records.ts';
import { auditWords as words } from '../../../catalogue/settings.ts';
import { download } from '../../api.ts';
import { sayError } from '../../ui/toast.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { LogList } from '../records/log-list.tsx';

/** The people of the selling side, for choosing one. */
export function useMembers(): { person_id: string; name: string }[] {
  const { workspace_id, standing, people } = usePlace();
  const call = useCall();
  const members = useQuery({
    queryKey: ['members', workspace_id],
    queryFn: ({ signal }) => call('members.list', { params: { workspace_id } }, { signal }),
    enabled: standing !== null,
  });
  const all = standing === null ? people.filter((one) => one.side === 'seller') : (members.data?.members ?? []);
  return all.map(({ person_id, name }) => ({ person_id, name: name ?? person_id }));
}

/** The supplier's own log, for its admins: who did what with doors, grants, keys and settings. */
export function Audit(): ReactNode {
  const { workspace_id, as } = usePlace();
  const call = useCall();
  const { action, person, purchase, from, to, after } = useSearch({ from: '/w/$workspace_id/settings' });
  const search = Object.fromEntries(
    Object.entries({ action, person, from, to, after }).filter(([, value]) => value !== undefined),
  );
  const params = { workspace_id };
  const only = purchase === undefined ? {} : { purchase_id: purchase };
  return (
    <>
      <p className="text-sm text-dim mb-3 max-w-prose">{words.about}</p>
      <LogList
        search={search}
        queryKey={['audit', workspace_id, as, purchase]}
        load={(query, signal) => call('audit.list', { params, query: { ...query, ...only } }, { signal })}
        save={(query) =>
          void download('audit.export', { params, query: { ...query, ...only } }, `log.${query.format}`, as).catch(
            sayError,
          )
        }
        people={useMembers()}
        families={Object.keys(logWords.families) as (keyof typeof logWords.families)[]}
      />
    </>
  );
}
