/** What could open something: keys, tokens, digests. */
const TOKENS = /coa_[\w-]+|[\w-]{40,}/g;
/** Values that a message quotes: the database tells what it could not read. */
const QUOTED = /"[^"]*"|'[^']*'|=\([^)]*\)/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: line ends and terminal codes are what must not get through
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

const LONGEST = 300;
const FRAMES = 6;

/**
 * A failure that nobody foresaw, as one line for whoever runs the machine: when (UTC), what was asked for (an operation,
 * never its address), what failed and where in the program. Values that a message quotes, and whatever may open
 * something, are left out, because lines are kept and forwarded by others.
 */
export function failureLine(at: Date, what: string, error: unknown): string {
  const { name, message, code, stack } = partsOf(error);
  const said = message.slice(0, LONGEST).replaceAll(TOKENS, '…').replaceAll(QUOTED, '…');
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const where = frames.slice(0, FRAMES).map((frame) => frame.trim());
  const line = [at.toISOString(), `${what}:`, code === '' ? name : `${name} ${code}`, said, ...where].join(' ');
  return line.replaceAll(CONTROLS, ' ');
}

function partsOf(error: unknown): { name: string; message: string; code: string; stack: string } {
  if (!(error instanceof Error)) return { name: 'failure', message: String(error), code: '', stack: '' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return { name: error.name, message: error.message, code, stack: error.stack ?? '' };
}
