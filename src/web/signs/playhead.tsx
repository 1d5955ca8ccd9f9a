import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { formatDate, formatDayMonth } from '../../catalogue/format.ts';
import { stripWords as words } from '../../catalogue/strip.ts';
import type { Scale } from './time-scale.ts';

const DAY_MS = 86_400_000;
const SETTLE_MS = 220;
/** Steps of the keys, in days. */
const KEYS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -30,
  PageUp: 30,
};

interface PlayheadProps {
  scale: Scale;
  top: number;
  height: number;
  as_of: string | null;
  onAsOf: (at: string | null) => void;
}

/** A day counts to its end: as of 24 August is everything of that day too. */
function endOfDay(at: number): number {
  const day = new Date(at);
  day.setHours(23, 59, 59, 999);
  return day.getTime();
}

interface Moves {
  scale: Scale;
  at: number;
  track: RefObject<HTMLDivElement | null>;
  timer: RefObject<ReturnType<typeof setTimeout> | undefined>;
  setMoving: (to: number | null) => void;
  onAsOf: (at: string | null) => void;
}

/** How pointer and keys move the playhead; the page follows when it rests for a moment. */
function useMoves({ scale, at, track, timer, setMoving, onAsOf }: Moves) {
  const settle = (to: number, wait_ms: number): void => {
    setMoving(to);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setMoving(null);
      onAsOf(to >= scale.to ? null : new Date(endOfDay(to)).toISOString());
    }, wait_ms);
  };
  const atPointer = (event: PointerEvent): number => {
    const box = track.current?.getBoundingClientRect();
    const x = box === undefined ? scale.width : event.clientX - box.left;
    return x >= 0.995 * scale.width ? scale.to : scale.at(scale.left + Math.max(0, x));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = KEYS[event.key];
    const goal =
      event.key === 'Home'
        ? scale.from
        : event.key === 'End'
          ? scale.to
          : step === undefined
            ? null
            : at + step * (event.shiftKey ? 7 : 1) * DAY_MS;
    if (goal === null) return;
    event.preventDefault();
    settle(Math.max(scale.from, Math.min(scale.to, goal)), SETTLE_MS);
  };
  return { settle, atPointer, onKeyDown };
}

/** Sets the date of the whole page. At the right end it is now. */
export function Playhead({ scale, top, height, as_of, onAsOf }: PlayheadProps): ReactNode {
  const [moving, setMoving] = useState<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const track = useRef<HTMLDivElement>(null);
  const at = moving ?? (as_of === null ? scale.to : Date.parse(as_of));
  const isNow = at >= scale.to;
  useEffect(() => () => clearTimeout(timer.current), []);
  const { settle, atPointer, onKeyDown } = useMoves({ scale, at, track, timer, setMoving, onAsOf });
  const x = scale.x(at);
  return (
    <div
      ref={track}
      className="absolute touch-pan-y cursor-col-resize"
      style={{ left: scale.left, width: scale.width, top: 0, height: top + 12 }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setMoving(atPointer(event));
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) setMoving(atPointer(event));
      }}
      onPointerUp={(event) => settle(atPointer(event), 0)}
    >
      {!isNow && (
        <div
          className="absolute bg-bg/72 pointer-events-none"
          style={{ left: x - scale.left + 1, right: -14, top, height }}
        />
      )}
      <div
        role="slider"
        tabIndex={0}
        aria-label={words.playhead}
        aria-description={words.playhead_help}
        aria-valuemin={Math.round(scale.from / DAY_MS)}
        aria-valuemax={Math.round(scale.to / DAY_MS)}
        aria-valuenow={Math.round(at / DAY_MS)}
        aria-valuetext={isNow ? words.playhead_now : formatDate(at)}
        onKeyDown={onKeyDown}
        title={words.playhead_help}
        className="absolute w-6 -translate-x-1/2 group"
        style={{ left: x - scale.left, top: top - 10, height: height + 12 }}
      >
        <span className="absolute left-1/2 top-2 size-[11px] -translate-x-1/2 rounded-full bg-ink group-hover:scale-125 transition-transform" />
        <span className="absolute left-1/2 top-3 bottom-0 w-px -translate-x-1/2 bg-ink pointer-events-none" />
      </div>
      <span
        className="absolute -translate-x-1/2 text-2xs whitespace-nowrap text-dim pointer-events-none"
        style={{ left: Math.max(20, Math.min(scale.width - (isNow ? 8 : 32), x - scale.left)), top: top + height + 4 }}
      >
        {isNow ? words.playhead_now : words.playhead_at(formatDayMonth(at))}
      </span>
    </div>
  );
}
