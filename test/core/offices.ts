/**
 * A published example with all its numbers: seven offices by six attributes (P. Goodwin and G. Wright, Decision Analysis
 * for Management Judgment, chapter 3, table 3.2 and figures 3.5 and 3.6).
 */
export const OFFICES = {
  names: ['A', 'B', 'C', 'D', 'E', 'F', 'G'],
  swings: [100, 80, 70, 30, 20, 10],
  /** As printed, in whole percent. */
  weights: [0.32, 0.26, 0.23, 0.1, 0.06, 0.03],
  scores: [
    [100, 60, 100, 75, 0, 90],
    [20, 80, 10, 30, 100, 30],
    [80, 70, 0, 0, 10, 100],
    [70, 50, 30, 55, 30, 90],
    [40, 60, 90, 100, 60, 70],
    [0, 0, 70, 0, 80, 0],
    [60, 100, 20, 50, 50, 80],
  ],
  /** The aggregate benefits as printed. */
  values: [80.8, 39.4, 47.4, 52.3, 64.8, 20.9, 60.2],
  /** Annual cost in dollars. */
  costs: [30_000, 15_000, 5_000, 12_000, 30_000, 15_000, 10_000],
  /** What the text says of the frontier. */
  efficient: ['C', 'G', 'A'],
} as const;
