import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext } from 'react';
import { common } from '../../../catalogue/frame.ts';
import type { InputOf, OperationName, OutputOf } from '../../../contract/operations.ts';
import { isRefusal } from '../../api.ts';
import type { Page } from '../../types.ts';
import { say, sayError } from '../../ui/toast.tsx';
import { useCall, usePlace } from '../../workspace.ts';

export interface Opened {
  page: Page;
  /** Why nothing can be changed, or null. */
  locked: string | null;
}

export const OpenedContext = createContext<Opened | null>(null);

/** What a read asks for, to be of the same date as the page that is open. */
export const atDate = ({ as_of }: Page): { as_of?: string } => (as_of === null ? {} : { as_of });

/** The purchase that is open; only below its page. */
export function useOpened(): Opened {
  const opened = useContext(OpenedContext);
  if (opened === null) throw new Error('A part of the purchase page was drawn without its purchase.');
  return opened;
}

type WriteName = {
  [N in OperationName]: OutputOf<N> extends { command_id: string; events: unknown[] } ? N : never;
}[OperationName];

/** Someone goes back to what they were writing. */
class Undecided extends Error {}

interface Written {
  said?: string;
  /** What takes it back; left out, the events are voided by a correction. */
  undo?: (() => void) | null;
}

interface Asking {
  call: ReturnType<typeof useCall>;
  name: WriteName;
  at: { workspace_id: string; purchase_id: string };
}

/**
 * Sends a write; where someone changed the same meanwhile, shows both and sends it again only if one's own is to hold.
 * @returns null where what is there already holds
 */
async function sendOrAsk<A>(send: (sent: object) => Promise<A>, asking: Asking, sent: object): Promise<A | null> {
  try {
    return await send(sent);
  } catch (error) {
    if (!isRefusal(error) || error.code !== 'conflict.changed_meanwhile') throw error;
    const [{ conflictOf }, { askWhich }] = await Promise.all([
      import('./conflict.ts'),
      import('./conflict-dialog.tsx'),
    ]);
    const conflict = await conflictOf(asking.call, asking.name, asking.at, { ...sent });
    if (conflict === null) throw error;
    // Both wrote the same: it is so already.
    if (conflict.differences.length === 0) return null;
    const choice = await askWhich(conflict.differences);
    if (choice === 'neither') throw new Undecided();
    return choice === 'theirs' ? null : sendOrAsk(send, asking, { ...sent, seen: conflict.seen });
  }
}

/** Writes to the open purchase, makes the page fresh, says what was done and how to undo it. Resolves to success. */
export function useWrite() {
  const { workspace_id } = usePlace();
  const { page } = useOpened();
  const call = useCall();
  const queries = useQueryClient();
  const { purchase_id } = page;
  return useCallback(
    async <N extends WriteName>(
      name: N,
      params: Record<string, string>,
      body: object,
      written: Written = {},
    ): Promise<boolean> => {
      const refresh = () =>
        queries.invalidateQueries({
          predicate: ({ queryKey: [kind, workspace, id] }) =>
            workspace === workspace_id &&
            (id === purchase_id || kind === 'purchases' || kind === 'counts' || kind === 'people'),
        });
      const send = (operation: WriteName, extra: Record<string, string>, sent: object) =>
        call(operation, {
          params: { workspace_id, purchase_id, ...extra },
          body: sent,
        } as unknown as InputOf<WriteName>);
      try {
        const at = { workspace_id, purchase_id, ...params };
        const answer = await sendOrAsk((sent) => send(name, params, sent), { call, name, at }, body);
        await refresh();
        if (answer === null) return true;
        const voided = async (): Promise<void> => {
          for (const event of [...answer.events].reverse()) {
            await send('corrections.create', {}, { event_id: event.id, body: null }).catch(sayError);
          }
          await refresh();
        };
        const run = written.undo === undefined ? () => void voided() : written.undo;
        if (written.said !== undefined)
          say(written.said, {
            action: run === null || answer.events.length === 0 ? null : { label: common.undo, run },
          });
        return true;
      } catch (error) {
        if (!(error instanceof Undecided)) sayError(error);
        await refresh();
        return false;
      }
    },
    [workspace_id, purchase_id, call, queries],
  );
}
