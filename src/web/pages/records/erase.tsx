import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { eraseWords as words } from '../../../catalogue/records.ts';
import { Button } from '../../ui/button.tsx';
import { say, sayError } from '../../ui/toast.tsx';

/** Asks for an erasure: what goes, what stays, who will know; then, explicitly, yes. */
export function Erase({
  ask,
  lines,
  erase,
}: {
  ask: string;
  lines: readonly string[];
  erase: () => Promise<unknown>;
}): ReactNode {
  const [asked, setAsked] = useState(false);
  const queries = useQueryClient();
  const run = useMutation({
    mutationFn: erase,
    onSuccess: () => {
      say(words.done);
      setAsked(false);
      // No page shows, not even while it loads, what was erased.
      queries.removeQueries({ type: 'inactive' });
      void queries.invalidateQueries();
    },
    onError: sayError,
  });
  if (!asked) {
    return (
      <Button small look="danger" onClick={() => setAsked(true)}>
        {ask}
      </Button>
    );
  }
  return (
    <div className="card space-y-2 mt-2" role="alertdialog" aria-label={words.sure_title}>
      <p className="font-semibold text-sm">{words.sure_title}</p>
      {lines.map((line) => (
        <p key={line} className="text-sm">
          {line}
        </p>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button look="danger" disabled={run.isPending} onClick={() => run.mutate()}>
          {words.yes}
        </Button>
        <Button autoFocus onClick={() => setAsked(false)}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}
