import { useQuery } from '@tanstack/react-query';
import { words } from '../../../catalogue/answers.ts';
import { formatDate } from '../../../catalogue/format.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { useCall, usePlace } from '../../workspace.ts';
import { useOpened } from '../purchase/write.ts';

export type QuestionList = OutputOf<'questions.list'>;
export type Question = QuestionList['questions'][number];
export type Answer = Question['answers'][number];

/** The questions of the open purchase. */
export function useQuestions() {
  const { workspace_id, as } = usePlace();
  const { page } = useOpened();
  const call = useCall();
  const { purchase_id } = page;
  return useQuery({
    queryKey: ['questions', workspace_id, purchase_id, as],
    queryFn: ({ signal }) => call('questions.list', { params: { workspace_id, purchase_id } }, { signal }),
  });
}

/** From so many characters on it is looked for whether that was asked before. */
const LEAST_TYPED = 8;

/** Questions like what is being typed. */
export function useSimilar(text: string) {
  const { workspace_id, as } = usePlace();
  const { page } = useOpened();
  const call = useCall();
  const { purchase_id } = page;
  const q = [...text.trim()].slice(0, 500).join('');
  return useQuery({
    queryKey: ['similar', workspace_id, purchase_id, as, q],
    queryFn: ({ signal }) =>
      call('questions.similar', { params: { workspace_id, purchase_id }, query: { q } }, { signal }),
    enabled: q.length >= LEAST_TYPED,
    placeholderData: (before) => before,
  });
}

/** Who said something, as the reader may know it. */
export function whoSaid({ by, named, yours, side }: Pick<Answer, 'by' | 'named' | 'yours' | 'side'>): string {
  if (yours) return named ? words.you : words.you_nameless;
  return named && by !== null ? by : words.someone[side];
}

/** Who is asked, in words. */
export function whoIsAsked({ to, to_you, to_side }: Pick<Question, 'to' | 'to_you' | 'to_side'>): string {
  if (to_you) return words.to.you;
  return to ?? words.to[to_side ?? 'anyone'];
}

export const saidOn = (said: Answer): string => words.said(whoSaid(said).replace(/,$/, ''), formatDate(said.at));
