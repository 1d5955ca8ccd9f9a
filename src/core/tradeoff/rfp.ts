import { rfpTexts } from '../../catalogue/tradeoff-words.ts';
import type { PurchaseState } from '../state.ts';
import { MET_FROM } from './of-state.ts';

/** What a group asks suppliers: the requirements that it shares, and nothing else. */
export interface Rfp {
  name: string;
  problem: string | null;
  requirements: {
    number: number;
    text: string;
    priority: string;
    why: string;
    check: string;
    version: number;
  }[];
}

const ORDER = { must: 0, should: 1, could: 2 } as const;

/** The request for proposals of a purchase, must-haves first. What stands in the buyer zone never leaves with it. */
export function rfpOf({ name, basis }: PurchaseState): Rfp {
  const shared = Object.values(basis.requirements).filter(({ zone }) => zone === 'shared');
  return {
    name: name ?? rfpTexts.purchase,
    problem: basis.problem?.zone === 'shared' ? basis.problem.statement : null,
    requirements: shared
      .toSorted((a, b) => ORDER[a.priority] - ORDER[b.priority])
      .map(({ text, priority, why, check, version }, at) => ({
        number: at + 1,
        text,
        priority,
        why: why ?? '',
        check: check ?? '',
        version,
      })),
  };
}

/** What a supplier is told of how answers are read. */
export const rfpIntroduction = (): string => rfpTexts.introduction(MET_FROM);

/** The request as Markdown: a heading, and a part for each requirement with room for the answer. */
export function rfpMarkdown({ name, problem, requirements }: Rfp): string {
  const parts = requirements.map(({ number, text, priority, why, check }) =>
    [
      `## ${number}. ${oneLine(text)}`,
      `*${rfpTexts.priority(priority)}*`,
      ...(why === '' ? [] : [rfpTexts.why(oneLine(why))]),
      ...(check === '' ? [] : [rfpTexts.check(oneLine(check))]),
      rfpTexts.your_answer,
    ].join('\n\n'),
  );
  const head = [
    `# ${rfpTexts.title(oneLine(name))}`,
    ...(problem === null ? [] : [oneLine(problem)]),
    rfpIntroduction(),
  ];
  return `${[...head, ...parts].join('\n\n')}\n`;
}

/** On one line, and without what Markdown would take for a mark of its own. */
const oneLine = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_[\]<>#|]/g, '\\$&')
    .trim();
