import type { OPTION_KINDS } from './body/basis.ts';
import type { Command } from './decide.ts';
import { defaultZone } from './event.ts';
import type { PurchaseState } from './state.ts';
import type { Zone } from './zone.ts';

/** Ways that are not the supplier's: whoever brings one keeps it to their side until they share it. */
const OF_OTHERS: ReadonlySet<(typeof OPTION_KINDS)[number]> = new Set(['other_supplier', 'build'] as const);

/**
 * The zone of a command that says none and names nothing private: its kind's, except that others' options, what buyers
 * score and what they reckon with as cost are kept to the buyer side, and internal steps to the side that adds them.
 */
export function zoneOfCommand(
  command: Command,
  { basis, buyer_entered_at, plan }: PurchaseState,
  side: 'buyer' | 'seller' | 'none',
  import_id: string | null,
): Zone {
  const own: Zone = side === 'buyer' ? 'buyer' : 'seller';
  // Everyone keeps what they reckon; a supplier tells it until a buyer comes in, and then only notes it.
  const reckoned: Zone = own === 'buyer' || buyer_entered_at !== null ? own : 'shared';
  switch (command.kind) {
    case 'option.changed': {
      const of_others = OF_OTHERS.has(command.body.kind ?? 'other_supplier');
      const is_new = basis.options[command.body.option_id] === undefined;
      return is_new && of_others ? own : defaultZone(command.kind, import_id);
    }
    case 'option.costed':
      return keptOr(reckoned, own, basis.costs[command.body.option_id]?.zone);
    case 'score.changed': {
      const { option_id, requirement_id } = command.body;
      return keptOr(reckoned, own, basis.scores[JSON.stringify([option_id, requirement_id])]?.zone);
    }
    case 'question.asked':
      // Who leaves their name out asks among their own, unless they say otherwise.
      return command.body.anonymous === true ? own : defaultZone(command.kind, import_id);
    case 'step.changed': {
      const { step_id, internal } = command.body;
      const of_one_side = typeof internal === 'string' && plan.steps[step_id] === undefined;
      return of_one_side ? own : defaultZone(command.kind, import_id);
    }
    default:
      return defaultZone(command.kind, import_id);
  }
}

/** What buyers shared or kept before stays so. */
const keptOr = (reckoned: Zone, own: Zone, before: Zone | undefined): Zone =>
  own === 'buyer' && before !== undefined ? before : reckoned;
