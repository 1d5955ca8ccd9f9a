import { SingleBar } from 'cli-progress';

/** Writes a value as JSON for machines: to standard output, ending with a line break. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Writes lines for people to standard output. */
export function printLines(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Says something about the work itself, apart from its result. */
export function note(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

export interface Progress {
  /** @param share how far it is, 0 to 1 */
  update(share: number, step: string): void;
  stop(): void;
}

/** A progress bar on a terminal; nothing where nobody watches. */
export function progressBar(): Progress {
  if (!process.stderr.isTTY) return { update: () => {}, stop: () => {} };
  const bar = new SingleBar({
    format: '{bar} {percentage} %  {step}',
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
    barsize: 30,
  });
  bar.start(1000, 0, { step: '' });
  return { update: (share, step) => bar.update(Math.round(share * 1000), { step }), stop: () => bar.stop() };
}
