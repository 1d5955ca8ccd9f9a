import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codes, readAll, textPieces } from '../../../test/fixtures/read/pieces.ts';
import { BrokenOff } from './broken.ts';
import { readXes } from './xes.ts';

const read = (text: string, length?: number) => readAll(readXes(textPieces(text, length), () => 0));

const attribute = (key: string, value: string) => `<string key="${key}" value="${value}"/>`;
const trace = (name: string, ...events: string[]) =>
  `<trace>\n${attribute('concept:name', name)}\n${events
    .map((event) => `<event>\n${attribute('concept:name', event)}\n<int key="cost" value="5" />\n</event>\n`)
    .join('')}</trace>\n`;
const log = (content: string) => `<?xml version="1.0"?>\n<log xes.version="1.0">\n${content}</log>\n`;

describe('readXes', () => {
  it('gives events as rows with the attributes of their trace', async () => {
    const { rows, columns, refused } = await read(log(trace('A', 'x', 'y') + trace('B', 'z')));
    expect(columns).toEqual(['case:concept:name', 'concept:name', 'cost']);
    expect(rows).toEqual([
      { line: 5, cells: ['A', 'x', '5'] },
      { line: 9, cells: ['A', 'y', '5'] },
      { line: 16, cells: ['B', 'z', '5'] },
    ]);
    expect(refused).toEqual([]);
  });

  it('skips globals and the attributes of the log, and names nested attributes by path', async () => {
    const content = `<global scope="event">${attribute('concept:name', 'UNKNOWN')}</global>
      <classifier name="c" keys="concept:name"/>
      <float key="meta" value="1"><float key="inner" value="2"/></float>
      <trace>${attribute('concept:name', 'A')}<event>
        <string key="concept:name" value="x"><string key="lang" value="en"/></string>
        <list key="parts"><values>${attribute('part', 'p')}</values></list>
      </event></trace>`;
    const { rows, columns } = await read(log(content));
    expect(columns).toEqual(['case:concept:name', 'concept:name', 'concept:name/lang', 'parts/part']);
    expect(rows.map((row) => row.cells)).toEqual([['A', 'x', 'en', 'p']]);
  });

  it('reads the same with and without the parser, wherever the pieces are cut', async () => {
    const value = fc.string({
      unit: fc.constantFrom('a', ' ', '>', "'", 'é', '&amp;', '&#65;', '\t', '\n'),
      maxLength: 4,
    });
    const events = fc.array(fc.tuple(value, fc.boolean()), { maxLength: 4 });
    const after = fc.constantFrom('\n', '', '<!-- </trace> -->\n');
    const traces = fc.array(fc.tuple(value, events, after), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(traces, fc.integer({ min: 1, max: 300 }), async (list, length) => {
        const write = (open: string) =>
          log(
            list
              .map(([name, inner, end]) => {
                const lines = inner.map(([event, nested]) => {
                  const name = nested
                    ? `<string key="concept:name" value="${event}">${attribute('k', 'v')}</string>`
                    : attribute('concept:name', event);
                  return `<event>\n${name}${attribute('c', event)}</event>`;
                });
                return `${open}\n${attribute('concept:name', name)}${lines.join('\n')}</trace>${end}`;
              })
              .join(''),
          );
        // A blank inside the tag is enough for a trace not to be plain.
        const parsed = await read(write('<trace >'));
        expect(await read(write('<trace>'), length)).toEqual(parsed);
        expect(parsed.rows).toHaveLength(list.flatMap(([, inner]) => inner).length);
      }),
    );
  });

  it('gives every whole event before a cut, and says that the file was cut', async () => {
    const whole = log(trace('A', 'x', 'y') + trace('B', 'z', 'w') + trace('C', 'v'));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 30, max: whole.length - 8 }), async (length) => {
        const text = whole.slice(0, length);
        const { rows, refused } = await read(text, 97);
        expect(rows).toHaveLength(text.split('</event>').length - 1);
        expect(refused[0]).toMatchObject({ code: 'xes.cut_off' });
      }),
    );
    const { rows, refused } = await read(whole.slice(0, whole.indexOf('"w"')));
    expect(rows.map((row) => row.cells)).toEqual([
      ['A', 'x', '5'],
      ['A', 'y', '5'],
      ['B', 'z', '5'],
    ]);
    expect(codes(refused)).toEqual([[21, 'xes.cut_off']]);
  });

  it('says why when the file itself broke off', async () => {
    async function* broken() {
      yield { text: log(trace('A', 'x') + trace('B', 'y')).slice(0, -30), damaged: false };
      throw new BrokenOff('gzip.cut_off', 'The compressed file ends too early.');
    }
    const { rows, refused } = await readAll(readXes(broken(), () => 0));
    expect(rows.length).toBeGreaterThan(0);
    expect(codes(refused)).toEqual([[expect.any(Number), 'gzip.cut_off']]);
  });

  it('refuses an event with broken XML and reads on', async () => {
    const bad = trace('B', 'y').replace('value="y"', 'value="y & z"');
    const { rows, refused } = await read(log(trace('A', 'x') + bad + trace('C', 'z')));
    expect(rows.map((row) => row.cells[0])).toEqual(['A', 'C']);
    expect(codes(refused)).toEqual([[13, 'xes.broken_xml']]);
  });

  it('gives attributes to events before them in the same trace', async () => {
    const { rows } = await read(log(`<trace><event>${attribute('a', '1')}</event>${attribute('b', '2')}</trace>`));
    expect(rows.map((row) => row.cells)).toEqual([['1', '2']]);
  });

  it('lets the rows of an endless trace go and refuses what comes too late for them', async () => {
    const events = '<event><id key="a" value="1"/></event>\n'.repeat(40_000);
    const text = log(`<trace>${attribute('concept:name', 'A')}${events}${attribute('late', 'x')}</trace>`);
    const { rows, refused } = await read(text);
    expect(rows).toHaveLength(40_000);
    expect(rows.every((row) => row.cells[0] === 'A')).toBe(true);
    expect(codes(refused)).toEqual([[40_003, 'xes.late_trace_attribute']]);
  });

  it('leaves out attributes beyond the limit and says so once', async () => {
    const many = Array.from({ length: 1500 }, (_, i) => attribute(`key ${i}`, 'v')).join('');
    const { columns, refused } = await read(log(`<trace><event>${many}</event></trace>`));
    expect(columns).toHaveLength(1000);
    expect(codes(refused)).toEqual([[3, 'xes.too_many_attributes']]);
  });

  it('says so when there is no event', async () => {
    expect(codes((await read(log('<trace></trace>'))).refused)).toEqual([[4, 'xes.no_events']]);
  });
});
