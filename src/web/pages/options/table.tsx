import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { formatMoney, formatShare } from '../../../catalogue/format.ts';
import { dialogWords, words } from '../../../catalogue/options.ts';
import { download } from '../../api.ts';
import { Padlock } from '../../signs/padlock.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { sayError } from '../../ui/toast.tsx';
import { usePlace } from '../../workspace.ts';
import { useOpened } from '../purchase/write.ts';
import { type Option, type OptionResult, type Requirement, useScoringLocked, useShown } from './data.ts';
import { ImportDialog } from './import-dialog.tsx';
import { OptionDialog } from './option-dialog.tsx';
import { RequirementDialog } from './requirement-dialog.tsx';
import { ScoreCell } from './score-cell.tsx';

type Open = { requirement: Requirement | null } | { option: Option | null } | 'import';

/** Requirements down, options across; a score is typed in its cell. On a phone the cards take its place. */
export function SideBySide(): ReactNode {
  const { page } = useShown();
  const { locked } = useOpened();
  const scoring_locked = useScoringLocked();
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  return (
    <section aria-labelledby="side">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 mb-1">
        <h2 id="side" className="mr-auto">
          {words.side_by_side}
        </h2>
        {locked === null && (
          <div className="flex flex-wrap gap-2 print:hidden">
            <Button small onClick={() => setOpen({ requirement: null })}>
              <Plus size={12} aria-hidden />
              {words.add_requirement}
            </Button>
            <Button small onClick={() => setOpen({ option: null })}>
              <Plus size={12} aria-hidden />
              {words.add_option}
            </Button>
            <Button small onClick={() => setOpen('import')}>
              {words.import}
            </Button>
          </div>
        )}
        <AskSuppliers />
      </div>
      {page.requirements.length === 0 ? (
        <Empty title={words.empty_requirements}>
          <p>{words.empty_requirements_about}</p>
          {locked === null && (
            <Button look="primary" onClick={() => setOpen('import')}>
              {words.import}
            </Button>
          )}
        </Empty>
      ) : (
        <>
          {!scoring_locked && <p className="text-xs text-dim mb-1.5 max-sm:hidden print:hidden">{words.side_about}</p>}
          <Grid onOpen={setOpen} />
        </>
      )}
      {open === 'import' && <ImportDialog onClose={close} />}
      {open !== null && typeof open === 'object' && 'requirement' in open && (
        <RequirementDialog requirement={open.requirement} onClose={close} />
      )}
      {open !== null && typeof open === 'object' && 'option' in open && (
        <OptionDialog option={open.option} onClose={close} />
      )}
    </section>
  );
}

function AskSuppliers(): ReactNode {
  const { page } = useShown();
  const { workspace_id, as } = usePlace();
  const { purchase_id } = page;
  if (!page.requirements.some(({ zone }) => zone === 'shared')) return null;
  const save = (format: 'xlsx' | 'md'): void =>
    void download('rfps.get', { params: { workspace_id, purchase_id }, query: { format } }, `rfp.${format}`, as).catch(
      sayError,
    );
  return (
    <fieldset className="flex items-center gap-1 print:hidden">
      <legend className="sr-only">{words.rfp}</legend>
      <span className="text-xs text-dim" aria-hidden>
        {words.rfp}:
      </span>
      <Button look="quiet" small onClick={() => save('xlsx')}>
        {words.rfp_xlsx}
      </Button>
      <Button look="quiet" small onClick={() => save('md')}>
        {words.rfp_md}
      </Button>
    </fieldset>
  );
}

function Grid({ onOpen }: { onOpen: (open: Open) => void }): ReactNode {
  const { page, result } = useShown();
  const { locked } = useOpened();
  return (
    <div className="overflow-auto max-h-[75vh] border border-line rounded-[10px] bg-panel max-sm:hidden print:!block print:max-h-none print:overflow-visible">
      <table
        className="text-sm print:text-xs border-separate border-spacing-0 min-w-full print:[&_th]:min-w-0 print:[&_td]:min-w-0"
        onKeyDown={moveFocus}
      >
        <caption className="sr-only">{words.side_by_side}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${HEAD} left-0 z-20 min-w-56 text-xs font-normal text-dim`}>
              {words.requirement}
            </th>
            <th scope="col" className={`${HEAD} z-10 num text-xs font-normal text-dim`} title={words.weight_about}>
              {words.weight}
            </th>
            {page.options.map((option, at) => (
              <th key={option.option_id} scope="col" className={`${HEAD} z-10 min-w-36 align-top`}>
                <OptionHead
                  option={option}
                  of={result.options[at] as OptionResult}
                  onChange={locked === null ? () => onOpen({ option }) : null}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.requirements.map((requirement, row) => (
            <tr key={requirement.requirement_id}>
              <th
                scope="row"
                className="sticky left-0 bg-panel border-t border-line p-2 text-left font-normal align-top"
              >
                <RequirementHead
                  requirement={requirement}
                  onChange={locked === null ? () => onOpen({ requirement }) : null}
                />
              </th>
              <td className="border-t border-line p-2 num text-dim">
                {result.people.length === 0 ? '' : formatShare(result.weights[row] ?? 0)}
              </td>
              {page.options.map((option, column) => (
                <td key={option.option_id} className="border-t border-l border-line p-0 align-top">
                  <ScoreCell option={option} requirement={requirement} place={[row, column]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const HEAD = 'sticky top-0 bg-sunk p-2 text-left border-b border-line';

export function OptionHead({
  option,
  of,
  onChange,
}: {
  option: Option;
  of: OptionResult;
  onChange: (() => void) | null;
}): ReactNode {
  const { cost } = option;
  return (
    <div className="space-y-0.5">
      <p className={`font-semibold wrap-anywhere ${of.missed.length > 0 ? 'line-through decoration-warn' : ''}`}>
        <bdi>{option.name}</bdi>
      </p>
      <p className="text-xs font-normal text-dim flex flex-wrap gap-x-1.5 items-center">
        <span>{dialogWords.kinds[option.kind]}</span>
        {option.chosen && <b className="text-acc font-semibold">{words.chosen}</b>}
        {option.zone !== null && option.zone !== 'shared' && <Padlock zone={option.zone} />}
      </p>
      <p className="text-xs font-normal" title={cost?.note ?? undefined}>
        {cost === null ? (
          <span className="text-dim">{words.no_cost}</span>
        ) : (
          formatMoney(cost.amount_minor, cost.currency)
        )}
      </p>
      {onChange !== null && (
        <button
          type="button"
          className="linklike text-xs font-normal print:hidden"
          aria-label={words.change_this(option.name)}
          onClick={onChange}
        >
          {words.change_short}
        </button>
      )}
    </div>
  );
}

function RequirementHead({
  requirement,
  onChange,
}: {
  requirement: Requirement;
  onChange: (() => void) | null;
}): ReactNode {
  const { text, priority, zone, why } = requirement;
  return (
    <>
      {onChange === null ? (
        <bdi className="wrap-anywhere">{text}</bdi>
      ) : (
        <button
          type="button"
          className="text-left wrap-anywhere hover:underline"
          aria-label={words.change_this(text)}
          onClick={onChange}
        >
          <bdi>{text}</bdi>
        </button>
      )}
      <p className="text-xs text-dim flex flex-wrap gap-x-1.5 items-center">
        <span className={priority === 'must' ? 'text-ink font-semibold' : ''}>{words[priority]}</span>
        {zone !== 'shared' && <Padlock zone={zone} />}
        {why !== null && <span className="truncate max-w-72">{why}</span>}
      </p>
    </>
  );
}

const STEPS: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrows move from cell to cell, as in a spreadsheet. */
function moveFocus(event: { key: string; currentTarget: Element; preventDefault: () => void }): void {
  const step = STEPS[event.key];
  const here = document.activeElement?.getAttribute('data-cell')?.split(',').map(Number);
  if (step === undefined || here === undefined) return;
  const next = event.currentTarget.querySelector<HTMLElement>(
    `[data-cell="${(here[0] ?? 0) + step[0]},${(here[1] ?? 0) + step[1]}"]`,
  );
  if (next === null) return;
  event.preventDefault();
  next.focus();
}
