import type { ReactNode } from 'react';
import { valueWords as words } from '../../../catalogue/value.ts';
import { saveCsv } from '../../api.ts';
import { Button } from '../../ui/button.tsx';

type Cell = string | number | null;

interface ChartProps {
  id: string;
  title: string;
  about: string;
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** How a number of the table is shown; files get it plain. */
  show: (value: number, column: number) => string;
  children: ReactNode;
}

/** A chart with its table behind it and a CSV of both. */
export function Chart({ id, title, about, head, rows, show, children }: ChartProps): ReactNode {
  return (
    <section aria-labelledby={id} className="card break-inside-avoid">
      <div className="flex items-start justify-between gap-3">
        <h2 id={id}>{title}</h2>
        <Button
          look="quiet"
          small
          className="-mt-1 -mr-2 print:hidden"
          aria-label={`${words.csv}: ${title}`}
          onClick={() => saveCsv([head, ...rows], `${id}.csv`)}
        >
          {words.csv}
        </Button>
      </div>
      <p className="text-xs text-dim mb-2">{about}</p>
      {children}
      <details className="mt-2 text-sm print:hidden">
        <summary className="text-xs text-dim">{words.table}</summary>
        <div className="overflow-x-auto">
          <table className="list-table">
            <thead>
              <tr>
                {head.map((name, at) => (
                  <th key={name} className={at === 0 ? '' : 'num'}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={String(row[0])}>
                  {row.map((cell, at) => (
                    <td key={`${row[0]} ${head[at]}`} className={at === 0 ? '' : 'num'}>
                      {typeof cell === 'number' && at > 0 ? show(cell, at) : cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
