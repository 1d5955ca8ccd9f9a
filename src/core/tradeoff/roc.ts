/**
 * Rank-order centroid weights: the centre of all weights that agree with a ranking, so that a person only has to say what
 * matters more. Of n things the one in place k gets (1/k + 1/(k+1) + … + 1/n) / n.
 *
 * Things that are tied may be in either order; each gets the mean of the places that they share, which is the centre of
 * both orders together.
 *
 * Source: F. H. Barron and B. E. Barrett, "Decision Quality Using Ranked Attribute Weights", Management Science 42 (1996).
 *
 *   rocWeights([1, 2, 3])  // [0.6111…, 0.2777…, 0.1111…]
 *   rocWeights([1, 1])     // [0.5, 0.5]
 *
 * @param ranks the smallest is what matters most; equal ones are tied. What the numbers are does not matter, only their order
 * @returns shares of 1, in the order of `ranks`; empty for none
 * @throws {RangeError} where a rank is not a number
 */
export function rocWeights(ranks: readonly number[]): number[] {
  if (ranks.some(Number.isNaN)) throw new RangeError('A rank is missing. Give each of them a place, or leave it out.');
  const places = centroid(ranks.length);
  const weights = Array<number>(ranks.length).fill(0);
  for (const { first, members } of tieGroups(ranks)) {
    let shared = 0;
    for (let place = first; place < first + members.length; place++) shared += places[place] as number;
    for (const member of members) weights[member] = shared / members.length;
  }
  return weights;
}

/** The weights of the places 1 to n. Summed from the smallest up, so that nothing is lost in rounding. */
function centroid(n: number): number[] {
  const weights = Array<number>(n).fill(0);
  let sum = 0;
  for (let place = n; place >= 1; place--) {
    sum += 1 / place;
    weights[place - 1] = sum / n;
  }
  return weights;
}

/** Things of the same rank, best rank first, with the place (from 0) that the first of them has. */
export function tieGroups(ranks: readonly number[]): { first: number; members: number[] }[] {
  const order = ranks.map((_, index) => index).sort((a, b) => (ranks[a] as number) - (ranks[b] as number));
  const groups: { first: number; members: number[] }[] = [];
  order.forEach((index, place) => {
    const last = groups.at(-1);
    if (last !== undefined && ranks[last.members[0] as number] === ranks[index]) last.members.push(index);
    else groups.push({ first: place, members: [index] });
  });
  return groups;
}
