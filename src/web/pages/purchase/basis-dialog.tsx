import { type FormEvent, type ReactNode, useState } from 'react';
import { common } from '../../../catalogue/frame.ts';
import { type BasisKind, basisWords as words } from '../../../catalogue/purchase-basis.ts';
import { type Zone, ZoneChoice } from '../../signs/zone-choice.tsx';
import { Button } from '../../ui/button.tsx';
import { choicesOf } from '../../ui/choices.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LongText, Select, Tick } from '../../ui/field.tsx';
import type { Item } from './basis.tsx';
import { Difference } from './difference-shown.tsx';
import { Shakes } from './shakes.tsx';
import { useOpened, useWrite } from './write.ts';

interface BasisDialogProps {
  kind: BasisKind;
  /** null makes a new one. */
  item: Item | null;
  onClose: () => void;
}

const TOPICS = {
  problem: ['problem_statement'],
  requirement: ['requirements'],
  option: ['options'],
} as const;

/** Adds or changes a problem statement, a requirement or an option; may be marked as wording only, with the difference shown. */
export function BasisDialog({ kind, item, onClose }: BasisDialogProps): ReactNode {
  const [text, setText] = useState(item?.text ?? '');
  const [priority, setPriority] = useState(
    item?.detail != null && item.detail in words.priorities ? item.detail : 'should',
  );
  const [sort, setSort] = useState(item?.detail != null && item.detail in words.kinds ? item.detail : 'other_supplier');
  const [wording_only, setWordingOnly] = useState(false);
  const [zone, setZone] = useState<Zone>('shared');
  const { page } = useOpened();
  const write = useWrite();
  const [id] = useState(() => item?.id ?? crypto.randomUUID());
  // What is there already stays where it stands; moving it is an act of its own.
  const extra = {
    ...(item === null ? { zone, seen: null } : { seen: item.seen }),
    ...(wording_only ? { wording_only } : {}),
  };
  const send = (removed: object, said: string): Promise<boolean> => {
    const clean = text.trim();
    if (kind === 'problem') return write('problem.put', {}, { statement: clean, ...extra }, { said });
    if (kind === 'requirement')
      return write(
        'requirements.put',
        { requirement_id: id },
        { text: clean, priority, ...extra, ...removed },
        { said },
      );
    return write('options.put', { option_id: id }, { name: clean, kind: sort, ...extra, ...removed }, { said });
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await send({}, words.changed[kind])) onClose();
  };
  const remove = async (): Promise<void> => {
    if (await send({ removed: true }, words.removed)) onClose();
  };
  return (
    <Dialog title={words.titles[kind]} open onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="space-y-3">
        <LongText
          label={words.texts[kind]}
          value={text}
          onChange={(event) => setText(event.target.value)}
          required
          rows={kind === 'option' ? 1 : 3}
          autoFocus
        />
        {kind === 'requirement' && (
          <Select
            label={words.priority}
            options={choicesOf(words.priorities)}
            value={priority}
            onChange={(event) => setPriority(event.target.value)}
          />
        )}
        {kind === 'option' && (
          <Select
            label={words.kind}
            options={choicesOf(words.kinds)}
            value={sort}
            onChange={(event) => setSort(event.target.value)}
          />
        )}
        {item === null && <ZoneChoice own={page.view} value={zone} onChange={setZone} />}
        {item !== null && text !== item.text && (
          <>
            <Difference before={item.text} after={text} />
            <Tick checked={wording_only} onChange={(event) => setWordingOnly(event.target.checked)}>
              {words.wording_only}
            </Tick>
          </>
        )}
        {(item === null || text !== item.text || kind !== 'problem') && !wording_only && (
          <Shakes rests_on={TOPICS[kind]} />
        )}
        <div className="flex justify-end gap-2">
          {item !== null && kind !== 'problem' && (
            <Button look="danger" className="mr-auto" onClick={() => void remove()}>
              {words.remove}
            </Button>
          )}
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="primary" disabled={text.trim() === ''}>
            {common.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
