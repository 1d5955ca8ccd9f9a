import type { ReactNode } from 'react';
import { formatMoney } from '../../../catalogue/format.ts';
import { common } from '../../../catalogue/frame.ts';
import { frontierWords as words } from '../../../catalogue/options.ts';
import { saveCsv } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { useShown } from './data.ts';

const WIDTH = 420;
const HEIGHT = 230;
const LEFT = 34;
const RIGHT = 24;
const TOP = 18;
const BOTTOM = 34;
const LABEL = 24;
/** Labels stand at least so far apart. */
const LINE = 13;

/** Value against total cost: what nothing else beats in both, and what a further point of value costs. */
export function Frontier(): ReactNode {
  const { page, result } = useShown();
  const { frontier } = result;
  const { options, steps, currency } = frontier;
  const nameOf = useNames();
  const money = (amount: number): string => formatMoney(Math.round(amount), currency ?? 'EUR');
  if (page.view === 'seller' && options.length < 2) return null;
  return (
    <section aria-labelledby="frontier">
      <h2 id="frontier" className="mb-2">
        {words.title}
      </h2>
      <div className="card text-sm">
        {options.length < 2 ? (
          <p className="text-dim">
            {words.none} {words.add_costs}
          </p>
        ) : (
          <>
            <p className="text-xs text-dim">{words.about}</p>
            <Chart />
            {steps.length > 0 && (
              <ul className="space-y-1 mt-1">
                {steps.map((step) => (
                  <li key={step.to} className="wrap-anywhere">
                    {words.step(
                      nameOf(step.from),
                      nameOf(step.to),
                      money(step.extra_minor),
                      money(step.per_point_minor),
                    )}
                  </li>
                ))}
              </ul>
            )}
            <Table />
          </>
        )}
      </div>
    </section>
  );
}

function useNames(): (option_id: string) => string {
  const { page } = useShown();
  return (option_id) => page.options.find((option) => option.option_id === option_id)?.name ?? '';
}

function Chart(): ReactNode {
  const { result } = useShown();
  const nameOf = useNames();
  const { options } = result.frontier;
  const costs = options.map(({ cost }) => cost.amount_minor);
  const [least, most] = [Math.min(0, ...costs), Math.max(...costs, 1)];
  const x = (amount: number): number => LEFT + ((amount - least) / (most - least)) * (WIDTH - LEFT - RIGHT);
  const y = (value: number): number => HEIGHT - BOTTOM - (value / 100) * (HEIGHT - TOP - BOTTOM);
  const line = options.filter(({ efficient }) => efficient);
  const labels = labelHeights(options.map(({ value }) => y(value)));
  const short = (name: string): string => (name.length > LABEL ? `${name.slice(0, LABEL - 1)}…` : name);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="w-full" role="img" aria-label={words.title}>
      <path d={`M${LEFT},${TOP} V${HEIGHT - BOTTOM} H${WIDTH - RIGHT}`} className="fill-none stroke-edge" />
      {[0, 50, 100].map((tick) => (
        <text key={tick} x={LEFT - 6} y={y(tick) + 4} textAnchor="end" className="fill-dim text-2xs">
          {tick}
        </text>
      ))}
      <text x={LEFT} y={TOP - 7} className="fill-dim text-2xs">
        {words.y}
      </text>
      <text x={WIDTH - RIGHT} y={HEIGHT - 8} textAnchor="end" className="fill-dim text-2xs">
        {words.x}: {formatMoney(most, options[0]?.cost.currency ?? 'EUR')}
      </text>
      <polyline
        points={line.map(({ cost, value }) => `${x(cost.amount_minor)},${y(value)}`).join(' ')}
        className="fill-none stroke-acc"
        strokeWidth="1.5"
      />
      {options.map(({ option_id, cost, value, efficient }, place) => {
        const at = x(cost.amount_minor);
        const flips = at > WIDTH * 0.6;
        return (
          <g key={option_id}>
            <circle
              cx={at}
              cy={y(value)}
              r="5"
              className={efficient ? 'fill-acc' : 'fill-panel stroke-edge'}
              strokeWidth="1.5"
            />
            <text
              x={at + (flips ? -9 : 9)}
              y={(labels[place] ?? 0) + 4}
              textAnchor={flips ? 'end' : 'start'}
              className="fill-ink text-2xs"
            >
              {short(nameOf(option_id))}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Where labels stand, pushed down so that none is written over another. */
function labelHeights(heights: readonly number[]): number[] {
  const order = heights.map((_, at) => at).sort((a, b) => (heights[a] as number) - (heights[b] as number));
  const placed = [...heights];
  let last = Number.NEGATIVE_INFINITY;
  for (const at of order) {
    last = Math.max(heights[at] as number, last + LINE);
    placed[at] = last;
  }
  return placed;
}

function Table(): ReactNode {
  const { result } = useShown();
  const nameOf = useNames();
  const { options } = result.frontier;
  const stands = ({ efficient, dominated_by }: (typeof options)[number]): string =>
    efficient ? words.efficient : words.beaten(nameOf(dominated_by ?? ''));
  const save = (): void =>
    saveCsv(
      [
        [...words.columns],
        ...options.map((one) => [
          nameOf(one.option_id),
          `${one.cost.amount_minor / 100} ${one.cost.currency}`,
          one.value,
          stands(one),
        ]),
      ],
      'value-and-cost.csv',
    );
  return (
    <details className="mt-2">
      <summary className="text-xs text-dim">{common.table}</summary>
      <div className="overflow-x-auto">
        <table className="list-table">
          <thead>
            <tr>
              {words.columns.map((column, at) => (
                <th key={column} scope="col" className={at === 1 || at === 2 ? 'num' : ''}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {options.map((one) => (
              <tr key={one.option_id}>
                <th scope="row" className="!text-ink !whitespace-normal">
                  {nameOf(one.option_id)}
                </th>
                <td className="num">{formatMoney(one.cost.amount_minor, one.cost.currency)}</td>
                <td className="num">{Math.round(one.value)}</td>
                <td>{stands(one)}</td>
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
