import { type FormEvent, type ReactNode, useState } from 'react';
import { words } from '../../../catalogue/answers.ts';
import { type Zone, ZoneChoice } from '../../signs/zone-choice.tsx';
import { Button } from '../../ui/button.tsx';
import { LongText, Tick } from '../../ui/field.tsx';
import { useOpened, useWrite } from '../purchase/write.ts';
import type { Question } from './data.ts';
import { TooLong, tooLong } from './too-long.tsx';

/** Adds to a thread: with or without one's name, for both sides or one's own. */
export function Reply({ question }: { question: Question }): ReactNode {
  const { page } = useOpened();
  const write = useWrite();
  const [text, setText] = useState('');
  const [zone, setZone] = useState<Zone>('shared');
  const [anonymous, setAnonymous] = useState(false);
  const own = question.zone !== 'shared';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const body = {
      text: text.trim(),
      ...(anonymous && { anonymous: true }),
      ...(!own && { zone }),
    };
    const params = { question_id: question.question_id, answer_id: crypto.randomUUID() };
    // To take it back would tell whose it was.
    if (await write('answers.put', params, body, { said: words.answered, ...(anonymous && { undo: null }) }))
      setText('');
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="space-y-2.5 pt-2">
      <LongText
        label={question.yours ? words.add : words.your_answer}
        value={text}
        dir="auto"
        rows={3}
        onChange={(event) => setText(event.target.value)}
      />
      <TooLong text={text} />
      {text.trim() !== '' && (
        <div className="flex flex-wrap gap-x-6 gap-y-2.5 items-end">
          {!own && (
            <div className="grow basis-52 max-w-72">
              <ZoneChoice own={page.view} value={zone} onChange={setZone} />
            </div>
          )}
          {page.view === 'buyer' && (
            <div className="grow basis-52">
              <Tick checked={anonymous} onChange={(event) => setAnonymous(event.target.checked)}>
                {words.nameless_answer}
                <span className="block text-xs text-dim">{words.nameless_about}</span>
              </Tick>
            </div>
          )}
        </div>
      )}
      <Button
        type="submit"
        look={text.trim() === '' ? 'plain' : 'primary'}
        className="max-sm:w-full max-sm:min-h-11"
        disabled={text.trim() === '' || tooLong(text) > 0}
      >
        {question.yours ? words.add : words.answer}
      </Button>
    </form>
  );
}
