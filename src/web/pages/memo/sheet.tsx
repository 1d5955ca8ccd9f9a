import type { ReactNode } from 'react';
import type { OutputOf } from '../../../contract/operations.ts';

type Memo = OutputOf<'memos.get'>;
type Block = Memo['sections'][number]['blocks'][number];

/** The memo as it will be on paper; on a screen, its tables scroll by themselves. */
export function MemoSheet({ memo }: { memo: Memo }): ReactNode {
  return (
    <article className="card memo" aria-labelledby="memo">
      <h1 id="memo" className="wrap-anywhere">
        <bdi>{memo.title}</bdi>
      </h1>
      <p className="text-xs text-dim mt-1 pb-3 border-b border-line wrap-anywhere">
        <bdi>{memo.subtitle}</bdi>
      </p>
      {memo.sections.map(({ section, title, blocks }) => (
        <section key={section} aria-labelledby={`memo-${section}`} className="mt-6">
          <h2 id={`memo-${section}`} className="!text-lg !text-ink">
            {title}
          </h2>
          {blocks.map((block, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a memo is drawn whole, its blocks have no names
            <MemoBlock key={at} block={block} />
          ))}
        </section>
      ))}
    </article>
  );
}

function MemoBlock({ block }: { block: Block }): ReactNode {
  switch (block.kind) {
    case 'text':
      return (
        <p className="mt-2 leading-relaxed wrap-anywhere max-w-prose" dir="auto">
          {block.text}
        </p>
      );
    case 'list':
      return (
        <ul className="mt-2 list-disc pl-5 space-y-1 leading-relaxed max-w-prose">
          {block.items.map((item) => (
            <li key={item} className="wrap-anywhere">
              <bdi>{item}</bdi>
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <MemoTable table={block} />;
  }
}

function MemoTable({ table }: { table: Extract<Block, { kind: 'table' }> }): ReactNode {
  const side = (at: number): string =>
    table.columns[at]?.align === 'right' ? 'text-right tabular-nums pr-6' : 'text-left pr-3';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <section className="mt-3 overflow-x-auto" aria-label={table.title} tabIndex={0}>
      <table className="w-full text-sm border-collapse">
        <caption className="text-left font-[560] pb-1">{table.title}</caption>
        <thead>
          <tr className="border-b border-line">
            {table.columns.map(({ title }, at) => (
              <th
                key={title}
                scope="col"
                className={`text-xs text-dim font-[560] py-1.5 last:pr-0 align-bottom ${side(at)}`}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a memo is drawn whole, its rows have no names
            <tr key={row} className="border-b border-line">
              {cells.map((cell, at) => (
                <td key={table.columns[at]?.title} className={`py-1.5 last:pr-0 align-top min-w-20 ${side(at)}`}>
                  <bdi>{cell}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
