import type { ReactNode } from 'react';

/** How far something is, 0 to 1, with words. */
export function Progress({ share, label }: { share: number; label: string }): ReactNode {
  const percent = Math.round(Math.max(0, Math.min(1, share)) * 100);
  return (
    <div>
      <div className="flex justify-between text-sm mb-1.5">
        <span>{label}</span>
        <span className="text-dim">{percent} %</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className="h-2 rounded-full bg-sunk overflow-hidden"
      >
        <div className="h-full bg-acc transition-[width] duration-200" style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}
