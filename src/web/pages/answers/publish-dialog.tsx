import type { ReactNode } from 'react';
import { libraryWords as words } from '../../../catalogue/answers.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { say, sayError } from '../../ui/toast.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { useOpened } from '../purchase/write.ts';
import type { Answer, Question } from './data.ts';
import { LibraryForm } from './library-form.tsx';

interface PublishDialogProps {
  question: Question;
  answer: Answer;
  owners: readonly { person_id: string; name: string }[];
  onClose: () => void;
}

/** Takes an answer that the supplier gave here into its library, in words for everyone. */
export function PublishDialog({ question, answer, owners, onClose }: PublishDialogProps): ReactNode {
  const { workspace_id, as } = usePlace();
  const { page } = useOpened();
  const call = useCall();
  const save = async (body: object): Promise<void> => {
    const { purchase_id } = page;
    const params = { workspace_id, purchase_id, question_id: question.question_id, answer_id: answer.answer_id };
    try {
      await call('publications.create', { params, body: body as { question: string; answer: string } });
      say(words.saved);
      onClose();
    } catch (error) {
      sayError(error);
    }
  };
  const owner_id = owners.some(({ person_id }) => person_id === as) ? as : (owners[0]?.person_id ?? '');
  const draft = { question: question.text, answer: answer.text, source: '', owner_id, published: true };
  return (
    <Dialog title={words.title} about={words.about} open onClose={onClose}>
      <LibraryForm draft={draft} owners={owners} onSave={(body) => void save(body)} onClose={onClose} />
    </Dialog>
  );
}
