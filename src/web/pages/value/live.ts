import { useEffect, useMemo, useRef, useState } from 'react';
import { localeNow } from '../../../catalogue/language.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { toMinor, type ValueCase } from '../../../core/value/case.ts';
import { type Figures, figuresOf } from '../../../core/value/figures.ts';
import { buildModel, type Model } from '../../../core/value/model.ts';
import { type Reliance, reliance } from '../../../core/value/reliance.ts';
import { type ScenarioName, scenarios } from '../../../core/value/scenario.ts';
import { type Sharing, sharing } from '../../../core/value/sharing.ts';
import { type TornadoBar, tornado } from '../../../core/value/tornado.ts';
import type { Simulated, ToSimulate } from './simulation.worker.ts';

export type ValuePage = OutputOf<'value.get'>;
export type AssumptionView = ValuePage['assumptions'][number];
export type DriverView = ValuePage['drivers'][number];

/** Values that were typed and not saved, by assumption. */
export type Draft = ReadonlyMap<string, number>;

/** What a page holds, as the core computes with it: the same code as in the program, so the same numbers. */
export function caseOfPage(page: ValuePage, draft: Draft): ValueCase {
  const by = (one: AssumptionView, judgement: 'agreed' | 'disputed'): string[] =>
    one.judgements.filter((judged) => judged.judgement === judgement).map(({ person_id }) => person_id);
  return {
    assumptions: page.assumptions.map((one) => ({
      ...one,
      value: draft.get(one.assumption_id) ?? one.value,
      proposed_by: one.proposed_by.side,
      agreed_by: by(one, 'agreed'),
      disputed_by: by(one, 'disputed'),
    })),
    drivers: page.drivers,
    terms: page.terms,
  };
}

export interface Live {
  model: Model;
  figures: Figures;
  bars: readonly TornadoBar[];
  three: Record<ScenarioName, Figures>;
  relied: Reliance | null;
  split: Sharing | null;
  simulated: Simulated | null;
  minor: (amount: number) => number;
}

/** Everything that follows from the page and what is being typed: at once, and the simulation from a worker. */
export function useLive(page: ValuePage, draft: Draft): Live {
  const value_case = useMemo(() => caseOfPage(page, draft), [page, draft]);
  const simulated = useSimulation(value_case, page.tornado.length > 0);
  return useMemo(() => {
    const model = buildModel(value_case);
    const figures = figuresOf(model);
    const bars = tornado(model);
    const { currency } = model.terms;
    return {
      model,
      figures,
      bars,
      three: scenarios(model, bars),
      relied: reliance(model, figures),
      split: sharing(figures),
      simulated,
      minor: (amount: number) => toMinor(amount, currency),
    };
  }, [value_case, simulated]);
}

/** Runs the case in a worker whenever it changes; while a newer one runs, the last answer stays. */
function useSimulation(value_case: ValueCase, wanted: boolean): Simulated | null {
  const [simulated, setSimulated] = useState<Simulated | null>(null);
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  useEffect(() => {
    const made = new Worker(new URL('./simulation.worker.ts', import.meta.url), { type: 'module' });
    made.onmessage = (event: MessageEvent<Simulated>) => {
      if (event.data.number === asked.current) setSimulated(event.data);
    };
    worker.current = made;
    return () => made.terminate();
  }, []);
  useEffect(() => {
    asked.current++;
    if (!wanted) setSimulated(null);
    else worker.current?.postMessage({ number: asked.current, value_case, locale: localeNow() } satisfies ToSimulate);
  }, [value_case, wanted]);
  return simulated;
}
