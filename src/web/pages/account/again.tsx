import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { words } from '../../../catalogue/account.ts';
import { Button } from '../../ui/button.tsx';

/** Below the word that a mail was sent: what to do where none came. */
export function Again({ send }: { send: () => Promise<unknown> }): ReactNode {
  const again = useMutation({ mutationFn: send });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Button className="min-h-11" disabled={again.isPending} onClick={() => again.mutate()}>
        {words.again}
      </Button>
      <p role="status" className="text-sm text-dim">
        {again.isSuccess ? words.sent_again : again.isPending ? '' : words.not_there}
      </p>
      {again.isError && (
        <p role="alert" className="text-sm text-bad">
          {again.error.message}
        </p>
      )}
    </div>
  );
}
