import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { formatNumber } from '../../../catalogue/format.ts';
import { words } from '../../../catalogue/journeys.ts';
import type { JourneyGraph } from '../../types.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type Tip, useTip } from '../../ui/tip.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { type LaidOut, layOut, type Point, type ToLayOut } from './layout.ts';
import { Line } from './map-line.tsx';

type Node = JourneyGraph['nodes'][number];
type Edge = JourneyGraph['edges'][number];

const START = '\u0000start';
const END = '\u0000end';
/** Ways in and out that fewer purchases take are left to the tips. */
const SMALLEST_DOOR = 0.03;
const ZOOMS = [0.5, 0.7, 1, 1.4, 2] as const;

interface MapProps {
  graph: JourneyGraph;
  edges: readonly Edge[];
}

/** Boxes by how often a thing happens; the ways in and out of the whole map as two points. */
function toLayOut(graph: JourneyGraph, edges: readonly Edge[]): ToLayOut {
  const used = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
  const nodes = graph.nodes.filter((node) => used.has(node.activity));
  const most = Math.max(1, ...nodes.map((node) => node.frequency));
  const most_edge = Math.max(1, ...edges.map((edge) => edge.frequency));
  const starts = nodes.filter((node) => node.start >= SMALLEST_DOOR * graph.cases);
  const ends = nodes.filter((node) => node.end >= SMALLEST_DOOR * graph.cases);
  return {
    nodes: [
      ...nodes.map((node) => {
        const size = Math.sqrt(node.frequency / most);
        return {
          id: node.activity,
          width: Math.max(96 + 56 * size, Math.min(250, 26 + 6.6 * node.activity.length)),
          height: 34 + 18 * size,
        };
      }),
      ...(starts.length > 0 ? [{ id: START, width: 14, height: 14 }] : []),
      ...(ends.length > 0 ? [{ id: END, width: 14, height: 14 }] : []),
    ],
    edges: [
      ...edges.map((edge) => ({
        from: edge.from,
        to: edge.to,
        weight: 1 + Math.round((9 * edge.frequency) / most_edge),
      })),
      ...starts.map((node) => ({
        from: START,
        to: node.activity,
        weight: 1 + Math.round((20 * node.start) / graph.cases),
      })),
      ...ends.map((node) => ({ from: node.activity, to: END, weight: 1 })),
    ],
  };
}

/** Nodes and transitions; width is frequency, colour median delay, loops drawn. */
export function JourneyMap({ graph, edges }: MapProps): ReactNode {
  const map = useMemo(() => toLayOut(graph, edges), [graph, edges]);
  const [zoom, setZoom] = useState<number>(ZOOMS.indexOf(1));
  const laid = useQuery({
    queryKey: ['layout', map],
    queryFn: ({ signal }) => layOut(map, signal),
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (laid.isError) return <Trouble error={laid.error} />;
  if (laid.data === undefined)
    return (
      <div role="status" className="mt-3">
        <span className="sr-only">{words.drawing}</span>
        <Skeleton className="h-96" />
      </div>
    );
  const turn = (by: number): void => setZoom(Math.max(0, Math.min(ZOOMS.length - 1, zoom + by)));
  return (
    <div className="relative mt-3">
      <div className="absolute right-2 top-2 z-10 flex gap-1">
        <Button small aria-label={words.smaller} disabled={zoom === 0} onClick={() => turn(-1)}>
          −
        </Button>
        <Button small aria-label={words.bigger} disabled={zoom === ZOOMS.length - 1} onClick={() => turn(1)}>
          +
        </Button>
      </div>
      <Drawing laid={laid.data} graph={graph} edges={edges} zoom={ZOOMS[zoom] ?? 1} />
    </div>
  );
}

interface DrawingProps extends MapProps {
  laid: LaidOut;
  zoom: number;
}

function Drawing({ laid, graph, edges, zoom }: DrawingProps): ReactNode {
  const tip = useTip();
  const [over, setOver] = useState<string | null>(null);
  const nodes = new Map(graph.nodes.map((node) => [node.activity, node]));
  const byEnds = new Map(edges.map((edge) => [`${edge.from}\u0000${edge.to}`, edge]));
  const most = Math.max(1, ...edges.map((edge) => edge.frequency));
  const heat = heatOf(edges);
  const box = boundsOf(laid);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard.
    <section className="card !p-0 overflow-auto max-h-[76vh]" tabIndex={0} aria-label={words.map}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing with parts that can be focused is no field set. */}
      <svg
        viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
        width={box.width * zoom}
        height={box.height * zoom}
        className={`mx-auto block ${zoom === 1 ? 'max-w-full h-auto' : 'max-w-none'}`}
        role="group"
        aria-label={words.map}
      >
        {laid.edges.map((line) => (
          <Line
            key={`${line.from}\u0000${line.to}`}
            points={line.points}
            edge={byEnds.get(`${line.from}\u0000${line.to}`) ?? null}
            box={laid.nodes.find((node) => node.id === line.from) ?? null}
            most={most}
            heat={heat}
            faded={over !== null && over !== line.from && over !== line.to}
            tip={tip}
          />
        ))}
        {laid.nodes.map((box) => (
          <Box key={box.id} box={box} node={nodes.get(box.id) ?? null} cases={graph.cases} tip={tip} onOver={setOver} />
        ))}
      </svg>
      {tip.view}
    </section>
  );
}

/** What the drawing takes: curves may leave the box that the layout reports. */
function boundsOf(laid: LaidOut): Point & { width: number; height: number } {
  const points = laid.edges.flatMap((edge) => edge.points);
  const x = Math.min(0, ...points.map((point) => point.x - 12));
  const y = Math.min(0, ...points.map((point) => point.y - 12));
  const right = Math.max(laid.width + 24, ...points.map((point) => point.x + 12));
  const bottom = Math.max(laid.height, ...points.map((point) => point.y + 12));
  return { x, y, width: right - x, height: bottom - y };
}

/** Where a delay stands among those shown, from the soonest (0) to the latest (1): one long wait does not drown the rest. */
function heatOf(edges: readonly Edge[]): (delay_ms: number) => number {
  const delays = edges.map((edge) => edge.median_delay_ms).sort((a, b) => a - b);
  return (ms) => delays.indexOf(ms) / Math.max(1, delays.length - 1);
}

interface BoxProps {
  box: LaidOut['nodes'][number];
  node: Node | null;
  cases: number;
  tip: Tip;
  onOver: (id: string | null) => void;
}

function Box({ box, node, tip, onOver }: BoxProps): ReactNode {
  if (node === null) {
    return (
      <g>
        <title>{box.id === START ? words.start : words.end}</title>
        {box.id === START ? (
          <circle cx={box.x} cy={box.y} r="6" fill="var(--ink)" />
        ) : (
          <rect x={box.x - 6} y={box.y - 6} width="12" height="12" rx="2" fill="var(--ink)" />
        )}
      </g>
    );
  }
  const on = tip.on(<NodeTip node={node} />);
  const room = Math.floor((box.width - 16) / 6.3);
  const name = node.activity.length > room ? `${node.activity.slice(0, room - 1)}…` : node.activity;
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: its tip tells the numbers, also to those without a pointer.
    <g
      role="img"
      aria-label={`${node.activity}: ${words.node_tip(node.frequency, node.cases)}`}
      tabIndex={0}
      onPointerEnter={(event) => {
        onOver(node.activity);
        on.onPointerEnter(event);
      }}
      onPointerLeave={() => {
        onOver(null);
        on.onPointerLeave();
      }}
      onFocus={(event) => {
        onOver(node.activity);
        on.onFocus(event);
      }}
      onBlur={() => {
        onOver(null);
        on.onBlur();
      }}
    >
      <rect
        x={box.x - box.width / 2}
        y={box.y - box.height / 2}
        width={box.width}
        height={box.height}
        rx="8"
        fill="var(--panel)"
        stroke="var(--edge)"
      />
      <text x={box.x} y={box.y - 2} textAnchor="middle" fontSize="12" fontWeight="560" fill="var(--ink)">
        {name}
      </text>
      <text x={box.x} y={box.y + 12} textAnchor="middle" fontSize="10.5" fill="var(--dim)">
        {formatNumber(node.frequency)}
      </text>
    </g>
  );
}

const NodeTip = ({ node }: { node: Node }): ReactNode => (
  <>
    <b className="font-semibold">{node.activity}</b>
    <br />
    {words.node_tip(node.frequency, node.cases)}
    <br />
    {[
      node.start > 0 ? words.starts(node.start) : '',
      node.end > 0 ? words.ends(node.end) : '',
      node.rework > 0 ? words.rework(node.rework) : '',
    ]
      .filter(Boolean)
      .join(' · ')}
  </>
);
