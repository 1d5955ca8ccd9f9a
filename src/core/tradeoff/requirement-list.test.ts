import { describe, expect, it } from 'vitest';
import { MOST_LISTED, priorityOfWord, readList } from './requirement-list.ts';
import { requirementTemplates } from './templates.ts';

const texts = (rows: string[][], known: string[] = []) =>
  readList(rows, known).requirements.map(({ text, priority }) => `${priority}: ${text}`);

describe('a list of requirements', () => {
  it('is read from pasted lines, without their bullets and with the priority they begin or end with', () => {
    expect(
      texts([
        ['- Runs offline'],
        ['2. Must: Data stays in the EU'],
        ['• Single sign-on (must)'],
        ['[ ] Dark mode [nice to have]'],
        [''],
        ['3 sites at once'],
      ]),
    ).toEqual([
      'should: Runs offline',
      'must: Data stays in the EU',
      'must: Single sign-on',
      'could: Dark mode',
      'should: 3 sites at once',
    ]);
  });

  it('takes its columns from their names, in any order', () => {
    const list = readList([
      ['#', 'MoSCoW', 'Requirement', 'Rationale', 'Acceptance test', 'Owner'],
      ['1', 'M', 'Runs offline', 'Cellar', 'Unplug it', 'Ann'],
      ['2', 'Could have', 'Dark mode', '', '', ''],
    ]);
    expect(list.columns).toEqual(['ignore', 'priority', 'text', 'why', 'check', 'ignore']);
    expect(list.has_header).toBe(true);
    expect(list.requirements).toEqual([
      { text: 'Runs offline', priority: 'must', why: 'Cellar', check: 'Unplug it', known: false },
      { text: 'Dark mode', priority: 'could', why: '', check: '', known: false },
    ]);
  });

  it('takes its columns from what stands in them where they have no names', () => {
    const list = readList([
      ['high', 'Runs offline for a whole shift'],
      ['low', 'Dark mode for those at night'],
    ]);
    expect([list.has_header, list.columns]).toEqual([false, ['priority', 'text']]);
    expect(list.requirements.map(({ priority }) => priority)).toEqual(['must', 'could']);
  });

  it('does as it is told where someone says what the columns are', () => {
    const rows = [
      ['Runs offline for a whole shift', 'Ann'],
      ['Dark mode for those at night', 'Ben'],
    ];
    const list = readList(rows, [], ['why', 'text']);
    expect(list.requirements.map(({ text, why }) => [text, why])).toEqual([
      ['Ann', 'Runs offline for a whole shift'],
      ['Ben', 'Dark mode for those at night'],
    ]);
  });

  it('marks what is there already, in the list or in the purchase', () => {
    const list = readList([['Runs offline'], ['runs  offline.'], ['New']], ['new']);
    expect(list.requirements.map(({ known }) => known)).toEqual([false, true, true]);
  });

  it('says how many rows it left out', () => {
    const many = Array.from({ length: MOST_LISTED + 3 }, (_, at) => [`Requirement ${at}`]);
    expect(readList(many)).toMatchObject({ beyond: 3 });
    expect(
      readList([
        ['Requirement', 'Priority'],
        ['', 'must'],
        ['It turns', 'must'],
      ]),
    ).toMatchObject({ left_out: 1 });
    expect(readList([])).toEqual({ columns: [], has_header: false, requirements: [], left_out: 0, beyond: 0 });
  });

  it.each([
    ['Must', 'must'],
    ['nice-to-have', 'could'],
    ['2', 'should'],
    ['mustard', null],
  ])('“%s” means %s', (word, priority) => {
    expect(priorityOfWord(word)).toBe(priority);
  });
});

describe('the templates', () => {
  it('are lists that say why and how it is checked, each with must-haves and fewer than ten lines', () => {
    expect(new Set(requirementTemplates().map(({ template_id }) => template_id)).size).toBeGreaterThanOrEqual(6);
    for (const { requirements } of requirementTemplates()) {
      expect(requirements.length).toBeLessThanOrEqual(10);
      expect(requirements.filter(({ priority }) => priority === 'must').length).toBeGreaterThan(1);
      for (const one of requirements) expect(Math.min(one.why.length, one.check.length)).toBeGreaterThan(5);
    }
  });
});
