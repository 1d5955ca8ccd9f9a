import { time_zone } from '../../../catalogue/format.ts';
import type { PlanTemplateName } from '../../../core/plan/templates.ts';
import { isRefusal } from '../../api.ts';
import type { useCall } from '../../workspace.ts';
import { requirementsOf, stepsOf } from './kinds.ts';

/** What a purchase is to have before it is handed over. */
export interface SetUp {
  /** Empty: none. */
  plan: PlanTemplateName | '';
  /** The list of requirements; empty: none. */
  requirements: string;
  /** Empty: not said. */
  problem: string;
  room: boolean;
}

/** What was made: counts, and the link of the room, which is shown only now. */
export interface Made {
  steps: number;
  requirements: number;
  link: string | null;
}

interface At {
  workspace_id: string;
  purchase_id: string;
}

type Call = ReturnType<typeof useCall>;

/**
 * Makes a purchase ready: each part by its own operation, the room last, so that whoever comes in finds all of it. What is there
 * already stays as it is, so that it can be done again where something failed on the way.
 * @param known the texts of the requirements that the purchase has
 */
export async function setUp(call: Call, params: At, how: SetUp, known: ReadonlySet<string>): Promise<Made> {
  const statement = how.problem.trim();
  // What the supplier understood is shared from the beginning.
  const problem = { statement, zone: 'shared' as const };
  if (statement !== '') await call('problem.put', { params, body: problem });
  const steps = how.plan === '' ? 0 : await beginPlan(call, params, how.plan);
  const requirements = requirementsOf(how.requirements).filter(({ text }) => !known.has(text));
  if (requirements.length > 0) await call('requirements.create', { params, body: { requirements } });
  const link = how.room ? (await call('rooms.put', { params, body: { rung: 'verified' } })).link : null;
  return { steps, requirements: requirements.length, link };
}

/** How many steps came in. */
async function beginPlan(call: Call, params: At, template: PlanTemplateName): Promise<number> {
  try {
    await call('plans.begin', { params, body: { template, time_zone } });
    return stepsOf(template);
  } catch (error) {
    if (isRefusal(error) && error.code === 'plan.there_already') return 0;
    throw error;
  }
}
