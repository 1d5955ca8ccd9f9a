import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useRef, useState } from 'react';
import { localeNow } from '../../../catalogue/language.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import type { TradeoffTable } from '../../../core/tradeoff/table.ts';
import { useCall, usePlace } from '../../workspace.ts';
import { atDate, useOpened } from '../purchase/write.ts';
import type { ToWeigh, WeighedHere } from './weigh.worker.ts';

export type TradeoffPage = OutputOf<'tradeoffs.get'>;
export type Requirement = TradeoffPage['requirements'][number];
export type Option = TradeoffPage['options'][number];
export type Score = TradeoffPage['scores'][number];
export type OptionResult = TradeoffPage['result']['options'][number];

/** Requirements, options, scores and weights of a purchase, and what follows, as the one who acts may know them. */
export function useTradeoffQuery(purchase_id: string) {
  const { workspace_id, as } = usePlace();
  const { page } = useOpened();
  const call = useCall();
  return useQuery({
    queryKey: ['tradeoff', workspace_id, purchase_id, as, page.as_of],
    queryFn: ({ signal }) =>
      call('tradeoffs.get', { params: { workspace_id, purchase_id }, query: atDate(page) }, { signal }),
  });
}

/** Scores that are typed and not saved yet, by `scoreKey`. */
export type Typed = Readonly<Record<string, number>>;

export interface Shown {
  page: TradeoffPage;
  /** What follows from the page, or from what is being typed. */
  result: TradeoffPage['result'];
  words: TradeoffPage['words'];
  previews: boolean;
  type: (key: string, score: number | null) => void;
}

export const ShownContext = createContext<Shown | null>(null);

/** The trade-off that is open; only below its page. */
export function useShown(): Shown {
  const shown = useContext(ShownContext);
  if (shown === null) throw new Error('A part of the options page was drawn without its page.');
  return shown;
}

/** Whether scores can only be read: as of an earlier date, and by the supplier once a buyer has come in. */
export function useScoringLocked(): boolean {
  const { page, locked } = useOpened();
  return locked !== null || (page.view === 'seller' && page.buyers_govern);
}

export const scoreKey = (option_id: string, requirement_id: string): string =>
  JSON.stringify([option_id, requirement_id]);

/** The table that a page was computed from, with what is typed in place of what is saved. */
export function tableOfPage(page: TradeoffPage, typed: Typed = {}): TradeoffTable {
  const saved = page.scores.filter(({ option_id, requirement_id }) => !(scoreKey(option_id, requirement_id) in typed));
  const fresh = Object.entries(typed).map(([key, point]) => {
    const [option_id = '', requirement_id = ''] = JSON.parse(key) as string[];
    return { option_id, requirement_id, low: point, point, high: point };
  });
  return {
    requirements: page.requirements.map(({ requirement_id, text, priority, met_from }) => ({
      requirement_id,
      text,
      priority,
      met_from,
    })),
    options: page.options.map(({ option_id, name, kind, cost }) => ({ option_id, name, kind, cost })),
    scores: [
      ...saved.map(({ option_id, requirement_id, low, point, high }) => ({
        option_id,
        requirement_id,
        low,
        point,
        high,
      })),
      ...fresh,
    ],
    weighings: page.weighings.map(({ person_id, name, method, answers }) => ({ person_id, name, method, answers })),
  };
}

/** What follows from a table, from a worker so that typing never waits; null while nothing is known or asked. */
export function useWeighed(table: TradeoffTable | null): WeighedHere | null {
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  const [answer, setAnswer] = useState<WeighedHere | null>(null);
  useEffect(() => () => worker.current?.terminate(), []);
  useEffect(() => {
    asked.current++;
    if (table === null) {
      setAnswer(null);
      return;
    }
    if (worker.current === null) {
      worker.current = new Worker(new URL('./weigh.worker.ts', import.meta.url), { type: 'module' });
      worker.current.onmessage = ({ data }: MessageEvent<WeighedHere>) => {
        // An answer to what was typed before is of no use any more.
        if (data.asked === asked.current) setAnswer(data);
      };
    }
    worker.current.postMessage({ asked: asked.current, table, locale: localeNow() } satisfies ToWeigh);
  }, [table]);
  return answer;
}
