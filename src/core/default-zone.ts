import type { OPTION_KINDS } from './body/basis.ts';
import type { Command } from './decide.ts';
import { defaultZone } from './event.ts';
import type { PurchaseState } from './state.ts';
import type { Zone } from './zone.ts';

/** Ways that are not the supplier's: whoever brings one keeps it to their side until they share it. */
const OF_OTHERS: ReadonlySet<(typeof OPTION_KINDS)[number]> = new Set(['other_supplier', 'build'] as const);

/**
 * The zone of a command that says none. A change stands where the thing stood, so that nothing private is shared by an edit;
 * something new stands where its kind says, except that others' options, what buyers score and what they reckon with as
 * cost are kept to the buyer side.
 */
export function zoneOfCommand(
  command: Command,
  state: PurchaseState,
  side: 'buyer' | 'seller' | 'none',
  import_id: string | null,
): Zone {
  const own: Zone = side === 'buyer' ? 'buyer' : 'seller';
  const { basis } = state;
  switch (command.kind) {
    case 'purchase.problem_stated':
      return within(own, basis.problem?.zone) ?? defaultZone(command.kind, import_id);
    case 'requirement.changed':
      return within(own, basis.requirements[command.body.requirement_id]?.zone) ?? defaultZone(command.kind, import_id);
    case 'option.changed': {
      const known = basis.options[command.body.option_id];
      const of_others = OF_OTHERS.has(command.body.kind ?? 'other_supplier');
      return within(own, known?.zone) ?? (of_others ? own : defaultZone(command.kind, import_id));
    }
    case 'option.costed':
      return within(own, basis.costs[command.body.option_id]?.zone) ?? ofOption(command.body.option_id, state, own);
    case 'score.changed': {
      const { option_id, requirement_id } = command.body;
      const known = basis.scores[JSON.stringify([option_id, requirement_id])];
      return within(own, known?.zone) ?? ofOption(option_id, state, own);
    }
    default:
      return defaultZone(command.kind, import_id);
  }
}

/** What a side writes stands in its own zone or is shared, whatever was known before. */
const within = (own: Zone, known: Zone | undefined): Zone | undefined =>
  known === undefined || known === 'shared' ? known : own;

/** Buyers keep what they reckon; what a supplier says of an option is as open as the option. */
const ofOption = (option_id: string, { basis }: PurchaseState, own: Zone): Zone =>
  own === 'buyer' ? own : (basis.options[option_id]?.zone ?? 'shared');
