import { readings } from '../../catalogue/readings.ts';
import { sheetTexts } from '../../catalogue/tradeoff-words.ts';
import type { Claim } from '../claim.ts';
import { claimText, isLiveClaim } from '../contradiction.ts';
import type { PurchaseState } from '../state.ts';
import { optionOf } from './audit.ts';
import { plainWords } from './compare.ts';

/** One line of a competition sheet: an attribute, and what is said of each option, always with where it is said. */
export interface SheetRow {
  attribute: string;
  cells: { option_id: string; claims: Claim[] }[];
}

export interface Sheet {
  options: { option_id: string; name: string }[];
  rows: SheetRow[];
  /** Claims that say nothing of where they come from: they are counted, and left out. */
  left_out: number;
}

/** Where a claim comes from, for people; null where it does not say. */
export function sourceText({ source, document, url, line, said_by, channel }: Claim): string | null {
  const parts = [source, document, said_by, url].filter((part): part is string => part != null && part !== '');
  if (parts.length === 0) return channel == null || channel === 'other' ? null : readings.channel(channel);
  return `${[...new Set(parts)].join(', ')}${line == null ? '' : sheetTexts.line(line)}`;
}

/** The options side by side, from the claims that count and say where they come from. */
export function sheetOf(state: PurchaseState): Sheet {
  const live = Object.values(state.basis.claims).filter((claim) => isLiveClaim(claim) && claim.aside !== true);
  const sourced = live.filter((claim) => sourceText(claim) !== null && optionOf(state, claim) !== null);
  const options = Object.values(state.basis.options)
    .filter(({ option_id }) => sourced.some((claim) => optionOf(state, claim) === option_id))
    .map(({ option_id, name }) => ({ option_id, name }));
  const attributes = new Map<string, string>();
  for (const { attribute } of sourced)
    if (!attributes.has(plainWords(attribute))) attributes.set(plainWords(attribute), attribute);
  const rows = [...attributes].map(
    ([key, attribute]): SheetRow => ({
      attribute,
      cells: options.map(({ option_id }) => ({
        option_id,
        claims: sourced.filter((claim) => plainWords(claim.attribute) === key && optionOf(state, claim) === option_id),
      })),
    }),
  );
  return { options, rows, left_out: live.length - sourced.length };
}

/** A sheet as Markdown, with its sources numbered below. */
export function sheetMarkdown(state: PurchaseState, sheet: Sheet): string {
  const sources: string[] = [];
  const cite = (claim: Claim): string => {
    const source = [sourceText(claim), claim.quote == null || claim.quote === '' ? null : `“${claim.quote}”`]
      .filter(Boolean)
      .join(': ');
    if (!sources.includes(source)) sources.push(source);
    return `${claimText(claim)} [${sources.indexOf(source) + 1}]`;
  };
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim();
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  const lines = [
    `# ${sheetTexts.title(cell(state.name ?? sheetTexts.purchase))}`,
    '',
    line(['', ...sheet.options.map(({ name }) => name)]),
    line(['---', ...sheet.options.map(() => '---')]),
    ...sheet.rows.map(({ attribute, cells }) =>
      line([
        attribute,
        ...cells.map(({ claims }) => (claims.length === 0 ? sheetTexts.nothing : claims.map(cite).join('; '))),
      ]),
    ),
    '',
    ...(sheet.left_out === 0 ? [] : [sheetTexts.left_out(sheet.left_out), '']),
    `## ${sheetTexts.sources}`,
    '',
    ...sources.map((source, at) => `${at + 1}. ${cell(source)}`),
    '',
  ];
  return lines.join('\n');
}
