import { type ReactNode, useState } from 'react';
import { formatNumber, formatSeconds, formatTenths } from '../../../catalogue/format.ts';
import { common } from '../../../catalogue/frame.ts';
import { words } from '../../../catalogue/journeys.ts';
import { saveCsv } from '../../api.ts';
import type { JourneyGraph } from '../../types.ts';
import { Button } from '../../ui/button.tsx';

const FEW = 12;

/** The table behind the map: every transition, rare ones too. */
export function TransitionTable({ graph }: { graph: JourneyGraph }): ReactNode {
  const [all, setAll] = useState(false);
  const shown = all ? graph.edges : graph.edges.slice(0, FEW);
  const save = (): void =>
    saveCsv(
      [
        [...words.columns.slice(0, 3), `${words.columns[3]} (ms)`, words.columns[4]],
        ...graph.edges.map((edge) => [edge.from, edge.to, edge.frequency, edge.median_delay_ms, edge.returns]),
      ],
      'transitions.csv',
    );
  return (
    <section className="mt-7" aria-labelledby="transitions">
      <div className="flex items-center gap-2">
        <h2 id="transitions">
          {words.table} · {formatNumber(graph.edges.length)}
        </h2>
        <Button look="quiet" small onClick={save}>
          {common.csv}
        </Button>
      </div>
      <div className="overflow-x-auto">
        <table className="list-table">
          <thead>
            <tr>
              {words.columns.map((name, column) => (
                <th key={name} scope="col" className={column > 1 ? 'num' : ''}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((edge) => (
              <tr key={`${edge.from} ${edge.to}`}>
                <td>{edge.from}</td>
                <td>{edge.to}</td>
                <td className="num">{formatNumber(edge.frequency)}</td>
                <td className="num">{formatSeconds(edge.median_delay_ms / 1000)}</td>
                <td className="num">{formatNumber(edge.returns)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < graph.edges.length && (
        <Button look="quiet" small className="-ml-2.5 mt-1" onClick={() => setAll(true)}>
          {words.all_of(graph.edges.length)}
        </Button>
      )}
    </section>
  );
}

/** The ways through that most purchases took, whole. */
export function VariantTable({ graph }: { graph: JourneyGraph }): ReactNode {
  const save = (): void =>
    saveCsv(
      [
        words.variant_columns,
        ...graph.top_variants.map((one) => [one.count, one.count / graph.cases, one.trace.join(' > ')]),
      ],
      'variants.csv',
    );
  const percent = (n: number): string => `${formatTenths((100 * n) / Math.max(1, graph.cases))} %`;
  return (
    <section className="mt-7" aria-labelledby="variants">
      <div className="flex items-center gap-2">
        <h2 id="variants">{words.variants}</h2>
        <Button look="quiet" small onClick={save}>
          {common.csv}
        </Button>
      </div>
      <div className="overflow-x-auto">
        <table className="list-table">
          <thead>
            <tr>
              <th scope="col" className="num !pr-4">
                {words.variant_columns[0]}
              </th>
              <th scope="col" className="num !pr-6">
                {words.variant_columns[1]}
              </th>
              <th scope="col">{words.variant_columns[2]}</th>
            </tr>
          </thead>
          <tbody>
            {graph.top_variants.map((one) => (
              <tr key={one.trace.join('\u0000')}>
                <td className="num !pr-4">{formatNumber(one.count)}</td>
                <td className="num !pr-6 whitespace-nowrap">{percent(one.count)}</td>
                <td className="text-xs leading-relaxed">
                  <span className="line-clamp-2" title={one.trace.join(' → ')}>
                    {one.trace.join(' → ')}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
