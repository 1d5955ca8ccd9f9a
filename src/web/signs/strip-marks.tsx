import type { ReactNode } from 'react';
import { formatDate, formatSpan } from '../../catalogue/format.ts';
import { stripWords as words } from '../../catalogue/strip.ts';
import type { Interval, JobView } from '../types.ts';
import type { useTip } from '../ui/tip.tsx';
import type { Scale } from './time-scale.ts';

export const BAR_PX = 11;

export interface PartProps {
  scale: Scale;
  tip: ReturnType<typeof useTip>;
  counted_to: string;
}

export interface BarProps extends PartProps {
  interval: Interval;
  look: 'complete' | 'indicated';
  top: number;
  job: JobView;
}

/** Whether nothing is drawn in a job's lane from an instant on. */
export const isEmptyAfter = (job: JobView, at: string | null): boolean =>
  at !== null && job.indicated_intervals.every((one) => one.to !== null && one.to <= at);

/** Where a job reopened, with its cause. */
export function Reopen({ interval, job, top, scale, tip, counted_to }: Omit<BarProps, 'look'>): ReactNode {
  const x = scale.x(interval.to ?? counted_to);
  const on = tip.on(
    <>
      <b className="font-semibold">{words.reopened(job.name)}</b>
      <br />
      {interval.ended?.text}
      <br />
      <span className="opacity-75">{formatDate(interval.to ?? counted_to)}</span>
    </>,
  );
  const label = words.reopened_by(job.name, interval.ended?.text ?? '', formatDate(interval.to ?? counted_to));
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: its tip tells the cause, also to those without a pointer.
    <g {...on} role="img" aria-label={label} tabIndex={0}>
      <rect x={x - 3} y={top - 3} width="13" height="21" fill="transparent" />
      <path d={`M${x},${top} l5,7.5 l-5,7.5`} fill="none" stroke="var(--warn)" strokeWidth="1.7" />
    </g>
  );
}

/** The cause of the last reopening, written out where the lane is empty after it. */
export function CauseText({
  interval,
  text,
  top,
  scale,
}: {
  interval: Interval;
  text: string;
  top: number;
  scale: Scale;
}): ReactNode {
  const x = scale.x(interval.to ?? '') + 10;
  const room = Math.floor((scale.left + scale.width - x) / 5.5);
  if (room < 12) return null;
  const whole = words.cause(text);
  const shown = whole.length <= room ? whole : text.length <= room ? text : `${text.slice(0, room - 1)}…`;
  return (
    <text
      x={x}
      y={top + BAR_PX}
      fontSize="10.5"
      fill="var(--warn)"
      paintOrder="stroke"
      stroke="var(--bg)"
      strokeWidth="3"
    >
      {shown}
    </text>
  );
}

/** What a bar or band stands for: how long, from when to when, by what. */
export function IntervalTip({
  title,
  interval,
  counted_to,
}: {
  title: string;
  interval: Interval;
  counted_to: string;
}): ReactNode {
  return (
    <>
      <b className="font-semibold">{title}</b> · {formatSpan(interval.from, interval.to ?? counted_to)}
      <br />
      {formatDate(interval.from)} – {interval.to === null ? words.now : formatDate(interval.to)}
      <br />
      <span className="opacity-75">
        {words.began}: {interval.began.text}
        {interval.ended !== null && (
          <>
            <br />
            {words.ended}: {interval.ended.text}
          </>
        )}
        {interval.by_composition && (
          <>
            <br />
            {words.by_composition}
          </>
        )}
      </span>
    </>
  );
}
