import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useDeferredValue, useState } from 'react';
import { askWords as words } from '../../../catalogue/answers.ts';
import { common } from '../../../catalogue/frame.ts';
import { links } from '../../links.ts';
import { type Zone, ZoneChoice } from '../../signs/zone-choice.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LongText, Select, Tick } from '../../ui/field.tsx';
import { usePlace } from '../../workspace.ts';
import { useOpened, useWrite } from '../purchase/write.ts';
import { useSimilar } from './data.ts';
import { TooLong, tooLong } from './too-long.tsx';

interface AskDialogProps {
  sellers: readonly { person_id: string; name: string }[];
  onClose: () => void;
}

/** What is typed of a question, and what asks it. */
function useAsking(onClose: () => void) {
  const { workspace_id } = usePlace();
  const { page } = useOpened();
  const write = useWrite();
  const navigate = useNavigate();
  const [question_id] = useState(() => crypto.randomUUID());
  const [text, setText] = useState('');
  const [to, setTo] = useState('');
  const [job_id, setJob] = useState('');
  const [zone, setZone] = useState<Zone>('shared');
  const [anonymous, setAnonymous] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const body = {
      text: text.trim(),
      ...(to.startsWith('side:') && { to_side: to.slice('side:'.length) }),
      ...(to.startsWith('person:') && { to_id: to.slice('person:'.length) }),
      ...(job_id !== '' && { job_id }),
      ...(anonymous ? { anonymous: true, zone: 'buyer' } : { zone }),
    };
    // To take it back would tell whose it was.
    const done = await write('questions.put', { question_id }, body, {
      said: words.asked,
      ...(anonymous && { undo: null }),
    });
    if (!done) return;
    onClose();
    void navigate(links.answers(workspace_id, page.purchase_id, { question: question_id }));
  };
  /** Who cannot read the buyers' own zone is not asked in it. */
  const leaveOut = (now: boolean): void => {
    setAnonymous(now);
    if (now) setTo('');
  };
  return { text, setText, to, setTo, job_id, setJob, zone, setZone, anonymous, leaveOut, submit };
}

/** Among fewer others it is easily guessed who asks. */
const MANY = 4;

/** Asks a question; while one types, what was asked and answered before. */
export function AskDialog({ sellers, onClose }: AskDialogProps): ReactNode {
  const { page } = useOpened();
  const { as } = usePlace();
  const asking = useAsking(onClose);
  const { text, zone, anonymous } = asking;
  const others = page.people.filter(({ active, person_id }) => active && person_id !== as).length;
  return (
    <Dialog title={words.title} open onClose={onClose}>
      <form onSubmit={(event) => void asking.submit(event)} className="space-y-3">
        <LongText
          label={words.text}
          value={text}
          dir="auto"
          rows={4}
          autoFocus
          onChange={(event) => asking.setText(event.target.value)}
        />
        <TooLong text={text} />
        <Similar text={text} onLook={onClose} />
        <div className="grid grid-cols-2 max-sm:grid-cols-1 gap-3">
          <ToWhom asking={asking} sellers={sellers} />
          <Select
            label={words.job}
            options={[
              { value: '', label: words.no_job },
              ...page.jobs.map(({ job_id, name }) => ({ value: job_id, label: name })),
            ]}
            value={asking.job_id}
            onChange={(event) => asking.setJob(event.target.value)}
          />
        </div>
        {page.view === 'buyer' && (
          <Tick checked={anonymous} onChange={(event) => asking.leaveOut(event.target.checked)}>
            {words.nameless}
            {anonymous && <span className="block text-xs text-dim">{words.nameless_about}</span>}
            {anonymous && others < MANY && <span className="block text-xs text-warn">{words.few(others)}</span>}
          </Tick>
        )}
        {!anonymous && <ZoneChoice own={page.view} value={zone} onChange={asking.setZone} />}
        <div className="flex flex-wrap justify-end gap-2 pt-1">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="primary" disabled={text.trim() === '' || tooLong(text) > 0}>
            {words.ask}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function ToWhom({
  asking,
  sellers,
}: {
  asking: ReturnType<typeof useAsking>;
  sellers: AskDialogProps['sellers'];
}): ReactNode {
  const { page } = useOpened();
  const { as } = usePlace();
  const { zone, anonymous } = asking;
  const reads = (side: 'buyer' | 'seller'): boolean =>
    anonymous ? side === 'buyer' : zone === 'shared' || zone === side;
  const buyers = page.people.filter(({ active, person_id }) => active && person_id !== as);
  const options = [
    { value: '', label: words.anyone as string },
    ...(reads('seller') ? [{ value: 'side:seller', label: words.seller as string }] : []),
    ...(reads('buyer') ? [{ value: 'side:buyer', label: words.buyer as string }] : []),
    ...(reads('buyer') ? buyers.map(({ person_id, name }) => ({ value: `person:${person_id}`, label: name })) : []),
    ...(reads('seller')
      ? sellers
          .filter(({ person_id }) => person_id !== as)
          .map(({ person_id, name }) => ({ value: `person:${person_id}`, label: name }))
      : []),
  ];
  const value = options.some((one) => one.value === asking.to) ? asking.to : '';
  return (
    <Select label={words.to} options={options} value={value} onChange={(event) => asking.setTo(event.target.value)} />
  );
}

/** What was asked before in other words: to be looked at instead of asked again. */
function Similar({ text, onLook }: { text: string; onLook: () => void }): ReactNode {
  const { workspace_id } = usePlace();
  const { page } = useOpened();
  const found = useSimilar(useDeferredValue(text)).data;
  if (found === undefined || text.trim() === '' || found.questions.length + found.library.length === 0) return null;
  return (
    <div className="rounded-lg bg-acc-soft p-3 space-y-3 max-h-72 overflow-y-auto" aria-live="polite">
      {found.questions.length > 0 && (
        <section aria-label={words.similar}>
          <h3 className="text-xs !font-[560] text-acc-dim mb-1">{words.similar}</h3>
          <ul className="space-y-1.5 text-sm">
            {found.questions.map((one) => (
              <li key={one.question_id} className="wrap-anywhere">
                <Link
                  {...links.answers(workspace_id, page.purchase_id, { question: one.question_id })}
                  onClick={onLook}
                  className="linklike"
                >
                  <bdi className="line-clamp-2">{one.text}</bdi>
                </Link>
                <span className="line-clamp-2">
                  <bdi className={one.answer === null ? 'text-dim' : ''}>{one.answer ?? words.no_answer_yet}</bdi>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {found.library.length > 0 && (
        <section aria-label={words.library}>
          <h3 className="text-xs !font-[560] text-acc-dim mb-1">{words.library}</h3>
          <ul className="space-y-1.5 text-sm">
            {found.library.map((one) => (
              <li key={one.library_id}>
                <details>
                  <summary className="wrap-anywhere">
                    <bdi>{one.question}</bdi>
                  </summary>
                  <p className="whitespace-pre-wrap wrap-anywhere mt-1">
                    <bdi>{one.answer}</bdi>
                  </p>
                  <p className="text-xs text-acc-dim mt-1 wrap-anywhere">
                    {words.library_from(one.answered_on, one.reviewed_on)}
                    {one.source !== null && <bdi> · {one.source}</bdi>}
                  </p>
                </details>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
