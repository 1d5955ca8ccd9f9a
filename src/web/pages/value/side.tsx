import type { ReactNode } from 'react';
import { formatShare } from '../../../catalogue/format.ts';
import { valueWords as words } from '../../../catalogue/value.ts';
import { ownCase } from '../../../core/value/own-case.ts';
import { SCENARIOS } from '../../../core/value/scenario.ts';
import { useOpened } from '../purchase/write.ts';
import { useCase } from './context.ts';

/** Low, expected and high, side by side. */
export function Scenarios(): ReactNode {
  const { live, money } = useCase();
  const { three } = live;
  const all = SCENARIOS.map((name) => three[name].net_value);
  const low = Math.min(0, ...all);
  const span = Math.max(0, ...all) - low || 1;
  return (
    <section aria-labelledby="scenarios" className="card break-inside-avoid">
      <h2 id="scenarios">{words.scenarios}</h2>
      <p className="text-xs text-dim mb-2">{words.scenarios_about}</p>
      <ul className="space-y-1.5">
        {SCENARIOS.map((name) => {
          const value = three[name].net_value;
          return (
            <li key={name} className="text-sm">
              <span className="flex justify-between">
                <span>{words.scenario[name]}</span>
                <span className="font-[560] tabular-nums">{money(value)}</span>
              </span>
              <span className="relative block h-2 bg-sunk rounded-sm" aria-hidden="true">
                <span
                  className={`absolute h-2 rounded-sm ${value < 0 ? 'bg-warn' : 'bg-hat'}`}
                  style={{
                    left: `${(100 * (Math.min(0, value) - low)) / span}%`,
                    width: `${(100 * Math.abs(value)) / span}%`,
                  }}
                />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** How the value is shared between the sides, as far as one's own figures allow it. */
export function SharingCard(): ReactNode {
  const { live, money, page } = useCase();
  const { split } = live;
  if (split === null) {
    return page.drivers.length === 0 ? null : (
      <section className="card">
        <h2>{words.sharing}</h2>
        <p className="text-sm text-dim">{words.sharing_none}</p>
      </section>
    );
  }
  const rows: [string, number | null][] = [
    [words.sharing_value, split.value],
    [words.sharing_price, split.price],
    [words.sharing_buyer, split.buyer_keeps],
    [words.sharing_supplier_costs, split.supplier_costs],
    [words.sharing_supplier, split.supplier_keeps],
  ];
  return (
    <section aria-labelledby="sharing" className="card break-inside-avoid">
      <h2 id="sharing" className="mb-1">
        {words.sharing}
      </h2>
      <dl className="text-sm space-y-0.5">
        {rows.map(([name, value]) =>
          value === null ? null : (
            <div key={name} className="flex justify-between gap-3">
              <dt>{name}</dt>
              <dd className="font-[560] tabular-nums">{money(value)}</dd>
            </div>
          ),
        )}
      </dl>
      <p className="text-xs text-dim mt-1.5">
        {split.supplier_costs === null
          ? words.sharing_closed
          : split.supplier_share === null
            ? ''
            : words.sharing_share(formatShare(split.supplier_share))}
      </p>
    </section>
  );
}

/** The case of one stakeholder: what matters to them, and what of it they have not looked at. */
export function OwnCaseCard({ person_id }: { person_id: string }): ReactNode {
  const { live, money } = useCase();
  const { page } = useOpened();
  const person = page.people.find((one) => one.person_id === person_id);
  if (person === undefined) return null;
  const own = ownCase(live.model, live.figures, person);
  return (
    <section aria-labelledby="own" className="card !bg-acc-soft !border-acc">
      <h2 id="own" className="!text-acc-dim">
        {words.for_person(person.name)}
      </h2>
      {own.drivers.length === 0 ? (
        <p className="text-sm">{words.own_none}</p>
      ) : (
        <>
          <p className="text-xl font-semibold tabular-nums">{money(own.net_value)}</p>
          <p className="text-sm">{words.own_about(own.drivers.length, own.to_look_at.length)}</p>
        </>
      )}
    </section>
  );
}
