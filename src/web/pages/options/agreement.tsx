import type { ReactNode } from 'react';
import { formatShare } from '../../../catalogue/format.ts';
import { common } from '../../../catalogue/frame.ts';
import { weightWords, agreementWords as words } from '../../../catalogue/options.ts';
import { saveCsv } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { useShown } from './data.ts';

/** How far people agree on what matters, where they differ, and who comes out first for whom: places to talk. */
export function Agreement(): ReactNode {
  const { page, result, words: told } = useShown();
  if (page.view === 'seller' && result.people.length === 0) return null;
  return (
    <section aria-labelledby="agreement">
      <h2 id="agreement" className="mb-2">
        {words.title}
      </h2>
      <div className="card space-y-3 text-sm">
        {told.agreement === null ? <p className="text-dim">{words.none}</p> : <p>{told.agreement}</p>}
        {result.people.length > 1 &&
          (told.differences.length === 0 ? (
            <p>{words.no_difference}</p>
          ) : (
            <div>
              <h3 className="text-sm">{words.talk}</h3>
              <ul className="list-disc pl-4 mt-1 space-y-1">
                {told.differences.map((difference) => (
                  <li key={difference} className="wrap-anywhere">
                    {difference}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        {result.people.length > 0 && <ForWhom />}
      </div>
    </section>
  );
}

function ForWhom(): ReactNode {
  const { page, result } = useShown();
  const nameOf = (option_id: string): string =>
    page.options.find((option) => option.option_id === option_id)?.name ?? '';
  const save = (): void =>
    saveCsv(
      [
        [...words.columns, ...page.requirements.map(({ text }) => text)],
        ...result.people.map(({ name, weights }) => [name, ...weights]),
      ],
      'weights.csv',
    );
  return (
    <div>
      <h3 className="text-sm">{weightWords.for_person}</h3>
      <p className="text-xs text-dim">{weightWords.for_person_about}</p>
      <ul className="mt-1 space-y-0.5">
        {result.people.map(({ person_id, name, first }) => {
          const [best] = first.toSorted((a, b) => b.share - a.share);
          return (
            <li key={person_id}>
              {best === undefined ? name : weightWords.for_them(name, nameOf(best.option_id), formatShare(best.share))}
            </li>
          );
        })}
      </ul>
      <Button look="quiet" small className="-ml-2.5 mt-1" onClick={save}>
        {common.csv}
      </Button>
    </div>
  );
}
