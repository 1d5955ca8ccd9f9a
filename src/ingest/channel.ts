import { CHANNELS, type Channel } from '../core/body/words.ts';

const NAMES: ReadonlySet<string> = new Set(CHANNELS);
/** Words of CRMs and mail programs, the first that fits decides. */
const WORDS: readonly (readonly [RegExp, Channel])[] = [
  [/video|zoom|teams|webinar|screen ?share|web conference/, 'video'],
  [/e-?mail|newsletter|inmail/, 'email'],
  [/call|phone|voice|dial/, 'phone'],
  [/chat|sms|text|whatsapp|slack|message|communication|linkedin/, 'chat'],
  [/trade ?show|conference|exhibition|fair|roadshow/, 'event'],
  [/meeting|visit|in.person|on.?site|lunch|demo|postal|letter/, 'in_person'],
  [/partner|referral|reseller/, 'partner'],
  [/web|site|page|form|search|social|display|direct|organic|internet|online|portal/, 'web'],
  [/api|integration/, 'api'],
];

/** The channel that a source's word means, if it means one. */
export function channelOf(word: string): Channel | null {
  const plain = word.trim().toLowerCase();
  if (plain === '') return null;
  if (NAMES.has(plain)) return plain as Channel;
  return WORDS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}
