import type { OutputOf } from '../contract/operations.ts';
import { journeyGraph } from '../core/journey/graph.ts';
import { LogBuilder } from '../core/journey/log.ts';
import { findVariants, topVariants } from '../core/journey/variants.ts';
import type { Db } from '../store/db.ts';
import { readJourneySteps } from '../store/journey.ts';
import type { Handlers } from './bind.ts';
import { scopeOfCaller } from './caller.ts';

const TOP_VARIANTS = 20;

/** The journey map of the caller's view, computed from what is stored each time it is asked for. */
export const journeyHandlers = (db: Db): Pick<Handlers, 'journeys.get'> => ({
  'journeys.get': async ({ query, caller }): Promise<OutputOf<'journeys.get'>> => {
    const builder = new LogBuilder();
    const { lens, ...filter } = query;
    await readJourneySteps(db, scopeOfCaller(caller), lens, filter, ({ purchase_id, step, at_ms }) =>
      builder.add(purchase_id, lens === 'jobs' ? step.replaceAll('_', ' ') : step, at_ms),
    );
    const log = builder.finish();
    const variants = findVariants(log);
    return { ...journeyGraph(log, variants), top_variants: topVariants(log, variants, TOP_VARIANTS) };
  },
});
