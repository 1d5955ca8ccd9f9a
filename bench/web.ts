import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { FigureLine } from './figure.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What the first page may weigh: JavaScript, gzipped. */
const BUDGET_KB = 160;

/** First load of the web client: the entry's script and all it imports at once, gzipped as they are sent. */
export async function run(): Promise<FigureLine[]> {
  execFileSync(process.execPath, [path.join(root, 'scripts/build.js')], { stdio: 'ignore' });
  const web = path.join(root, 'dist/web');
  const html = readFileSync(path.join(web, 'index.html'), 'utf8');
  const scripts = new Set<string>();
  for (const [, file] of html.matchAll(/<(?:script|link)[^>]+(?:src|href)="\/?([^"]+\.js)"/g)) {
    if (file !== undefined) collect(web, file, scripts);
  }
  const sizes = Object.fromEntries(
    [...scripts].map((file) => [file, gzipSync(readFileSync(path.join(web, file))).length]),
  );
  const bytes = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  const kb = bytes / 1000;
  return [
    {
      figure: 'web.first_load',
      ratio: kb / BUDGET_KB,
      must: 1,
      better: 'lower',
      runs: 1,
      detail: { kb_gzip: kb, files: sizes },
    },
  ];
}

/** A script and the scripts that it imports statically; those loaded when needed are not part of the first load. */
function collect(web: string, file: string, into: Set<string>): void {
  if (into.has(file)) return;
  into.add(file);
  const text = readFileSync(path.join(web, file), 'utf8');
  for (const [, imported] of text.matchAll(
    /(?:^|[;}\s])(?:import|export)\s*(?:[^"'();]*?\bfrom\s*)?["'](\.{1,2}\/[^"']+\.js)["']/g,
  )) {
    if (imported !== undefined) collect(web, path.join(path.dirname(file), imported), into);
  }
}
