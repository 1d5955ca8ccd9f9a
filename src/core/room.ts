import type { Reach } from './access.ts';

/*
 * The door of a room: a ladder that the supplier sets, and who comes in, waits, or stays out.
 *
 *   open ─ name ─ email ─ verified ─ listed ─ password
 */
export const RUNGS = ['open', 'name', 'email', 'verified', 'listed', 'password'] as const;
export type Rung = (typeof RUNGS)[number];

/** What a rung asks of who comes by the room's link. */
export interface Asks {
  name: boolean;
  email: boolean;
  /** The address is proven by a mailed pass before anyone comes in. */
  proof: boolean;
  password: boolean;
}

export const asksOf = (rung: Rung): Asks => ({
  name: rung !== 'open',
  email: rung === 'email' || rung === 'verified' || rung === 'listed',
  proof: rung === 'verified' || rung === 'listed',
  password: rung === 'password',
});

export const domainOf = (email: string): string => (email.split('@').at(-1) ?? '').trim().toLowerCase();

/** Whether an address, or its domain (`acme.com`, `@acme.com`), is on a list. */
export function isListed(email: string, listed: readonly string[]): boolean {
  const address = email.trim().toLowerCase();
  return listed.some((entry) => {
    const wanted = entry.trim().toLowerCase().replace(/^@/, '');
    return wanted.includes('@') ? wanted === address : wanted === domainOf(address);
  });
}

/** Where anyone has an address: such a domain says nothing of whom one works for. */
const PUBLIC_HOSTS: ReadonlySet<string> = new Set([
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'yahoo.com',
  'icloud.com',
  'me.com',
  'aol.com',
  'proton.me',
  'protonmail.com',
  'gmx.de',
  'gmx.net',
  'web.de',
  'mail.ru',
  'qq.com',
]);

/** Whether a domain is one where anyone has an address. */
export const isPublicHost = (domain: string): boolean => PUBLIC_HOSTS.has(domain);

/** Whether an address belongs to the supplier: a member's own, or one of a member's company. */
export function isSuppliers(email: string, member_addresses: readonly string[]): boolean {
  const address = email.trim().toLowerCase();
  const domain = domainOf(address);
  return member_addresses.some((own) => {
    const theirs = own.trim().toLowerCase();
    return theirs === address || (domainOf(theirs) === domain && !PUBLIC_HOSTS.has(domain));
  });
}

/** The domain that an address imitates: nearly the same as one of the group's, and not it; null where it imitates none. */
export function imitated(email: string, group_domains: readonly string[]): string | null {
  const domain = domainOf(email);
  if (domain === '' || group_domains.includes(domain)) return null;
  const plain = readAs(domain);
  return (
    group_domains.find((known) => {
      if (PUBLIC_HOSTS.has(known)) return false;
      return readAs(known) === plain || withoutSuffix(known) === withoutSuffix(domain) || distance(known, domain) <= 2;
    }) ?? null
  );
}

/** Letters as a hurried reader takes them. */
const readAs = (domain: string): string =>
  domain
    .normalize('NFKD')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('0', 'o')
    .replaceAll(/[1ı!|]/g, 'l')
    .replaceAll('5', 's')
    .replaceAll(/[-_.]/g, '');

const withoutSuffix = (domain: string): string => domain.split('.').slice(0, -1).join('.');

/** How many characters have to change (Levenshtein 1966), counted up to a few. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [i, char] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, wanted] of [...other].entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (char === wanted ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** What is known of someone at the door. */
export interface Newcomer {
  email: string | null;
  /** Who invited them: an administrator of the buyer side, the supplier, or nobody (they have the room's link). */
  invited_by: 'buyer' | 'seller' | null;
  /** How they stood to this room before. */
  before: 'waiting' | 'in' | 'former' | 'refused' | null;
  member_addresses: readonly string[];
  group_domains: readonly string[];
  /** A buyer has entered before. */
  entered: boolean;
  closed: boolean;
}

export type Admission = { state: 'in' } | { state: 'waiting' | 'refused'; reason: string };

/**
 * Who comes in. Suppliers never do, nor who left or was refused; after the first buyer, only those whom the buyer side
 * invited, and an address that imitates the group's waits whoever invited it.
 */
export function admit(newcomer: Newcomer): Admission {
  const { email, before } = newcomer;
  if (email !== null && isSuppliers(email, newcomer.member_addresses)) return { state: 'refused', reason: 'supplier' };
  if (before === 'former' || before === 'refused') return { state: 'refused', reason: before };
  if (before === 'in') return { state: 'in' };
  if (newcomer.closed) return { state: 'refused', reason: 'closed' };
  const imitates = email === null ? null : imitated(email, newcomer.group_domains);
  if (imitates !== null) return { state: 'waiting', reason: `looks_like:${imitates}` };
  if (newcomer.entered && newcomer.invited_by !== 'buyer') return { state: 'waiting', reason: 'buyers_decide' };
  return { state: 'in' };
}

/** Whether who comes in governs the buyer side: the champion does; without one, who comes first. */
export const governs = (who: { champion: boolean; champion_named: boolean; administrator_there: boolean }): boolean =>
  !who.administrator_there && (who.champion || !who.champion_named);

/** What of the buyer zone someone reads who comes in: consultants nothing, others what comes after them. */
export function reachOf({ administrator, consultant }: { administrator: boolean; consultant: boolean }): Reach {
  if (administrator) return 'all';
  return consultant ? 'shared' : 'entry';
}
