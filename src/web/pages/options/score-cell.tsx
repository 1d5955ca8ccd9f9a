import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { words } from '../../../catalogue/options.ts';
import { say } from '../../ui/toast.tsx';
import { useWrite } from '../purchase/write.ts';
import { type Option, type Requirement, type Score, scoreKey, useScoringLocked, useShown } from './data.ts';
import { ScoreDialog } from './score-dialog.tsx';

const shownScore = ({ low, point, high }: Score): string =>
  low === high ? String(round(point)) : `${round(point)} (${round(low)}–${round(high)})`;
const round = (score: number): number => Math.round(score * 10) / 10;

/** The score that a text is, 0–100; null if it is none. */
function scoreOf(text: string): number | null {
  const score = Number(text.replace(',', '.'));
  return text.trim() !== '' && score >= 0 && score <= 100 ? score : null;
}

interface CellProps {
  option: Option;
  requirement: Requirement;
  /** Row and column; null where arrows do not move. */
  place: readonly [number, number] | null;
}

/** How one option does on one requirement: type a number, or open it for its range and evidence. */
export function ScoreCell({ option, requirement, place }: CellProps): ReactNode {
  const { page, type } = useShown();
  const scoring_locked = useScoringLocked();
  const write = useWrite();
  const [typing, setTyping] = useState<string | null>(null);
  // Enter moves the focus before the next drawing: what was sent once must not be sent again when the cell is left.
  const typed = useRef<string | null>(null);
  const [open, setOpen] = useState(false);
  const { option_id } = option;
  const { requirement_id } = requirement;
  const key = scoreKey(option_id, requirement_id);
  const score = page.scores.find((one) => one.option_id === option_id && one.requirement_id === requirement_id);

  const edit = (text: string | null): void => {
    typed.current = text;
    setTyping(text);
    type(key, text === null ? null : scoreOf(text));
  };
  const commit = async (): Promise<void> => {
    const text = typed.current;
    typed.current = null;
    if (text === null) return;
    const value = scoreOf(text);
    setTyping(null);
    if (value === null) {
      type(key, null);
      if (text !== '') say(words.only_numbers, { bad: true });
      return;
    }
    const body = { score: value, seen: score?.seen ?? null };
    await write('scores.put', { option_id, requirement_id }, body, { said: words.scored(option.name) });
    type(key, null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>): void => {
    if (scoring_locked || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key: pressed } = event;
    if (/^[\d.,]$/.test(pressed) && (typing ?? '').length < 5) edit((typing ?? '') + pressed);
    else if (pressed === 'Backspace' && typing !== null) edit(typing.slice(0, -1));
    else if (pressed === 'Escape' && typing !== null) edit(null);
    else if (pressed === 'Enter' && typing !== null) {
      void commit();
      downFrom(event.currentTarget);
    } else return;
    event.preventDefault();
  };
  const text = typing ?? (score === undefined ? '' : shownScore(score));
  return (
    <>
      <button
        type="button"
        data-cell={place === null ? undefined : place.join(',')}
        className={`w-full min-h-14 p-2 text-left hover:bg-sunk ${typing === null ? '' : 'outline-2 outline-dashed outline-acc -outline-offset-2'}`}
        aria-label={words.cell(option.name, requirement.text, text === '' ? words.no_score : text)}
        disabled={scoring_locked && score === undefined}
        onKeyDown={onKeyDown}
        onBlur={() => void commit()}
        onClick={() => setOpen(true)}
      >
        <span className="font-semibold">{text === '' ? <span className="text-dim font-normal">–</span> : text}</span>
        <CellMarks score={score} requirement={requirement} />
      </button>
      {open && <ScoreDialog option={option} requirement={requirement} score={score} onClose={() => setOpen(false)} />}
    </>
  );
}

/** What stands below a score: a must-have that is missed, what it rests on, who can see it. */
function CellMarks({ score, requirement }: { score: Score | undefined; requirement: Requirement }): ReactNode {
  const { page } = useShown();
  if (score === undefined) return null;
  const rests = score.evidence.length + score.claims.length;
  const must = requirement.priority === 'must';
  const missed = must && score.high < requirement.met_from;
  const unsure = must && !missed && score.low < requirement.met_from;
  return (
    <span className="block text-2xs text-dim">
      {missed && <span className="text-warn font-semibold block">{words.misses}</span>}
      {unsure && <span className="text-warn block">{words.unsure}</span>}
      {rests > 0 && <span className="block">{words.evidence(rests)}</span>}
      {score.zone === 'shared' && page.view === 'buyer' && <span className="block">{words.zones.shared}</span>}
    </span>
  );
}

/** The cell below takes the focus, as in a spreadsheet. */
function downFrom(cell: HTMLElement): void {
  const [row = 0, column = 0] = (cell.dataset.cell ?? '').split(',').map(Number);
  cell
    .closest('table')
    ?.querySelector<HTMLElement>(`[data-cell="${row + 1},${column}"]`)
    ?.focus();
}
