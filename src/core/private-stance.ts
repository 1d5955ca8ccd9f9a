import { isActive } from './completion.ts';
import type { Answer } from './release.ts';
import type { PurchaseState, Stance } from './state.ts';
import { TEMPLATES } from './template.ts';

/** What someone who keeps a stance to themselves says of a job; who stands aside or took it back says nothing of it. */
export const KEPT_STANCES = ['agrees', 'at_it', 'withholds'] as const;
export type KeptStance = (typeof KEPT_STANCES)[number];

const KEPT: Partial<Record<Stance, KeptStance>> = { given: 'agrees', working: 'at_it', withheld: 'withholds' };

/** The figures of a job: its stances, and the confidence of those among them who said one. */
export const stanceFigure = (job_id: string): string => `${job_id}/stance`;
export const confidenceFigure = (job_id: string): string => `${job_id}/confidence`;

/** The jobs of the presets. Other jobs are a supplier's or a group's own, and may be known to the buyers alone. */
export const PRESET_JOBS = new Set(Object.values(TEMPLATES).flatMap((jobs) => jobs.map(({ job_id }) => job_id)));

/** The stances that the people of one purchase keep on the buyer side, for `releasesOf`. @param state the buyers' view */
export function keptStances(state: PurchaseState): Answer[] {
  const { purchase_id } = state;
  return state.jobs.flatMap(({ job_id, assents }) => {
    if (!(PRESET_JOBS as ReadonlySet<string>).has(job_id)) return [];
    return Object.entries(assents).flatMap(([contributor, assent]): Answer[] => {
      const person = state.stakeholders[contributor];
      const value = KEPT[assent.state];
      if (assent.zone !== 'buyer' || value === undefined || person === undefined || !isActive(person)) return [];
      const of = { contributor, purchase_id };
      const stance: Answer = { ...of, figure: stanceFigure(job_id), part_of: null, value };
      if (assent.confidence === null) return [stance];
      const confidence = { figure: confidenceFigure(job_id), part_of: stance.figure, value: assent.confidence };
      return [stance, { ...of, ...confidence }];
    });
  });
}
