import { type ReactNode, useState } from 'react';
import { formatDate } from '../../../catalogue/format.ts';
import { weightWords as words } from '../../../catalogue/options.ts';
import { Button } from '../../ui/button.tsx';
import { useOpened, useWrite } from '../purchase/write.ts';
import { useShown } from './data.ts';
import { WeighDialog } from './weigh-dialog.tsx';

/** One's own weights: the one thing to do here, until it is done. */
export function Weights({ person_id }: { person_id: string }): ReactNode {
  const { page, result } = useShown();
  const { locked } = useOpened();
  const write = useWrite();
  const [open, setOpen] = useState(false);
  const mine = page.weighings.find((one) => one.person_id === person_id);
  const aside = page.aside.find((one) => one.person_id === person_id);
  const left_out = result.people.find((one) => one.person_id === person_id)?.left_out ?? 0;
  const fewer = mine !== undefined && mine.answers.length < 10 && left_out > 0;
  if (page.requirements.length === 0) return null;
  const stepAside = (): void =>
    void write('weights_aside.put', { person_id }, { seen: (mine ?? aside)?.seen ?? null }, { said: words.aside_said });
  const waiting = mine === undefined && aside === undefined;
  return (
    <section aria-labelledby="yours" className={`card print:hidden ${waiting ? '!bg-acc-soft !border-acc' : ''}`}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="grow min-w-0 basis-64">
          <h2 id="yours" className={waiting ? '!text-acc-dim' : ''}>
            {words.yours} · {words.of(page.weighings.length, page.people.length)}
          </h2>
          <p className="text-sm mt-0.5">
            {waiting && words.none_of_yours}
            {aside !== undefined && words.aside_now}
            {mine !== undefined && `${ordered(page.requirements, mine.answers, mine.method)} · ${formatDate(mine.at)}`}
          </p>
          {fewer && (
            <p className="text-xs text-warn mt-0.5">
              {words.left(left_out)}. {words.newer}
            </p>
          )}
        </div>
        {locked === null && (
          <div className="flex flex-wrap gap-2">
            {aside === undefined && (
              <Button look="quiet" small onClick={stepAside}>
                {words.aside}
              </Button>
            )}
            <Button look={waiting ? 'primary' : 'plain'} onClick={() => setOpen(true)}>
              {mine === undefined ? words.weigh : words.weigh_again}
            </Button>
          </div>
        )}
      </div>
      {open && <WeighDialog person_id={person_id} onClose={() => setOpen(false)} />}
    </section>
  );
}

/** What one said, most important first, in few words. */
function ordered(
  requirements: readonly { requirement_id: string; text: string }[],
  answers: readonly { requirement_id: string; value: number }[],
  method: 'ranking' | 'swing',
): string {
  const sorted = [...answers].sort((a, b) => (method === 'ranking' ? a.value - b.value : b.value - a.value));
  const texts = sorted.flatMap(({ requirement_id }) => {
    const found = requirements.find((one) => one.requirement_id === requirement_id);
    return found === undefined ? [] : [found.text];
  });
  return `${texts.slice(0, 3).join(' › ')}${texts.length > 3 ? ' › …' : ''}`;
}
