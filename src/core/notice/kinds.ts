import type { View } from '../zone.ts';
import type { DueStep } from './due.ts';

/** How someone wants a kind of notice by mail; in the program it stands whatever they chose. */
export const DELIVERIES = ['immediate', 'daily', 'off'] as const;
export type Delivery = (typeof DELIVERIES)[number];

/**
 * What a notice is about, the most pressing first. A new kind is a row here and one in `FINDS` of `find.ts`; `step_due` comes
 * of time alone (`due.ts`), `import` of the import itself.
 */
export const NOTICE_KINDS = [
  'shaken',
  'asked',
  'question',
  'step_due',
  'import',
  'disagreed',
  'held',
  'job',
  'news',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

const OF_SUPPLIER: ReadonlySet<NoticeKind> = new Set<NoticeKind>(['import']);

/** What people of a side are told of; imports are the supplier's. */
export const kindsOfSide = (side: View): NoticeKind[] =>
  NOTICE_KINDS.filter((kind) => side === 'seller' || !OF_SUPPLIER.has(kind));

/** What is usual on each side: buyers hear at once only of what waits for them, sellers once a day. */
export const DEFAULT_DELIVERIES: Readonly<Record<View, Readonly<Record<NoticeKind, Delivery>>>> = {
  buyer: {
    shaken: 'immediate',
    asked: 'immediate',
    question: 'immediate',
    // Known days before: the morning is early enough.
    step_due: 'daily',
    import: 'daily',
    disagreed: 'daily',
    held: 'daily',
    job: 'daily',
    news: 'daily',
  },
  seller: {
    shaken: 'daily',
    asked: 'daily',
    question: 'daily',
    step_due: 'daily',
    // Whoever started it waits for it.
    import: 'immediate',
    disagreed: 'daily',
    held: 'daily',
    job: 'daily',
    news: 'daily',
  },
};

/** A notice as it is kept: what it is about, by ids. It holds no words, so that it tells only what may be read when it is shown. */
export interface Notice {
  kind: NoticeKind;
  event_ids: string[];
  /** Jobs that it is about. */
  job_ids: string[];
  /** Those of them that are open again. */
  reopened_ids: string[];
  /** The step that is due. */
  step?: DueStep;
  /** The import that ended, and how. */
  import?: EndedImport;
}

export interface EndedImport {
  import_id: string;
  state: 'done' | 'failed';
}
