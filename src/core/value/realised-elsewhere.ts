import { valueCaseOf } from '../case-of-view.ts';
import type { Answer } from '../release.ts';
import type { PurchaseState } from '../state.ts';
import { minorDigits } from './case.ts';
import { buildModel } from './model.ts';
import { realisedOf } from './realised.ts';
import { VALUE_TEMPLATES } from './templates.ts';

/** The drivers of the templates. Others are called what a group calls them, and may be known to it alone. */
const TEMPLATE_DRIVERS: ReadonlySet<string> = new Set(
  Object.values(VALUE_TEMPLATES).flatMap(({ drivers }) => drivers.map(({ symbol }) => symbol)),
);

/** No customer's figure says more than this: one that realised a hundredfold would be told by the mean. */
const MOST = 2;

/**
 * What the customer of one purchase realised of each template's driver, as a share of what was promised for the months that
 * were recorded, for `releasesOf`. The customer counts once, whoever of them recorded it. @param state the buyers' view
 */
export function realisedAnswers(state: PurchaseState): Answer[] {
  const { purchase_id } = state;
  const model = buildModel(valueCaseOf(state));
  const { currency } = model.terms;
  const recorded = Object.values(state.basis.realised)
    .filter((entry) => entry.currency === currency)
    .map(({ driver_id, month, amount_minor }) => ({
      ...{ driver_id, month, cause: null },
      amount: (amount_minor ?? 0) / 10 ** minorDigits(currency),
    }));
  return realisedOf(model, recorded).flatMap(({ driver_id, ratio }): Answer[] => {
    const figure = state.basis.drivers[driver_id]?.symbol ?? '';
    if (ratio === null || !TEMPLATE_DRIVERS.has(figure)) return [];
    return [
      { contributor: purchase_id, purchase_id, figure, part_of: null, value: Math.max(0, Math.min(MOST, ratio)) },
    ];
  });
}
