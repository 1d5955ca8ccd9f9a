import type { Assumption, Driver, Judgement, PurchaseState } from './state.ts';
import { type CaseTerms, DEFAULT_TERMS, type ValueAssumption, type ValueCase, type ValueDriver } from './value/case.ts';

type SaidAssumption = NonNullable<Assumption['beneath']>;

/** The value case of a view: all that it may read, or only what both sides read. */
export function valueCaseOf(state: PurchaseState, only_shared = false): ValueCase {
  const { assumptions, drivers, terms } = state.basis;
  const shown = <T extends { zone: string; beneath: object | null }>(things: Record<string, T>) =>
    Object.values(things).flatMap((thing) => {
      if (!only_shared || thing.zone === 'shared') return [{ thing, said: thing as T | NonNullable<T['beneath']> }];
      return thing.beneath === null ? [] : [{ thing, said: thing.beneath as NonNullable<T['beneath']> }];
    });
  return {
    assumptions: shown(assumptions).map(({ thing, said }) => valueAssumption(said, thing, only_shared)),
    drivers: shown(drivers).map(({ said }) => valueDriver(said)),
    terms: termsOf(state, only_shared ? terms.shared : { ...terms.shared, ...terms.own }),
  };
}

function termsOf(state: PurchaseState, said: Partial<CaseTerms>): CaseTerms {
  const currency = state.amount?.currency ?? DEFAULT_TERMS.currency;
  const bought = state.outcome?.outcome === 'bought' ? state.outcome.at.slice(0, 7) : null;
  return { ...DEFAULT_TERMS, currency, starts_on: bought, ...said };
}

/** Only whoever the view may know judged; of a version beneath, nobody judged. */
function valueAssumption(said: SaidAssumption, top: Assumption, only_shared: boolean): ValueAssumption {
  const judged_by = said === top ? Object.entries(top.judgements) : [];
  const known = judged_by.filter(([, { zone }]) => !only_shared || zone === 'shared');
  const by = (which: Judgement['judgement']): string[] =>
    known.filter(([, { judgement }]) => judgement === which).map(([person_id]) => person_id);
  const agreed_by = by('agreed');
  const disputed_by = by('disputed');
  return {
    assumption_id: said.assumption_id,
    symbol: said.symbol,
    name: said.name,
    value: said.value,
    unit: said.unit ?? null,
    low: said.low ?? null,
    high: said.high ?? null,
    distribution: said.distribution ?? 'triangular',
    state: disputed_by.length > 0 ? 'disputed' : agreed_by.length > 0 ? 'agreed' : 'proposed',
    zone: said.zone,
    proposed_by: said.proposed_by.side,
    agreed_by,
    disputed_by,
  };
}

/** A driver as it was said, with what was left out. */
export const valueDriver = (said: NonNullable<Driver['beneath']>): ValueDriver => ({
  driver_id: said.driver_id,
  symbol: said.symbol,
  name: said.name,
  formula: said.formula,
  kind: said.kind ?? 'benefit',
  side: said.side ?? 'buyer',
  price: said.price ?? false,
  recurring: said.recurring ?? true,
  start_month: said.start_month ?? 0,
  ramp_months: said.ramp_months ?? 0,
  ramp: said.ramp ?? 'linear',
  attrition: said.attrition ?? 0,
  matters_to: said.matters_to ?? [],
  zone: said.zone,
});
