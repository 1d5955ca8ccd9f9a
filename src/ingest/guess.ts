import type { Outcome } from '../core/body/words.ts';
import type { COLUMN_USES, Mapping } from '../core/mapping.ts';
import { channelOf } from './channel.ts';
import { plainName } from './crm/table.ts';
import type { ColumnLook, TableLook } from './look.ts';
import { recogniseNumbers } from './read/numbers.ts';

type Use = (typeof COLUMN_USES)[number];

/** Plain column names by use, the likeliest first. */
const USUAL: Partial<Record<Use, readonly string[]>> = {
  purchase:
    'caseconceptname caseid case purchaseid opportunityid dealid mqlid prospectid leadid orderid requestid ticketid trace id leadnumber'.split(
      ' ',
    ),
  activity: 'conceptname activity activityname event eventname task action lastnotableactivity lastactivity'.split(' '),
  time: 'timetimestamp completetimestamp timestamp eventtime occurredat time starttimestamp date createddate createdat createdate closedate wondate'.split(
    ' ',
  ),
  name: 'dealname opportunityname purchasename title subject name'.split(' '),
  account: 'account accountname company companyname customer customername organisation organization client'.split(' '),
  person: 'orgresource resource contact contactname person personname email owner salesagent agent user employee'.split(
    ' ',
  ),
  side: ['side', 'party'],
  amount: 'amount dealamount dealvalue closevalue value price caseamountreq caseamount requestedamount'.split(' '),
  currency: ['currency', 'currencycode', 'currencyisocode'],
  channel: ['channel', 'medium', 'leadorigin', 'origin', 'leadsource'],
  stage: ['stage', 'stagename', 'dealstage', 'phase'],
  outcome: ['outcome', 'result', 'won', 'iswon', 'converted', 'status'],
};

/** Words that end a purchase. */
const ENDINGS: readonly (readonly [RegExp, Outcome])[] = [
  [/^(?:closed[\s_-]*)?(?:won|bought|sold|signed)$/i, 'bought'],
  [/^(?:closed[\s_-]*)?(?:lost|rejected|declined)$/i, 'lost'],
  [/^(?:no[\s_-]*decision|cancell?ed|withdrawn|abandoned|closed[\s_-]*no[\s_-]*decision)$/i, 'no_decision'],
];
const YES = /^(?:1|true|yes|y)$/i;

/** Suggests a mapping for a table from its column names and values. @param name of the mapping */
export function guessMapping(look: TableLook, name: string): Mapping {
  const uses = guessUses(look.columns);
  const column = (use: Use) => look.columns.find((one) => uses.get(one.name) === use);
  const time = column('time');
  const activity = column('activity');
  return {
    mapping: 1,
    name,
    columns: Object.fromEntries(look.columns.map((one) => [one.name, uses.get(one.name) ?? 'ignore'])),
    time: { format: time?.times.format ?? 'auto' },
    template: 'buying-6',
    persons: /contact|customer|buyer|email/i.test(column('person')?.name ?? '') ? 'buyer' : 'seller',
    activities: guessActivities([...(activity?.values?.keys() ?? [])]),
    outcomes: { ...guessOutcomes(column('stage')), ...guessOutcomes(column('outcome')) },
    ...currencyOf(column('amount')),
  };
}

function guessUses(columns: readonly ColumnLook[]): Map<string, Use> {
  const uses = new Map<string, Use>();
  for (const [use, names] of Object.entries(USUAL) as [Use, readonly string[]][]) {
    const found = names
      .map((usual) => columns.find((one) => plainName(one.name) === usual && !uses.has(one.name) && fits(use, one)))
      .find((one) => one !== undefined);
    if (found) uses.set(found.name, use);
  }
  addByContent(columns, uses);
  const lifecycle = columns.find((one) => plainName(one.name) === 'lifecycletransition');
  if (lifecycle && (lifecycle.values?.size ?? 0) > 1) uses.set(lifecycle.name, 'lifecycle');
  return uses;
}

/** Where no name told: a column that looks like an id is the purchase, one that holds times is the time. */
function addByContent(columns: readonly ColumnLook[], uses: Map<string, Use>): void {
  const has = (use: Use) => [...uses.values()].includes(use);
  const free = columns.filter((one) => !uses.has(one.name) && one.filled > 0);
  if (!has('purchase')) {
    const found = free.find((one) => /(?:^|[^a-z])id$|[a-z]I[dD]$|_id|number$/i.test(one.name.trim()));
    if (found) uses.set(found.name, 'purchase');
  }
  if (!has('time')) {
    const dated = free.filter((one) => !uses.has(one.name) && fits('time', one));
    const found = dated.find((one) => /date|time|when|_at$/i.test(one.name)) ?? dated[0];
    if (found) uses.set(found.name, 'time');
  }
}

function fits(use: Use, column: ColumnLook): boolean {
  if (use === 'time') {
    // A small whole number is seldom a time.
    return column.times.format !== null && !(column.times.format === 'epoch_s' && column.filled === 0);
  }
  if (use === 'amount') return recogniseNumbers(column.sample).format !== null;
  if (use === 'outcome') return Object.keys(guessOutcomes(column)).length > 0;
  return column.filled > 0;
}

/** What the words of activities say by themselves: a channel, or an end. */
function guessActivities(words: readonly string[]): Mapping['activities'] {
  const activities: [string, Mapping['activities'][string]][] = [];
  for (const word of words) {
    const outcome = endingOf(word);
    const channel = channelOf(word);
    if (outcome !== null) activities.push([word, { outcome }]);
    else if (channel !== null) activities.push([word, { channel }]);
  }
  return Object.fromEntries(activities);
}

function guessOutcomes(column: ColumnLook | undefined): Mapping['outcomes'] {
  const words = [...(column?.values?.keys() ?? [])];
  const outcomes = words.map((word): [string, Outcome | null] => [word, endingOf(word)]);
  const yes =
    words.length <= 3 && column !== undefined && /won|converted/i.test(column.name)
      ? words.filter((word) => YES.test(word))
      : [];
  return Object.fromEntries([
    ...outcomes.filter((pair): pair is [string, Outcome] => pair[1] !== null),
    ...yes.map((word): [string, Outcome] => [word, 'bought']),
  ]);
}

const endingOf = (word: string): Outcome | null => ENDINGS.find(([pattern]) => pattern.test(word.trim()))?.[1] ?? null;

function currencyOf(amount: ColumnLook | undefined): { currency?: string } {
  const found = amount ? recogniseNumbers(amount.sample).currency : null;
  return found !== null && /^[A-Z]{3}$/.test(found) ? { currency: found } : {};
}
