import type { Memo, MemoBlock } from './model.ts';

/** The memo as Markdown (CommonMark with the tables of GFM). */
export function memoMarkdown({ title, subtitle, sections }: Memo): string {
  const parts = sections.flatMap((section) => [`## ${plain(section.title)}`, ...section.blocks.map(blockText)]);
  return `${[`# ${plain(title)}`, `*${plain(subtitle)}*`, ...parts].join('\n\n')}\n`;
}

function blockText(block: MemoBlock): string {
  switch (block.kind) {
    case 'text':
      return plain(block.text);
    case 'list':
      return block.items.map((item) => `- ${plain(item)}`).join('\n');
    case 'table': {
      const row = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;
      const rule = block.columns.map(({ align }) => (align === 'right' ? '---:' : '---'));
      const head = row(block.columns.map((column) => column.title));
      return [`**${plain(block.title)}**`, '', head, `| ${rule.join(' | ')} |`, ...block.rows.map(row)].join('\n');
    }
  }
}

/** On one line, and without what Markdown would take for a mark of its own. */
const plain = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>#|~&]/g, '\\$&')
    .replace(/^([-+])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');
