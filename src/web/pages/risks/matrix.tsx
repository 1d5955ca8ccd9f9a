import type { ReactNode } from 'react';
import { words } from '../../../catalogue/risks.ts';
import type { Risk } from './risks.tsx';

const GRADES = [1, 2, 3, 4, 5] as const;

/** How hot a place is, from its weight: in three shades, as in the list beside it. */
const shadeOf = (severity: number): string =>
  severity >= 15 ? 'bg-bad-soft text-bad' : severity >= 8 ? 'bg-warn-soft text-warn' : 'bg-sunk text-ink';

/** Five by five: where the risks that are live stand. The list beside it says the same in words. */
export function Matrix({ risks }: { risks: readonly Risk[] }): ReactNode {
  const live = risks.filter(({ state }) => state === 'open' || state === 'happened');
  const at = (likelihood: number, impact: number): number =>
    live.filter((one) => one.likelihood === likelihood && one.impact === impact).length;
  return (
    <figure className="card">
      <figcaption>
        <h2>{words.matrix}</h2>
        <p className="text-xs text-dim mb-2">{words.matrix_about}</p>
      </figcaption>
      <table className="w-full table-fixed border-separate [border-spacing:3px] text-center text-sm tabular-nums">
        <thead>
          <tr>
            <td className="w-5" />
            <th colSpan={5} scope="colgroup" className="text-2xs font-normal text-dim text-left">
              {words.impact} →
            </th>
          </tr>
          <tr className="text-2xs text-dim">
            <th scope="col" className="font-normal">
              <span className="sr-only">{words.likelihood}</span>
            </th>
            {GRADES.map((impact) => (
              <th key={impact} scope="col" className="font-normal" title={words.impacts[impact]}>
                {impact}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...GRADES].reverse().map((likelihood) => (
            <tr key={likelihood}>
              <th scope="row" className="text-2xs font-normal text-dim" title={words.likelihoods[likelihood]}>
                {likelihood}
              </th>
              {GRADES.map((impact) => (
                <Place key={impact} n={at(likelihood, impact)} likelihood={likelihood} impact={impact} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-2xs text-dim mt-1">↑ {words.likelihood}</p>
    </figure>
  );
}

function Place({ n, likelihood, impact }: { n: number; likelihood: number; impact: number }): ReactNode {
  const look = shadeOf(likelihood * impact);
  return (
    <td className={`h-9 rounded-md ${look} ${n === 0 ? '' : 'font-semibold ring-1 ring-edge'}`}>
      {n > 0 && (
        <span title={words.cell(n, likelihood, impact)}>
          <span aria-hidden>{n}</span>
          <span className="sr-only">{words.cell(n, likelihood, impact)}</span>
        </span>
      )}
    </td>
  );
}
