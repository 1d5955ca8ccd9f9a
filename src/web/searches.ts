import type { Outcome } from '../core/body/words.ts';

/** What an address may carry after `?`, page by page. Anything else in it is dropped, never an error. */

type Words = Record<string, unknown>;

export interface RootSearch {
  /** Who acts. */
  as?: string;
  /** A seller looks at a purchase as buyers see it. */
  preview?: 'buyer';
}

export const SORTS = ['need', 'last', 'opened', 'amount', 'name'] as const;
export type Sort = (typeof SORTS)[number];
export type OutcomeFilter = 'open' | Outcome;

export interface PortfolioSearch {
  q?: string;
  outcome?: OutcomeFilter;
  needs_help?: true;
  held?: true;
  import_id?: string;
  sort?: Sort;
}

/** What shows a purchase as it was, where it is not shown as it is. */
export interface DatedSearch {
  as_of?: string;
}

export interface PurchaseSearch extends DatedSearch {
  kinds?: string;
}

export interface ValueSearch extends DatedSearch {
  show?: 'sheet';
  /** Whose own case is shown. */
  whose?: string;
}

export const CLAIM_PARTS = ['list', 'find', 'channels', 'audit', 'sheet', 'overload'] as const;
export interface ClaimsSearch extends DatedSearch {
  part?: (typeof CLAIM_PARTS)[number];
  q?: string;
  channel?: string;
}

export const PLAN_SHOWS = ['list', 'board', 'timeline'] as const;
export interface PlanSearch {
  show?: (typeof PLAN_SHOWS)[number];
  /** Only what is the reader's own to do. */
  mine?: true;
  /** The step that is open. */
  step?: string;
}

export interface SenseSearch extends DatedSearch {
  job?: string;
}

export interface AnswersSearch {
  /** The question that is open. */
  question?: string;
}

export interface RisksSearch {
  /** The risk that is meant. */
  risk?: string;
}

/** What is wanted of a memo; left out: people as numbers, all sections. */
export interface MemoSearch {
  people?: 'names' | 'counts' | 'none' | undefined;
  sections?: string | undefined;
}

export interface FilesSearch {
  /** The file that is open. */
  file?: string | undefined;
}

export const LENSES = ['jobs', 'activities'] as const;
export interface JourneySearch {
  lens?: (typeof LENSES)[number];
  outcome?: OutcomeFilter;
  import_id?: string;
  /** Share of transitions to show, in percent. */
  show?: number;
}

export const SETTINGS_TABS = [
  'templates',
  'people',
  'brand',
  'library',
  'sso',
  'api',
  'kept',
  'audit',
  'retention',
  'appearance',
  'keys',
  'about',
] as const;
export type SettingsTab = (typeof SETTINGS_TABS)[number];
/** What narrows a log down, and from where on it is shown. Days are `2026-03-31`, of the reader's own zone. */
export interface LogSearch {
  action?: string;
  person?: string;
  from?: string;
  to?: string;
  after?: string;
}

export interface SettingsSearch extends LogSearch {
  purchase?: string;
  tab?: SettingsTab;
  template?: string;
}

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;
const oneOf = <T extends string>(value: unknown, allowed: readonly T[]): T | undefined =>
  allowed.find((one) => one === value);
const yes = (value: unknown): true | undefined => (value === 'true' || value === true ? true : undefined);

/** Leaves out what is not set, so that addresses stay short. */
function present<T extends object>(search: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T;
}

const OUTCOMES: readonly OutcomeFilter[] = ['open', 'bought', 'lost', 'no_decision'];

export const signSearch = (raw: Words): { back?: string } => present<{ back?: string }>({ back: word(raw.back) });

export interface SignInSearch {
  back?: string;
  /** Why single sign-on did not let them in, by its code. */
  refused?: string;
}

export const signInSearch = (raw: Words): SignInSearch =>
  present<SignInSearch>({ back: word(raw.back), refused: word(raw.refused) });

export const tokenSearch = (raw: Words): { token?: string } => present<{ token?: string }>({ token: word(raw.token) });

export const rootSearch = (raw: Words): RootSearch =>
  present<RootSearch>({ as: word(raw.as), preview: oneOf(raw.preview, ['buyer'] as const) });

export const portfolioSearch = (raw: Words): PortfolioSearch =>
  present<PortfolioSearch>({
    q: word(raw.q),
    outcome: oneOf(raw.outcome, OUTCOMES),
    needs_help: yes(raw.needs_help),
    held: yes(raw.held),
    import_id: word(raw.import_id),
    sort: oneOf(raw.sort, SORTS),
  });

/** An instant to the second: short enough for an address that people send around. */
const inSeconds = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

const instant = (value: unknown): string | undefined => {
  const at = Date.parse(word(value) ?? '');
  return Number.isNaN(at) ? undefined : inSeconds(at);
};

export const datedSearch = (raw: Words): DatedSearch => present<DatedSearch>({ as_of: instant(raw.as_of) });

export const purchaseSearch = (raw: Words): PurchaseSearch =>
  present<PurchaseSearch>({ ...datedSearch(raw), kinds: word(raw.kinds) });

export const valueSearch = (raw: Words): ValueSearch =>
  present<ValueSearch>({ ...datedSearch(raw), show: oneOf(raw.show, ['sheet'] as const), whose: word(raw.whose) });

export const claimsSearch = (raw: Words): ClaimsSearch =>
  present<ClaimsSearch>({
    ...datedSearch(raw),
    part: oneOf(raw.part, CLAIM_PARTS),
    q: word(raw.q),
    channel: oneOf(raw.channel, ['web', 'proposal', 'rep', 'partner', 'support', 'document', 'other']),
  });

export const planSearch = (raw: Words): PlanSearch =>
  present<PlanSearch>({ show: oneOf(raw.show, PLAN_SHOWS), mine: yes(raw.mine), step: word(raw.step) });

export const senseSearch = (raw: Words): SenseSearch =>
  present<SenseSearch>({ ...datedSearch(raw), job: word(raw.job) });

export const answersSearch = (raw: Words): AnswersSearch => present<AnswersSearch>({ question: word(raw.question) });

export const risksSearch = (raw: Words): RisksSearch => present<RisksSearch>({ risk: word(raw.risk) });

export const searchSearch = (raw: Words): { q?: string } => present<{ q?: string }>({ q: word(raw.q) });
export const memoSearch = (raw: Words): MemoSearch =>
  present<MemoSearch>({
    people: oneOf(raw.people, ['names', 'counts', 'none'] as const),
    sections: word(raw.sections),
  });

export const filesSearch = (raw: Words): FilesSearch => present<FilesSearch>({ file: word(raw.file) });

export function journeySearch(raw: Words): JourneySearch {
  const show = Number(raw.show);
  return present<JourneySearch>({
    lens: oneOf(raw.lens, LENSES),
    outcome: oneOf(raw.outcome, OUTCOMES),
    import_id: word(raw.import_id),
    show: show >= 1 && show <= 100 ? Math.round(show) : undefined,
  });
}

const day = (value: unknown): string | undefined =>
  /^\d{4}-\d{2}-\d{2}$/.test(word(value) ?? '') && !Number.isNaN(Date.parse(String(value))) ? word(value) : undefined;

export const logSearch = (raw: Words): LogSearch =>
  present<LogSearch>({
    action: word(raw.action),
    person: word(raw.person),
    from: day(raw.from),
    to: day(raw.to),
    after: word(raw.after),
  });

export const recordedSearch = (raw: Words): { person?: string } =>
  present<{ person?: string }>({ person: word(raw.person) });

export const settingsSearch = (raw: Words): SettingsSearch =>
  present<SettingsSearch>({
    tab: oneOf(raw.tab, SETTINGS_TABS),
    template: word(raw.template),
    purchase: word(raw.purchase),
    ...logSearch(raw),
  });

/** Plain `?a=b` addresses: what people read and write, no JSON in them. */
export const parseSearch = (text: string): Words => Object.fromEntries(new URLSearchParams(text));

export function stringifySearch(search: Words): string {
  const entries = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}
