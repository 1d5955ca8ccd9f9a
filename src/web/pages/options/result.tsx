import type { ReactNode } from 'react';
import { formatShare } from '../../../catalogue/format.ts';
import { common } from '../../../catalogue/frame.ts';
import { words } from '../../../catalogue/options.ts';
import { saveCsv } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { useTip } from '../../ui/tip.tsx';
import { type Option, type OptionResult, useShown } from './data.ts';

const whole = (value: number): string => String(Math.round(value));

/** Who leads, how surely, what would change it, and what to know before relying on it. */
export function Result(): ReactNode {
  const { page, result, words: told, previews } = useShown();
  const count = result.options.filter(({ ranked: is_in }) => is_in).length;
  const ranked = count > 0;
  // A supplier with one column to look at has nothing to compare it with.
  if (page.view === 'seller' && (count < 2 || result.people.length === 0)) return null;
  return (
    <section aria-labelledby="result">
      <h2 id="result" className="mb-2">
        {words.result}
      </h2>
      <div className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] max-md:grid-cols-1 gap-4 items-start">
        <div className={`card ${previews ? '!border-dashed !border-acc' : ''}`}>
          <p className="text-lg font-semibold leading-snug" aria-live="polite">
            {told.verdict ?? (ranked ? '' : words.no_result)}
          </p>
          {!ranked && <p className="text-sm text-dim mt-1">{words.no_result_about}</p>}
          {previews && <p className="text-xs text-acc-dim mt-1">{words.preview}</p>}
          <Bars />
          {ranked && <RankTable />}
        </div>
        <div className="space-y-3.5">
          {told.alarm !== null && (
            <div role="alert" className="card !bg-warn-soft !border-warn text-sm font-[560]">
              {told.alarm}
            </div>
          )}
          {told.flips.length > 0 && (
            <div className="card">
              <h3 className="text-sm mb-1">{words.change}</h3>
              <ul className="space-y-1.5 text-sm list-disc pl-4">
                {told.flips.map((flip) => (
                  <li key={flip} className="wrap-anywhere">
                    {flip}
                  </li>
                ))}
              </ul>
            </div>
          )}
          {told.notes.length > 0 && page.view === 'buyer' && (
            <div className="card">
              <h3 className="text-sm mb-1">{words.notes}</h3>
              <ul className="space-y-1.5 text-sm list-disc pl-4">
                {told.notes.map(({ code, text }) => (
                  <li key={code + text} className="wrap-anywhere">
                    {text}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
      </div>
    </section>
  );
}

/** The options, best first: value as a bar with its range, how often it comes first, or why it is out. */
function Bars(): ReactNode {
  const { page, result } = useShown();
  const rows = page.options.map((option, at) => ({ option, of: result.options[at] as OptionResult }));
  rows.sort((a, b) => (b.of.value?.point ?? -1) - (a.of.value?.point ?? -1));
  const tip = useTip();
  return (
    <ul className="mt-3 space-y-2.5">
      {rows.map(({ option, of }) => (
        <li key={option.option_id} className="text-sm" {...tip.on(words.wins_about)}>
          <p className="flex flex-wrap justify-between gap-x-3">
            <span className={`min-w-0 wrap-anywhere ${option.option_id === result.winner ? 'font-semibold' : ''}`}>
              <bdi>{option.name}</bdi>
              {option.chosen && <span className="text-acc font-semibold text-xs"> · {words.chosen}</span>}
            </span>
            <span className="text-dim text-xs self-center">
              {of.value === null ? (of.out === null ? words.unscored : words.out) : standing(of)}
            </span>
          </p>
          {of.value !== null && <Bar of={of} leads={option.option_id === result.winner} />}
          {of.out !== null && <p className="text-xs text-warn">{of.out}</p>}
        </li>
      ))}
      {tip.view}
    </ul>
  );
}

function standing({ value, ranks }: OptionResult): string {
  if (value === null) return '';
  const spread = value.high - value.low >= 1 ? ` (${words.range_of(whole(value.low), whole(value.high))})` : '';
  return `${words.value_of(whole(value.point))}${spread} · ${words.wins(formatShare(ranks?.[0] ?? 0))}`;
}

function Bar({ of, leads }: { of: OptionResult; leads: boolean }): ReactNode {
  const { low, point, high } = of.value ?? { low: 0, point: 0, high: 0 };
  return (
    <svg viewBox="0 0 100 3" preserveAspectRatio="none" className="w-full h-3 mt-0.5 print:h-2" aria-hidden="true">
      <rect x="0" y="0.9" width="100" height="1.2" className="fill-sunk" />
      <rect x="0" y="0.4" width={point} height="2.2" className={leads ? 'fill-acc' : 'fill-hat'} />
      {high - low >= 1 && <rect x={low} y="1.25" width={high - low} height="0.5" className="fill-ink" />}
    </svg>
  );
}

/** How often each option comes 1st, 2nd … : what stands behind "first in 71 %". */
function RankTable(): ReactNode {
  const { page, result } = useShown();
  const rows = page.options.flatMap((option, at): { option: Option; of: OptionResult; ranks: number[] }[] => {
    const of = result.options[at] as OptionResult;
    return of.ranks === null ? [] : [{ option, of, ranks: of.ranks }];
  });
  const places = rows.map((_, at) => words.place(at + 1));
  const save = (): void =>
    saveCsv(
      [
        [words.option, words.value, ...places, words.confidence],
        ...rows.map(({ option, of, ranks }) => [option.name, of.value?.point ?? null, ...ranks, of.confidence]),
      ],
      'ranks.csv',
    );
  return (
    <details className="mt-3 text-sm">
      <summary className="text-xs text-dim">{words.ranks}</summary>
      <div className="overflow-x-auto mt-1">
        <table className="list-table">
          <thead>
            <tr>
              <th scope="col">{words.option}</th>
              {places.map((place) => (
                <th key={place} scope="col" className="num">
                  {place}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ option, ranks }) => (
              <tr key={option.option_id}>
                <th scope="row" className="!text-ink !whitespace-normal">
                  {option.name}
                </th>
                {ranks.map((share, at) => (
                  <td key={places[at]} className="num">
                    {formatShare(share)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button look="quiet" small className="-ml-2.5" onClick={save}>
        {common.csv}
      </Button>
    </details>
  );
}
