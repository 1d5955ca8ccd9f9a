import { type ReactNode, useEffect, useRef } from 'react';
import { formatDay } from '../../../catalogue/format.ts';
import { words } from '../../../catalogue/plan.ts';
import { dayOfNumber, numberOfDay } from '../../../core/plan/calendar.ts';
import { saveCsv } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { useWidth } from '../../ui/width.ts';
import { ownerText, type StepView, usePlan } from './data.ts';

const ROW = 34;
const TOP = 22;
/** Of a day; less where there are many. */
const DAY_PX = 11;
const CLOSE_DAY_PX = 8;
const MANY_DAYS = 60;
const NARROWEST = 640;
/** What a day with its year takes at the top. */
const LABEL_PX = 96;

interface Scale {
  from: number;
  width: number;
  x: (day: string) => number;
  /** The far edge of a day. */
  end: (day: string) => number;
}

/** Every step along time, with the table behind it. */
export function PlanTimeline(): ReactNode {
  const { plan, shown, open } = usePlan();
  const steps = [...shown].sort((a, b) => (a.starts_on < b.starts_on ? -1 : a.starts_on > b.starts_on ? 1 : 0));
  const rows = steps.map(rowOf);
  const scroller = useRef<HTMLElement>(null);
  const least = Math.max(NARROWEST, useWidth(scroller));
  const scale = scaleOf(steps, [plan.today, plan.terms.target_on ?? plan.today], least);
  const today_px = scale.x(plan.today);
  // On a phone today may be beyond the edge.
  useEffect(() => {
    if (scroller.current !== null) scroller.current.scrollLeft = today_px - 60;
  }, [today_px]);
  return (
    <section aria-labelledby="timeline" className="card">
      <div className="flex items-start justify-between gap-3">
        <h2 id="timeline">{words.timeline}</h2>
        <Button look="quiet" small className="-mt-1 -mr-2" onClick={() => saveCsv([words.head, ...rows], 'plan.csv')}>
          {words.csv}
        </Button>
      </div>
      <p className="text-xs text-dim mb-2">{words.timeline_about}</p>
      <div className="grid grid-cols-[220px_minmax(0,1fr)] max-sm:grid-cols-[112px_minmax(0,1fr)]">
        <ul style={{ paddingTop: TOP }}>
          {steps.map((step) => (
            <li key={step.step_id} style={{ height: ROW }} className="flex items-center pr-2 text-sm">
              <button
                type="button"
                className="truncate text-left hover:underline underline-offset-2 min-h-7"
                title={step.name}
                onClick={() => open(step.step_id)}
              >
                <bdi>{step.name}</bdi>
              </button>
            </li>
          ))}
        </ul>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
        <section ref={scroller} className="overflow-x-auto" aria-label={words.timeline} tabIndex={0}>
          <Bars steps={steps} scale={scale} />
        </section>
      </div>
      <Legend />
      <details className="mt-2 text-sm">
        <summary className="text-xs text-dim min-h-7">{words.table}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
        <section className="overflow-x-auto" aria-label={words.table_label} tabIndex={0}>
          <TableOf rows={rows} today={plan.today} />
        </section>
      </details>
    </section>
  );
}

/** Which of a row's cells are days. */
const DAY_COLUMNS: ReadonlySet<number> = new Set([3, 4, 5, 6]);

const rowOf = (step: StepView): (string | number | null)[] => [
  step.name,
  ownerText(step),
  words.states[step.state],
  step.due_on,
  step.starts_on,
  step.likely_on,
  step.latest_on,
  step.slack_days,
  step.critical ? words.yes : words.no,
];

interface TableProps {
  rows: readonly (readonly (string | number | null)[])[];
  today: string;
}

/** Days stand in the file as in every file, and here as people write them. */
function TableOf({ rows, today }: TableProps): ReactNode {
  const told = (cell: string | number | null, column: number): string | number | null =>
    typeof cell === 'string' && DAY_COLUMNS.has(column) ? formatDay(cell, today) : cell;
  return (
    <table className="list-table">
      <thead>
        <tr>
          {words.head.map((name) => (
            <th key={name}>{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two steps can be called the same
          <tr key={at}>
            {row.map((cell, column) => (
              <td key={words.head[column]} className={DAY_COLUMNS.has(column) ? 'whitespace-nowrap' : ''}>
                {column === 0 ? <bdi>{cell}</bdi> : told(cell, column)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** @param least how wide it is at the least: all that there is room for, and never too narrow to read */
function scaleOf(steps: readonly StepView[], others: readonly string[], least: number): Scale {
  const days = steps.flatMap((step) =>
    [step.starts_on, step.likely_on, step.due_on ?? [], step.latest_on ?? []].flat(),
  );
  const numbers = [...days, ...others].map(numberOfDay);
  const from = Math.min(...numbers) - 2;
  const count = Math.max(...numbers) + 6 - from;
  const width = Math.max(least, count * (count > MANY_DAYS ? CLOSE_DAY_PX : DAY_PX));
  const per_day = width / count;
  return {
    from,
    width,
    x: (day) => (numberOfDay(day) - from) * per_day,
    end: (day) => (numberOfDay(day) + 1 - from) * per_day,
  };
}

function Bars({ steps, scale }: { steps: readonly StepView[]; scale: Scale }): ReactNode {
  const { plan } = usePlan();
  const height = TOP + steps.length * ROW + 4;
  const place = new Map(steps.map(({ step_id }, at) => [step_id, TOP + at * ROW + ROW / 2]));
  const { target_on } = plan.terms;
  return (
    <svg width={scale.width} height={height} role="img" aria-label={words.timeline_about} className="block">
      <Weeks scale={scale} height={height} today={plan.today} />
      {steps.map((step) => (
        <g key={step.step_id}>
          <Arrows step={step} steps={steps} place={place} scale={scale} />
          <Bar step={step} y={place.get(step.step_id) ?? 0} scale={scale} today={plan.today} />
        </g>
      ))}
      <line
        x1={scale.x(plan.today)}
        x2={scale.x(plan.today)}
        y1={TOP - 6}
        y2={height}
        className="stroke-ink"
        strokeDasharray="2 3"
      />
      {target_on !== null && (
        <line
          x1={scale.end(target_on)}
          x2={scale.end(target_on)}
          y1={TOP - 6}
          y2={height}
          className="stroke-warn"
          strokeWidth={2}
        />
      )}
    </svg>
  );
}

/** Mondays, each with its day where there is room for it. */
function Weeks({ scale, height, today }: { scale: Scale; height: number; today: string }): ReactNode {
  const first = scale.from + ((((4 - scale.from) % 7) + 7) % 7);
  const count = Math.ceil((scale.width / (scale.end(dayOfNumber(first)) - scale.x(dayOfNumber(first))) - 1) / 7);
  const every = Math.max(1, Math.ceil(count / (scale.width / 92)));
  const mondays = Array.from({ length: Math.max(0, count) }, (_, week) => dayOfNumber(first + week * 7));
  return mondays.map((day, week) => (
    <g key={day}>
      <line x1={scale.x(day)} x2={scale.x(day)} y1={TOP - 4} y2={height} className="stroke-line" />
      {week % every === 0 && scale.x(day) + LABEL_PX <= scale.width && (
        <text x={scale.x(day) + 3} y={12} className="fill-dim text-2xs">
          {formatDay(day, today)}
        </text>
      )}
    </g>
  ));
}

interface BarProps {
  step: StepView;
  y: number;
  scale: Scale;
  today: string;
}

function Bar({ step, y, scale, today }: BarProps): ReactNode {
  const from = scale.x(step.starts_on);
  const to = Math.max(scale.end(step.likely_on), from + 4);
  const look = step.state === 'done' ? 'fill-edge/50' : step.critical ? 'fill-acc' : 'fill-acc-soft stroke-acc';
  const late = step.late_days > 0 && step.due_on !== null && step.state !== 'done' ? scale.end(step.due_on) : null;
  return (
    <g>
      <title>{`${step.name}: ${formatDay(step.starts_on, today)} – ${formatDay(step.likely_on, today)}`}</title>
      {step.latest_on !== null && step.latest_on > step.likely_on && (
        <line x1={to} x2={scale.end(step.latest_on)} y1={y} y2={y} className="stroke-edge" strokeWidth={1.5} />
      )}
      <rect x={from} y={y - 7} width={to - from} height={14} rx={4} className={look} />
      {late !== null && (
        <rect
          x={Math.max(late, from)}
          y={y + 8}
          width={Math.max(2, to - Math.max(late, from))}
          height={3}
          className="fill-warn"
        />
      )}
      {step.due_on !== null && (
        <line
          x1={scale.end(step.due_on)}
          x2={scale.end(step.due_on)}
          y1={y - 11}
          y2={y + 11}
          className="stroke-ink"
          strokeWidth={1.5}
        />
      )}
    </g>
  );
}

interface ArrowsProps {
  step: StepView;
  steps: readonly StepView[];
  place: ReadonlyMap<string, number>;
  scale: Scale;
}

/** From the end of what comes before to the beginning of a step. */
function Arrows({ step, steps, place, scale }: ArrowsProps): ReactNode {
  const before = [...step.depends_on, ...(step.after === null ? [] : [step.after.step_id])];
  const to_y = place.get(step.step_id) ?? 0;
  const to_x = scale.x(step.starts_on);
  return before.flatMap((id) => {
    const other = steps.find((one) => one.step_id === id);
    const y = place.get(id);
    if (other === undefined || y === undefined) return [];
    const x = scale.end(other.likely_on);
    const turn = Math.max(x + 4, to_x - 4);
    return [
      <path
        key={id}
        d={`M${x},${y} H${turn} V${to_y} H${to_x}`}
        className="stroke-edge/60"
        fill="none"
        strokeWidth={1}
      />,
    ];
  });
}

function Legend(): ReactNode {
  const signs = [
    ['bg-acc', words.legend.critical],
    ['bg-acc-soft border border-acc', words.legend.free],
    ['bg-edge/50', words.legend.done],
    ['bg-warn !h-1', words.legend.late],
  ] as const;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 mt-2 text-xs text-dim">
      {signs.map(([look, text]) => (
        <li key={text} className="flex items-center gap-1.5">
          <span className={`inline-block w-4 h-2.5 rounded-sm ${look}`} aria-hidden />
          {text}
        </li>
      ))}
    </ul>
  );
}
