import { type FormEvent, type ReactNode, useState } from 'react';
import { askWords, takeWords as words } from '../../../catalogue/answers.ts';
import { common } from '../../../catalogue/frame.ts';
import { proposeClaims } from '../../../core/claims/propose.ts';
import { printValue, readValue, valueIn, valueText } from '../../../core/claims/value.ts';
import { shortly } from '../../../core/question.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select, Text } from '../../ui/field.tsx';
import { useOpened, useWrite } from '../purchase/write.ts';
import { type Answer, type Question, saidOn } from './data.ts';

interface TakeDialogProps {
  question: Question;
  answer: Answer;
  onClose: () => void;
}

const MEASURED: ReadonlySet<string> = new Set(['quantity', 'date', 'version']);

/** What the answer says, as far as rules find a claim in it; its own words where they do not. */
function draftOf({ question, answer }: Omit<TakeDialogProps, 'onClose'>) {
  // What is no number or day is better said in the words of the two.
  const found = proposeClaims(answer.text).find(({ value_kind }) => MEASURED.has(value_kind));
  return {
    subject: found?.subject ?? '',
    attribute: found?.attribute ?? shortly(question.text, 120),
    value:
      found === undefined ? shortly(answer.text, 300) : valueText(valueIn({ ...found, unit: found.unit ?? undefined })),
    job_id: question.job_id ?? '',
  };
}

/** Takes an answer; as a claim, which says where it comes from, it counts where claims do. */
export function TakeDialog({ question, answer, onClose }: TakeDialogProps): ReactNode {
  const { page } = useOpened();
  const write = useWrite();
  const [draft, setDraft] = useState(() => draftOf({ question, answer }));
  const read = readValue({ value: draft.value });
  const said = 'problem' in read ? words.value_hint : words.understood(valueText(read.value));
  const send = async (claim: object | null): Promise<void> => {
    const body = { answer_id: answer.answer_id, seen: question.seen, ...(claim !== null && { claim }) };
    const done = { said: claim === null ? words.taken : words.taken_as_claim };
    if (await write('acceptances.create', { question_id: question.question_id }, body, done)) onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const value =
      'value' in read && read.value.kind !== 'text' ? printValue(read.value) : { value: draft.value.trim() };
    const used_for = draft.job_id === '' ? [] : [draft.job_id];
    void send({ subject: draft.subject.trim(), attribute: draft.attribute.trim(), ...value, used_for });
  };
  const set =
    (key: keyof typeof draft) =>
    (event: { target: { value: string } }): void =>
      setDraft({ ...draft, [key]: event.target.value });
  return (
    <Dialog title={words.title} about={words.about} open onClose={onClose}>
      <blockquote className="border-l-2 border-line pl-3 text-sm mb-3 max-h-40 overflow-y-auto whitespace-pre-wrap wrap-anywhere">
        <bdi>{answer.text}</bdi>
        <footer className="text-xs text-dim mt-1">
          <bdi>{saidOn(answer)}</bdi>
        </footer>
      </blockquote>
      <form onSubmit={submit} className="space-y-3">
        <div className="grid grid-cols-2 max-sm:grid-cols-1 gap-3">
          <Text
            label={words.subject}
            value={draft.subject}
            onChange={set('subject')}
            required
            maxLength={200}
            autoFocus
          />
          <Text label={words.attribute} value={draft.attribute} onChange={set('attribute')} required maxLength={200} />
          <Text label={words.value} value={draft.value} onChange={set('value')} required maxLength={2000} hint={said} />
          <Select
            label={words.job}
            options={[
              { value: '', label: askWords.no_job },
              ...page.jobs.map(({ job_id, name }) => ({ value: job_id, label: name })),
            ]}
            value={draft.job_id}
            onChange={set('job_id')}
          />
        </div>
        <div className="flex flex-wrap justify-end gap-2 pt-1">
          <Button className="mr-auto max-sm:mr-0" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button onClick={() => void send(null)}>{words.only}</Button>
          <Button type="submit" look="primary" disabled={'problem' in read}>
            {words.as_claim}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
