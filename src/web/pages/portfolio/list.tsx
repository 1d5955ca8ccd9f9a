import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Row } from '../../types.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { isTyping } from './filters.tsx';
import { PurchaseRow, ROW_GRID } from './row.tsx';
import { words } from './words.ts';

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
  const body = useRef<HTMLDivElement>(null);
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
    if (body.current !== null) setTop(body.current.offsetTop);
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
    <div role="table" aria-label={words.title} aria-rowcount={total + 1} className={stale ? 'opacity-60' : ''}>
      <div
        role="row"
        aria-rowindex={1}
        className={`${ROW_GRID} sticky top-12 z-20 bg-bg border-b border-line text-xs text-dim py-1.5 max-md:sr-only`}
      >
        <span role="columnheader">{words.columns.name}</span>
        <span role="columnheader">{words.columns.rings}</span>
        <span role="columnheader">{words.columns.why}</span>
        <span role="columnheader">{words.columns.last_buyer}</span>
        <span role="columnheader">{words.columns.stage}</span>
        <span role="columnheader" className="text-right">
          {words.columns.amount}
        </span>
        <span role="columnheader" className="text-right">
          {words.columns.age}
        </span>
      </div>
      <div ref={body} role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              role="row"
              aria-rowindex={item.index + 2}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start - top}px)` }}
              onFocus={() => at(item.index)}
            >
              <PurchaseRow row={row} counted_to={counted_to} />
            </div>
          );
        })}
      </div>
      <p className="text-xs text-dim py-4 flex items-center gap-1.5">
        {done ? words.end : words.loading_more}
        <span className="max-md:hidden ml-auto">
          <Kbd>j</Kbd> <Kbd>k</Kbd> {words.keys}
        </span>
      </p>
    </div>
  );
}

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
