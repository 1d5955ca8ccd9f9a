import type { Role } from '../body/words.ts';
import type { Random } from './random.ts';
import type { KindTexts } from './texts/kind.ts';

/** Given names of many places; the surnames exist nowhere. Together they are plainly made up. */
const GIVEN = [
  'Ada',
  'Amara',
  'Anouk',
  'Arjun',
  'Aylin',
  'Bao',
  'Bruno',
  'Camila',
  'Chidi',
  'Dana',
  'Dario',
  'Eilidh',
  'Elif',
  'Emre',
  'Farah',
  'Femi',
  'Freya',
  'Goran',
  'Hana',
  'Henrik',
  'Ines',
  'Ioana',
  'Iris',
  'Jamal',
  'Joana',
  'Jonas',
  'Kaito',
  'Katya',
  'Kofi',
  'Lars',
  'Leila',
  'Linh',
  'Lucia',
  'Malik',
  'Marek',
  'Mei',
  'Mirela',
  'Nadia',
  'Noor',
  'Oskar',
  'Paolo',
  'Priya',
  'Rafael',
  'Rosa',
  'Ruth',
  'Sanna',
  'Selma',
  'Siobhan',
  'Tamar',
  'Tomas',
  'Uma',
  'Valentin',
  'Wanjiru',
  'Yara',
  'Yusuf',
  'Zofia',
] as const;

const SURNAMES = [
  'Amberfold',
  'Ashmarrow',
  'Birkenvale',
  'Brindlewick',
  'Copperlane',
  'Cresswater',
  'Dapplemoor',
  'Duskholme',
  'Elderquill',
  'Emberlow',
  'Fallowmere',
  'Fennimarr',
  'Flintaway',
  'Glimmerdal',
  'Gorsebrook',
  'Harrowfen',
  'Hazelrune',
  'Inkwellan',
  'Juniperly',
  'Kettlemoss',
  'Lanternby',
  'Larkenfeld',
  'Marrowmere',
  'Mistelroth',
  'Nettleford',
  'Nightingarn',
  'Oakenvoss',
  'Oskarholt',
  'Pebblewyn',
  'Pinewhistle',
  'Quillander',
  'Rainsworthy',
  'Reedmantle',
  'Rookhaven',
  'Saltmeadow',
  'Silverdrift',
  'Snowdapple',
  'Tamberwick',
  'Thistledane',
  'Umberlyn',
  'Velloranta',
  'Wickerby',
  'Willowmark',
  'Wintergarn',
  'Yarrowend',
  'Zephyrdal',
] as const;

/** One person of a simulated buying group. */
export interface Member {
  person_id: string;
  name: string;
  function: string;
  roles: Role[];
  /** When the person is named, as a share of the planned course. */
  arrives: number;
}

type Draft = Omit<Member, 'person_id' | 'name'>;

/**
 * The buying group of a purchase, in the order in which its members are named; the champion comes first. A typical one has
 * a dozen members or more (research figure 8), and some who can reopen what was settled come late.
 */
export function buyingGroup(purchase_id: string, texts: KindTexts, random: Random): Member[] {
  const names = new Set<string>();
  return [...core(texts, random), ...controllers(random), ...latecomers(random)]
    .sort((a, b) => a.arrives - b.arrives)
    .map((draft, at) => ({ person_id: `${purchase_id}-p${at + 1}`, name: freshName(names, random), ...draft }));
}

/** Somebody who takes over from a member who left. */
export function successor(left: Member, group: readonly Member[], random: Random): Member {
  const taken = new Set(group.map(({ name }) => name.split(' ')[0] ?? name));
  return { ...left, person_id: `${left.person_id}s`, name: freshName(taken, random) };
}

/** @param taken the given names in use: within a group each occurs once, so that people can be told apart at a glance */
function freshName(taken: Set<string>, random: Random): string {
  for (;;) {
    const given = random.pick(GIVEN);
    if (taken.has(given)) continue;
    taken.add(given);
    return `${given} ${random.pick(SURNAMES)}`;
  }
}

const member = (roles: Role[], where: string, arrives: number): Draft => ({ roles, function: where, arrives });

function core(texts: KindTexts, random: Random): Draft[] {
  const early = (): number => random.between(0.01, 0.1);
  const champion_at = random.pick(texts.champion);
  const users = random.sample(texts.users, random.int(2, 4));
  const evaluators = random.sample(['IT', 'Engineering', 'Quality', 'Process'], random.int(2, 3));
  return [
    member(['champion'], champion_at, 0),
    member(['decision_maker'], random.pick(['Finance', 'Operations', 'Executive board', 'Division head']), early()),
    ...evaluators.map((where) => member(['evaluator'], where, early())),
    ...users.map((where, at) => member(['user'], where, at < 2 ? early() : random.between(0.1, 0.4))),
  ];
}

function controllers(random: Random): Draft[] {
  const finance = random.chance(0.3) ? ['Controlling', 'Treasury'] : ['Controlling'];
  return [
    ...finance.map((where) => member(['finance'], where, random.between(0.12, 0.4))),
    member(['procurement'], 'Purchasing', random.between(0.15, 0.45)),
    member(['approver'], random.pick(['Managing director', 'Board', 'Group management']), random.between(0.2, 0.55)),
    ...(random.chance(0.25) ? [member(['approver'], 'Supervisory board', random.between(0.3, 0.6))] : []),
    ...(random.chance(0.4) ? [member(['partner'], 'Integrator', random.between(0.15, 0.5))] : []),
    ...(random.chance(0.35) ? [member(['observer'], 'Internal audit', random.between(0.2, 0.6))] : []),
  ];
}

/** Those who come when much is settled: a second decision maker, security, legal. */
function latecomers(random: Random): Draft[] {
  const late = (): number => random.between(0.4, 0.68);
  return [
    ...(random.chance(0.45) ? [member(['decision_maker'], random.pick(['New COO', 'Group CFO', 'CIO']), late())] : []),
    ...(random.chance(0.85) ? [member(['security'], 'IT security', late())] : []),
    ...(random.chance(0.8) ? [member(['legal'], 'Legal', late())] : []),
  ];
}
