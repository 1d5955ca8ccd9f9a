import { type ReactNode, useState } from 'react';
import { words } from '../../../catalogue/files.ts';
import { formatBytes } from '../../../catalogue/format.ts';
import { sendFiles } from '../../api.ts';
import type { Zone } from '../../signs/zone-choice.tsx';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { say } from '../../ui/toast.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { usePlace } from '../../workspace.ts';
import { useOpened } from '../purchase/write.ts';
import { useFreshFiles } from './data.ts';

interface Place {
  zone?: Zone;
  job_id?: string;
  file_id?: string;
}

interface Underway {
  name: string;
  share: number;
  stop: () => void;
}

/** Files on their way, one after the other. */
interface SendingFiles {
  underway: Underway | null;
  error: unknown;
  send: (files: readonly File[], place: Place) => Promise<void>;
}

/** Sends files with progress; stopping ends the one that is on its way and those after it. */
export function useSending(largest_bytes: number): SendingFiles {
  const { workspace_id, as } = usePlace();
  const { page } = useOpened();
  const fresh = useFreshFiles();
  const [underway, setUnderway] = useState<Underway | null>(null);
  const [error, setError] = useState<unknown>(null);
  const { purchase_id } = page;
  const one = async (file: File, place: Place, stopping: AbortController): Promise<void> => {
    // What is known to be too large is not sent to be refused.
    if (file.size > largest_bytes) throw new Error(words.too_large(file.name, formatBytes(largest_bytes)));
    const onShare = (share: number) => setUnderway({ name: file.name, share, stop: () => stopping.abort() });
    onShare(0);
    const input = { params: { workspace_id, purchase_id }, query: place };
    await sendFiles('files.create', input, [file], { as, onShare, signal: stopping.signal });
    say(words.sent(file.name));
  };
  const send = async (files: readonly File[], place: Place): Promise<void> => {
    const stopping = new AbortController();
    setError(null);
    try {
      for (const file of files) {
        await one(file, place, stopping).catch((caught: unknown) => {
          if (stopping.signal.aborted) say(words.stopped(file.name));
          throw caught;
        });
      }
    } catch (caught) {
      if (!stopping.signal.aborted) setError(caught);
    }
    setUnderway(null);
    await fresh();
  };
  return { underway, error, send };
}

export function Sending({ sending: { underway, error } }: { sending: SendingFiles }): ReactNode {
  if (underway !== null) {
    return (
      <div className="mt-3 flex items-end gap-3">
        <div className="grow min-w-0 wrap-anywhere">
          <Progress share={underway.share} label={words.sending(underway.name)} />
        </div>
        <Button onClick={underway.stop}>{words.cancel}</Button>
      </div>
    );
  }
  return error === null ? null : <Trouble error={error} />;
}
