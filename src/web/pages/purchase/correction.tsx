import { type FormEvent, type ReactNode, useState } from 'react';
import { ledgerWords as words } from '../../../catalogue/ledger.ts';
import type { LedgerEntry } from '../../types.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Text } from '../../ui/field.tsx';
import { useWrite } from './write.ts';

type Scalar = string | number;

/** The parts of a body that a person can correct by typing: text and numbers, no references. */
const editable = (body: LedgerEntry['body']): [string, Scalar][] =>
  Object.entries(body).filter(
    (part): part is [string, Scalar] =>
      !part[0].endsWith('_id') && (typeof part[1] === 'string' || typeof part[1] === 'number'),
  );

/** Corrects an entry's text or numbers, or voids it. */
export function CorrectionDialog({ entry, onClose }: { entry: LedgerEntry; onClose: () => void }): ReactNode {
  const parts = entry.kind.startsWith('assent.') ? [] : editable(entry.body);
  const [values, setValues] = useState<Record<string, Scalar>>(Object.fromEntries(parts));
  const [reason, setReason] = useState('');
  const write = useWrite();
  const send = async (body: object | null): Promise<void> => {
    const said = body === null ? words.voided : words.done;
    const why = reason.trim() === '' ? {} : { reason: reason.trim() };
    if (await write('corrections.create', {}, { event_id: entry.id, body, ...why }, { said, undo: null })) onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send({ ...entry.body, ...values });
  };
  return (
    <Dialog title={words.correct_title} about={words.correct_about} open onClose={onClose}>
      <form onSubmit={submit} className="space-y-3">
        <p className="rounded-lg bg-sunk px-3 py-2 text-sm">{entry.text}</p>
        {parts.map(([key, before]) => (
          <Text
            key={key}
            label={words.field(key)}
            type={typeof before === 'number' ? 'number' : 'text'}
            step="any"
            value={values[key] ?? ''}
            onChange={(event) =>
              setValues({
                ...values,
                [key]: typeof before === 'number' ? Number(event.target.value) : event.target.value,
              })
            }
          />
        ))}
        <Text label={words.reason} value={reason} onChange={(event) => setReason(event.target.value)} />
        <div className="flex justify-end gap-2">
          <Button look="danger" className="mr-auto" onClick={() => void send(null)}>
            {words.void}
          </Button>
          {parts.length > 0 && (
            <Button type="submit" look="primary">
              {words.save}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
