import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { weightWords as words } from '../../../catalogue/options.ts';
import { useShown } from './data.ts';
import { type Answering, moved, ranksOfOrder } from './weighing.ts';

interface RankListProps {
  answering: Answering;
  onChange: (answering: Answering) => void;
}

/** An order by dragging, by buttons, or by Alt and the arrows; with ties. */
export function RankList({ answering, onChange }: RankListProps): ReactNode {
  const { page } = useShown();
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const ranks = ranksOfOrder(answering);
  const textOf = (id: string): string => page.requirements.find((one) => one.requirement_id === id)?.text ?? '';
  const move = (from: number, to: number): void => {
    const id = answering.order[from];
    const next = moved(answering, from, to);
    if (next === answering || id === undefined) return;
    onChange(next);
    setSaid(words.moved(textOf(id), to + 1));
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-rank="${to}"]`)?.focus());
  };
  const tie = (id: string, is_tied: boolean): void => {
    const tied = new Set(answering.tied);
    if (is_tied) tied.add(id);
    else tied.delete(id);
    onChange({ ...answering, tied });
  };
  const onKeyDown = (event: KeyboardEvent, at: number): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(at, at + (event.key === 'ArrowUp' ? -1 : 1));
  };
  return (
    <>
      <p className="text-sm text-dim mb-2">{words.rank_about}</p>
      <ol ref={list} className="space-y-1.5 max-h-[46vh] overflow-y-auto p-0.5">
        {answering.order.map((id, at) => (
          <li
            key={id}
            draggable
            onDragStart={() => setDragged(at)}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={() => {
              if (dragged !== null) move(dragged, at);
            }}
            className={`flex items-center gap-2 rounded-lg border bg-panel pl-1 pr-1.5 py-1 ${dragged === at ? 'border-acc opacity-60' : 'border-line'}`}
          >
            <button
              type="button"
              data-rank={at}
              aria-label={`${ranks[id]}. ${textOf(id)}`}
              className="flex items-center gap-2 grow min-w-0 text-left text-sm cursor-grab py-1"
              onKeyDown={(event) => onKeyDown(event, at)}
            >
              <GripVertical size={14} className="text-dim shrink-0" aria-hidden />
              <b className="num w-5 text-acc shrink-0">{ranks[id]}</b>
              <span className="wrap-anywhere">{textOf(id)}</span>
            </button>
            {at > 0 && (
              <label className="flex items-center gap-1 text-2xs text-dim whitespace-nowrap">
                <input
                  type="checkbox"
                  className="accent-acc size-4"
                  checked={answering.tied.has(id)}
                  aria-label={`${textOf(id)}: ${words.tie}`}
                  onChange={(event) => tie(id, event.target.checked)}
                />
                <span aria-hidden>{words.tie_short}</span>
              </label>
            )}
            <Mover label={words.up(textOf(id))} disabled={at === 0} onClick={() => move(at, at - 1)}>
              <ArrowUp size={14} />
            </Mover>
            <Mover
              label={words.down(textOf(id))}
              disabled={at === answering.order.length - 1}
              onClick={() => move(at, at + 1)}
            >
              <ArrowDown size={14} />
            </Mover>
          </li>
        ))}
      </ol>
      <p className="sr-only" role="status">
        {said}
      </p>
    </>
  );
}

function Mover({
  label,
  disabled,
  onClick,
  children,
}: {
  label: string;
  disabled: boolean;
  onClick: () => void;
  children: ReactNode;
}): ReactNode {
  return (
    <button
      type="button"
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
      className="p-1.5 rounded text-dim hover:text-ink hover:bg-sunk disabled:opacity-30"
    >
      {children}
    </button>
  );
}
