import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

// The analysis in JavaScript: nothing of another machine's kind has to be there.
process.env.RECHECK_BACKEND = 'pure';
const { checkSync } = await import('recheck');

const root = path.resolve(import.meta.dirname, '..');

/** Every regular expression of the program, with where it stands. */
function patterns(): { where: string; source: string; flags: string }[] {
  const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .flatMap((file) => {
      const tree = ts.createSourceFile(
        file,
        readFileSync(path.join(root, 'src', file), 'utf8'),
        ts.ScriptTarget.Latest,
      );
      const found: { where: string; source: string; flags: string }[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isRegularExpressionLiteral(node)) {
          const end = node.text.lastIndexOf('/');
          found.push({
            where: `${file}: ${node.text}`,
            source: node.text.slice(1, end),
            flags: node.text.slice(end + 1),
          });
        }
        ts.forEachChild(node, visit);
      };
      visit(tree);
      return found;
    });
}

/** How long a pattern may run: in the square of a text's length at most. What cannot be told in time is no finding. */
function runsAway({ source, flags }: { source: string; flags: string }): string | null {
  const found = checkSync(source, flags, { timeout: 500 });
  if (found.status !== 'vulnerable') return null;
  const { complexity } = found;
  return complexity.type === 'polynomial' && complexity.degree <= 2 ? null : complexity.type;
}

it('no regular expression of the program can be made to run for ever', () => {
  const all = patterns();
  expect(all.length).toBeGreaterThan(80);
  const away = all.map((one) => [one.where, runsAway(one)]).filter(([, kind]) => kind !== null);
  expect(away).toEqual([]);
}, 300_000);

it('one that can is found', () => {
  expect(runsAway({ source: '^(a+)+$', flags: '' })).toBe('exponential');
});
