import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../scripts/event-examples.ts';
import { memoStory } from '../../test/core/memo.ts';
import { agrees, claim, eventsOf, named, PURCHASE, type Told } from '../../test/core/story.ts';
import { de } from '../catalogue/de/de.ts';
import { inLanguage, type Language } from '../catalogue/language.ts';
import { learn } from '../catalogue/texts.ts';
import { EVENT_KINDS, type EventKind } from './event.ts';
import { fold } from './fold.ts';
import { needOf, reasonSentence, type Usual } from './need.ts';
import { noticeOf } from './notice/find.ts';
import { standingOf } from './notice/standing.ts';
import { purchaseRow } from './row.ts';
import { causeClause, missingClauses } from './sentence.ts';
import { emptyState, type PurchaseState } from './state.ts';
import { eventSentence } from './telling.ts';
import { VIEWS, type View } from './zone.ts';

const usual: Usual = {
  counted_to: '2030-01-01T00:00:00.000Z',
  now: '2030-01-01T00:00:00.000Z',
  silence_s: [],
  age_s: null,
  repeats: null,
};

/** What is kept of a story: its state, its row, and of what everyone is told. */
function keptOf(story: readonly Told[], view: View) {
  const notices: unknown[] = [];
  let before = standingOf(emptyState(PURCHASE, view));
  const state = fold(PURCHASE, eventsOf(...story), {
    view,
    onEvent: (now, event, refused) => {
      const after = standingOf(now);
      const change = { before, after, events: [event], view };
      notices.push(refused?.code, ...Object.keys(now.stakeholders).map((person_id) => noticeOf(change, person_id)));
      before = after;
    },
  });
  const row = purchaseRow(state);
  return { state, row, need: needOf(row, usual), notices };
}

/** One event of every kind, each able to be at any place of a story. */
const anything: Told[] = (Object.keys(EVENT_KINDS) as EventKind[]).map((kind) => ({ kind, ...EXAMPLES[kind] }));
const disputed: Told[] = [
  ...[named('zoe'), named('cleo', 'champion')],
  ...[claim('x', 4, { used_for: ['validation'] }), agrees('zoe', 'validation'), claim('y', 8)],
  { kind: 'contradiction.resolved', body: { contradiction_id: 'none', claim_ids: ['x', 'y'], holds: 'y' } },
];

const stories = fc
  .shuffledSubarray([...anything, ...disputed], { minLength: 12 })
  .map(
    (story) => [{ kind: 'purchase.opened', ...EXAMPLES['purchase.opened'] }, ...memoStory.slice(1), ...story] as Told[],
  );

const sayings = (state: PurchaseState, story: readonly Told[]): string[] => [
  ...eventsOf(...story).map((event) => eventSentence(state, event)),
  ...state.jobs.flatMap((job) => missingClauses(state, job)),
  ...state.jobs.flatMap(({ assents }) =>
    Object.values(assents).flatMap(({ shaken }) => shaken.map((cause) => causeClause(state, cause))),
  ),
  ...needOf(purchaseRow(state), usual).reasons.map(reasonSentence),
];

const inEach = <T>(make: () => T): Record<Language, T> => ({ en: inLanguage('en', make), de: inLanguage('de', make) });

beforeAll(() => learn('de', de));

describe('what is kept of a story of events of every kind', () => {
  it.each(VIEWS)('is the same whichever language is in force, for the %s', (view) => {
    fc.assert(
      fc.property(stories, (story) => {
        const kept = inEach(() => keptOf(story, view));
        expect(kept.de).toEqual(kept.en);
        expect(JSON.stringify(kept.de)).toBe(JSON.stringify(kept.en));
      }),
      { numRuns: 40 },
    );
  });

  it('is told in the language in force, when it is shown', () => {
    const story = [...memoStory, ...disputed];
    const { state } = keptOf(story, 'buyer');
    const said = inEach(() => sayings(state, story));
    expect(said.de).toHaveLength(said.en.length);
    const alike = said.de.filter((sentence, at) => sentence === said.en[at]);
    expect(alike).toEqual([]);
  });
});
