import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { common } from '../../../catalogue/frame.ts';
import { words } from '../../../catalogue/handover.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { sayError } from '../../ui/toast.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { useOpened } from '../purchase/write.ts';
import { HandOver } from './hand-over.tsx';
import { kindOfName, planOfKind } from './kinds.ts';
import { type SetUp, setUp } from './set-up.ts';
import { SetUpFields } from './set-up-fields.tsx';

const NOBODY = { name: '', email: '' };

/** Makes a purchase ready that came by an import or was opened bare; what it has already stays. */
export function MakeReady({ onClose }: { onClose: () => void }): ReactNode {
  const { workspace_id } = usePlace();
  const { page } = useOpened();
  const call = useCall();
  const queries = useQueryClient();
  const name = page.name ?? '';
  const kind = kindOfName(`${name} ${page.account_name ?? ''}`);
  const [how, setHow] = useState<SetUp>({ plan: planOfKind(kind), requirements: kind, problem: '', room: true });
  const { purchase_id } = page;
  const make = useMutation({
    mutationFn: () =>
      setUp(call, { workspace_id, purchase_id }, how, new Set(page.requirements.map(({ text }) => text))),
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(purchase_id) }),
    onError: sayError,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    make.mutate();
  };
  if (make.data !== undefined) {
    const purchase = { purchase_id, name, jobs: page.jobs.length };
    return (
      <Dialog title={words.ready} open onClose={onClose}>
        <HandOver purchase={purchase} made={make.data} contact={NOBODY} onClose={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog title={words.title} about={words.about} open onClose={onClose}>
      <form onSubmit={submit} className="space-y-3">
        <SetUpFields how={how} onChange={(changed) => setHow({ ...how, ...changed })} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="primary" disabled={make.isPending}>
            {words.go}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
