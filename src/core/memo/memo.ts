/*
 * The board memo: what a champion can take to whoever decides in the end. Made from the buyers' view as it stands, from
 * nothing else, and only for who reads all of it.
 */
import { activeStakeholders } from '../completion.ts';
import type { PurchaseState } from '../state.ts';
import { openSection, optionsSection, problemSection, requirementsSection } from './basis.ts';
import { decisionSection } from './decision.ts';
import {
  type Making,
  MEMO_SECTIONS,
  type Memo,
  type MemoBlock,
  type MemoSectionId,
  type PeopleShown,
  paragraph,
} from './model.ts';
import { peopleSection } from './people.ts';
import { planSection, risksSection } from './room.ts';
import { valueSection } from './value.ts';
import { countText, dayText, numberText, oneLine } from './writing.ts';

interface Builder {
  title: string;
  blocks: (making: Making) => MemoBlock[];
}

/** Every section, by its id: a new part of the memo is an id in `MEMO_SECTIONS` and a builder here. */
const BUILDERS: Record<MemoSectionId, Builder> = {
  decision: { title: 'What is to be decided', blocks: decisionSection },
  problem: { title: 'The problem', blocks: problemSection },
  options: { title: 'The options', blocks: optionsSection },
  requirements: { title: 'The requirements', blocks: requirementsSection },
  value: { title: 'What it is worth', blocks: valueSection },
  open: { title: 'What contradicts itself', blocks: openSection },
  risks: { title: 'What could go wrong', blocks: risksSection },
  plan: { title: 'The plan', blocks: planSection },
  people: { title: 'Who agrees and who does not', blocks: peopleSection },
  sources: { title: 'Sources', blocks: sourcesSection },
};

export interface MemoWish {
  /** ISO 8601 in UTC: of when the state is. */
  now: string;
  people: PeopleShown;
  /** In any order; the memo keeps its own. */
  sections: readonly MemoSectionId[];
}

/**
 * The memo of a purchase.
 * @param state the whole buyers' view; null comes back for any other, as the memo is the buyers'
 */
export function memoOf(state: PurchaseState, { now, people, sections }: MemoWish): Memo | null {
  if (state.view !== 'buyer') return null;
  const making: Making = { state, people, now, ...citing() };
  const wanted = MEMO_SECTIONS.filter((id) => sections.includes(id) && (id !== 'people' || people !== 'none'));
  return {
    title: `Board memo: ${oneLine(state.name ?? 'Purchase')}`,
    subtitle: subtitleOf(state, now),
    as_of: now,
    people,
    // Sources come last: they are what the others named.
    sections: wanted.map((section) => ({
      section,
      title: BUILDERS[section].title,
      blocks: BUILDERS[section].blocks(making),
    })),
  };
}

function subtitleOf(state: PurchaseState, now: string): string {
  const group = activeStakeholders(state).length;
  const account = state.account_name === null ? '' : `${oneLine(state.account_name)}. `;
  return `${account}As the buyer side knows it on ${dayText(now)}, ${now.slice(11, 16)} UTC: ${countText(group, 'person', 'people')} in the buying group, ${countText(state.events, 'entry', 'entries').replace(/^\d+/, (n) => numberText(Number(n)))} in the record. For the buyer side only.`;
}

/** Numbers sources in the order in which they are first named; the same source keeps its number. */
function citing(): Pick<Making, 'cite' | 'sources'> {
  const sources: string[] = [];
  const cite = (source: string | null): string => {
    if (source === null) return '';
    const line = oneLine(source);
    const known = sources.indexOf(line);
    return ` [${known >= 0 ? known + 1 : sources.push(line)}]`;
  };
  return { cite, sources };
}

function sourcesSection({ sources }: Making): MemoBlock[] {
  if (sources.length === 0) return [paragraph('Nothing in this memo names a source.')];
  return [{ kind: 'list', items: sources.map((source, index) => `[${index + 1}] ${source}`) }];
}
