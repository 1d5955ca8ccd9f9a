import { type FormEvent, type ReactNode, useState } from 'react';
import { formatDate } from '../../../catalogue/format.ts';
import { common, outcomeWords } from '../../../catalogue/frame.ts';
import { outcomeCardWords as words } from '../../../catalogue/purchase-outcome.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LongText, Select } from '../../ui/field.tsx';
import { useOpened, useWrite } from './write.ts';

/** How the purchase ended, and taking it up again. */
export function OutcomeCard(): ReactNode {
  const { page, locked } = useOpened();
  const write = useWrite();
  const [open, setOpen] = useState(false);
  const { outcome } = page;
  return (
    <section className="card">
      <h2 className="mb-1">{words.title}</h2>
      {outcome === null ? (
        <p className="text-sm text-dim">{words.still_open}</p>
      ) : (
        <p className="text-sm">
          <b className="font-semibold">{outcomeWords[outcome.outcome]}</b> · {formatDate(outcome.at)}
          {outcome.reason !== null && <span className="block text-dim wrap-anywhere">{outcome.reason}</span>}
        </p>
      )}
      {page.revived.length > 0 && <p className="text-xs text-dim mt-1">{words.revived(page.revived.length)}</p>}
      {locked === null && (
        <Button
          look="quiet"
          small
          className="-ml-2.5 mt-0.5"
          onClick={() =>
            outcome === null ? setOpen(true) : void write('revivals.create', {}, {}, { said: words.taken_up })
          }
        >
          {outcome === null ? words.record : words.revive}
        </Button>
      )}
      {open && <OutcomeDialog onClose={() => setOpen(false)} />}
    </section>
  );
}

/** Says how it was decided, or how it ended. */
export function OutcomeDialog({ onClose }: { onClose: () => void }): ReactNode {
  const [outcome, setOutcome] = useState<'bought' | 'lost' | 'no_decision'>('bought');
  const [reason, setReason] = useState('');
  const write = useWrite();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const body = { outcome, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) };
    if (await write('outcomes.create', {}, body, { said: words.recorded })) onClose();
  };
  const options = (['bought', 'lost', 'no_decision'] as const).map((value) => ({ value, label: words.choices[value] }));
  return (
    <Dialog title={words.title} open onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="space-y-3">
        <Select
          label={words.outcome}
          options={options}
          value={outcome}
          onChange={(event) => setOutcome(event.target.value as typeof outcome)}
        />
        <LongText label={words.reason} value={reason} onChange={(event) => setReason(event.target.value)} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="primary">
            {common.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
