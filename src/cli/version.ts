import { readFileSync } from 'node:fs';

/** The version of this program, from the package it stands in. */
export const version = readVersion();

/** package.json is one folder up from dist/, two from src/cli/. */
function readVersion(): string {
  for (const up of ['../package.json', '../../package.json']) {
    try {
      const found = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8')) as {
        name?: string;
        version?: string;
      };
      if (found.name === 'coassent' && found.version !== undefined) return found.version;
    } catch {
      // not there: look further up
    }
  }
  return 'unknown';
}
