import { useCallback } from 'react';
import type { SignKind } from '../../types.ts';
import { useWrite } from '../purchase/write.ts';
import { useCase } from './context.ts';
import { editWords as words } from './edit-words.ts';
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

/** Writes a new value of an assumption; all else of it stays. */
export function useSaveValue() {
  const write = useWrite();
  return useCallback(
    (assumption: AssumptionView, more: object) =>
      write(
        'assumptions.put',
        { assumption_id: assumption.assumption_id },
        { name: assumption.name, value: assumption.value, seen: assumption.seen, ...more },
        { said: words.saved },
      ),
    [write],
  );
}
