import { problems } from '../../catalogue/problems.ts';
import { archiveTexts } from '../../catalogue/server-texts.ts';
import type { OutputOf } from '../../contract/operations.ts';
import { mayActFor } from '../../core/access.ts';
import { concerns } from '../../core/erasure.ts';
import { writeLine } from '../../core/line.ts';
import type { PurchaseState } from '../../core/state.ts';
import { eventSentence } from '../../core/telling.ts';
import { getBrand } from '../../store/brand.ts';
import type { AnyEvent } from '../../store/event.ts';
import { type ListedGuest, listGuests } from '../../store/guest.ts';
import { allEvents, getPurchase } from '../../store/purchase.ts';
import { type PersonRows, personRows } from '../../store/record.ts';
import { getRetention } from '../../store/retention.ts';
import type { AppOptions } from '../app-options.ts';
import { tellAudit } from '../audit.ts';
import { type Caller, scopeOfCaller } from '../caller.ts';
import { notFound, ProblemError } from '../problem.ts';
import { mayRead } from '../purchase.ts';
import { tableOfFields } from './csv.ts';
import { beginOfDay } from './day.ts';
import { zipOf } from './zip.ts';

/** A buyer of a purchase about whom someone asks who may. */
export interface Buyer {
  state: PurchaseState;
  guests: ListedGuest[];
  self: boolean;
}

/**
 * The buyer that a request is about, once it is known that the caller may ask. Fails with `thing.unknown` where nobody of
 * that id is known to the caller there, and with `record.not_yours`.
 */
export async function buyerAskedFor(
  { db }: AppOptions,
  caller: Caller,
  { workspace_id, purchase_id, person_id }: { workspace_id: string; purchase_id: string; person_id: string },
): Promise<Buyer> {
  const found = await getPurchase(db, scopeOfCaller(caller), purchase_id);
  if (found === null || !mayRead(caller, found.state)) throw notFound();
  const { state } = found;
  const guests = await listGuests(db, workspace_id, purchase_id);
  const self = caller.side === 'buyer' && caller.person_id === person_id;
  const at_door = caller.side === 'buyer' && guests.some((guest) => guest.person_id === person_id);
  if (state.stakeholders[person_id] === undefined && !at_door) throw notFound();
  const entered = state.buyer_entered_at !== null || guests.some(({ state: one }) => one === 'in' || one === 'former');
  if (!mayActFor(caller, { side: 'buyer', self, entered })) throw notYours();
  return { state, guests, self };
}

export const notYours = (): ProblemError => new ProblemError('record.not_yours', problems.only_person_themselves_can);

interface Collected {
  rows: PersonRows;
  events: AnyEvent[];
  log: { audit_id: string; at: string; text: string }[];
}

/** Everything recorded about a buyer in a purchase, as far as the caller may read it. */
async function collect(options: AppOptions, caller: Caller, at: { purchase_id: string; person_id: string }) {
  const { workspace_id } = caller;
  const scope = scopeOfCaller(caller);
  const all = await allEvents(options.db, scope, at.purchase_id);
  const events = all.filter((event) => event.stream_kind === 'purchase' && concerns(event, at.person_id));
  const rows = await personRows(options.db, workspace_id, { ...at, side: 'buyer' });
  // The log, the way in and the keys are of the buyers' own zone; what someone was told is theirs alone.
  const known = caller.person_id === at.person_id ? rows : { ...byTheDay(rows), notices: [] };
  const own = caller.side === 'buyer' ? known : { ...known, guest: null, passes: [], keys: [], feeds: [], log: [] };
  const log = (await tellAudit(options.db, scope, own.log, at.purchase_id)).map(({ audit_id, at: when, text }) => ({
    audit_id,
    at: when,
    text,
  }));
  return { rows: own, events, log } satisfies Collected;
}

/** When someone was here, for others: by the minute it would tell who said something without a name just then. */
const byTheDay = (rows: PersonRows): PersonRows => ({
  ...rows,
  viewings: rows.viewings.map((one) => ({ ...one, last_at: beginOfDay(one.last_at) })),
  keys: rows.keys.map((one) => ({
    ...one,
    last_used_at: one.last_used_at === null ? null : beginOfDay(one.last_used_at),
  })),
});

/** What is recorded about a buyer, for a page. */
export async function showRecord(
  options: AppOptions,
  caller: Caller,
  at: { workspace_id: string; purchase_id: string; person_id: string },
): Promise<OutputOf<'records.get'>> {
  const { state, self } = await buyerAskedFor(options, caller, at);
  const { rows, events, log } = await collect(options, caller, at);
  const kept = await getRetention(options.db, at.workspace_id);
  const person = state.stakeholders[at.person_id];
  const { guest, passes, keys, viewings, notices } = rows;
  return {
    person_id: at.person_id,
    name: person?.name ?? guest?.name ?? null,
    self,
    supplier: (await getBrand(options.db, at.workspace_id)).name,
    runs_it: options.setting.runs_it,
    profile: person === undefined ? null : profileOf(person),
    guest: guest === null ? null : guestOf(guest),
    passes: passes.map(({ email, made_at, expires_at, spent_at }) => ({ email, made_at, expires_at, spent_at })),
    viewings,
    notices,
    keys: keys.map(({ key_id, name, created_at, last_used_at, revoked_at }) => ({
      ...{ key_id, name, created_at, last_used_at, revoked_at },
    })),
    log,
    events: events.map((event) => ({
      ...{ id: event.id, at: event.occurred_at, zone: event.zone, text: eventSentence(state, event) },
    })),
    kept: { viewings_days: kept.viewings_days, identities_months: kept.identities_months },
  };
}

const profileOf = (person: PurchaseState['stakeholders'][string]) => ({
  function: person.function,
  roles: person.roles,
  named_at: person.named_at,
  entered_at: person.entered_at,
  left_at: person.left_at,
});

const guestOf = (guest: NonNullable<PersonRows['guest']>) => ({
  email: guest.email,
  verified_at: guest.verified_at,
  state: guest.state,
  administrator: guest.administrator,
  reach: guest.reach,
  came_at: guest.came_at,
  left_at: guest.left_at,
});

/** The same as an archive. */
export async function archiveOfBuyer(
  options: AppOptions,
  caller: Caller,
  at: { workspace_id: string; purchase_id: string; person_id: string },
): Promise<Uint8Array> {
  const { state } = await buyerAskedFor(options, caller, at);
  const collected = await collect(options, caller, at);
  const person = state.stakeholders[at.person_id];
  const about = {
    person_id: at.person_id,
    as_stakeholder: person === undefined ? null : { name: person.name, ...profileOf(person) },
    as_guest: collected.rows.guest,
  };
  return zipOf(filesOf(about, collected), {
    what: archiveTexts.person,
    purchase_id: at.purchase_id,
    person_id: at.person_id,
    made_for: caller.person_id,
    runs_it: options.setting.runs_it,
  });
}

/** What is recorded about someone of the selling side in a workspace, as an archive. */
export async function archiveOfSeller(
  options: AppOptions,
  caller: Caller,
  at: { workspace_id: string; person_id: string },
): Promise<Uint8Array> {
  const { db, setting } = options;
  const rows = await personRows(db, at.workspace_id, { ...at, side: 'seller', purchase_id: null });
  const notices = caller.person_id === at.person_id ? rows.notices : [];
  const log = await tellAudit(db, scopeOfCaller(caller), rows.log, null);
  const about = { person_id: at.person_id, account: rows.account };
  return zipOf(filesOf(about, { rows: { ...rows, notices }, events: [], log }), {
    what: archiveTexts.seller,
    person_id: at.person_id,
    made_for: caller.person_id,
    runs_it: setting.runs_it,
    not_in_here: archiveTexts.not_in_here,
  });
}

function filesOf(about: object, { rows, events, log }: Collected): Map<string, string> {
  return new Map([
    ['README.txt', archiveTexts.person_readme],
    ['about.json', `${JSON.stringify(about, null, 2)}\n`],
    ['viewings.csv', tableOfFields(rows.viewings, 'what,day,times,last_at')],
    ['notices.csv', tableOfFields(rows.notices, 'kind,at,read_at,mailed')],
    ['passes.csv', tableOfFields(rows.passes, 'email,name,made_at,expires_at,spent_at,revoked_at')],
    ['keys.csv', tableOfFields(rows.keys, 'key_id,name,agent,scopes,created_at,expires_at,last_used_at,revoked_at')],
    ['feeds.csv', tableOfFields(rows.feeds, 'feed_id,made_at,last_read_at,revoked_at')],
    ['log.csv', tableOfFields(log, 'at,text')],
    ['events.jsonl', events.map((event) => `${JSON.stringify(writeLine(event))}\n`).join('')],
  ]);
}
