import type { ReactNode } from 'react';
import { formatSeconds } from '../../../catalogue/format.ts';
import { words } from '../../../catalogue/journeys.ts';
import type { JourneyGraph } from '../../types.ts';
import type { Tip } from '../../ui/tip.tsx';
import { type Point, smooth } from './layout.ts';

type Edge = JourneyGraph['edges'][number];

interface LineProps {
  points: readonly Point[];
  edge: Edge | null;
  box: (Point & { width: number; height: number }) | null;
  most: number;
  heat: (delay_ms: number) => number;
  faded: boolean;
  tip: Tip;
}

/** One transition: as wide as it is frequent, as warm as it is late. */
export function Line({ points, edge, box, most, heat, faded, tip }: LineProps): ReactNode {
  if (edge === null)
    return (
      <path
        d={smooth(points)}
        fill="none"
        stroke="var(--edge)"
        strokeWidth="1"
        strokeDasharray="2 4"
        opacity={faded ? 0.2 : 0.8}
      />
    );
  const width = 1 + 8 * Math.sqrt(edge.frequency / most);
  const colour = `color-mix(in oklab, var(--acc), var(--warn) ${Math.round(100 * heat(edge.median_delay_ms))}%)`;
  const loops = edge.from === edge.to;
  const d = loops && box !== null ? selfLoop(box) : smooth(points);
  const on = tip.on(<EdgeTip edge={edge} />);
  return (
    <g opacity={faded ? 0.12 : 0.85} onPointerEnter={on.onPointerEnter} onPointerLeave={on.onPointerLeave}>
      <path d={d} fill="none" stroke="transparent" strokeWidth={Math.max(12, width)} />
      <path d={d} fill="none" stroke={colour} strokeWidth={width} strokeLinecap="round" />
      <path d={loops && box !== null ? loopHead(box, width) : head(points, width)} fill={colour} />
    </g>
  );
}

const selfLoop = (box: Point & { width: number; height: number }): string => {
  const right = box.x + box.width / 2;
  return `M${right - 4},${box.y - 9} C${right + 30},${box.y - 22} ${right + 30},${box.y + 22} ${right - 2},${box.y + 9}`;
};

const loopHead = (box: Point & { width: number; height: number }, width: number): string => {
  const right = box.x + box.width / 2;
  return head(
    [
      { x: right + 14, y: box.y + 15 },
      { x: right, y: box.y + 9 },
    ],
    width,
  );
};

/** A small arrow head at the end of a line, in its direction. */
function head(points: readonly Point[], width: number): string {
  const end = points.at(-1);
  const before = points.at(-2);
  if (end === undefined || before === undefined) return '';
  const angle = Math.atan2(end.y - before.y, end.x - before.x);
  const size = 5 + width;
  const corner = (turn: number): string =>
    `${(end.x - size * Math.cos(angle + turn)).toFixed(1)},${(end.y - size * Math.sin(angle + turn)).toFixed(1)}`;
  return `M${end.x.toFixed(1)},${end.y.toFixed(1)} L${corner(0.5)} L${corner(-0.5)} Z`;
}

const EdgeTip = ({ edge }: { edge: Edge }): ReactNode => (
  <>
    <b className="font-semibold">
      {edge.from} → {edge.to}
    </b>
    <br />
    {words.edge_tip(edge.frequency, formatSeconds(edge.median_delay_ms / 1000))}
    {edge.returns > 0 && (
      <>
        <br />
        {words.returns(edge.returns)}
      </>
    )}
  </>
);
