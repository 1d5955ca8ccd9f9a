import { type ReactNode, useState } from 'react';
import { formatDateTime, formatSpan } from '../../../catalogue/format.ts';
import { common } from '../../../catalogue/frame.ts';
import { tableWords } from '../../../catalogue/purchase-table.ts';
import { saveCsv } from '../../api.ts';
import type { Interval, Page } from '../../types.ts';
import { Button } from '../../ui/button.tsx';

interface Line extends Interval {
  job: string;
  what: string;
}

function linesOf(page: Page): Line[] {
  const held = page.held.map((one) => ({ ...one, job: tableWords.all, what: tableWords.held }));
  const jobs = page.jobs.flatMap((job) => [
    ...job.complete_intervals.map((one) => ({ ...one, job: job.name, what: tableWords.complete })),
    ...job.indicated_intervals.map((one) => ({ ...one, job: job.name, what: tableWords.indicated })),
  ]);
  return [...held, ...jobs].sort((a, b) => a.from.localeCompare(b.from));
}

/** The table behind the strip. */
export function StripTable({ page }: { page: Page }): ReactNode {
  const [open, setOpen] = useState(false);
  const lines = linesOf(page);
  const save = (): void =>
    saveCsv(
      [
        tableWords.columns,
        ...lines.map((line) => [line.job, line.what, line.from, line.to, line.began.text, line.ended?.text ?? null]),
      ],
      'jobs-over-time.csv',
    );
  return (
    <div className="-mt-2">
      <div className="flex gap-1 -ml-2.5">
        <Button look="quiet" small aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? tableWords.hide : common.table}
        </Button>
        {open && (
          <Button look="quiet" small onClick={save}>
            {common.csv}
          </Button>
        )}
      </div>
      {open && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard.
        <section className="overflow-x-auto max-h-96" tabIndex={0} aria-label={tableWords.label}>
          <table className="list-table">
            <thead>
              <tr>
                {tableWords.columns.map((name) => (
                  <th key={name}>{name}</th>
                ))}
                <th>{tableWords.lasted}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={`${line.job} ${line.what} ${line.from}`}>
                  <td>{line.job}</td>
                  <td>{line.what}</td>
                  <td className="whitespace-nowrap">{formatDateTime(line.from)}</td>
                  <td className="whitespace-nowrap">{line.to === null ? tableWords.now : formatDateTime(line.to)}</td>
                  <td>{line.began.text}</td>
                  <td>{line.ended?.text ?? ''}</td>
                  <td className="whitespace-nowrap">{formatSpan(line.from, line.to ?? page.counted_to)}</td>
                </tr>
              ))}
              {lines.length === 0 && (
                <tr>
                  <td colSpan={7}>{tableWords.empty}</td>
                </tr>
              )}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}
