import type { ReactNode } from 'react';
import { formatCompact, formatNumber, formatShare } from '../../../catalogue/format.ts';
import { valueWords as words } from '../../../catalogue/value.ts';
import { Chart } from './chart-table.tsx';
import { useCase } from './context.ts';

const WIDTH = 400;
const HEIGHT = 180;
const LEFT = 52;

/** Round figures between two amounts, for the lines of an axis. */
function ticks(low: number, high: number): number[] {
  const span = high - low || 1;
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((by) => by * power >= rough) ?? 10) * power;
  const result: number[] = [];
  for (let at = Math.ceil(low / step) * step; at <= high + step / 1e6; at += step)
    result.push(Math.abs(at) < step / 1e6 ? 0 : at);
  return result;
}

/** Benefits less costs by period as bars, and how they add up as a line. */
export function CashFlowChart(): ReactNode {
  const { live, page, money } = useCase();
  const { flows } = live.figures;
  const sums: number[] = [];
  for (const flow of flows) sums.push((sums.at(-1) ?? 0) + flow);
  const low = Math.min(0, ...flows, ...sums);
  const high = Math.max(0, ...flows, ...sums);
  const y = (amount: number): number => 10 + ((high - amount) / (high - low || 1)) * (HEIGHT - 34);
  const step = (WIDTH - LEFT - 8) / flows.length;
  const x = (period: number): number => LEFT + (period + 0.5) * step;
  const bar = Math.max(2, Math.min(34, step * 0.6));
  const every = Math.ceil(flows.length / 9);
  const of_period = page.terms.periods === 'month' ? words.month : words.year;
  return (
    <Chart
      id="cash-flow"
      title={words.flows}
      about={words.flows_about}
      head={[of_period, words.flow, words.cumulated]}
      rows={flows.map((flow, period) => [
        period,
        Math.round(flow * 100) / 100,
        Math.round((sums[period] ?? 0) * 100) / 100,
      ])}
      show={(value) => money(value)}
    >
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="w-full" aria-hidden="true">
        {ticks(low, high).map((amount) => (
          <g key={amount}>
            <line
              x1={LEFT}
              x2={WIDTH - 8}
              y1={y(amount)}
              y2={y(amount)}
              stroke={amount === 0 ? 'var(--edge)' : 'var(--line)'}
            />
            <text x={LEFT - 6} y={y(amount) + 4} textAnchor="end" fontSize="11" fill="var(--dim)">
              {formatCompact(amount)}
            </text>
          </g>
        ))}
        {flows.map((flow, period) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a period is its place
          <g key={period}>
            <rect
              x={x(period) - bar / 2}
              width={bar}
              y={Math.min(y(flow), y(0))}
              height={Math.abs(y(flow) - y(0))}
              rx="1.5"
              fill={flow < 0 ? 'var(--warn)' : 'var(--hat)'}
            />
            {period % every === 0 && (
              <text x={x(period)} y={HEIGHT - 4} textAnchor="middle" fontSize="11" fill="var(--dim)">
                {period}
              </text>
            )}
          </g>
        ))}
        <polyline
          points={sums.map((sum, period) => `${x(period)},${y(sum)}`).join(' ')}
          fill="none"
          stroke="var(--acc)"
          strokeWidth="2"
        />
      </svg>
    </Chart>
  );
}

const SHOWN_BARS = 10;

/** Which assumptions move the net value most, one bar each. */
export function TornadoChart(): ReactNode {
  const { live, money } = useCase();
  const { bars, figures } = live;
  const shown = bars.slice(0, SHOWN_BARS);
  const all = shown.flatMap(({ at_low, at_high }) => [at_low, at_high]);
  const low = Math.min(figures.net_value, ...all);
  const high = Math.max(figures.net_value, ...all);
  const at = (amount: number): number => (100 * (amount - low)) / (high - low || 1);
  return (
    <Chart
      id="tornado"
      title={words.tornado}
      about={words.tornado_about}
      head={['', words.at_low, words.at_high]}
      rows={bars.map((bar) => [bar.name, Math.round(bar.at_low * 100) / 100, Math.round(bar.at_high * 100) / 100])}
      show={(value) => money(value)}
    >
      {shown.length === 0 ? (
        <p className="text-sm">{words.tornado_none}</p>
      ) : (
        <ul className="space-y-1.5">
          {shown.map((bar) => {
            const from = Math.min(at(bar.at_low), at(bar.at_high));
            const to = Math.max(at(bar.at_low), at(bar.at_high));
            const middle = Math.max(from, Math.min(to, at(figures.net_value)));
            return (
              <li key={bar.assumption_id} className="text-xs">
                <span className="flex justify-between gap-3">
                  <span className="wrap-anywhere">{bar.name}</span>
                  <span className="text-dim whitespace-nowrap tabular-nums">
                    {money(Math.min(bar.at_low, bar.at_high))} – {money(Math.max(bar.at_low, bar.at_high))}
                  </span>
                </span>
                <span className="relative block h-3 bg-sunk rounded-sm mt-0.5" aria-hidden="true">
                  <span
                    className="absolute h-3 rounded-l-sm bg-warn/70"
                    style={{ left: `${from}%`, width: `${middle - from}%` }}
                  />
                  <span
                    className="absolute h-3 rounded-r-sm bg-acc"
                    style={{ left: `${middle}%`, width: `${to - middle}%` }}
                  />
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Chart>
  );
}

/** How often which net value comes out of the runs. */
export function HistogramChart(): ReactNode {
  const { live, money } = useCase();
  const { simulated } = live;
  if (simulated === null || simulated.fault !== null) {
    return simulated?.fault ? <p className="card text-sm text-warn">{simulated.fault}</p> : null;
  }
  const { from, width, counts } = simulated.histogram;
  const most = Math.max(1, ...counts);
  const step = WIDTH / counts.length;
  const zero = width > 0 ? ((0 - from) / width) * step : -1;
  return (
    <Chart
      id="outcomes"
      title={words.histogram}
      about={words.histogram_about}
      head={[words.net_from, words.runs]}
      rows={counts.map((count, bin) => [money(from + bin * width), count])}
      show={(value) => formatNumber(value)}
    >
      <svg viewBox={`0 0 ${WIDTH} 130`} className="w-full" aria-hidden="true">
        {counts.map((count, bin) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place
            key={bin}
            x={bin * step + 1}
            width={Math.max(1, step - 2)}
            y={112 - (100 * count) / most}
            height={(100 * count) / most}
            fill={from + (bin + 1) * width <= 0 ? 'var(--warn)' : 'var(--hat)'}
          />
        ))}
        <line x1="0" x2={WIDTH} y1="112" y2="112" stroke="var(--line)" />
        {zero > 0 && zero < WIDTH && (
          <line x1={zero} x2={zero} y1="6" y2="116" stroke="var(--ink)" strokeDasharray="3 3" />
        )}
        {simulated.quantiles.map(({ p, value }) => {
          const at = width > 0 ? ((value - from) / width) * step : WIDTH / 2;
          return (
            <g key={p}>
              <line x1={at} x2={at} y1="108" y2="116" stroke="var(--acc)" strokeWidth="2" />
              <text x={at} y="128" textAnchor="middle" fontSize="11" fill="var(--dim)">
                {formatShare(p)}
              </text>
            </g>
          );
        })}
      </svg>
    </Chart>
  );
}
