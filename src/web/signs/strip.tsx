import { type ReactNode, useRef } from 'react';
import { formatSpan } from '../../catalogue/format.ts';
import { stripWords as words } from '../../catalogue/strip.ts';
import type { Interval, JobView, Page } from '../types.ts';
import { useTip } from '../ui/tip.tsx';
import { useWidth } from '../ui/width.ts';
import { shortJob } from './job-name.ts';
import { Playhead } from './playhead.tsx';
import { BAR_PX, type BarProps, CauseText, IntervalTip, isEmptyAfter, type PartProps, Reopen } from './strip-marks.tsx';
import { timeMarks } from './time-axis.ts';
import { type Scale, scaleOf } from './time-scale.ts';

const LANE_PX = 21;
const TOP_PX = 24;
const FOOT_PX = 30;

interface StripProps {
  page: Page;
  as_of: string | null;
  onAsOf: (at: string | null) => void;
}

/** One lane per job along time: solid complete, hatched indicated, a gap with a mark where it reopened, bands where held. */
export function Strip({ page, as_of, onAsOf }: StripProps): ReactNode {
  const ref = useRef<HTMLDivElement>(null);
  const outer = useWidth(ref);
  const tip = useTip();
  const left = outer < 560 ? 88 : 104;
  const scale = scaleOf(page, left, Math.max(60, outer - left - 14));
  const lanes_px = page.jobs.length * LANE_PX;
  return (
    <div ref={ref} className="relative select-none" style={{ height: TOP_PX + lanes_px + FOOT_PX }}>
      {outer > 0 && (
        <>
          <svg
            width={outer}
            height={TOP_PX + lanes_px + FOOT_PX}
            className="block"
            role="img"
            aria-label={words.label(page.jobs.length)}
          >
            <Grid scale={scale} bottom={TOP_PX + lanes_px} />
            {page.held.map((held) => (
              <Band
                key={held.from}
                held={held}
                scale={scale}
                height={lanes_px}
                tip={tip}
                counted_to={page.counted_to}
              />
            ))}
            {page.jobs.map((job, index) => (
              <Lane
                key={job.job_id}
                job={job}
                top={TOP_PX + index * LANE_PX}
                scale={scale}
                tip={tip}
                counted_to={page.counted_to}
              />
            ))}
          </svg>
          <Playhead scale={scale} top={TOP_PX - 8} height={lanes_px + 10} as_of={as_of} onAsOf={onAsOf} />
        </>
      )}
      {tip.view}
    </div>
  );
}

function Grid({ scale, bottom }: { scale: Scale; bottom: number }): ReactNode {
  const marks = scale.parts.flatMap((part) => timeMarks(part.from, part.to, Math.max(1, Math.floor(part.width / 74))));
  return (
    <g>
      <line x1={scale.left} x2={scale.left} y1={TOP_PX - 6} y2={bottom} stroke="var(--line)" />
      {scale.gap !== null && <Gap scale={scale} bottom={bottom} />}
      {marks.map((mark) => (
        <g key={mark.at}>
          <line x1={scale.x(mark.at)} x2={scale.x(mark.at)} y1={TOP_PX - 6} y2={bottom} stroke="var(--line)" />
          <text x={scale.x(mark.at) + 4} y={12} fontSize="10.5" fill="var(--dim)">
            {mark.label}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Years without anything are left out, visibly: two slanted lines and how long it was. */
function Gap({ scale, bottom }: { scale: Scale; bottom: number }): ReactNode {
  if (scale.gap === null) return null;
  const x = (scale.gap.left + scale.gap.right) / 2;
  return (
    <g stroke="var(--edge)" strokeWidth="1.2">
      <path d={`M${x - 5},${bottom + 4} l4,-12 M${x + 1},${bottom + 4} l4,-12`} />
      <text x={x} y={bottom + 17} textAnchor="middle" fontSize="10.5" fill="var(--dim)" stroke="none">
        {words.left_out(formatSpan(scale.gap.from, scale.gap.to))}
      </text>
    </g>
  );
}

function Band({ held, scale, height, tip, counted_to }: PartProps & { held: Interval; height: number }): ReactNode {
  const x = scale.x(held.from);
  const width = Math.max(2, scale.x(held.to ?? counted_to) - x);
  return (
    <g {...tip.on(<IntervalTip title={words.held} interval={held} counted_to={counted_to} />)}>
      <rect
        x={x}
        y={TOP_PX - 4}
        width={width}
        height={height + 6}
        rx="2"
        fill="var(--band)"
        stroke="var(--acc)"
        strokeWidth=".6"
        strokeOpacity=".5"
      />
      {width > 30 && (
        <text
          x={x + width / 2}
          y={TOP_PX + height + 12}
          textAnchor="middle"
          fontSize="10.5"
          fill="var(--acc)"
          fontWeight="560"
        >
          {words.held_mark}
        </text>
      )}
    </g>
  );
}

function Lane({ job, top, scale, tip, counted_to }: PartProps & { job: JobView; top: number }): ReactNode {
  const reopened = job.complete_intervals.filter((one) => one.to !== null);
  const last = job.complete_intervals.at(-1);
  return (
    <g>
      <text x={scale.left - 10} y={top + BAR_PX + 1} textAnchor="end" fontSize="11.5" fill="var(--ink)">
        <title>{job.name}</title>
        {shortJob(job.name)}
      </text>
      <line
        x1={scale.left}
        x2={scale.left + scale.width}
        y1={top + LANE_PX - 4}
        y2={top + LANE_PX - 4}
        stroke="var(--line)"
        strokeWidth=".6"
      />
      {job.indicated_intervals.map((one) => (
        <Bar
          key={one.from}
          interval={one}
          look="indicated"
          top={top}
          job={job}
          scale={scale}
          tip={tip}
          counted_to={counted_to}
        />
      ))}
      {job.complete_intervals.map((one) => (
        <Bar
          key={one.from}
          interval={one}
          look="complete"
          top={top}
          job={job}
          scale={scale}
          tip={tip}
          counted_to={counted_to}
        />
      ))}
      {reopened.map((one) => (
        <Reopen key={one.from} interval={one} job={job} top={top} scale={scale} tip={tip} counted_to={counted_to} />
      ))}
      {last?.ended != null && isEmptyAfter(job, last.to) && (
        <CauseText interval={last} text={last.ended.text} top={top} scale={scale} />
      )}
    </g>
  );
}

function Bar({ interval, look, top, job, scale, tip, counted_to }: BarProps): ReactNode {
  const x = scale.x(interval.from);
  const width = Math.max(2, scale.x(interval.to ?? counted_to) - x);
  const title = `${job.name}: ${look === 'complete' ? words.complete : words.indicated}`;
  const on = tip.on(<IntervalTip title={title} interval={interval} counted_to={counted_to} />);
  if (look === 'indicated') {
    return (
      <rect
        {...on}
        x={x}
        y={top + 2}
        width={width}
        height={BAR_PX}
        rx="2"
        fill="url(#hatch)"
        stroke="var(--hat)"
        strokeWidth=".5"
        strokeOpacity=".6"
      />
    );
  }
  // The page shows through above: evidence never hides behind what was stated.
  return (
    <g {...on}>
      <rect x={x} y={top + 2} width={width} height={BAR_PX} rx="2" fill="var(--bg)" />
      <rect
        x={x}
        y={top + 2}
        width={width}
        height={BAR_PX}
        rx="2"
        fill="var(--acc)"
        fillOpacity={interval.by_composition ? 0.45 : 1}
        stroke="var(--acc)"
        strokeWidth={interval.by_composition ? 1 : 0}
      />
    </g>
  );
}
