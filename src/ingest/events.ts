import { languageNow } from '../catalogue/language.ts';
import { CHANNELS, type Channel, type Outcome, type Side } from '../core/body/words.ts';
import type { Actor, BodyOf, EventKind, LedgerEvent } from '../core/event.ts';
import type { Mapping } from '../core/mapping.ts';
import { presetJobs } from '../core/template.ts';
import { contentOf, type Fact } from './fact.ts';
import { type Meaning, type Meanings, meaningsOf, outcomeKey } from './meaning.ts';
import { fingerprint, Naming, staffId } from './naming.ts';

/** Whose import it is. */
export interface ImportIdentity {
  workspace_id: string;
  import_id: string;
  /** The person who imports. */
  on_behalf_of: string | null;
}

/** The events of one purchase, in the order (time, file order). */
export interface PurchaseEvents {
  purchase_id: string;
  events: LedgerEvent[];
}

/** Which sides took part in something; null where nobody says. */
type Took = Side | 'both' | null;

/** Software acts, for the person who imports. One object for all, so that whoever writes it can write it once. */
const ACTOR: Actor = { kind: 'agent', id: 'import', side: 'seller' };
/** The channel of a touch of which only is known that a system recorded it. */
const UNKNOWN_CHANNEL: Channel = 'api';
const SIDES_OF: Record<Side | 'both', Side[]> = {
  buyer: ['buyer'],
  seller: ['seller'],
  both: ['buyer', 'seller'],
};
const KNOWN_CHANNELS: ReadonlySet<string> = new Set(CHANNELS);
const NO_MEANING: Meaning = { evidence: [], outcome: null, channel: null, side: null, ignore: false };

/**
 * Makes ledger events of what a source says about purchases. The id of an event is made from the workspace, the
 * mapping and all that its row says, and its number among rows that say the same: so the same file again gives the
 * same events, and equal rows of one file stay distinct.
 *
 * An event has its place in the purchase's stream as `seq` from 1 and its own time as `recorded_at`; the store sets both.
 */
export class EventMaker {
  readonly naming: Naming;
  readonly #meanings: Meanings;
  readonly #identity: ImportIdentity;
  readonly #source: string;
  readonly #default_side: Side | null;
  /** Begins what ids are made from. */
  readonly #salt: string;

  /** @throws BadMapping */
  constructor(mapping: Mapping, identity: ImportIdentity) {
    this.naming = new Naming(mapping.name);
    this.#meanings = meaningsOf(mapping);
    this.#identity = identity;
    this.#source = mapping.name;
    this.#default_side = mapping.persons === 'none' ? null : mapping.persons;
    this.#salt = fingerprint(`${identity.workspace_id}\0${canonical({ ...mapping, about: undefined })}`);
  }

  /**
   * The events of one purchase.
   * @param facts all of one case, in the order (time, file order)
   * @param run 0, or how often the case came before where a file has it in several places
   */
  purchase(facts: readonly Fact[], run = 0): PurchaseEvents {
    const [first] = facts;
    if (first === undefined) throw new RangeError('A purchase needs at least one fact.');
    const purchase_id = this.naming.purchase(first.case_id);
    const called = {
      name: facts.find((fact) => fact.name !== '')?.name ?? first.case_id,
      account: facts.find((fact) => fact.account !== '')?.account ?? '',
    };
    const made = new OnePurchase(this.#meanings, this.#identity, this.#source, this.naming, purchase_id, called);
    const seen = new Map<string, number>();
    const salt = `${this.#salt}\0${first.case_id}\0${run === 0 ? '' : run}\0`;
    for (const fact of facts) {
      const content = contentOf(fact);
      const ordinal = seen.get(content) ?? 0;
      seen.set(content, ordinal + 1);
      const id = fingerprint(ordinal === 0 ? salt + content : `${salt}${content}\0${ordinal}`);
      made.take(fact, id, this.#sideOf(fact), this.#isBuyer(fact));
    }
    return { purchase_id, events: made.events };
  }

  /** Who took part. */
  #sideOf(fact: Fact): Took {
    if (fact.side !== '') return fact.side;
    return this.#meanings.activities.get(fact.activity)?.side ?? this.#default_side;
  }

  /** Whether the person of a row is of the buyer side; the staff who note what a buyer did are not. */
  #isBuyer(fact: Fact): boolean {
    if (fact.person_side !== '') return fact.person_side === 'buyer';
    return this.#default_side === 'buyer' && this.#meanings.activities.get(fact.activity)?.side !== 'seller';
  }
}

/** Collects the events of one purchase; knows what was said last, so that only changes are told. */
class OnePurchase {
  readonly events: LedgerEvent[] = [];
  readonly #meanings: Meanings;
  readonly #identity: ImportIdentity;
  readonly #source: string;
  readonly #naming: Naming;
  readonly #purchase_id: string;
  /** As its rows first say. */
  readonly #called: { name: string; account: string };
  readonly #people = new Map<string, string>();
  #stage = '';
  #outcome = '';
  #ended: Outcome | null = null;
  #amount_minor: number | null = null;
  #currency = '';
  /** Of the row that is being taken. */
  #row_id = '';
  /** The event that tells this row's activity. */
  #told_by: string | null = null;
  #row_events = 0;
  #at = '';
  #at_ms = Number.NaN;

  constructor(
    meanings: Meanings,
    identity: ImportIdentity,
    source: string,
    naming: Naming,
    purchase_id: string,
    called: { name: string; account: string },
  ) {
    this.#meanings = meanings;
    this.#identity = identity;
    this.#source = source;
    this.#naming = naming;
    this.#purchase_id = purchase_id;
    this.#called = called;
  }

  take(fact: Fact, row_id: string, side: Took, is_buyer: boolean): void {
    this.#row_id = row_id;
    this.#row_events = 0;
    this.#told_by = null;
    if (fact.time_ms !== this.#at_ms) {
      this.#at_ms = fact.time_ms;
      this.#at = new Date(fact.time_ms).toISOString();
    }
    if (this.events.length === 0) this.#open();
    const person_id = is_buyer ? this.#name(fact) : undefined;
    this.#amount(fact);
    this.#stageOf(fact);
    if (fact.activity !== '') this.#activity(fact, side, person_id);
    this.#outcomeOf(fact);
  }

  #open(): void {
    const body: BodyOf<'purchase.opened'> = { name: short(this.#called.name), template: this.#meanings.template };
    // A ledger that only names a preset means its English words; in another language they are written out.
    if (languageNow() !== 'en') body.jobs = presetJobs(this.#meanings.template);
    if (this.#called.account !== '') body.account_name = short(this.#called.account);
    this.#add('purchase.opened', body);
  }

  #name(fact: Fact): string | undefined {
    if (fact.person === '') return undefined;
    const person_id = this.#naming.person(fact.person);
    const name = fact.person_name || fact.person;
    const said = `${name}\0${fact.person_function}`;
    if (this.#people.get(person_id) === said) return person_id;
    this.#people.set(person_id, said);
    const body: BodyOf<'stakeholder.named'> = { person_id, name: short(name), roles: [] };
    if (fact.person_function !== '') body.function = fact.person_function.slice(0, 120);
    this.#add('stakeholder.named', body);
    return person_id;
  }

  #amount({ amount_minor, currency }: Fact): void {
    if (amount_minor === null || (amount_minor === this.#amount_minor && currency === this.#currency)) return;
    this.#amount_minor = amount_minor;
    this.#currency = currency;
    this.#add('purchase.amount_changed', { amount_minor, currency });
  }

  #stageOf({ stage, odds, closes_on }: Fact): void {
    if (stage === '' || stage === this.#stage) return;
    this.#stage = stage;
    const body: BodyOf<'purchase.stage_changed'> = { stage: stage.slice(0, 200) };
    if (odds !== null) body.odds = odds;
    if (closes_on !== '') body.closes_on = closes_on;
    this.#add('purchase.stage_changed', body);
    const outcome = this.#meanings.outcomes.get(outcomeKey(stage));
    if (outcome !== undefined) this.#end(outcome, stage);
    else if (this.#ended !== null) {
      this.#ended = null;
      this.#add('purchase.revived', { reason: stage });
    }
  }

  #outcomeOf({ outcome }: Fact): void {
    if (outcome === '' || outcome === this.#outcome) return;
    this.#outcome = outcome;
    const meant = this.#meanings.outcomes.get(outcomeKey(outcome));
    // A stage may have said the same.
    if (meant !== undefined && meant !== this.#ended) this.#end(meant, outcome);
  }

  #end(outcome: Outcome, word: string): void {
    this.#ended = outcome;
    this.#add('purchase.outcome_reached', { outcome, activity: short(word) });
  }

  #activity(fact: Fact, side: Took, person_id: string | undefined): void {
    const meaning = this.#meanings.activities.get(fact.activity) ?? NO_MEANING;
    const by = actorOf(fact, person_id);
    for (const { job, signal } of meaning.evidence) {
      const body: BodyOf<'evidence.recorded'> = { job_id: job, signal, activity: fact.activity };
      if (person_id !== undefined) body.person_id = person_id;
      if (by !== undefined) body.by = by;
      if (side !== null) body.sides = SIDES_OF[side];
      this.#add('evidence.recorded', body);
    }
    if (meaning.outcome !== null) this.#end(meaning.outcome, fact.activity);
    else if (meaning.evidence.length === 0) this.#touch(fact, meaning, side, person_id, by);
  }

  #touch(fact: Fact, meaning: Meaning, side: Took, person_id: string | undefined, by: string | undefined): void {
    const channel = KNOWN_CHANNELS.has(fact.channel) ? (fact.channel as Channel) : meaning.channel;
    const body: BodyOf<'touch.recorded'> = { channel: channel ?? UNKNOWN_CHANNEL, activity: fact.activity };
    if (person_id !== undefined) body.person_ids = [person_id];
    if (by !== undefined) body.by = by;
    if (side !== null) body.sides = SIDES_OF[side];
    if (fact.duration_s !== null) body.duration_s = fact.duration_s;
    this.#add('touch.recorded', body);
  }

  #add<K extends EventKind>(kind: K, body: BodyOf<K>): void {
    const nth = ++this.#row_events;
    const { import_id, on_behalf_of } = this.#identity;
    const id = nth === 1 ? this.#row_id : `${this.#row_id}-${nth}`;
    // One row is one step of a journey, however many events it became: the others name the first as their cause.
    const cause_id = 'activity' in body ? this.#told_by : null;
    if ('activity' in body) this.#told_by ??= id;
    this.events.push({
      id,
      stream_kind: 'purchase',
      stream_id: this.#purchase_id,
      seq: this.events.length + 1,
      kind,
      v: 1,
      zone: kind === 'purchase.opened' ? 'shared' : 'seller',
      actor: ACTOR,
      on_behalf_of,
      command_id: null,
      cause_id,
      import_id,
      source: this.#source,
      occurred_at: this.#at,
      known_at: this.#at,
      recorded_at: this.#at,
      body,
    } as LedgerEvent);
  }
}

/** Who did something, where the source says. */
function actorOf(fact: Fact, person_id: string | undefined): string | undefined {
  if (fact.by !== '') return staffId(fact.by);
  return fact.person === '' ? undefined : (person_id ?? staffId(fact.person));
}

const short = (text: string): string => text.slice(0, 300);

/** A value as JSON with its keys in order, so that the same mapping written otherwise is the same. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const parts = Object.entries(value).filter(([, part]) => part !== undefined);
  parts.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${parts.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}
