import type { OPTION_KINDS } from './body/basis.ts';
import type { Command } from './decide.ts';
import { defaultZone } from './event.ts';
import type { PurchaseState } from './state.ts';
import type { Zone } from './zone.ts';

/** Ways that are not the supplier's: whoever brings one keeps it to their side until they share it. */
const OF_OTHERS: ReadonlySet<(typeof OPTION_KINDS)[number]> = new Set(['other_supplier', 'build'] as const);

/**
 * The zone of a command that says none and names nothing private: its kind's, except that others' options, what buyers
 * score and what they reckon with as cost are kept to the buyer side.
 */
export function zoneOfCommand(
  command: Command,
  { basis }: PurchaseState,
  side: 'buyer' | 'seller' | 'none',
  import_id: string | null,
): Zone {
  const own: Zone = side === 'buyer' ? 'buyer' : 'seller';
  // Buyers keep what they reckon; what a supplier says of an option is as open as the option.
  const reckoned: Zone = own === 'buyer' ? own : 'shared';
  switch (command.kind) {
    case 'option.changed': {
      const of_others = OF_OTHERS.has(command.body.kind ?? 'other_supplier');
      const is_new = basis.options[command.body.option_id] === undefined;
      return is_new && of_others ? own : defaultZone(command.kind, import_id);
    }
    case 'option.costed':
      return basis.costs[command.body.option_id]?.zone ?? reckoned;
    case 'score.changed': {
      const { option_id, requirement_id } = command.body;
      return basis.scores[JSON.stringify([option_id, requirement_id])]?.zone ?? reckoned;
    }
    default:
      return defaultZone(command.kind, import_id);
  }
}
