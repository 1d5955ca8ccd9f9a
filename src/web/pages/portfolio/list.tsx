import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { words } from '../../../catalogue/portfolio.ts';
import type { Row } from '../../types.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { isTyping } from './filters.tsx';
import { PurchaseRow, ROW_GRID, ROW_LOOK } from './row.tsx';

const ROW_PX = 61;
const CARD_PX = 150;
/** Rows below the screen that are fetched before anyone sees them missing. */
const AHEAD = 60;

interface ListProps {
  rows: readonly Row[];
  total: number;
  counted_to: string;
  stale: boolean;
  /** Fetches the next page; null while it comes or there is none. */
  more: (() => void) | null;
  done: boolean;
}

/** The rows that are on screen and a few around them, however many there are. */
export function PurchaseList({ rows, total, counted_to, stale, more, done }: ListProps): ReactNode {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  const narrow = useNarrow();
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => (narrow ? CARD_PX : ROW_PX),
    overscan: 8,
    scrollMargin: top,
    getItemKey: (index) => rows[index]?.purchase_id ?? index,
  });
  useLayoutEffect(() => {
    if (body.current !== null) setTop(body.current.getBoundingClientRect().top + scrollY);
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more !== null && last >= rows.length - AHEAD) more();
  }, [last, rows.length, more]);
  const at = useRowKeys(rows.length, (index) => {
    virtual.scrollToIndex(index, { align: 'auto' });
    // The row may only be drawn after the scroll.
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`)?.focus());
  });
  return (
    <>
      <table aria-label={words.title} aria-rowcount={total + 1} className={`block ${stale ? 'opacity-60' : ''}`}>
        <Head />
        <tbody ref={body} className="block relative" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <tr
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                aria-rowindex={item.index + 2}
                className={`${ROW_GRID} ${ROW_LOOK}`}
                style={{ transform: `translateY(${item.start - top}px)` }}
                onFocus={() => at(item.index)}
              >
                <PurchaseRow row={row} counted_to={counted_to} />
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="text-xs text-dim py-4 flex items-center gap-1.5">
        {done ? words.end : words.loading_more}
        <span className="max-md:hidden ml-auto">
          <Kbd>j</Kbd> <Kbd>k</Kbd> {words.keys}
        </span>
      </p>
    </>
  );
}

const HEADS = ['name', 'rings', 'why', 'last_buyer', 'stage', 'amount', 'age'] as const;

const Head = (): ReactNode => (
  <thead className="block sticky top-12 z-20 bg-bg max-md:sr-only">
    <tr aria-rowindex={1} className={`${ROW_GRID} border-b border-line text-xs text-dim py-1.5`}>
      {HEADS.map((name) => (
        <th
          key={name}
          scope="col"
          className={`font-[450] ${name === 'amount' || name === 'age' ? 'text-right max-lg:hidden' : 'text-left'}`}
        >
          {words.columns[name]}
        </th>
      ))}
    </tr>
  </thead>
);

/** `j` and `k` go down and up; Enter on the focused row opens it, as on any link. */
function useRowKeys(count: number, focus: (index: number) => void): (index: number) => void {
  const current = useRef(-1);
  const latest = useRef(focus);
  latest.current = focus;
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      const step = { j: 1, k: -1 }[event.key];
      if (step === undefined || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      current.current = Math.max(0, Math.min(count - 1, current.current + step));
      latest.current(current.current);
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, [count]);
  return (index) => {
    current.current = index;
  };
}

function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia('(max-width: 767px)').matches);
  useEffect(() => {
    const media = matchMedia('(max-width: 767px)');
    const change = (): void => setNarrow(media.matches);
    media.addEventListener('change', change);
    return () => media.removeEventListener('change', change);
  }, []);
  return narrow;
}
