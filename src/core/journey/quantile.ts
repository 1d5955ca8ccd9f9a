/**
 * The quantile `q` of values sorted ascending, by linear interpolation between the two nearest ranks: rank
 * `h = (n − 1)·q`, value `x[⌊h⌋] + (h − ⌊h⌋)·(x[⌊h⌋ + 1] − x[⌊h⌋])`. This is type 7 of Hyndman and Fan,
 * "Sample Quantiles in Statistical Packages" (1996), the default of R and numpy. Same unit as the values.
 *
 * @example
 * quantile(Float64Array.of(1, 2, 4), 0.75); // 3
 * @returns NaN for no values
 */
export function quantile(sorted: Float64Array, q: number): number {
  const rank = (sorted.length - 1) * q;
  const below = Math.floor(rank);
  const low = sorted[below];
  if (low === undefined) return Number.NaN;
  const high = sorted[below + 1] ?? low;
  return low + (rank - below) * (high - low);
}

/**
 * The median of `values[from]` up to, not including, `values[to]`: the middle value, or the mean of the two in
 * the middle (the same as quantile 0.5). Reorders that part of the array, in O(n) on average (Hoare's selection).
 *
 * @example
 * medianWithin(Float64Array.of(9, 1, 5, 3), 0, 4); // 4
 * @returns NaN for an empty part
 */
export function medianWithin(values: Float64Array, from: number, to: number): number {
  const count = to - from;
  if (count <= 0) return Number.NaN;
  const middle = from + (count >> 1);
  const high = select(values, from, to - 1, middle);
  if (count % 2 === 1) return high;
  let low = Number.NEGATIVE_INFINITY;
  for (let i = from; i < middle; i++) low = Math.max(low, values[i] as number);
  return (low + high) / 2;
}

/** Puts the value that belongs at `k` there, none greater before it and none smaller after it, and returns it. */
function select(values: Float64Array, first: number, last: number, k: number): number {
  let low = first;
  let high = last;
  while (low < high) {
    const pivot = middleOfThree(values[low] as number, values[(low + high) >> 1] as number, values[high] as number);
    let i = low;
    let j = high;
    while (i <= j) {
      while ((values[i] as number) < pivot) i++;
      while ((values[j] as number) > pivot) j--;
      if (i <= j) {
        const swapped = values[i] as number;
        values[i] = values[j] as number;
        values[j] = swapped;
        i++;
        j--;
      }
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else break;
  }
  return values[k] as number;
}

function middleOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
