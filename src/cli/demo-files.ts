import { createHash } from 'node:crypto';
import type { Actor, EventOf, LedgerEvent } from '../core/event.ts';
import { currencyDigits } from '../core/simulate/account.ts';
import { SELLERS } from '../core/simulate/sellers.ts';
import type { Zone } from '../core/zone.ts';
import { plainPdf } from './demo-pdf.ts';

/** A file of the demo: its bytes, and the event that says so. */
export interface DemoFile {
  bytes: Buffer;
  event: EventOf<'file.changed'>;
}

/** What a file is to be, and after which event it is put. */
interface Draft {
  file_id: string;
  name: string;
  media_type: string;
  zone: Zone;
  actor: Actor;
  bytes: Buffer;
  after: number;
}

/**
 * The events of a simulated purchase with those of its files, each after what it was made from; a purchase that has no plan has no
 * files. The same events give the same files.
 */
export function withFiles(events: readonly LedgerEvent[]): { events: LedgerEvent[]; files: DemoFile[] } {
  const begun = events.findIndex(({ kind }) => kind === 'plan.set');
  if (begun < 0) return { events: [...events], files: [] };
  const drafts = [notes(events, begun), ...requirements(events), offer(events), costs(events)].filter(isDraft);
  drafts.sort((a, b) => a.after - b.after);
  const files = drafts.map((draft, n) => fileOf(draft, events[draft.after] as LedgerEvent, n));
  const together: LedgerEvent[] = [];
  let next = 0;
  events.forEach((event, place) => {
    together.push(event);
    for (; drafts[next]?.after === place; next++) together.push((files[next] as DemoFile).event);
  });
  return { events: together, files };
}

const isDraft = (draft: Draft | null): draft is Draft => draft !== null;

function fileOf({ file_id, name, media_type, zone, actor, bytes }: Draft, after: LedgerEvent, n: number): DemoFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const body = { file_id, name, content: { sha256, size_bytes: bytes.length, media_type } };
  const about = { zone, actor, on_behalf_of: null, body, id: uuidOf(after.id, `event ${n}`) };
  const event = { ...after, ...about, kind: 'file.changed' as const, command_id: uuidOf(after.id, `command ${n}`) };
  return { bytes, event };
}

/** A version 4 UUID that follows from another id. */
function uuidOf(id: string, what: string): string {
  const hex = createHash('sha256').update(`${id} ${what}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The events of a kind that both sides read, up to a place. */
function shared<K extends LedgerEvent['kind']>(events: readonly LedgerEvent[], kind: K, until: number): EventOf<K>[] {
  return events.slice(0, until + 1).filter((event) => event.kind === kind && event.zone === 'shared') as EventOf<K>[];
}

const lastPlace = (events: readonly LedgerEvent[], is: (event: LedgerEvent) => boolean): number =>
  events.findLastIndex(is);

/** Someone of the group who leads the purchase: the first who was named. */
function champion(events: readonly LedgerEvent[]): Actor | null {
  const named = events.find((event): event is EventOf<'stakeholder.named'> => event.kind === 'stakeholder.named');
  return named === undefined ? null : { kind: 'person', id: named.body.person_id, side: 'buyer' };
}

/** What was agreed when both sides planned together. */
function notes(events: readonly LedgerEvent[], begun: number): Draft | null {
  const [opened] = shared(events, 'purchase.opened', begun);
  const set = events[begun];
  if (opened === undefined || set === undefined) return null;
  const last = lastPlace(events, (event) => event.occurred_at === set.occurred_at);
  const people = shared(events, 'stakeholder.named', begun).map(({ body }) => `- ${body.name}, ${body.function ?? ''}`);
  const steps = shared(events, 'step.changed', last)
    .slice(0, 5)
    .map(({ body }) => `1. ${body.name}${typeof body.due_on === 'string' ? `, by ${body.due_on}` : ''}`);
  const problem = shared(events, 'purchase.problem_stated', begun).at(-1)?.body.statement ?? '';
  const seller = SELLERS.find(({ id }) => id === set.actor.id);
  const text = [
    `# ${opened.body.name}: notes of the first planning meeting`,
    `${set.occurred_at.slice(0, 10)}, by video. Written by ${seller?.name ?? 'the supplier'}.`,
    `## What it is about\n\n> ${problem}`,
    `## Who was there\n\n${people.join('\n')}`,
    `## What comes next\n\n${steps.join('\n')}`,
    '## Open\n\n- Who signs, and up to which amount?\n- Which dates are impossible for the people who would use it?',
  ].join('\n\n');
  return {
    ...{ file_id: 'file-notes', name: 'Notes of the first planning meeting.md', media_type: 'text/markdown' },
    ...{ zone: 'shared', actor: set.actor, bytes: Buffer.from(`${text}\n`), after: last },
  };
}

/** The list of requirements as the group had it, and a second version once more had come in. */
function requirements(events: readonly LedgerEvent[]): (Draft | null)[] {
  const actor = champion(events);
  const places = events.flatMap(({ kind, zone }, at) =>
    kind === 'requirement.changed' && zone === 'shared' ? [at] : [],
  );
  const last = places.at(-1);
  const first = places[Math.min(3, places.length - 1)];
  if (actor === null || first === undefined || last === undefined) return [];
  const version = (after: number): Draft => ({
    ...{ file_id: 'file-requirements', name: 'Requirements.csv', media_type: 'text/csv' },
    ...{ zone: 'shared', actor, bytes: Buffer.from(requirementTable(events, after)), after },
  });
  return first === last ? [version(first)] : [version(first), version(last)];
}

function requirementTable(events: readonly LedgerEvent[], until: number): string {
  const latest = new Map(shared(events, 'requirement.changed', until).map(({ body }) => [body.requirement_id, body]));
  const rows = [...latest.values()].map(({ text, priority }) => [text, priority ?? '']);
  return csv([['Requirement', 'Priority'], ...rows]);
}

/** What the supplier offers, on a page. */
function offer(events: readonly LedgerEvent[]): Draft | null {
  const [opened] = shared(events, 'purchase.opened', events.length);
  const after = lastPlace(
    events,
    ({ kind, zone, body }) =>
      kind === 'step.progressed' && zone === 'shared' && 'to' in body && body.step_id === 'step-draft',
  );
  const step = events[after];
  const amount = opened?.body.amount_minor;
  if (opened === undefined || step === undefined || step.actor.side !== 'seller' || amount == null) return null;
  const { name, account_name, currency = 'EUR' } = opened.body;
  const money = (amount / 10 ** currencyDigits(currency ?? 'EUR')).toLocaleString('en');
  const seller = SELLERS.find(({ id }) => id === step.actor.id);
  const lines = [
    { text: 'Brackwater (made up)', size: 10 },
    { text: `Offer: ${name}`, size: 20 },
    { text: `For ${account_name ?? 'the customer'}, ${step.occurred_at.slice(0, 10)}`, size: 12 },
    { text: '', size: 12 },
    { text: `In all, over three years: ${currency} ${money}`, size: 14 },
    { text: 'A fifth of it as a price a year, two fifths once for introducing it.', size: 11 },
    { text: 'Corrections, support and the way out again are included.', size: 11 },
    { text: 'The price holds until the end of the quarter.', size: 11 },
    { text: '', size: 12 },
    { text: `${seller?.name ?? ''}, ${seller?.function ?? ''}`, size: 11 },
    { text: 'This is a simulated document. Nobody offers anything by it.', size: 9 },
  ];
  return {
    ...{ file_id: 'file-offer', name: 'Offer.pdf', media_type: 'application/pdf', zone: 'shared' },
    ...{ actor: step.actor, bytes: plainPdf(`Offer: ${name}`, lines), after },
  };
}

/** What the options cost as the buyers reckon it; the supplier does not see it. */
function costs(events: readonly LedgerEvent[]): Draft | null {
  const actor = champion(events);
  const after = lastPlace(events, ({ kind }) => kind === 'option.costed');
  if (actor === null || after < 0) return null;
  const names = new Map<string, string>();
  const costed = new Map<string, string[]>();
  for (const event of events.slice(0, after + 1)) {
    if (event.kind === 'option.changed') names.set(event.body.option_id, event.body.name);
    if (event.kind !== 'option.costed' || event.body.cost === null) continue;
    const { option_id, cost } = event.body;
    const { amount_minor, currency } = cost;
    const amount = (amount_minor / 10 ** currencyDigits(currency)).toFixed(0);
    costed.set(option_id, [names.get(option_id) ?? option_id, amount, currency]);
  }
  return {
    ...{ file_id: 'file-costs', name: 'What the options cost.csv', media_type: 'text/csv', zone: 'buyer', actor },
    ...{ bytes: Buffer.from(csv([['Option', 'In all', 'Currency'], ...costed.values()])), after },
  };
}

const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).join('');
