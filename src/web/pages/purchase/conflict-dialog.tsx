import { type ReactNode, useSyncExternalStore } from 'react';
import { conflictWords as words } from '../../../catalogue/purchase-conflict.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { Difference } from './conflict.ts';

/** Which of two versions holds; `neither` goes back to what one was writing. */
export type Choice = 'mine' | 'theirs' | 'neither';

interface Asked {
  differences: readonly Difference[];
  answer: (choice: Choice) => void;
}

let asked: Asked | null = null;
const listeners = new Set<() => void>();

function set(now: Asked | null): void {
  asked = now;
  for (const listener of listeners) listener();
}

/** Shows both versions and asks which one holds. */
export const askWhich = (differences: readonly Difference[]): Promise<Choice> =>
  new Promise((resolve) => {
    asked?.answer('neither');
    set({
      differences,
      answer: (choice) => {
        set(null);
        resolve(choice);
      },
    });
  });

/** Stands once above all pages, so that it is there whatever was being written in. */
export function ConflictDialog(): ReactNode {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asked,
  );
  if (shown === null) return null;
  const { differences, answer } = shown;
  return (
    <Dialog title={words.title} about={words.about} open onClose={() => answer('neither')} wide>
      <div className="space-y-4">
        {differences.map(({ field, theirs, mine }) => (
          <section key={field} aria-label={words.fields[field]}>
            <h3 className="text-xs text-dim mb-1">{words.fields[field]}</h3>
            <div className="grid grid-cols-2 max-sm:grid-cols-1 gap-3">
              <Version label={words.theirs} text={theirs} />
              <Version label={words.mine} text={mine} own />
            </div>
          </section>
        ))}
        <div className="flex flex-wrap justify-end gap-2">
          <Button look="quiet" className="mr-auto" onClick={() => answer('neither')}>
            {words.go_on}
          </Button>
          <Button onClick={() => answer('theirs')}>{words.take_theirs}</Button>
          <Button look="primary" onClick={() => answer('mine')}>
            {words.keep_mine}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

const Version = ({ label, text, own = false }: { label: string; text: string; own?: boolean }): ReactNode => (
  <figure className={`rounded-lg border px-3 py-2 ${own ? 'border-acc/50 bg-acc-soft' : 'border-line bg-sunk'}`}>
    <figcaption className="text-2xs text-dim">{label}</figcaption>
    <p className="text-sm whitespace-pre-wrap wrap-anywhere">{text}</p>
  </figure>
);
