import type { Page } from '../types.ts';

const SHORTEST_MS = 600_000;
const DAY_MS = 86_400_000;
const GAP_PX = 34;
/** A silence of more than this share of the whole time is left out of the axis. */
const LARGEST_SILENCE = 0.6;
/** However short it is, what lies on one side of a gap keeps this share of the width. */
const LEAST_SHARE = 0.18;

/** A stretch of the axis: instants in milliseconds since 1970, places in pixels. */
interface Part {
  from: number;
  to: number;
  left: number;
  width: number;
}

export interface Scale {
  from: number;
  to: number;
  left: number;
  width: number;
  parts: Part[];
  /** The silence that was left out, and where its mark stands. */
  gap: { from: number; to: number; left: number; right: number } | null;
  x: (at: string | number) => number;
  /** The instant at a place, the opposite of `x`. */
  at: (x: number) => number;
}

/** Every instant at which something on the strip begins or ends, in order. */
function instantsOf(page: Page): number[] {
  const intervals = [
    ...page.held,
    ...page.jobs.flatMap((job) => [...job.complete_intervals, ...job.indicated_intervals]),
  ];
  const known = [page.opened_at, page.last_at, page.counted_to, ...intervals.flatMap((one) => [one.from, one.to])];
  const active = page.jobs.flatMap((job) => job.cells.map((cell) => cell.at));
  const all = [...known, ...active].flatMap((at) => (at === null ? [] : [Date.parse(at)]));
  return [...new Set(all)].sort((a, b) => a - b);
}

/**
 * The time axis of a purchase, from the first thing that happened to the instant that ages are counted to, at least a
 * day long. One silence of years between (an old log that someone takes up again) is left out, so that both sides can
 * be read.
 * @param left and width in pixels
 */
export function scaleOf(page: Page, left: number, width: number): Scale {
  const instants = instantsOf(page);
  const to = instants.at(-1) ?? Date.parse(page.counted_to);
  const from = Math.min(to - DAY_MS, instants[0] ?? to);
  const parts = partsOf(instants, from, to, left, width);
  const [first, second] = parts;
  const gap =
    first === undefined || second === undefined
      ? null
      : { from: first.to, to: second.from, left: first.left + first.width, right: second.left };
  const x = (value: string | number): number => {
    const at = Math.max(from, Math.min(to, new Date(value).getTime()));
    const part = parts.find((one) => at <= one.to) ?? parts.at(-1);
    if (part === undefined) return left;
    return part.left + (Math.max(0, at - part.from) / (part.to - part.from)) * part.width;
  };
  const at = (place: number): number => {
    const part = parts.find((one) => place <= one.left + one.width) ?? parts.at(-1);
    if (part === undefined) return to;
    return part.from + Math.max(0, Math.min(1, (place - part.left) / part.width)) * (part.to - part.from);
  };
  return { from, to, left, width, parts, gap, x, at };
}

function partsOf(instants: readonly number[], from: number, to: number, left: number, width: number): Part[] {
  let before = from;
  let after = from;
  for (let i = 1; i < instants.length; i++) {
    const start = instants[i - 1] ?? from;
    const end = instants[i] ?? to;
    if (end - start > after - before) [before, after] = [start, end];
  }
  if (after - before <= LARGEST_SILENCE * (to - from) || before <= from || width < 5 * GAP_PX)
    return [{ from, to, left, width }];
  // What follows a gap may be seconds: ten minutes keep the axis from being a point.
  const resumed = Math.min(after, to - SHORTEST_MS);
  const old_ms = before - from;
  const new_ms = to - resumed;
  const share = Math.max(LEAST_SHARE, Math.min(1 - LEAST_SHARE, old_ms / (old_ms + new_ms)));
  const room = width - GAP_PX;
  return [
    { from, to: before, left, width: room * share },
    { from: resumed, to, left: left + room * share + GAP_PX, width: room * (1 - share) },
  ];
}
