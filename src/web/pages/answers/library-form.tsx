import { type FormEvent, type ReactNode, useState } from 'react';
import { libraryWords as words } from '../../../catalogue/answers.ts';
import { common } from '../../../catalogue/frame.ts';
import { Button } from '../../ui/button.tsx';
import { LongText, Select, Text, Tick } from '../../ui/field.tsx';

/** What is written of an answer of the library. */
export interface LibraryDraft {
  question: string;
  answer: string;
  source: string;
  owner_id: string;
  published: boolean;
}

interface LibraryFormProps {
  draft: LibraryDraft;
  owners: readonly { person_id: string; name: string }[];
  onSave: (body: object) => void;
  onClose: () => void;
}

/** The words of an answer for all customers, who keeps it right, and whether they find it. */
export function LibraryForm({ draft: first, owners, onSave, onClose }: LibraryFormProps): ReactNode {
  const [draft, setDraft] = useState(first);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { owner_id, source, ...rest } = draft;
    onSave({ ...rest, source: source.trim() === '' ? null : source.trim(), ...(owner_id !== '' && { owner_id }) });
  };
  const set =
    (key: 'question' | 'answer' | 'source' | 'owner_id') =>
    (event: { target: { value: string } }): void =>
      setDraft({ ...draft, [key]: event.target.value });
  return (
    <form onSubmit={submit} className="space-y-3">
      <LongText
        label={words.question}
        value={draft.question}
        onChange={set('question')}
        required
        rows={2}
        dir="auto"
        autoFocus
      />
      <LongText label={words.answer} value={draft.answer} onChange={set('answer')} required rows={5} dir="auto" />
      <div className="grid grid-cols-2 max-sm:grid-cols-1 gap-3">
        <Text label={words.source} value={draft.source} onChange={set('source')} maxLength={500} />
        <Select
          label={words.owner}
          options={owners.map(({ person_id, name }) => ({ value: person_id, label: name }))}
          value={draft.owner_id}
          onChange={set('owner_id')}
        />
      </div>
      <Tick checked={draft.published} onChange={(event) => setDraft({ ...draft, published: event.target.checked })}>
        {words.published}
        <span className="block text-xs text-dim">{words.published_about}</span>
      </Tick>
      <div className="flex flex-wrap justify-end gap-2 pt-1">
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button type="submit" look="primary" disabled={draft.question.trim() === '' || draft.answer.trim() === ''}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
