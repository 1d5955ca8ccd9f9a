import type { ReactNode } from 'react';
import { signWords } from '../../catalogue/frame.ts';
import type { SignKind } from '../types.ts';

/**
 * How one person stands to one job. Solid: stated. Half: at it. Dashed: shaken. Hatched: only indicated. Hollow: nothing.
 * A bar across: does not agree. A solid corner left of what was: taken back. A dash without a box: not theirs to judge.
 */
export function Sign({ kind, size = 15 }: { kind: SignKind; size?: number }): ReactNode {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      className="inline-block align-middle shrink-0"
    >
      {DRAWN[kind]}
    </svg>
  );
}

const box = { x: 1, y: 1, width: 14, height: 14, rx: 3.6, strokeWidth: 1.6 };

const DRAWN: Record<SignKind, ReactNode> = {
  given: <rect {...box} fill="var(--acc)" stroke="var(--acc)" />,
  working: (
    <>
      <rect {...box} fill="none" stroke="var(--acc)" />
      <path d="M8 1H4.6A3.6 3.6 0 0 0 1 4.6v6.8A3.6 3.6 0 0 0 4.6 15H8Z" fill="var(--acc)" />
    </>
  ),
  shaken: <rect {...box} fill="none" stroke="var(--warn)" strokeDasharray="3 2.2" strokeDashoffset="1.2" />,
  indicated: <rect {...box} fill="url(#hatch-fine)" stroke="var(--hat)" strokeWidth="1.1" />,
  none: <rect {...box} fill="none" stroke="var(--edge)" strokeWidth="1.1" strokeOpacity=".7" />,
  withheld: (
    <>
      <rect {...box} fill="none" stroke="var(--warn)" />
      <path d="M4.4 8h7.2" stroke="var(--warn)" strokeWidth="2.6" strokeLinecap="round" />
    </>
  ),
  withdrawn: (
    <>
      <rect {...box} fill="none" stroke="var(--edge)" strokeWidth="1.1" />
      <path d="M1 8v3.4A3.6 3.6 0 0 0 4.6 15H8Z" fill="var(--acc)" />
    </>
  ),
  aside: <path d="M4.6 8h6.8" stroke="var(--edge)" strokeWidth="1.8" strokeLinecap="round" />,
};

const SHOWN_FIRST: readonly SignKind[] = ['given', 'working', 'shaken', 'indicated', 'none'];
const SHOWN_IF_THERE: readonly SignKind[] = ['withheld', 'withdrawn', 'aside'];

/** What the signs mean; the rarer ones only where they occur. */
export function Legend({ present }: { present: ReadonlySet<SignKind> }): ReactNode {
  const kinds = [...SHOWN_FIRST, ...SHOWN_IF_THERE.filter((kind) => present.has(kind))];
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1.5 text-xs text-dim">
      {kinds.map((kind) => (
        <li key={kind} className="flex items-center gap-1.5">
          <Sign kind={kind} />
          {signWords[kind]}
        </li>
      ))}
    </ul>
  );
}
