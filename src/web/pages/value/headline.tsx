import type { ReactNode } from 'react';
import { formatNumber, formatShare, formatTenths } from '../../../catalogue/format.ts';
import { valueWords as words } from '../../../catalogue/value.ts';
import { useOpened } from '../purchase/write.ts';
import { useCase } from './context.ts';

/** What is nearly always so is not always so. */
const nearly = (share: number): string =>
  share < 1 && share > 0.995
    ? words.over(formatShare(0.99))
    : share > 0 && share < 0.005
      ? words.under(formatShare(0.01))
      : formatShare(share);
const percent = (share: number): string => `${formatTenths(share * 100)} %`;

/** The net value with its interval, what it rests on, and the usual figures. */
export function Headline(): ReactNode {
  const { page, live, draft, money } = useCase();
  const { figures, model, simulated } = live;
  const months = model.horizon_months;
  const left_out = page.drivers.filter(
    ({ driver_id, kind, side }) => kind !== 'figure' && side === 'buyer' && figures.faults.has(driver_id),
  );
  const low = simulated?.quantiles.find(({ p }) => p === 0.1);
  const high = simulated?.quantiles.find(({ p }) => p === 0.9);
  return (
    <section aria-labelledby="net" className="card">
      <div className="flex flex-wrap items-end gap-x-8 gap-y-3">
        <div className="grow basis-72">
          <h2 id="net">{words.net_value}</h2>
          <p className="text-[28px] leading-tight font-[620] tracking-tight tabular-nums" aria-live="polite">
            {money(figures.net_value)}
          </p>
          <p className="text-xs text-dim">
            {figures.discount_rate === 0
              ? words.undiscounted(months)
              : words.net_value_at(months, percent(figures.discount_rate))}
          </p>
          {low !== undefined && high !== undefined && simulated !== null ? (
            <p className="text-sm mt-1.5">
              {words.interval(money(low.value), money(high.value), formatNumber(simulated.runs))}{' '}
              {words.positive(nearly(simulated.positive), percent(simulated.positive_se))}
            </p>
          ) : (
            <p className="text-sm text-dim mt-1.5">{page.tornado.length === 0 ? words.no_range : words.running}</p>
          )}
        </div>
        <Rests />
      </div>
      {left_out.length > 0 && (
        <p className="mt-2 text-sm text-warn">{words.without(left_out.map(({ name }) => name))}</p>
      )}
      {page.terms.fault !== null && <p className="mt-2 text-sm text-warn">{page.terms.fault.message}</p>}
      <SharedNote />
      {draft.size > 0 && (
        <p role="status" className="mt-2 text-xs text-dim">
          {words.draft}
        </p>
      )}
      <KeyFigures />
    </section>
  );
}

function SharedNote(): ReactNode {
  const { page, money, live, draft } = useCase();
  if (draft.size > 0 || page.figures === null) return null;
  const kept = [...page.assumptions, ...page.drivers].some(({ zone }) => zone !== 'shared');
  if (!kept || page.shared_net_value === page.figures.net_value) return null;
  const scale = live.figures.net_value === 0 ? 0 : page.figures.net_value / live.figures.net_value;
  return (
    <p className="mt-2 text-xs text-dim">
      {page.shared_net_value === null || scale === 0
        ? words.shared_missing
        : words.shared_differs(money(page.shared_net_value / scale))}
    </p>
  );
}

/** A bar of what the benefits rest on: solid agreed, hatched not looked at, the rest disputed. */
function Rests(): ReactNode {
  const { live } = useCase();
  const { page } = useOpened();
  const { relied } = live;
  if (relied === null) return null;
  const called = (person_id: string) => page.people.find((person) => person.person_id === person_id);
  const by = relied.by_person.flatMap(({ person_id }) => {
    const person = called(person_id);
    return person === undefined ? [] : [person.function ?? person.name];
  });
  const who = [...new Set(by)].slice(0, 3).join(', ');
  const parts = [
    relied.agreed > 0 ? words.rests_agreed(formatShare(relied.agreed), who) : words.rests_agreed_none,
    relied.disputed > 0 ? words.rests_disputed(formatShare(relied.disputed)) : '',
    relied.unreviewed > 0 ? words.rests_unreviewed(formatShare(relied.unreviewed)) : '',
  ];
  return (
    <div className="grow basis-72 min-w-0">
      <h2>{words.rests}</h2>
      <svg
        className="block w-full h-3.5 mt-1.5 rounded"
        preserveAspectRatio="none"
        viewBox="0 0 100 10"
        aria-hidden="true"
      >
        <rect width="100" height="10" fill="url(#hatch-fine)" stroke="var(--hat)" strokeWidth="0.4" />
        <rect width={relied.agreed * 100} height="10" fill="var(--acc)" />
        <rect x={relied.agreed * 100} width={relied.disputed * 100} height="10" fill="var(--warn)" />
      </svg>
      <p className="text-sm mt-1.5">{parts.filter((part) => part !== '').join(', ')}.</p>
    </div>
  );
}

function KeyFigures(): ReactNode {
  const { live, money } = useCase();
  const { figures } = live;
  const years = (value: number | null): string => (value === null ? words.never : words.years(formatTenths(value)));
  const { irr } = figures;
  const rows: [string, string][] = [
    [words.benefits, money(figures.benefits)],
    [words.costs, money(figures.costs)],
    [words.roi, figures.roi === null ? '–' : percent(figures.roi)],
    [words.irr, irr.found === 'one' ? percent(irr.rate) : irr.found === 'several' ? words.irr_several : words.irr_none],
    [words.payback, years(figures.payback)],
    [words.discounted_payback, years(figures.discounted_payback)],
    [words.total_cost, money(figures.tco.paid)],
  ];
  return (
    <dl className="mt-3 pt-3 border-t border-line grid grid-cols-[repeat(auto-fill,minmax(150px,1fr))] gap-x-5 gap-y-2">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt className="text-xs text-dim">{name}</dt>
          <dd className="font-[560] tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
