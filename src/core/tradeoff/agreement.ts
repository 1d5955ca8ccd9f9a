import { type Concordance, concordance } from './concordance.ts';

const NAMED = 3;

export interface AgreementInput {
  requirements: readonly {
    requirement_id: string;
    text: string;
    /** Whether anyone said anything of it: what nobody weighed is tied by all, and no agreement. */
    weighed: boolean;
  }[];
  /** One row for each person: shares of 1, one for each requirement. */
  people: readonly { person_id: string; weights: readonly number[] }[];
  /** Option after option that is still in, a score for each requirement. */
  scores: readonly (readonly number[])[];
}

/** A requirement that people weigh differently: something to talk about. */
export interface Difference {
  requirement_id: string;
  text: string;
  /** Who gives it most and who least, with the share of 1 that they give. */
  most: { person_id: string; weight: number };
  least: { person_id: string; weight: number };
  /** How many points of value between two options turn on it. */
  moves: number;
}

export interface Agreement {
  concordance: Concordance | null;
  /** Where they differ most, weightiest first; never a ranking of people. */
  differences: Difference[];
}

/**
 * How far people agree on what matters, and where they differ. A difference counts by what turns on it: the weight that one
 * gives more than another, times how far the options are apart there.
 *
 *   one gives 40 %, another 10 %, and the options score 90 and 50 there: 12 points turn on it
 */
export function agreementOf({ requirements, people, scores }: AgreementInput): Agreement {
  const differences = requirements.flatMap(({ requirement_id, text }, column): Difference[] => {
    const given = people.map(({ person_id, weights }) => ({ person_id, weight: weights[column] as number }));
    const most = given.reduce<(typeof given)[number] | null>(
      (best, one) => (best === null || one.weight > best.weight ? one : best),
      null,
    );
    const least = given.reduce<(typeof given)[number] | null>(
      (best, one) => (best === null || one.weight < best.weight ? one : best),
      null,
    );
    if (most === null || least === null || most.weight - least.weight < 1e-9) return [];
    const column_scores = scores.map((row) => row[column] as number);
    const apart = column_scores.length === 0 ? 0 : Math.max(...column_scores) - Math.min(...column_scores);
    return [{ requirement_id, text, most, least, moves: (most.weight - least.weight) * apart }];
  });
  const spread = ({ most, least }: Difference): number => most.weight - least.weight;
  differences.sort((a, b) => b.moves - a.moves || spread(b) - spread(a));
  const columns = requirements.flatMap(({ weighed }, column) => (weighed ? [column] : []));
  return {
    // More weight is an earlier rank.
    concordance: concordance(
      people.map(({ weights }) => columns.map((column) => -roundOff(weights[column] as number))),
    ),
    differences: differences.slice(0, NAMED),
  };
}

/** Weights that differ only by rounding are tied. */
const roundOff = (weight: number): number => Math.round(weight * 1e12) / 1e12;
