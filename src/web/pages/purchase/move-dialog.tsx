import { type FormEvent, type ReactNode, useState } from 'react';
import { common } from '../../../catalogue/frame.ts';
import { zoneWords as words } from '../../../catalogue/zone.ts';
import type { Zone } from '../../signs/zone-choice.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Tick } from '../../ui/field.tsx';
import { useOpened, useWrite } from './write.ts';

/** Something one's side wrote, and where it stands. */
export interface Movable {
  event_id: string;
  text: string;
  zone: Zone;
  /** What else it means, below the text. */
  more?: ReactNode;
}

/** Moves what one's side wrote between its own zone and the shared one: shown, confirmed, and written down. */
export function MoveDialog({ thing, onClose }: { thing: Movable; onClose: () => void }): ReactNode {
  const { page } = useOpened();
  const write = useWrite();
  const [sure, setSure] = useState(false);
  const own = page.view;
  const shares = thing.zone !== 'shared';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const body = { event_id: thing.event_id, to: shares ? 'shared' : own, confirmed: true };
    // There is no undo of having been read: moving it back is another move.
    if (await write('moves.create', {}, body, { said: shares ? words.shared : words.kept, undo: null })) onClose();
  };
  return (
    <Dialog title={words.title} about={words.now[thing.zone]} open onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="space-y-3">
        <p className="text-sm">{shares ? words.share[own] : words.keep[own]}</p>
        <div className="rounded-lg bg-sunk px-3 py-2 text-sm wrap-anywhere">
          <bdi>{thing.text}</bdi>
          {thing.more}
        </div>
        <Tick checked={sure} onChange={(event) => setSure(event.target.checked)}>
          {shares ? words.sure_share : words.sure_keep}
        </Tick>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="primary" disabled={!sure}>
            {shares ? words.do_share : words.do_keep}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
