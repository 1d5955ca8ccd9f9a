import { useNavigate } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { formatNumber } from '../../../catalogue/format.ts';
import { outcomeWords } from '../../../catalogue/frame.ts';
import { words } from '../../../catalogue/portfolio.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { type OutcomeFilter, type PortfolioSearch, SORTS, type Sort } from '../../searches.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Kbd } from '../../ui/kbd.tsx';

type Counts = OutputOf<'purchases.count'>;

const TYPING_MS = 250;

/** Changes what the address asks for; what becomes undefined leaves the address. */
function useSearchChange(): (change: { [K in keyof PortfolioSearch]?: PortfolioSearch[K] | undefined }) => void {
  const navigate = useNavigate({ from: '/w/$workspace_id/purchases' });
  return (change) =>
    void navigate({ search: (before) => ({ ...before, ...change }) as never, replace: true, resetScroll: false });
}

/** Everything that narrows the list; all of it in the address. */
export function Filters({ search, counts }: { search: PortfolioSearch; counts: Counts | null }): ReactNode {
  const change = useSearchChange();
  const number = (n: number | null | undefined): ReactNode => (n == null ? null : <b>{formatNumber(n)}</b>);
  const outcome = (value: OutcomeFilter | undefined, label: string, n: number | undefined): ReactNode => (
    <button
      key={label}
      type="button"
      className="chip"
      aria-pressed={search.outcome === value}
      onClick={() => change({ outcome: value })}
    >
      {label} {number(n)}
    </button>
  );
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 mb-3">
      <fieldset
        aria-label={words.outcomes}
        className="flex gap-1.5 min-w-0 max-sm:overflow-x-auto max-sm:-mx-4 max-sm:px-4 max-sm:w-[calc(100%+32px)] [scrollbar-width:none]"
      >
        {outcome(undefined, words.all, counts?.total)}
        {(Object.keys(outcomeWords) as OutcomeFilter[]).map((value) =>
          outcome(value, outcomeWords[value], counts?.[value]),
        )}
      </fieldset>
      <fieldset aria-label={words.states} className="flex gap-1.5">
        <button
          type="button"
          className="chip"
          aria-pressed={search.needs_help ?? false}
          onClick={() => change({ needs_help: search.needs_help ? undefined : true })}
        >
          {words.needs_help} {number(counts?.needs_help)}
        </button>
        <button
          type="button"
          className="chip"
          aria-pressed={search.held ?? false}
          onClick={() => change({ held: search.held ? undefined : true })}
        >
          {words.held} {number(counts?.held)}
        </button>
        {search.import_id !== undefined && (
          <button
            type="button"
            className="chip"
            aria-pressed
            aria-label={words.remove(words.from_import)}
            onClick={() => change({ import_id: undefined })}
          >
            {words.from_import} <X size={12} aria-hidden />
          </button>
        )}
      </fieldset>
    </div>
  );
}

/** The search and the order, beside the title. */
export function SearchAndOrder({ search }: { search: PortfolioSearch }): ReactNode {
  const change = useSearchChange();
  return (
    <div className="flex items-center gap-1 max-sm:w-full max-sm:order-last">
      <SearchBox q={search.q ?? ''} onChange={(q) => change({ q: q === '' ? undefined : q })} />
      <label className="flex items-center text-xs text-dim whitespace-nowrap">
        <span className="sr-only">{words.sort}</span>
        <select
          className="pick"
          value={search.sort ?? 'need'}
          onChange={(event) =>
            change({ sort: event.target.value === 'need' ? undefined : (event.target.value as Sort) })
          }
        >
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {words.sorts[sort]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function SearchBox({ q, onChange }: { q: string; onChange: (q: string) => void }): ReactNode {
  const [text, setText] = useState(q);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setText(q), [q]);
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (event.key !== '/' || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, []);
  const type = (value: string): void => {
    setText(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(value.trim()), TYPING_MS);
  };
  return (
    <span className="relative max-sm:grow">
      <input
        ref={input}
        type="search"
        className="field !w-60 max-sm:!w-full"
        placeholder={words.search}
        aria-label={words.search}
        value={text}
        onChange={(event) => type(event.target.value)}
      />
      {text === '' && (
        <span className="absolute right-2 top-1/2 -translate-y-1/2 pointer-events-none max-sm:hidden">
          <Kbd>{words.search_key}</Kbd>
        </span>
      )}
    </span>
  );
}

/** Whether a key belongs to a field rather than to the page. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

export function NothingFits(): ReactNode {
  const change = useSearchChange();
  const clear = { q: undefined, outcome: undefined, needs_help: undefined, held: undefined, import_id: undefined };
  return (
    <Empty title={words.nothing}>
      <p>{words.nothing_about}</p>
      <Button onClick={() => change(clear)}>{words.clear}</Button>
    </Empty>
  );
}
