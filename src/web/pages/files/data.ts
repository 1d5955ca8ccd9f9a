import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { OutputOf } from '../../../contract/operations.ts';
import { useCall, usePlace } from '../../workspace.ts';
import { useOpened } from '../purchase/write.ts';

export type FileList = OutputOf<'files.list'>;
export type FileView = FileList['files'][number];
export type Version = FileView['versions'][number];

const key = (workspace_id: string, purchase_id: string) => ['files', workspace_id, purchase_id];

/** The files of the open purchase. */
export function useFiles() {
  const { workspace_id, as } = usePlace();
  const { page } = useOpened();
  const call = useCall();
  const { purchase_id } = page;
  return useQuery({
    queryKey: [...key(workspace_id, purchase_id), as],
    queryFn: ({ signal }) => call('files.list', { params: { workspace_id, purchase_id } }, { signal }),
  });
}

/** Reads the files of the open purchase anew. */
export function useFreshFiles(): () => Promise<void> {
  const queries = useQueryClient();
  const { workspace_id } = usePlace();
  const { page } = useOpened();
  return () => queries.invalidateQueries({ queryKey: key(workspace_id, page.purchase_id) });
}
