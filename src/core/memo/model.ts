import type { PurchaseState } from '../state.ts';

/** The parts of a memo, in the order in which a board reads them. */
export const MEMO_SECTIONS = [
  'decision',
  'problem',
  'options',
  'requirements',
  'value',
  'open',
  'risks',
  'plan',
  'people',
  'sources',
] as const;
export type MemoSectionId = (typeof MEMO_SECTIONS)[number];

/** How people are shown: by name, as numbers only, or not at all. */
export const PEOPLE_SHOWN = ['names', 'counts', 'none'] as const;
export type PeopleShown = (typeof PEOPLE_SHOWN)[number];

export interface MemoColumn {
  title: string;
  align: 'left' | 'right';
  /** How much of the width it takes, beside the others. */
  share: number;
}

/** A part of a section; every text is plain, what marks it up is the renderers' own. */
export type MemoBlock =
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; title: string; columns: MemoColumn[]; rows: string[][] };

export interface MemoSection {
  section: MemoSectionId;
  title: string;
  blocks: MemoBlock[];
}

/** A memo as a document: what is shown, printed and written down is made of nothing else. */
export interface Memo {
  title: string;
  /** What it is, of when, and on how much it rests. */
  subtitle: string;
  as_of: string;
  people: PeopleShown;
  sections: MemoSection[];
}

/** A memo while it is made. */
export interface Making {
  state: PurchaseState;
  people: PeopleShown;
  /** ISO 8601 in UTC. */
  now: string;
  /** Takes a source down and gives the mark that names it, ` [3]`; nothing where there is none. */
  cite: (source: string | null) => string;
  sources: readonly string[];
}

export const paragraph = (text: string): MemoBlock => ({ kind: 'text', text });
export const left = (title: string, share = 1): MemoColumn => ({ title, align: 'left', share });
export const right = (title: string, share = 1): MemoColumn => ({ title, align: 'right', share });
