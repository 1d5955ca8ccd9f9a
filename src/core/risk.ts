import { carried, kept } from './basis.ts';
import type { RiskState } from './body/risk.ts';
import type { BodyOf, EventOf } from './event.ts';
import type { PurchaseState } from './state.ts';
import type { Zone } from './zone.ts';

/** What could go wrong, as last said. */
export type Risk = BodyOf<'risk.changed'> & {
  likelihood: number;
  impact: number;
  state: RiskState;
  at: string;
  event_id: string;
  zone: Zone;
  /** When it was first noted. */
  first_at: string;
};

/** Takes down what is said of a risk; what is left out stays. Nothing rests on risks, so nothing is shaken. */
export function risk(draft: PurchaseState, event: EventOf<'risk.changed'>): void {
  const { body } = event;
  const before = draft.risks[body.risk_id];
  if (body.removed === true) {
    delete draft.risks[body.risk_id];
    return;
  }
  const said: Risk = {
    ...kept(event),
    likelihood: body.likelihood ?? before?.likelihood ?? 3,
    impact: body.impact ?? before?.impact ?? 3,
    state: body.state ?? before?.state ?? 'open',
    first_at: before?.first_at ?? event.occurred_at,
  };
  draft.risks[body.risk_id] = carried<Risk>(before, said, ['for_whom', 'mitigation', 'owner_id']);
}

/** How much a risk weighs: likelihood × impact, 1 to 25. */
export const severityOf = ({ likelihood, impact }: Pick<Risk, 'likelihood' | 'impact'>): number => likelihood * impact;

/** Whether something is still to be done or watched. */
export const isLiveRisk = ({ state }: Pick<Risk, 'state'>): boolean => state === 'open' || state === 'happened';

/** Those to watch first, the weightiest first. */
export const risksInOrder = (risks: readonly Risk[]): Risk[] =>
  [...risks].sort(
    (a, b) =>
      Number(isLiveRisk(b)) - Number(isLiveRisk(a)) ||
      severityOf(b) - severityOf(a) ||
      (a.first_at < b.first_at ? -1 : 1),
  );
