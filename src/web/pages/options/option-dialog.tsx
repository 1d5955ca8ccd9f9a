import { type FormEvent, type ReactNode, useState } from 'react';
import { parseMoney } from '../../../catalogue/format.ts';
import { common } from '../../../catalogue/frame.ts';
import { words as pageWords, dialogWords as words } from '../../../catalogue/options.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select, Text } from '../../ui/field.tsx';
import { say } from '../../ui/toast.tsx';
import { Shakes } from '../purchase/shakes.tsx';
import { useOpened, useWrite } from '../purchase/write.ts';
import { type Option, useShown } from './data.ts';

interface OptionDialogProps {
  /** null makes a new one. */
  option: Option | null;
  onClose: () => void;
}

const OTHERS: readonly string[] = ['other_supplier', 'build'];

/** What is typed of an option, and what saves it, takes it out or chooses it. */
function useOptionDraft({ option, onClose }: OptionDialogProps) {
  const { page } = useShown();
  const opened = useOpened();
  const write = useWrite();
  const [id] = useState(() => option?.option_id ?? crypto.randomUUID());
  const [name, setName] = useState(option?.name ?? '');
  const [kind, setKind] = useState<string>(option?.kind ?? 'other_supplier');
  const [zone, setZone] = useState<string | null>(option?.zone ?? null);
  const [cost, setCost] = useState(option?.cost == null ? '' : plainAmount(option.cost));
  const [currency, setCurrency] = useState(option?.cost?.currency ?? opened.page.amount?.currency ?? 'EUR');
  const [note, setNote] = useState(option?.cost?.note ?? '');
  const own = page.view;
  const standing = zone ?? (OTHERS.includes(kind) ? own : 'shared');
  const put = (more: object, said: string): Promise<boolean> =>
    write(
      'options.put',
      { option_id: id },
      { name: name.trim(), kind, zone: standing, seen: option?.seen ?? null, ...more },
      { said },
    );
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const amount = cost.trim() === '' ? null : parseMoney(cost, currency);
    if (cost.trim() !== '' && (amount === null || !Number.isSafeInteger(amount))) {
      say(words.bad_cost, { bad: true });
      return;
    }
    const changed = option === null || name.trim() !== option.name || kind !== option.kind || standing !== option.zone;
    if (changed && !(await put({}, words.saved_option))) return;
    if (await putCost(amount)) onClose();
  };
  const putCost = (amount_minor: number | null): Promise<boolean> => {
    const before = option?.cost ?? null;
    const same = amount_minor === (before?.amount_minor ?? null) && note === (before?.note ?? '');
    if (same && currency === (before?.currency ?? currency)) return Promise.resolve(true);
    const sent = amount_minor === null ? null : { amount_minor, currency };
    const body = { cost: sent, ...(note.trim() === '' ? {} : { note: note.trim() }), seen: before?.seen ?? null };
    return write('costs.put', { option_id: id }, body, { said: words.saved_option });
  };
  const remove = async (): Promise<void> => {
    if (await put({ removed: true }, words.removed)) onClose();
  };
  const choose = async (): Promise<void> => {
    if (await put({ chosen: true }, words.saved_option)) onClose();
  };
  return {
    ...{ name, setName, kind, setKind, standing, setZone, cost, setCost, currency, setCurrency, note, setNote },
    ...{ own, submit, remove, choose },
  };
}

/** An option: its name, kind and total cost, and who can see each. */
export function OptionDialog({ option, onClose }: OptionDialogProps): ReactNode {
  const draft = useOptionDraft({ option, onClose });
  const { name, kind, standing, cost, currency, note, own } = draft;
  const kinds = Object.entries(words.kinds).map(([value, label]) => ({ value, label }));
  return (
    <Dialog title={option === null ? words.new_option : words.option} open onClose={onClose}>
      <form onSubmit={(event) => void draft.submit(event)} className="space-y-3">
        <Text
          label={words.name}
          value={name}
          maxLength={300}
          required
          autoFocus
          onChange={(event) => draft.setName(event.target.value)}
        />
        <div className="grid grid-cols-2 gap-3">
          <Select
            label={words.kind}
            options={kinds}
            value={kind}
            onChange={(event) => draft.setKind(event.target.value)}
          />
          <Select
            label={pageWords.zone_label}
            options={[own, 'shared' as const].map((value) => ({ value, label: pageWords.zones[value] }))}
            value={standing}
            onChange={(event) => draft.setZone(event.target.value)}
          />
        </div>
        {OTHERS.includes(kind) && <p className="text-xs text-dim">{words.kind_hint}</p>}
        <div className="grid grid-cols-[1fr_88px] gap-3">
          <Text
            label={words.cost}
            hint={words.cost_hint}
            inputMode="decimal"
            value={cost}
            onChange={(event) => draft.setCost(event.target.value)}
          />
          <Text
            label={words.currency}
            value={currency}
            pattern="[A-Z]{3}"
            maxLength={3}
            required
            onChange={(event) => draft.setCurrency(event.target.value.toUpperCase())}
          />
        </div>
        <Text label={words.cost_note} value={note} onChange={(event) => draft.setNote(event.target.value)} />
        <Shakes rests_on={option?.chosen === true ? ['options', 'chosen_option'] : ['options']} />
        <div className="flex flex-wrap justify-end gap-2">
          {option?.seen != null && (
            <>
              <Button look="danger" onClick={() => void draft.remove()}>
                {words.remove}
              </Button>
              {!option.chosen && (
                <Button className="mr-auto" onClick={() => void draft.choose()}>
                  {words.choose}
                </Button>
              )}
            </>
          )}
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="primary" disabled={name.trim() === ''}>
            {common.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** An amount as one types it, in the currency's main unit. */
function plainAmount({ amount_minor, currency }: { amount_minor: number; currency: string }): string {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return String(amount_minor / 10 ** maximumFractionDigits);
}
