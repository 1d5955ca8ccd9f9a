import { type ReactNode, useState } from 'react';
import { formatNumber } from '../../../../catalogue/format.ts';
import { pulseWords as words } from '../../../../catalogue/purchase-start.ts';
import { Button } from '../../../ui/button.tsx';
import { usePlace } from '../../../workspace.ts';
import { useOpened, useWrite } from '../write.ts';
import type { Start } from './start.tsx';

type Pulse = NonNullable<Start['pulse']>;
type Due = NonNullable<Pulse['due']>;

/** One short question, what the group says to it first; nothing at all where none is due and nothing was counted. */
export function PulseCard({ pulse: { due, results } }: { pulse: Pulse }): ReactNode {
  if (due === null && results.length === 0) return null;
  const group = results.find(({ item }) => item === due?.item);
  return (
    <section className="card" aria-label={due === null ? words.results : words.title}>
      <h2>{due === null ? words.results : words.title}</h2>
      {due !== null && <Question key={due.item} due={due} group={group} />}
      {results.length > 0 && (
        <details className="mt-2" open={due === null}>
          <summary className="text-xs text-dim py-1">{words.results}</summary>
          <ul className="text-sm space-y-0.5">
            {results.map((one) => (
              <li key={one.item} className="flex flex-wrap justify-between gap-x-4">
                <span>{one.text}</span>
                <span className="text-dim">{words.of(formatNumber(one.mean), one.people)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Question({ due, group }: { due: Due; group: Pulse['results'][number] | undefined }): ReactNode {
  const { as } = usePlace();
  const { locked } = useOpened();
  const write = useWrite();
  const [busy, setBusy] = useState(false);
  const { item } = due;
  const [low, high] = words.ends[item === 'ease' || item === 'confidence' ? item : 'agree'];
  const send = async (name: 'pulse_answers.create' | 'pulse_skips.create', value: object, said: string) => {
    setBusy(true);
    await write(name, {}, { person_id: as, item, ...value }, { said });
    setBusy(false);
  };
  return (
    <fieldset disabled={busy || locked !== null}>
      <legend className="font-semibold">{due.text}</legend>
      {group !== undefined && <p className="text-sm text-dim">{words.group(formatNumber(group.mean), group.people)}</p>}
      <div className="flex flex-wrap items-center gap-2 mt-2">
        {[1, 2, 3, 4, 5].map((value) => (
          <Button
            key={value}
            className="max-sm:min-h-11 min-w-11"
            onClick={() => void send('pulse_answers.create', { value }, words.answered)}
          >
            {words.value(value, low, high)}
          </Button>
        ))}
        <Button
          look="quiet"
          className="max-sm:min-h-11"
          onClick={() => void send('pulse_skips.create', {}, words.skipped)}
        >
          {words.skip}
        </Button>
      </div>
      <p className="text-xs text-dim mt-2 max-w-prose">{words.who}</p>
    </fieldset>
  );
}
