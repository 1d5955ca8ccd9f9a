/*
 * The board memo: what a champion can take to whoever decides in the end. Made from the buyers' view as it stands, from
 * nothing else, and only for who reads all of it.
 */
import { memoFrame } from '../../catalogue/memo-document.ts';
import { sentences } from '../../catalogue/sentences.ts';
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
import { dayText, numberText, oneLine } from './writing.ts';

type Builder = (making: Making) => MemoBlock[];

/** Every section, by its id: a new part of the memo is an id in `MEMO_SECTIONS`, a title in the catalogue and a builder here. */
const BUILDERS: Record<MemoSectionId, Builder> = {
  decision: decisionSection,
  problem: problemSection,
  options: optionsSection,
  requirements: requirementsSection,
  value: valueSection,
  open: openSection,
  risks: risksSection,
  plan: planSection,
  people: peopleSection,
  sources: sourcesSection,
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
    title: memoFrame.title(oneLine(state.name ?? sentences.purchase)),
    subtitle: subtitleOf(state, now),
    as_of: now,
    people,
    // Sources come last: they are what the others named.
    sections: wanted.map((section) => ({
      section,
      title: memoFrame.sections[section],
      blocks: BUILDERS[section](making),
    })),
  };
}

function subtitleOf(state: PurchaseState, now: string): string {
  const group = activeStakeholders(state).length;
  const account = state.account_name === null ? '' : oneLine(state.account_name);
  return memoFrame.subtitle(
    ...([account, dayText(now), now.slice(11, 16), group] as const),
    ...([numberText(state.events), state.events === 1] as const),
  );
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
  if (sources.length === 0) return [paragraph(memoFrame.no_sources)];
  return [{ kind: 'list', items: sources.map((source, index) => `[${index + 1}] ${source}`) }];
}
