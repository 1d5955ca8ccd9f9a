import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { contradictionWords as words } from '../../../catalogue/contradiction.ts';
import { formatSpan } from '../../../catalogue/format.ts';
import { common } from '../../../catalogue/frame.ts';
import { links } from '../../links.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LongText, Text } from '../../ui/field.tsx';
import { usePlace } from '../../workspace.ts';
import { useOpened, useWrite } from './write.ts';

/** Claims that cannot both hold, how long they have been open, and a way to settle them. */
export function Contradictions(): ReactNode {
  const { page, locked } = useOpened();
  const { workspace_id } = usePlace();
  const [settling, setSettling] = useState<string | null>(null);
  const [noting, setNoting] = useState(false);
  const open = page.contradictions.filter((one) => one.resolved_at === null);
  return (
    <section className="card">
      <h2 className="mb-1 flex items-baseline justify-between gap-2">
        {words.title}
        <Link {...links.claims(workspace_id, page.purchase_id)} className="linklike text-xs font-normal">
          {words.all_claims}
        </Link>
      </h2>
      {open.length === 0 && <p className="text-sm text-dim">{words.none}</p>}
      <ul className="space-y-1.5 text-sm">
        {open.map((one) => (
          <li key={one.id} className="wrap-anywhere">
            {one.text}{' '}
            <span className="text-xs text-dim">
              {words.open_for(formatSpan(one.opened_at, page.counted_to))}
              {locked === null && (
                <>
                  {' · '}
                  <button
                    type="button"
                    className="linklike"
                    aria-label={`${words.settle}: ${one.text}`}
                    onClick={() => setSettling(one.id)}
                  >
                    {words.settle}
                  </button>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {locked === null && (
        <Button look="quiet" small className="-ml-2.5 mt-0.5" onClick={() => setNoting(true)}>
          {words.note}
        </Button>
      )}
      {settling !== null && <Settle contradiction_id={settling} onClose={() => setSettling(null)} />}
      {noting && <Note onClose={() => setNoting(false)} />}
    </section>
  );
}

/** Settles a contradiction, with what settled it. */
export function Settle({ contradiction_id, onClose }: { contradiction_id: string; onClose: () => void }): ReactNode {
  const [note, setNote] = useState('');
  const write = useWrite();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const body = note.trim() === '' ? {} : { note: note.trim() };
    if (await write('resolutions.put', { contradiction_id }, body, { said: words.settled })) onClose();
  };
  return (
    <Dialog title={words.settle_title} open onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="space-y-3">
        <LongText label={words.what_holds} value={note} onChange={(event) => setNote(event.target.value)} autoFocus />
        <Actions onClose={onClose} go={words.settle} />
      </form>
    </Dialog>
  );
}

/** Two statements on the same thing become two claims and a contradiction between them. */
function Note({ onClose }: { onClose: () => void }): ReactNode {
  const [form, setForm] = useState({
    subject: '',
    attribute: '',
    first: '',
    first_source: '',
    second: '',
    second_source: '',
  });
  const write = useWrite();
  const set = (key: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm({ ...form, [key]: event.target.value });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const ids = [crypto.randomUUID(), crypto.randomUUID()];
    const claim = (claim_id: string, value: string, source: string) =>
      write(
        'claims.put',
        { claim_id },
        { subject: form.subject, attribute: form.attribute, value, ...(source === '' ? {} : { source }) },
      );
    const fine =
      (await claim(ids[0] ?? '', form.first, form.first_source)) &&
      (await claim(ids[1] ?? '', form.second, form.second_source)) &&
      (await write(
        'contradictions.put',
        { contradiction_id: crypto.randomUUID() },
        { claim_ids: ids, note: words.sentence(form) },
        { said: words.opened },
      ));
    if (fine) onClose();
  };
  return (
    <Dialog title={words.note_title} about={words.note_about} open onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="grid grid-cols-2 gap-3">
        <Text label={words.subject} value={form.subject} onChange={set('subject')} required autoFocus maxLength={200} />
        <Text label={words.attribute} value={form.attribute} onChange={set('attribute')} required maxLength={200} />
        <Text label={words.first} value={form.first} onChange={set('first')} required />
        <Text label={words.source} value={form.first_source} onChange={set('first_source')} />
        <Text label={words.second} value={form.second} onChange={set('second')} required />
        <Text label={words.source} value={form.second_source} onChange={set('second_source')} />
        <div className="col-span-2">
          <Actions onClose={onClose} go={words.note_go} />
        </div>
      </form>
    </Dialog>
  );
}

const Actions = ({ onClose, go }: { onClose: () => void; go: string }): ReactNode => (
  <div className="flex justify-end gap-2">
    <Button onClick={onClose}>{common.cancel}</Button>
    <Button type="submit" look="primary">
      {go}
    </Button>
  </div>
);
