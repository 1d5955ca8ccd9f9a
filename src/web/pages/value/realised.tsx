import { type FormEvent, type ReactNode, useState } from 'react';
import { formatMoney, formatShare, parseMoney } from '../../../catalogue/format.ts';
import { common } from '../../../catalogue/frame.ts';
import { valueWords as words } from '../../../catalogue/value.ts';
import { editWords } from '../../../catalogue/value-edit.ts';
import { type Zone, ZoneChoice } from '../../signs/zone-choice.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select, Text } from '../../ui/field.tsx';
import { useOpened, useWrite } from '../purchase/write.ts';
import { Chart } from './chart-table.tsx';
import { useCase } from './context.ts';

/** After the decision: what each driver really brought against what was promised. */
export function RealisedSection(): ReactNode {
  const { page, locked, open } = useCase();
  const { page: purchase } = useOpened();
  const { currency } = page.terms;
  if (page.realised.length === 0 && purchase.outcome?.outcome !== 'bought') return null;
  const money = (value: number): string => formatMoney(value, currency);
  const rows = page.realised.flatMap(({ name, months }) =>
    months.map((one) => [`${name}, ${one.month}`, one.promised, one.realised, one.variance, one.cause ?? '']),
  );
  return (
    <Chart
      id="realised"
      title={words.realised}
      about={words.realised_about}
      head={[words.driver, words.promised, words.realised_column, words.variance, words.cause]}
      rows={rows}
      show={money}
    >
      {page.realised.length === 0 && <p className="text-sm">{words.realised_none}</p>}
      <ul className="space-y-2">
        {page.realised.map((one) => (
          <li key={one.driver_id} className="text-sm">
            <p className="flex justify-between gap-3">
              <span className="wrap-anywhere">{one.name}</span>
              <span className="tabular-nums whitespace-nowrap">
                {money(one.realised)} / {money(one.promised)}
              </span>
            </p>
            <span className="block h-2 rounded-full bg-sunk overflow-hidden mt-0.5" aria-hidden="true">
              <span
                className={`block h-2 ${(one.ratio ?? 0) < 1 ? 'bg-warn/80' : 'bg-acc'}`}
                style={{ width: `${Math.max(0, Math.min(1, one.ratio ?? 0)) * 100}%` }}
              />
            </span>
            {one.ratio !== null && <p className="text-xs text-dim">{words.realised_of(formatShare(one.ratio))}</p>}
          </li>
        ))}
      </ul>
      {locked === null && (
        <Button small className="mt-2 print:hidden" onClick={() => open({ what: 'realised' })}>
          {words.realised_add}
        </Button>
      )}
    </Chart>
  );
}

/** What a driver brought in one month; a buyer's entry stays on the buyer side unless they share it. */
export function RealisedDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { page } = useCase();
  const drivers = page.drivers.filter(({ kind }) => kind !== 'figure');
  const { currency } = page.terms;
  const [driver_id, setDriver] = useState(drivers[0]?.driver_id ?? '');
  const [month, setMonth] = useState('');
  const [amount, setAmount] = useState('');
  const [cause, setCause] = useState('');
  const [zone, setZone] = useState<Zone>(page.view);
  const write = useWrite();
  const amount_minor = parseMoney(amount, currency);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const body = { month, amount_minor, currency, zone, ...(cause.trim() === '' ? {} : { cause: cause.trim() }) };
    if (await write('realised.put', { driver_id }, body, { said: words.realised_saved })) onClose();
  };
  return (
    <Dialog title={words.realised_add} open onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="space-y-3">
        <Select
          label={words.driver}
          value={driver_id}
          onChange={(event) => setDriver(event.target.value)}
          options={drivers.map((driver) => ({ value: driver.driver_id, label: driver.name }))}
        />
        <div className="grid grid-cols-2 gap-3">
          <Text
            label={editWords.month}
            type="month"
            required
            value={month}
            onChange={(event) => setMonth(event.target.value)}
          />
          <Text
            label={`${editWords.amount} (${currency})`}
            required
            inputMode="decimal"
            value={amount}
            onChange={(event) => setAmount(event.target.value)}
          />
        </div>
        <Text label={editWords.cause} value={cause} onChange={(event) => setCause(event.target.value)} />
        <ZoneChoice own={page.view} value={zone} onChange={setZone} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="primary" disabled={amount_minor === null || month === '' || driver_id === ''}>
            {editWords.record}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
