import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { words as page_words, findWords as words } from '../../../catalogue/claims.ts';
import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import { Button } from '../../ui/button.tsx';
import { choicesOf } from '../../ui/choices.ts';
import { LongText, Select, Text, Tick } from '../../ui/field.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { say, sayError } from '../../ui/toast.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { useOpened } from '../purchase/write.ts';
import { useClaims } from './data.ts';
import { Found } from './found.tsx';

const LONGEST = 200_000;

export interface Asked {
  text: string;
  format: 'text' | 'html';
  subject: string;
  channel: string;
  option_id: string;
  document: string;
  model: boolean;
}
export type Proposals = OutputOf<'claim_proposals.create'>;

const EMPTY: Asked = {
  text: '',
  format: 'text',
  subject: '',
  channel: 'web',
  option_id: '',
  document: '',
  model: false,
};

/** Paste a text or choose a page, and look at what may be claims in it one by one. */
export function Find(): ReactNode {
  const { workspace_id } = usePlace();
  const { page, locked } = useOpened();
  const call = useCall();
  const [asked, setAsked] = useState(EMPTY);
  const find = useMutation({
    mutationFn: () => {
      const { text, format, subject, option_id, model } = asked;
      const body: InputOf<'claim_proposals.create'>['body'] = {
        text,
        format,
        model,
        ...(subject.trim() !== '' && { subject: subject.trim() }),
        ...(option_id !== '' && { option_id }),
      };
      return call('claim_proposals.create', { params: { workspace_id, purchase_id: page.purchase_id }, body });
    },
    onError: sayError,
  });
  if (find.data !== undefined) {
    return <Found key={find.submittedAt} asked={asked} found={find.data} onAgain={() => find.reset()} />;
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    find.mutate();
  };
  return (
    <form onSubmit={submit} className="max-w-3xl space-y-3">
      <p className="text-sm text-dim">{words.about}</p>
      <LongText
        label={words.text}
        rows={12}
        value={asked.text}
        maxLength={LONGEST}
        onChange={(event) => setAsked({ ...asked, text: event.target.value, format: 'text' })}
        required
      />
      <FileChoice onRead={(read) => setAsked({ ...asked, ...read })} />
      <About asked={asked} set={setAsked} />
      <Button type="submit" look="primary" disabled={find.isPending || locked !== null || asked.text.trim() === ''}>
        {find.isPending ? words.finding : words.go}
      </Button>
    </form>
  );
}

function FileChoice({ onRead }: { onRead: (read: Pick<Asked, 'text' | 'format' | 'document'>) => void }): ReactNode {
  const choose = async (file: File): Promise<void> => {
    const html = /\.x?html?$/i.test(file.name) || file.type === 'text/html';
    if (!html && !/^text\//.test(file.type) && !/\.(txt|md|csv|eml)$/i.test(file.name)) {
      say(words.file_bad, { bad: true });
      return;
    }
    const text = await file.text();
    if (text.length > LONGEST) say(words.file_large, { bad: true });
    else onRead({ text, format: html ? 'html' : 'text', document: file.name });
  };
  return (
    <FileButton small accept=".txt,.md,.html,.htm,.csv,.eml,text/*" onFile={(file) => void choose(file)}>
      {words.file}
    </FileButton>
  );
}

function About({ asked, set }: { asked: Asked; set: (asked: Asked) => void }): ReactNode {
  const { data } = useClaims();
  const options = [
    { value: '', label: words.no_option as string },
    ...(data?.options ?? []).map(({ option_id, name }) => ({ value: option_id, label: name })),
  ];
  return (
    <>
      <div className="grid grid-cols-2 max-sm:grid-cols-1 gap-3">
        <Select
          label={words.channel}
          options={choicesOf(page_words.channels)}
          value={asked.channel}
          onChange={(event) => set({ ...asked, channel: event.target.value })}
        />
        <Text
          label={words.document}
          value={asked.document}
          maxLength={300}
          onChange={(event) => set({ ...asked, document: event.target.value })}
        />
        <Select
          label={words.option}
          options={options}
          value={asked.option_id}
          onChange={(event) => set({ ...asked, option_id: event.target.value })}
        />
        <Text
          label={words.subject}
          value={asked.subject}
          maxLength={200}
          onChange={(event) => set({ ...asked, subject: event.target.value })}
        />
      </div>
      {data?.model != null && (
        <Tick checked={asked.model} onChange={(event) => set({ ...asked, model: event.target.checked })}>
          {words.model(data.model)}
        </Tick>
      )}
    </>
  );
}
