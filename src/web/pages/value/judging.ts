import { useCallback } from 'react';
import { editWords as words } from '../../../catalogue/value-edit.ts';
import type { SignKind } from '../../types.ts';
import { useWrite } from '../purchase/write.ts';
import { useCase } from './context.ts';
import type { AssumptionView } from './live.ts';

/** The sign of an assumption: solid where a buyer agreed, barred where one disputes, hatched where nobody has said. */
export const signOfState = (state: AssumptionView['state']): SignKind =>
  state === 'agreed' ? 'given' : state === 'disputed' ? 'withheld' : 'indicated';

export type Judged = 'agreed' | 'disputed' | 'open';

/** Says for the buyer who acts whether an assumption holds; one click, and undone by the next. */
export function useJudge() {
  const write = useWrite();
  const { self } = useCase();
  return useCallback(
    (assumption: AssumptionView, judgement: Judged, reason?: string) => {
      const said = {
        agreed: words.agreed_said(assumption.name),
        disputed: words.disputed_said(assumption.name),
        open: words.open_said,
      };
      return write(
        'judgements.put',
        { assumption_id: assumption.assumption_id, person_id: self ?? '' },
        { judgement, seen: assumption.seen, ...(reason === undefined || reason === '' ? {} : { reason }) },
        { said: said[judgement] },
      );
    },
    [write, self],
  );
}

/**
 * Writes a new value of an assumption; all else of it stays. Who types on while the last number is being saved builds on what
 * they saved themselves: that is no conflict.
 */
export function useSaveValue() {
  const write = useWrite();
  const { latest, writing } = useCase();
  return useCallback(
    (assumption: AssumptionView, more: object): Promise<boolean> => {
      const { assumption_id } = assumption;
      const before = writing.current;
      const save = (base: AssumptionView): Promise<boolean> =>
        write(
          'assumptions.put',
          { assumption_id },
          { name: base.name, value: base.value, seen: base.seen, ...more },
          { said: words.saved },
        );
      const after = async (): Promise<boolean> => {
        await before;
        return save(latest().assumptions.find((one) => one.assumption_id === assumption_id) ?? assumption);
      };
      const mine = before === null ? save(assumption) : after();
      writing.current = mine;
      void mine.finally(() => {
        if (writing.current === mine) writing.current = null;
      });
      return mine;
    },
    [write, latest, writing],
  );
}
