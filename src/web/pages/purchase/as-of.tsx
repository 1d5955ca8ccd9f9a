import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { frame } from '../../../catalogue/frame.ts';
import { words } from '../../../catalogue/purchase.ts';
import { Button } from '../../ui/button.tsx';
import { usePlace } from '../../workspace.ts';
import { useOpened } from './write.ts';

/** The earlier date that the address asks for, and how to ask for another. */
export function useAsOf(): [as_of: string | null, set: (at: string | null) => void] {
  const { as_of } = useSearch({ strict: false }) as { as_of?: string };
  const navigate = useNavigate();
  const set = (at: string | null): void =>
    void navigate({
      to: '.',
      search: (before: object) => ({ ...before, as_of: at ?? undefined }) as never,
      replace: true,
      resetScroll: false,
    });
  return [as_of ?? null, set];
}

/** Why one who looks at a purchase in this way can change nothing; null where that hangs on the purchase alone. */
export function useLock(as_of: string | null): string | null {
  const { previews } = usePlace();
  if (previews) return frame.preview;
  return as_of === null ? null : words.as_of(as_of);
}

/** The way back from an earlier date to now, where one looks at one. */
export function BackToNow(): ReactNode {
  const [as_of, set] = useAsOf();
  return as_of === null ? null : <Button onClick={() => set(null)}>{words.now}</Button>;
}

/** Says that one looks at an earlier date, and leads back. */
export function AsOfNotice({ as_of, onNow }: { as_of: string | null; onNow: () => void }): ReactNode {
  const { page } = useOpened();
  if (as_of === null && page.read_only === null) return null;
  return (
    <div
      role="status"
      className="mt-3 rounded-lg border border-ink/25 bg-sunk px-3.5 py-2 text-sm flex flex-wrap items-center gap-x-3 gap-y-1"
    >
      <span>{as_of === null ? `${words.read_only} ${page.read_only ?? ''}` : words.as_of(as_of)}</span>
      {as_of !== null && (
        <Button small className="print:hidden" onClick={onNow}>
          {words.now}
        </Button>
      )}
    </div>
  );
}

const day = (at: string): string => {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** Chooses the day at whose end, where one is, the page shows the purchase. */
export function AsOfField(): ReactNode {
  const { page } = useOpened();
  const [as_of, set] = useAsOf();
  const change = (value: string): void => {
    const end = value === '' ? Number.NaN : new Date(`${value}T23:59:59`).getTime();
    // A year that somebody is still typing is no date yet, and what is to come nobody knows.
    if (value === '' || end >= Date.now()) set(null);
    else if (end > 0) set(new Date(end).toISOString());
  };
  return (
    <label className="flex items-center gap-1.5 text-xs text-dim print:hidden">
      {words.as_of_label}
      <input
        type="date"
        className="pick"
        value={as_of === null ? '' : day(as_of)}
        min={page.opened_at === null ? undefined : day(page.opened_at)}
        max={day(new Date().toISOString())}
        onChange={(event) => change(event.target.value)}
      />
    </label>
  );
}
