/** The presets' jobs by their short names, where there is little room; any other job by its own. */
const SHORT: Record<string, string> = {
  'problem identification': 'Problem',
  'solution exploration': 'Exploration',
  'requirements building': 'Requirements',
  'supplier selection': 'Selection',
  'consensus creation': 'Consensus',
  'order & install': 'Install',
};

const LONGEST = 15;

/** A job's name where there is room for one word or two; the full name belongs into a title. */
export function shortJob(name: string): string {
  const short = SHORT[name.toLowerCase()];
  if (short !== undefined) return short;
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1).trimEnd()}…`;
}
