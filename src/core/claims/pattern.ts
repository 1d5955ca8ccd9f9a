import { BOUND_AFTER, BOUND_BEFORE } from './bound.ts';
import { MONTH_NAMES } from './day.ts';
import { NUMBER } from './number.ts';
import { RATES, SYMBOLS, WORDS } from './unit-table.ts';

/*
 * Patterns that find values in prose. They are stricter than what reads one value: here a word that is no known unit is
 * prose.
 */

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const oneOf = (texts: Iterable<string>): string =>
  [...texts]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');

/** Symbols are told by case, words are not; both have to end where the word ends. */
const SYMBOL = `(?:${oneOf(SYMBOLS.keys())})(?![\\p{L}\\p{N}])`;
const WORD = `(?:${oneOf(WORDS.keys())})(?![\\p{L}\\p{N}])`;
const PHRASE = '(?:business|working)[ -]?(?:hours?|days?|weeks?)(?![\\p{L}])';
const CODE = '(?:EUR|USD|GBP|CHF|JPY|SEK|NOK|DKK|PLN|CZK|CAD|AUD)(?![\\p{L}])';
const UNIT = `(?:${PHRASE}|${CODE}|${SYMBOL}|${insensitive(WORD)})`;
const RATE = `(?:\\s?(?:\\/|per |pro |je |a (?=\\p{L}))\\s?${UNIT}|\\s(?:${oneOf(Object.keys(RATES))})(?!\\p{L})|\\sp\\.\\s?[am]\\.?)`;
const LARGE =
  '(?:\\s?(?:[kK]|m|M|bn|mn|[Tt]sd\\.?|[Mm]io\\.?|[Mm]rd\\.?)(?=\\s?(?:€|EUR|USD|CHF|GBP)|(?![\\p{L}/]))|\\s(?:thousand|million|billion|Millionen|Milliarden|Tausend)\\b)';
const MONEY = '(?:[€$£¥]|EUR|USD|GBP|CHF)\\s?';
const BEFORE = `(?:(?:${insensitive(BOUND_BEFORE)})\\s+|[≤≥<>~≈]\\s?)`;
const AFTER = `(?:\\s?\\+|\\s(?:${insensitive(BOUND_AFTER.replaceAll('\\+|', ''))})(?!\\p{L}))`;
const TO = '\\s?(?:–|—|-|\\.\\.|to|and|bis|und)\\s?';

/** A word pattern that does not mind case, inside one that does. */
function insensitive(source: string): string {
  return source.replaceAll(/\\.|\[[^\]]*\]|\(\?[:=!]|\p{L}/gu, (part) =>
    part.length === 1 && part.toLowerCase() !== part.toUpperCase() && part.toUpperCase().length === 1
      ? `[${part.toLowerCase()}${part.toUpperCase()}]`
      : part,
  );
}

const AMOUNT = `${NUMBER}${LARGE}?`;

/** A number with a unit or a currency: `within 4 h`, `€ 12–15 per user monthly`, `same business day`. */
export const QUANTITIES = new RegExp(
  `(?<![\\p{L}\\p{N}.,/-])(?:${BEFORE}|(?:[Bb]etween|[Ff]rom|[Zz]wischen|[Vv]on)\\s)?(?:${MONEY}${AMOUNT}(?:${TO}(?:${MONEY})?${AMOUNT})?(?:${RATE})*|${AMOUNT}(?:\\s?${UNIT})?${TO}${AMOUNT}\\s?${UNIT}(?:${RATE})*|${AMOUNT}(?:\\s?|-)${UNIT}(?:${RATE})*)${AFTER}?|(?:[Ss]ame|[Nn]ext) (?:business |working )?day(?!\\p{L})`,
  'gu',
);

const MONTH = `(?:${insensitive(MONTH_NAMES)})\\.?`;
const DAY = `(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?\\d{4}|\\d{1,2}\\/\\d{1,2}\\/\\d{4}|\\d{1,2}(?:st|nd|rd|th|\\.)?\\s(?:of )?${MONTH},?\\s\\d{4}|${MONTH}\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s\\d{4}|${MONTH}\\s\\d{4}|[QH][1-4][ /-]?\\d{4}|(?:the )?end of \\d{4})`;

/** A date: `by 1 May 2026`, `Q3 2026`, `31.12.2026`. */
export const DAYS = new RegExp(`(?<![\\p{L}\\p{N}])${BEFORE}?${DAY}(?![\\p{N}])`, 'gu');

/** What stands before the date of the text itself: `Date: `, `Offer of `, `Last updated on `, `Stand: `. */
export const DATELINE =
  /^[\s*_#|(]*(?:(?:(?:(?:last|zuletzt) )?(?:updated|changed|modified|reviewed|revised|aktualisiert|geändert)|dated?|datum|stand|as of|issued|printed|(?:(?:this )?(?:offer|proposal|quote|quotation|document|report|letter|version|page)|angebot|dokument|bericht)(?: no\.? ?\S+| nr\.? ?\S+)?(?: of| from| dated|,| vom)?)(?: on| am| vom)?)[\s:*_|–-]*$/iu;

/** A version: `TLS 1.2 or newer`, `version 4.2`, `v17`, `PostgreSQL 15 or later`. */
export const VERSIONS =
  /(?<![\p{L}\p{N}.,])(?<name>\p{Lu}[\p{L}\p{N}+/-]*(?:[ -]\p{Lu}[\p{L}\p{N}+]*)?)?\s?(?<value>(?:[Vv]ersion |[Vv]ersions |[Vv])\d+(?:\.\d+){0,3}(?:\.x)?(?: (?:or|and) (?:newer|higher|later|above))?|(?<=\p{Lu}[\p{L}\p{N}+/-]*\s)\d+(?:\.\d+){1,3}(?:\.x)?(?: (?:or|and) (?:newer|higher|later|above)|\+)?|(?<=\p{Lu}[\p{L}\p{N}+/-]*\s)\d+(?: (?:or|and) (?:newer|higher|later|above)|\+))(?![\p{L}\p{N}])(?!\s?(?:%|€))/gu;

/** Something a thing has or does, or does not: `supports single sign-on`, `does not include training`. */
export const FEATURES =
  /(?<not>(?:does not|do not|doesn['’]t|don['’]t|cannot|can ?not|can['’]t|will not|is not|are not|isn['’]t|aren['’]t|nicht)\s+)?(?<![\p{L}])(?<verb>supports?|includes?|offers?|provides?|comes? with|integrates? with|compl(?:y|ies) with|conforms? to|encrypts?|exports?|imports?|is included|are included|included|is available|are available|is certified (?:to|for|under)|certified (?:to|for|under)|meets?|enthält|unterstützt|bietet|erfüllt)(?![\p{L}])\s*(?<no>no\s+|kein\p{L}*\s+)?(?<object>[^.;:!?\n]{0,120})/giu;
