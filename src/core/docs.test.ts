import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EVENT_KINDS, isKnown, type LedgerEvent } from './event.ts';
import { fold } from './fold.ts';
import { isRefused, readLine } from './line.ts';
import { purchaseReport } from './report.ts';

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'events', 'README.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map((match) => match[1] ?? '');

function read(text: string, number: number): LedgerEvent {
  const event = readLine(JSON.parse(text), number);
  if (isRefused(event) || !isKnown(event)) throw new Error(`${text}: ${isRefused(event) ? event.message : 'unknown'}`);
  return event;
}

describe('the documentation of events', () => {
  it('is what the code says now', () => {
    const script = join(root, 'scripts', 'write-event-docs.ts');
    const check = () =>
      execFileSync(process.execPath, ['--import', 'tsx', script, '--check'], { cwd: root, stdio: 'pipe' });
    expect(check).not.toThrow();
  }, 30_000);

  it('has an example of every kind, which is read as that kind', () => {
    const kinds = blocks('json').map((text, index) => read(text, index + 1).kind);
    expect(kinds).toEqual(Object.keys(EVENT_KINDS));
  });

  it('shows a whole file that comes to what the page says', () => {
    const lines = (blocks('jsonl')[0] ?? '').trim().split('\n');
    const { jobs, held } = purchaseReport(
      fold(
        'p1',
        lines.map((text, index) => read(text, index + 1)),
        { view: 'buyer' },
      ),
    );
    expect(jobs).toMatchObject([{ state: 'reopened', needed: 2, given: 1, shaken: 1, reopens: 1 }]);
    expect(held.intervals).toMatchObject([
      { from: '2026-03-03T10:00:00.000Z', to: '2026-03-04T10:00:00.000Z', ended: { kind: 'requirement.changed' } },
    ]);
  });
});
