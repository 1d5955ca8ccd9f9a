import { type ReactNode, useState } from 'react';
import { words } from '../../../catalogue/options.ts';
import { useOpened } from '../purchase/write.ts';
import { type Option as Changing, type OptionResult, useShown } from './data.ts';
import { OptionDialog } from './option-dialog.tsx';
import { ScoreCell } from './score-cell.tsx';
import { OptionHead } from './table.tsx';

/** On a phone: one option per card, swiped sideways; each with its scores. */
export function Cards(): ReactNode {
  const { page, result } = useShown();
  const { locked } = useOpened();
  // As it was when one began, so that it stays open whatever others do meanwhile.
  const [changing, setChanging] = useState<Changing | null>(null);
  if (page.requirements.length === 0) return null;
  return (
    <section aria-label={words.side_by_side} className="sm:hidden print:hidden -mt-5">
      <ul className="flex gap-3 overflow-x-auto snap-x snap-mandatory -mx-4 px-4 pb-2" tabIndex={-1}>
        {page.options.map((option, at) => (
          <li key={option.option_id} className="card snap-center shrink-0 w-[86vw] !p-0 overflow-hidden">
            <div className="bg-sunk p-3">
              <p className="text-2xs text-dim">{words.card_of(at + 1, page.options.length)}</p>
              <OptionHead
                option={option}
                of={result.options[at] as OptionResult}
                onChange={locked === null ? () => setChanging(option) : null}
              />
            </div>
            <ul>
              {page.requirements.map((requirement) => (
                <li
                  key={requirement.requirement_id}
                  className="border-t border-line grid grid-cols-[1fr_108px] items-stretch"
                >
                  <p className="p-2 text-sm wrap-anywhere">
                    {requirement.text}
                    <span className="block text-2xs text-dim">{words[requirement.priority]}</span>
                  </p>
                  <ScoreCell option={option} requirement={requirement} place={null} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {changing !== null && <OptionDialog option={changing} onClose={() => setChanging(null)} />}
    </section>
  );
}
