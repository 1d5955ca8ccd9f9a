import { jobPresets } from '../catalogue/job-presets.ts';
import { pulseStatements } from '../catalogue/telling.ts';
import type { OutputOf } from '../contract/operations.ts';
import { PULSE_ITEMS } from '../core/body/pulse.ts';
import { confidenceFigure, PRESET_JOBS, stanceFigure } from '../core/private-stance.ts';
import { pulseFigure } from '../core/pulse.ts';
import { releaseWeek } from '../core/release.ts';
import type { Db } from '../store/db.ts';
import { listReleases } from '../store/release.ts';
import type { Handlers } from './bind.ts';
import { type Caller, scopeOfCaller } from './caller.ts';

const WEEK_MS = 7 * 86_400_000;

/** Figures about what buyers keep to themselves: read as they were released, never counted on asking. */
export const releaseHandlers = (db: Db): Pick<Handlers, 'releases.list'> => ({
  'releases.list': async ({ caller }) => {
    const released = new Map(
      (await listReleases(db, scopeOfCaller(caller), 'kept_stances')).map((one) => [one.figure, one]),
    );
    const jobs = [...PRESET_JOBS].flatMap((job_id) => {
      const stance = released.get(stanceFigure(job_id));
      if (stance === undefined) return [];
      const confident = released.get(confidenceFigure(job_id));
      return [
        {
          job_id,
          job: jobPresets[job_id].name,
          week: stance.week,
          people: stance.people,
          agrees: stance.shares?.agrees ?? 0,
          at_it: stance.shares?.at_it ?? 0,
          withholds: stance.shares?.withholds ?? 0,
          confidence:
            confident === undefined || confident.mean === null
              ? null
              : { week: confident.week, people: confident.people, mean: confident.mean },
        },
      ];
    });
    const { from } = releaseWeek(new Date().toISOString());
    return { next_at: new Date(Date.parse(from) + WEEK_MS).toISOString(), pulse: await pulseOf(db, caller), jobs };
  },
});

async function pulseOf(db: Db, caller: Caller): Promise<OutputOf<'releases.list'>['pulse']> {
  const released = new Map((await listReleases(db, scopeOfCaller(caller), 'pulse')).map((one) => [one.figure, one]));
  return PULSE_ITEMS.flatMap((item) => {
    const { week, people, mean } = released.get(pulseFigure(item)) ?? {};
    if (week === undefined || people === undefined || mean == null) return [];
    return [{ item, text: pulseStatements[item], week, people, mean }];
  });
}
