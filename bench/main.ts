import type { FigureLine } from './figure.ts';

/**
 * `npm run bench [NAME...] [-- --json]`: measures, and prints a line for each figure: the ratio, and what it must reach.
 * Every ratio is against a reference in the same run on the same machine. Exit code 1 when a figure misses its mark.
 */
const BENCHES: Record<string, () => Promise<{ run: () => Promise<FigureLine[]> }>> = {
  journey: () => import('./journey.ts'),
  import: () => import('./import.ts'),
  assent: () => import('./assent.ts'),
  portfolio: () => import('./portfolio.ts'),
  live: () => import('./live.ts'),
  web: () => import('./web.ts'),
  value: () => import('./value.ts'),
  tradeoff: () => import('./tradeoff.ts'),
};

const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const json = process.argv.includes('--json');
const unknown = named.find((name) => !(name in BENCHES));
if (unknown !== undefined) {
  process.stderr.write(`There is no bench "${unknown}". There are: ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exit(2);
}

let missed = 0;
for (const [name, load] of Object.entries(BENCHES)) {
  if (named.length > 0 && !named.includes(name)) continue;
  const { run } = await load();
  for (const line of await run()) {
    const reached = line.better === 'higher' ? line.ratio >= line.must : line.ratio <= line.must;
    if (!reached) missed++;
    process.stdout.write(json ? `${JSON.stringify(line)}\n` : `${lineText(line, reached)}\n`);
  }
}
process.exitCode = missed > 0 ? 1 : 0;

function lineText(line: FigureLine, reached: boolean): string {
  const mark = line.better === 'higher' ? '≥' : '≤';
  return `${reached ? 'reached' : 'MISSED '}  ${line.figure.padEnd(36)} ${line.ratio.toPrecision(3).padStart(8)}  (${mark} ${line.must}, ${line.runs} runs)`;
}
