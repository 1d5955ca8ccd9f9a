import { languageNow } from '../catalogue/language.ts';
import { serverTexts } from '../catalogue/server-texts.ts';
import type { OutputOf } from '../contract/operations.ts';
import { journeyGraph } from '../core/journey/graph.ts';
import { LogBuilder } from '../core/journey/log.ts';
import { findVariants, topVariants } from '../core/journey/variants.ts';
import type { Db } from '../store/db.ts';
import { readJourneySteps } from '../store/journey.ts';
import { changesSince } from '../store/live.ts';
import type { Scope } from '../store/scope.ts';
import type { Call, Handlers } from './bind.ts';
import { scopeOfCaller } from './caller.ts';

const TOP_VARIANTS = 20;

type Graph = OutputOf<'journeys.get'>;
type Query = Call<'journeys.get'>['query'];

/** So many maps are kept; each is small, whatever it was computed from. */
const KEPT = 30;

/** The journey map of the caller's view, computed from what is stored and kept until something in that view changes. */
export const journeyHandlers = (db: Db): Pick<Handlers, 'journeys.get'> => {
  const kept = new Map<string, { cursor: number; graph: Promise<Graph> }>();
  return {
    'journeys.get': async ({ query, caller }) => {
      const scope = scopeOfCaller(caller);
      const { cursor } = await changesSince(db, scope, null);
      const key = JSON.stringify([scope.workspace_id, scope.view, query, languageNow()]);
      const known = kept.get(key);
      kept.delete(key);
      const entry = known?.cursor === cursor ? known : { cursor, graph: computeGraph(db, scope, query) };
      entry.graph.catch(() => kept.delete(key));
      kept.set(key, entry);
      const oldest = kept.keys().next();
      if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
      return entry.graph;
    },
  };
};

async function computeGraph(db: Db, scope: Scope, { lens, ...filter }: Query): Promise<Graph> {
  const builder = new LogBuilder();
  await readJourneySteps(db, scope, lens, filter, ({ purchase_id, step, at_ms }) =>
    builder.add(purchase_id, lens === 'jobs' ? serverTexts.job(step) : step, at_ms),
  );
  const log = builder.finish();
  const variants = findVariants(log);
  return { ...journeyGraph(log, variants), top_variants: topVariants(log, variants, TOP_VARIANTS) };
}
