import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { memoStory, textsOf, WISH } from '../../../test/core/memo.ts';
import { named, requirement, stateAfter, type Told, told } from '../../../test/core/story.ts';
import { memoOf } from '../../core/memo/memo.ts';
import type { Memo } from '../../core/memo/model.ts';
import { MISSING } from './font.ts';
import { memoPdf } from './pdf.ts';

const memoFor = (...story: Told[]): Memo => memoOf(stateAfter(...story), WISH) as Memo;

/** As many requirements as fill pages. */
const many = Array.from({ length: 70 }, (_, at) =>
  requirement(`many-${at}`, `Requirement number ${at} ${'is said at some length '.repeat(at % 5)}`, {
    priority: 'could',
  }),
);

async function read(memo: Memo): Promise<{ pdf: PDFDocumentProxy; bytes: Buffer; pages: string[][] }> {
  const bytes = await memoPdf(memo);
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[][] = [];
  for (let at = 1; at <= pdf.numPages; at++) {
    const { items } = await (await pdf.getPage(at)).getTextContent();
    pages.push(items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : [])));
  }
  return { pdf, bytes, pages };
}

/** Letters alone: where lines break is the page's own. */
const bare = (text: string): string => text.replaceAll(/\s+/g, '');

describe('a memo as a PDF', () => {
  it('says what the memo says, all of it and in no other words', async () => {
    const all = memoFor(...memoStory);
    // So little that no table breaks: its head would be said twice.
    const memo = { ...all, sections: all.sections.filter(({ section }) => section !== 'risks' && section !== 'plan') };
    const { pages } = await read(memo);
    const whole = bare(pages.flat().join(''));
    const said = textsOf(memo).map(bare);
    // Cells stand side by side, so that lines of neighbours come between theirs: words are looked for, and then letters counted.
    for (const word of textsOf(memo).flatMap((text) => text.split(/\s+/))) expect(whole).toContain(word);
    const letters = (text: string): string => [...text].sort().join('');
    const foot = pages.map((_, at) => bare(`${memo.title} · page ${at + 1} of ${pages.length}`)).join('');
    const bullets = '•'.repeat(
      memo.sections
        .flatMap(({ blocks }) => blocks)
        .reduce((n, block) => n + (block.kind === 'list' ? block.items.length : 0), 0),
    );
    const { columns } = memo.sections.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'table') ?? {
      columns: [],
    };
    expect(columns.length).toBeGreaterThan(0);
    expect(letters(whole)).toBe(letters(said.join('') + foot + bullets));
  });

  it('has its title, its language and its structure, and the same memo is the same file', async () => {
    const memo = memoFor(...memoStory);
    const { pdf, bytes } = await read(memo);
    expect((await pdf.getMetadata()).info).toMatchObject({ Title: memo.title, Language: 'en' });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
    for (const role of ['H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD']) expect(tree).toContain(`"role":"${role}"`);
    expect((await memoPdf(memo)).equals(bytes)).toBe(true);
  });

  it('says the columns of a table again where it goes on, and leaves no heading alone at the foot of a page', async () => {
    const memo = memoFor(...memoStory, ...many);
    const { pages } = await read(memo);
    expect(pages.length).toBeGreaterThan(3);
    const going_on = pages.filter((lines) => lines.some((line) => line.startsWith('Requirement number')));
    expect(going_on.length).toBeGreaterThan(2);
    for (const lines of going_on) expect(lines).toContain('How it is checked');
    const titles = memo.sections.map(({ title }) => title);
    for (const lines of pages) {
      const [last, foot] = lines.slice(-2);
      expect(foot).toMatch(/page \d+ of \d+$/);
      expect(titles).not.toContain(last);
    }
  });

  it.each(Array.from({ length: 12 }, (_, at) => 38 + at))('breaks pages well after %i rows', async (rows) => {
    const memo = memoFor(...memoStory, ...many.slice(0, rows));
    const titles = memo.sections.flatMap(({ title, blocks }) => [
      title,
      ...blocks.flatMap((block) => (block.kind === 'table' ? [block.title] : [])),
    ]);
    for (const lines of (await read(memo)).pages) expect(titles).not.toContain(lines.at(-2));
  });

  it('shows a box for a letter that its font has not, says so, and keeps accents', async () => {
    const memo = memoFor(
      ...memoStory,
      named('zoe', 'user'),
      told('stakeholder.named', { person_id: 'zoe', name: 'Zoë Łukaszczyk Ñandú Žižek', roles: ['user'] }),
      requirement('r9', 'Läuft auf 日本 🤖', { priority: 'must' }),
    );
    const whole = (await read(memo)).pages.flat().join(' ');
    for (const word of ['Zoë', 'Łukaszczyk', 'Ñandú', 'Žižek', 'Läuft']) expect(whole).toContain(word);
    expect(whole).toContain(`${MISSING}${MISSING} ${MISSING}`);
    expect(whole).toContain(`${MISSING} stands for a letter that the font of this file has not.`);
  });

  it('goes on with what is longer than a page, and breaks a word that is longer than a line', async () => {
    const memo = memoFor(
      ...memoStory,
      requirement('r9', `${'word '.repeat(3_000)}${'x'.repeat(900)}end`, { priority: 'must' }),
    );
    const whole = bare((await read(memo)).pages.flat().join(''));
    expect(whole.match(/word/g)?.length).toBeGreaterThan(2_990);
    expect(whole.match(/x/g)?.length).toBeGreaterThan(899);
  });
});
