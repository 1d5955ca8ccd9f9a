import { createContext, type RefObject, useContext } from 'react';
import type { Draft, Live, ValuePage } from './live.ts';

/** The value case that is open, what follows from it, and how one changes it. */
export interface OpenCase {
  page: ValuePage;
  live: Live;
  draft: Draft;
  /** A number while it is typed; null forgets it. */
  setDraft: (assumption_id: string, value: number | null) => void;
  /** Why nothing can be changed, or null. */
  locked: string | null;
  /** The buyer who acts, if one does. */
  self: string | null;
  money: (amount: number) => string;
  /** The page as it was read last, drawn or not: what is written after something else builds on it. */
  latest: () => ValuePage;
  /** What is being written; null when nothing is. */
  writing: RefObject<Promise<boolean> | null>;
  open: (what: Opened) => void;
}

/** What is open above the page. */
export type Opened =
  | { what: 'assumption'; assumption_id: string | null; symbol?: string }
  | { what: 'driver'; driver_id: string | null }
  | { what: 'terms' }
  | { what: 'import' }
  | { what: 'realised' };

export const CaseContext = createContext<OpenCase | null>(null);

/** The open value case; only below its page. */
export function useCase(): OpenCase {
  const open = useContext(CaseContext);
  if (open === null) throw new Error('A part of the value case was drawn without it.');
  return open;
}
