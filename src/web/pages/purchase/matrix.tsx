import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { formatDayMonth } from '../../../catalogue/format.ts';
import { common, roleWords, signWords } from '../../../catalogue/frame.ts';
import { matrixWords, words } from '../../../catalogue/purchase.ts';
import { shortJob } from '../../signs/job-name.ts';
import { Legend, Sign } from '../../signs/sign.tsx';
import type { Cell, JobView, SignKind, Stakeholder } from '../../types.ts';
import { Empty } from '../../ui/empty.tsx';
import { Popover } from '../../ui/popover.tsx';
import { type Tip, useTip } from '../../ui/tip.tsx';
import { usePlace } from '../../workspace.ts';
import { cellOf, mayStateFor } from './assent.ts';
import { AssentPanel } from './assent-panel.tsx';
import { BulkBar } from './bulk.tsx';
import { CellDetail } from './cell-detail.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { useOpened } from './write.ts';

/** More jobs than this scroll sideways even on a wide screen. */
const WIDE = 9;

interface Picked {
  person: Stakeholder;
  job: JobView;
}

/** People × jobs: who has agreed to what, as signs; one click on your own row says how a job stands for you. */
export function Matrix(): ReactNode {
  const { page, locked } = useOpened();
  const { as, me } = usePlace();
  const [picked, setPicked] = useState<Picked | null>(null);
  const [naming, setNaming] = useState(false);
  const anchor = useRef<HTMLElement | null>(null);
  const present = new Set<SignKind>(page.jobs.flatMap((job) => job.cells.map((cell) => cell.sign)));
  const mine = picked !== null && locked === null && mayStateFor(picked.person, as, me?.name ?? null);
  return (
    <section aria-labelledby="matrix">
      <div className="flex flex-wrap items-center justify-between gap-2 mb-1 min-h-8">
        <h2 id="matrix">{words.matrix}</h2>
        <BulkBar />
      </div>
      {page.people.length === 0 ? (
        <Empty title={words.no_people}>
          <p>{words.no_people_about}</p>
          {locked === null && (
            <button type="button" className="linklike" onClick={() => setNaming(true)}>
              {words.add_person}
            </button>
          )}
        </Empty>
      ) : (
        <>
          <Grid
            onPick={(next, element) => {
              anchor.current = element;
              setPicked(next);
            }}
          />
          <div className="mt-3">
            <Legend present={present} />
          </div>
        </>
      )}
      <Popover
        label={picked === null ? '' : `${picked.person.name}: ${picked.job.name}`}
        anchor={anchor}
        open={picked !== null}
        onClose={() => setPicked(null)}
      >
        {picked !== null &&
          (mine ? (
            <AssentPanel
              key={`${picked.person.person_id} ${picked.job.job_id}`}
              {...picked}
              onDone={() => setPicked(null)}
            />
          ) : (
            <CellDetail {...picked} cell={cellOf(picked.job, picked.person.person_id)} long />
          ))}
      </Popover>
      {naming && <PersonDialog person={null} onClose={() => setNaming(false)} />}
    </section>
  );
}

interface GridProps {
  onPick: (picked: Picked, element: HTMLElement) => void;
}

function Grid({ onPick }: GridProps): ReactNode {
  const { page, locked } = useOpened();
  const { as, me } = usePlace();
  const [at, setAt] = useState({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const tip = useTip();
  const people = [...page.people].sort((a, b) => Number(b.person_id === as) - Number(a.person_id === as));
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const row = Math.max(0, Math.min(people.length - 1, at.row + (step[0] ?? 0)));
    const column = Math.max(0, Math.min(page.jobs.length - 1, at.column + (step[1] ?? 0)));
    setAt({ row, column });
    table.current?.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`)?.focus();
  };
  return (
    <div className={`-mx-2 px-2 relative ${page.jobs.length > WIDE ? 'overflow-x-auto' : 'max-md:overflow-x-auto'}`}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys go from cell to cell.
        role="grid"
        aria-label={words.matrix}
        aria-description={matrixWords.grid_help}
        className="w-full border-collapse"
        onKeyDown={move}
      >
        <thead className={page.jobs.length > WIDE ? '' : 'md:sticky md:top-12 md:z-20 bg-bg'}>
          <tr>
            <td className="sticky left-0 bg-bg z-10" />
            {page.jobs.map((job) => (
              <th
                key={job.job_id}
                scope="col"
                title={job.name}
                className="text-xs font-[450] text-dim px-1.5 py-1.5 text-center max-sm:align-bottom"
              >
                <span className="max-sm:[writing-mode:vertical-rl] max-sm:rotate-180 max-sm:inline-block">
                  {shortJob(job.name)}
                </span>
              </th>
            ))}
            <th scope="col" className="text-xs font-[450] text-dim text-right py-1.5 max-sm:sr-only">
              {matrixWords.last}
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person, row) => (
            <Row
              key={person.person_id}
              person={person}
              row={row}
              at={at}
              mine={locked === null && mayStateFor(person, as, me?.name ?? null)}
              tip={tip}
              onPick={(picked, element, column) => {
                tip.hide();
                setAt({ row, column });
                onPick(picked, element);
              }}
            />
          ))}
        </tbody>
      </table>
      {tip.view}
    </div>
  );
}

interface RowProps {
  person: Stakeholder;
  row: number;
  at: { row: number; column: number };
  mine: boolean;
  tip: Tip;
  onPick: (picked: Picked, element: HTMLElement, column: number) => void;
}

function Row({ person, row, at, mine, tip, onPick }: RowProps): ReactNode {
  const { page } = useOpened();
  const cells = page.jobs.map((job) => cellOf(job, person.person_id));
  const last = cells.reduce<string | null>(
    (newest, cell) => (cell?.at != null && (newest === null || cell.at > newest) ? cell.at : newest),
    null,
  );
  return (
    <tr className={`border-t border-line ${mine ? 'bg-acc-soft/50' : ''}`}>
      <th
        scope="row"
        className={`sticky left-0 z-10 text-left font-normal py-1.5 pr-3 pl-1.5 max-w-72 max-sm:max-w-36 ${mine ? 'bg-[color-mix(in_srgb,var(--acc-soft)_50%,var(--bg))]' : 'bg-bg'}`}
      >
        <PersonName person={person} mine={mine} />
      </th>
      {page.jobs.map((job, column) => (
        <td key={job.job_id} className="text-center p-0">
          <CellButton
            person={person}
            job={job}
            cell={cells[column]}
            mine={mine}
            tip={tip}
            place={`${row} ${column}`}
            first={at.row === row && at.column === column}
            onPick={(element) => onPick({ person, job }, element, column)}
          />
        </td>
      ))}
      <td className="text-right text-xs text-dim whitespace-nowrap pl-2 max-sm:hidden">
        {last === null ? '' : formatDayMonth(last)}
      </td>
    </tr>
  );
}

function PersonName({ person, mine }: { person: Stakeholder; mine: boolean }): ReactNode {
  const { as } = usePlace();
  const roles = person.roles.map((role) => roleWords[role]).join(', ');
  const notes = [
    person.person_id === as ? matrixWords.you : mine ? matrixWords.for_person(person.name) : '',
    person.left_at !== null ? matrixWords.left : '',
  ].filter((note) => note !== '');
  return (
    <span className="flex flex-wrap items-baseline gap-x-2 leading-tight">
      <bdi className={`text-sm font-[520] wrap-anywhere ${person.active ? '' : 'text-dim'}`}>
        {person.name === '' ? common.nobody : person.name}
      </bdi>
      <span className="text-xs text-dim">{[roles, person.function].filter(Boolean).join(' · ')}</span>
      {notes.length > 0 && <span className="text-2xs text-acc font-[560]">{notes.join(' · ')}</span>}
    </span>
  );
}

interface CellButtonProps {
  person: Stakeholder;
  job: JobView;
  cell: Cell | undefined;
  mine: boolean;
  tip: Tip;
  place: string;
  first: boolean;
  onPick: (element: HTMLElement) => void;
}

function CellButton({ person, job, cell, mine, tip, place, first, onPick }: CellButtonProps): ReactNode {
  const sign = cell?.sign ?? 'none';
  const on = tip.on(<CellDetail person={person} job={job} cell={cell} />);
  return (
    <button
      type="button"
      {...on}
      data-cell={place}
      tabIndex={first ? 0 : -1}
      aria-label={`${person.name}, ${job.name}: ${signWords[sign]}`}
      onClick={(event) => onPick(event.currentTarget)}
      className={`size-[30px] max-sm:size-9 inline-flex items-center justify-center rounded-md ${mine ? 'hover:bg-acc-soft' : 'hover:bg-sunk'}`}
    >
      <Sign kind={sign} />
    </button>
  );
}
