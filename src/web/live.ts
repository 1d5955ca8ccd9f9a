import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { address } from './api.ts';
import { sendUnsent } from './outbox.ts';

export type LiveState = 'connecting' | 'live' | 'lost';

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 15_000;
const GATHER_MS = 150;

/**
 * Listens to what changes in one workspace as one person may know it, and makes what is on screen fresh. A lost
 * connection is taken up again from the last cursor, so that nothing between is missed.
 */
export function useLive(workspace_id: string, as: string | null): LiveState {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  useEffect(() => {
    if (as === null) return;
    setState('connecting');
    return listen(workspace_id, as, setState, gathered(queries, workspace_id));
  }, [workspace_id, as, queries]);
  return state;
}

/** Collects changes for a moment, then refreshes each purchase once and the lists once. */
function gathered(queries: QueryClient, workspace_id: string): (purchase_id: string | null) => void {
  const changed = new Set<string>();
  let everything = false;
  let waiting = false;
  const refresh = (): void => {
    waiting = false;
    const lists = ['purchases', 'counts', 'imports', 'people', 'notices'];
    const touched = new Set(changed);
    const all = everything;
    changed.clear();
    everything = false;
    void queries.invalidateQueries({
      predicate: ({ queryKey: [kind, workspace, id] }) =>
        workspace === workspace_id && (all || lists.includes(String(kind)) || touched.has(String(id))),
    });
  };
  return (purchase_id) => {
    if (purchase_id === null) everything = true;
    else changed.add(purchase_id);
    if (!waiting) setTimeout(refresh, GATHER_MS);
    waiting = true;
  };
}

function listen(
  workspace_id: string,
  acting_as: string,
  say: (state: LiveState) => void,
  changed: (purchase_id: string | null) => void,
): () => void {
  let source: EventSource | undefined;
  let cursor: string | undefined;
  let wait_ms = FIRST_RETRY_MS;
  let was_lost = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hear = (event: MessageEvent<string>): void => {
    const heard = JSON.parse(event.data) as { purchase_id: string | null; cursor: string };
    cursor = heard.cursor;
    changed(heard.purchase_id);
  };
  const open = (): void => {
    const query = cursor === undefined ? { acting_as } : { acting_as, cursor };
    source = new EventSource(address('live.stream', { params: { workspace_id }, query }));
    source.onopen = () => {
      wait_ms = FIRST_RETRY_MS;
      say('live');
      sendUnsent();
      // Without a cursor to go on from, anything may have happened meanwhile.
      if (was_lost && cursor === undefined) changed(null);
      was_lost = false;
    };
    source.onmessage = hear;
    source.onerror = () => {
      source?.close();
      was_lost = true;
      say('lost');
      timer = setTimeout(open, wait_ms);
      wait_ms = Math.min(LONGEST_RETRY_MS, wait_ms * 2);
    };
  };
  const now = (): void => {
    clearTimeout(timer);
    source?.close();
    open();
  };
  open();
  addEventListener('online', now);
  return () => {
    removeEventListener('online', now);
    clearTimeout(timer);
    source?.close();
  };
}
