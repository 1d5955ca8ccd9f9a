import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { time_zone } from '../../../catalogue/format.ts';
import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import { sayError } from '../../ui/toast.tsx';
import { useCall, usePlace } from '../../workspace.ts';

export type NoticeView = OutputOf<'notices.list'>['notices'][number];
export type Settings = OutputOf<'notice_settings.get'>;

/** What the one who acts was told, and what says that it was read. */
export function useNotices() {
  const { workspace_id, as } = usePlace();
  const call = useCall();
  const queries = useQueryClient();
  const params = { workspace_id };
  const list = useQuery({
    queryKey: ['notices', workspace_id, as],
    queryFn: ({ signal }) => call('notices.list', { params }, { signal }),
    enabled: as !== '',
    retry: false,
  });
  const read = useMutation({
    mutationFn: (notice_ids: string[] | null) => call('notice_readings.create', { params, body: { notice_ids } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notices', workspace_id] }),
    onError: sayError,
  });
  return { list, read };
}

/** How the one who acts wants their mails. */
export function useNoticeSettings(enabled: boolean) {
  const { workspace_id, as } = usePlace();
  const call = useCall();
  const queries = useQueryClient();
  const params = { workspace_id };
  const queryKey = ['notice settings', workspace_id, as];
  const settings = useQuery({
    queryKey,
    queryFn: ({ signal }) => call('notice_settings.get', { params }, { signal }),
    enabled: enabled && as !== '',
    retry: false,
  });
  const { mutate, mutateAsync } = useMutation({
    mutationFn: (body: NonNullable<InputOf<'notice_settings.put'>['body']>) =>
      call('notice_settings.put', { params, body }),
    onSuccess: (saved) => queries.setQueryData(queryKey, saved),
  });
  const unknown_zone = settings.data?.time_zone === null;
  useEffect(() => {
    // Quiet hours hold where one lives, and the browser knows best until one says something else.
    if (unknown_zone) mutate({ time_zone });
  }, [unknown_zone, mutate]);
  return { settings, put: mutateAsync };
}
