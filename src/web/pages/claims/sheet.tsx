import type { ReactNode } from 'react';
import { words as page_words, sheetWords as words } from '../../../catalogue/claims.ts';
import { saveFile } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { Source, Value } from './claim-line.tsx';
import { useClaimPage } from './data.ts';

/** The options side by side, each word with its source; to print, or to take along as Markdown. */
export function SheetPart(): ReactNode {
  const { data, isError, error, refetch } = useClaimPage('sheets.get');
  if (isError) return <Trouble error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="h-56" />;
  if (data.rows.length === 0) return <Empty title={words.none}>{words.none_about}</Empty>;
  const save = (): void => saveFile(new Blob([data.markdown], { type: 'text/markdown' }), 'side-by-side.md');
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 mb-3 print:hidden">
        <p className="text-sm text-dim grow">{words.about}</p>
        <Button small onClick={() => print()}>
          {words.print}
        </Button>
        <Button small onClick={save}>
          {words.download}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways */}
      <section className="relative overflow-x-auto" tabIndex={0} aria-label={page_words.parts.sheet}>
        <table className="list-table min-w-[560px] print:min-w-0">
          <thead>
            <tr>
              <th scope="col">{words.attribute}</th>
              {data.options.map(({ option_id, name }) => (
                <th key={option_id} scope="col" className="!whitespace-normal !text-ink !font-[560]">
                  <bdi>{name}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.rows.map(({ attribute, cells }) => (
              <tr key={attribute} className="break-inside-avoid">
                <th scope="row" className="border-t border-line align-top !whitespace-normal wrap-anywhere">
                  <bdi>{attribute}</bdi>
                </th>
                {cells.map(({ option_id, claims }) => (
                  <td key={option_id}>
                    {claims.length === 0 && <span className="text-dim">{words.nothing}</span>}
                    {claims.map((claim) => (
                      <span key={claim.claim_id} className="block">
                        <Value claim={claim} /> <Source claim={claim} />
                      </span>
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {data.left_out > 0 && <p className="text-xs text-dim mt-2">{words.left_out(data.left_out)}</p>}
    </>
  );
}
