import type { Weighing } from '../../../core/tradeoff/table.ts';

/** Answers while they are being given: in order, what matters most first. */
export interface Answering {
  order: readonly string[];
  /** What is as important as the one above it. */
  tied: ReadonlySet<string>;
  /** What each is worth beside the first, 0–100; null while only the order counts. */
  swings: Readonly<Record<string, number>> | null;
}

/** The ranks that an order means: tied ones share the place of the first of them. */
export function ranksOfOrder({ order, tied }: Answering): Record<string, number> {
  const ranks: Record<string, number> = {};
  let rank = 1;
  order.forEach((id, at) => {
    if (at > 0 && !tied.has(id)) rank = at + 1;
    ranks[id] = rank;
  });
  return ranks;
}

/** What is sent: ranks, or swings where somebody said how much. */
export function answersOf(answering: Answering): Pick<Weighing, 'method' | 'answers'> {
  const { order, swings } = answering;
  if (swings !== null) {
    const answers = order.map((requirement_id) => ({ requirement_id, value: swings[requirement_id] ?? 0 }));
    return { method: 'swing', answers };
  }
  const ranks = ranksOfOrder(answering);
  return {
    method: 'ranking',
    answers: order.map((requirement_id) => ({ requirement_id, value: ranks[requirement_id] ?? 1 })),
  };
}

/** Where answers that were given before begin. */
export function answeringOf(said: Pick<Weighing, 'method' | 'answers'>): Answering {
  const sign = said.method === 'ranking' ? 1 : -1;
  const sorted = [...said.answers].sort((a, b) => sign * (a.value - b.value));
  const tied = new Set<string>();
  sorted.forEach((one, at) => {
    if (at > 0 && sorted[at - 1]?.value === one.value) tied.add(one.requirement_id);
  });
  const order = sorted.map(({ requirement_id }) => requirement_id);
  const swings =
    said.method === 'swing'
      ? Object.fromEntries(sorted.map(({ requirement_id, value }) => [requirement_id, value]))
      : null;
  return { order, tied, swings };
}

/** The order with one thing moved to another place; what was tied to it no longer is. */
export function moved(answering: Answering, from: number, to: number): Answering {
  const { order, tied } = answering;
  const id = order[from];
  if (id === undefined || to < 0 || to >= order.length || from === to) return answering;
  const rest = order.toSpliced(from, 1);
  const next = order[from + 1];
  const now_tied = new Set([...tied].filter((one) => one !== id && (one !== next || tied.has(id))));
  return { ...answering, order: rest.toSpliced(to, 0, id), tied: now_tied };
}

/** Swings to begin with: falling evenly in the order that was given. */
export function firstSwings(answering: Answering): Record<string, number> {
  const ranks = ranksOfOrder(answering);
  const count = answering.order.length;
  return Object.fromEntries(
    answering.order.map((id) => [id, Math.round((100 * (count + 1 - (ranks[id] ?? 1))) / count)]),
  );
}
