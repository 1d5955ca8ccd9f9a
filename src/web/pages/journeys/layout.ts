export interface Point {
  x: number;
  y: number;
}

interface NodeBox {
  id: string;
  width: number;
  height: number;
}

interface EdgeEnds {
  from: string;
  to: string;
  /** How straight and short it should be. */
  weight: number;
}

export interface ToLayOut {
  nodes: NodeBox[];
  edges: EdgeEnds[];
}

export interface LaidOut {
  width: number;
  height: number;
  nodes: (NodeBox & Point)[];
  edges: (EdgeEnds & { points: Point[] })[];
}

/** Lays a map out in layers, in a worker of its own; an aborted layout is stopped. */
export function layOut(map: ToLayOut, signal: AbortSignal): Promise<LaidOut> {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<LaidOut>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = (event: MessageEvent<LaidOut>) => resolve(event.data);
    worker.postMessage(map);
  }).finally(() => worker.terminate());
}

/** A smooth line through the points of a layout: a uniform cubic B-spline with its ends clamped. */
export function smooth(points: readonly Point[]): string {
  const [first, second] = points;
  const last = points.at(-1);
  if (first === undefined || second === undefined || last === undefined) return '';
  const at = (x: number, y: number): string => `${x.toFixed(1)},${y.toFixed(1)}`;
  if (points.length === 2) return `M${at(first.x, first.y)} L${at(last.x, last.y)}`;
  let path = `M${at(first.x, first.y)} L${at((5 * first.x + second.x) / 6, (5 * first.y + second.y) / 6)}`;
  for (let i = 1; i < points.length; i++) {
    const before = points[i - 1] as Point;
    const here = points[i] as Point;
    const next = points[i + 1] ?? here;
    const control = `${at((2 * before.x + here.x) / 3, (2 * before.y + here.y) / 3)} ${at((before.x + 2 * here.x) / 3, (before.y + 2 * here.y) / 3)}`;
    path += ` C${control} ${at((before.x + 4 * here.x + next.x) / 6, (before.y + 4 * here.y + next.y) / 6)}`;
  }
  return `${path} L${at(last.x, last.y)}`;
}
