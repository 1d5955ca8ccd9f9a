import type { Node } from './formula.ts';

/**
 * Many evaluations side by side: a lane is a month of one case, or one run of a simulation. Every name has a slot with its
 * value in each lane.
 */
export interface Lanes {
  /** How many lanes count, at most the length of the arrays. */
  n: number;
  slots: Float64Array[];
  scratch: Float64Array[];
}

/** A compiled formula: gives its value in each lane. The array it gives is one of the slots or of the scratch space. */
export type Program = (lanes: Lanes) => Float64Array;

type Step = (lanes: Lanes, depth: number) => Float64Array;

/** What compiling asks of its surroundings: where a name's and a number's values stand. */
export interface Places {
  slotOfName: (name: string) => number;
  slotOfNumber: (value: number) => number;
}

/**
 * Compiles a formula to loops over typed arrays, one per operator. Evaluating its tree anew for each run of a simulation
 * would cost some fifty times as much.
 */
export function compile(node: Node, places: Places): Program {
  const step = stepOf(node, places);
  return (lanes) => step(lanes, 0);
}

/** Scratch space at a depth, made when it is first needed. */
function scratchAt(lanes: Lanes, depth: number): Float64Array {
  let out = lanes.scratch[depth];
  if (out === undefined) {
    out = new Float64Array(lanes.slots[0]?.length ?? lanes.n);
    lanes.scratch[depth] = out;
  }
  return out;
}

function stepOf(node: Node, places: Places): Step {
  switch (node.type) {
    case 'number':
      return slotStep(places.slotOfNumber(node.value));
    case 'name':
      return slotStep(places.slotOfName(node.name));
    case 'negative':
      return unaryStep(stepOf(node.of, places), (a, out, n) => {
        for (let i = 0; i < n; i++) out[i] = -(a[i] as number);
      });
    case 'binary':
      return binaryStep(stepOf(node.left, places), stepOf(node.right, places), BINARY[node.op]);
    case 'call':
      return callStep(node, places);
  }
}

const slotStep =
  (slot: number): Step =>
  (lanes) =>
    lanes.slots[slot] as Float64Array;

type UnaryLoop = (a: Float64Array, out: Float64Array, n: number) => void;
type BinaryLoop = (a: Float64Array, b: Float64Array, out: Float64Array, n: number) => void;

const unaryStep =
  (of: Step, loop: UnaryLoop): Step =>
  (lanes, depth) => {
    const a = of(lanes, depth);
    const out = scratchAt(lanes, depth);
    loop(a, out, lanes.n);
    return out;
  };

const binaryStep =
  (left: Step, right: Step, loop: BinaryLoop): Step =>
  (lanes, depth) => {
    const a = left(lanes, depth);
    const b = right(lanes, depth + 1);
    const out = scratchAt(lanes, depth);
    loop(a, b, out, lanes.n);
    return out;
  };

const BINARY = {
  '+': (a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = (a[i] as number) + (b[i] as number);
  },
  '-': (a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = (a[i] as number) - (b[i] as number);
  },
  '*': (a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = (a[i] as number) * (b[i] as number);
  },
  '/': (a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = (a[i] as number) / (b[i] as number);
  },
  '^': (a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = (a[i] as number) ** (b[i] as number);
  },
  '<': (a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = (a[i] as number) < (b[i] as number) ? 1 : 0;
  },
  '<=': (a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = (a[i] as number) <= (b[i] as number) ? 1 : 0;
  },
  '>': (a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = (a[i] as number) > (b[i] as number) ? 1 : 0;
  },
  '>=': (a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = (a[i] as number) >= (b[i] as number) ? 1 : 0;
  },
  min: (a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = Math.min(a[i] as number, b[i] as number);
  },
  max: (a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = Math.max(a[i] as number, b[i] as number);
  },
} satisfies Record<string, BinaryLoop>;

/** Half away from zero, as spreadsheets round. */
export const roundHalfAway = (value: number): number => Math.sign(value) * Math.floor(Math.abs(value) + 0.5);

const UNARY: Readonly<Record<string, (value: number) => number>> = {
  abs: Math.abs,
  sqrt: Math.sqrt,
  round: roundHalfAway,
  floor: Math.floor,
  ceil: Math.ceil,
};

function callStep(node: Extract<Node, { type: 'call' }>, places: Places): Step {
  const steps = node.args.map((arg) => stepOf(arg, places));
  const [first = slotStep(0), second = first, third = first] = steps;
  const single = UNARY[node.fn];
  if (single !== undefined) {
    return unaryStep(first, (a, out, n) => {
      for (let i = 0; i < n; i++) out[i] = single(a[i] as number);
    });
  }
  const loop = (BINARY as Readonly<Record<string, BinaryLoop>>)[node.fn];
  if (loop !== undefined) return steps.slice(1).reduce((done, next) => binaryStep(done, next, loop), first);
  return (lanes, depth) => {
    const test = first(lanes, depth);
    const yes = second(lanes, depth + 1);
    const no = third(lanes, depth + 2);
    const out = scratchAt(lanes, depth);
    for (let i = 0; i < lanes.n; i++) out[i] = (test[i] as number) !== 0 ? (yes[i] as number) : (no[i] as number);
    return out;
  };
}
