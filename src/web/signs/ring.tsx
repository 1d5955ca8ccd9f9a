import type { ReactNode } from 'react';
import { formatShare } from '../../catalogue/format.ts';
import { ringWords } from '../../catalogue/frame.ts';
import type { Ring as RingData } from '../types.ts';

/** How far evidence alone would draw a ring, by what it suggests. */
const INDICATED_SHARE = { none: 0, started: 0.22, advanced: 0.55, completed: 1 } as const;

/** A point on a circle around 0,0; share 0 is at the top, clockwise. */
const at = (share: number, r: number): string => {
  const angle = 2 * Math.PI * share;
  return `${(r * Math.sin(angle)).toFixed(3)},${(-r * Math.cos(angle)).toFixed(3)}`;
};

/** An arc of a ring between two shares. */
function arc(from: number, to: number, r: number): string {
  if (to - from >= 0.9999) return `M0,${-r} A${r},${r} 0 1 1 -0.01,${-r} Z`;
  return `M${at(from, r)} A${r},${r} 0 ${to - from > 0.5 ? 1 : 0} 1 ${at(to, r)}`;
}

/** A filled band of a ring, for hatching: a stroke cannot be clipped to a pattern evenly at small sizes. */
function band(from: number, to: number, outer: number, inner: number): string {
  if (to - from >= 0.9999) {
    return `M0,${-outer} A${outer},${outer} 0 1 1 -0.01,${-outer} Z M0,${-inner} A${inner},${inner} 0 1 0 0.01,${-inner} Z`;
  }
  const large = to - from > 0.5 ? 1 : 0;
  return `M${at(from, outer)} A${outer},${outer} 0 ${large} 1 ${at(to, outer)} L${at(to, inner)} A${inner},${inner} 0 ${large} 0 ${at(from, inner)} Z`;
}

/** One job as a ring: solid as far as people agree, dashed where that was shaken, hatched where only evidence says so. */
export function Ring({ ring, size }: { ring: RingData; size: number }): ReactNode {
  const width = size >= 40 ? 5 : 3.2 * (size / 20);
  const r = size / 2 - width / 2 - 0.5;
  const agreed = ring.state === 'complete' ? 1 : Math.min(1, ring.agreed);
  const shaken = Math.min(1, agreed + ring.shaken);
  const indicated = INDICATED_SHARE[ring.indicated];
  return (
    <svg
      width={size}
      height={size}
      viewBox={`${-size / 2} ${-size / 2} ${size} ${size}`}
      aria-hidden="true"
      className="block shrink-0"
    >
      <circle r={r} fill="none" stroke="var(--line)" strokeWidth={width} />
      {indicated > shaken && (
        <path
          d={band(shaken, indicated, r + width / 2, r - width / 2)}
          fill={`url(#${size >= 40 ? 'hatch' : 'hatch-fine'})`}
          fillRule="evenodd"
          stroke="var(--hat)"
          strokeWidth={size >= 40 ? 0.8 : 0.6}
        />
      )}
      {agreed > 0 && <path d={arc(0, agreed, r)} fill="none" stroke="var(--acc)" strokeWidth={width} />}
      {shaken > agreed && (
        <>
          <path d={arc(agreed, shaken, r)} fill="none" stroke="var(--bg)" strokeWidth={width + 0.6} />
          <path
            d={arc(agreed, shaken, r)}
            fill="none"
            stroke="var(--warn)"
            strokeWidth={size >= 40 ? 2 : 1.5}
            strokeDasharray={size >= 40 ? '2.6 2.6' : '2 1.6'}
          />
        </>
      )}
      {ring.state === 'complete' && (
        <path
          d={`M${-0.19 * size},${0.01 * size} L${-0.04 * size},${0.16 * size} L${0.21 * size},${-0.15 * size}`}
          fill="none"
          stroke="var(--acc)"
          strokeWidth={Math.max(1.4, size * 0.054)}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
    </svg>
  );
}

/** A ring in words, for those who hear the page and for tips. */
export function ringSentence(ring: RingData): string {
  const parts = [`${ring.name}: ${ringWords[ring.state]}`];
  if (ring.state !== 'complete' && ring.agreed > 0) parts.push(ringWords.agreed(formatShare(ring.agreed)));
  if (ring.shaken > 0) parts.push(ringWords.shaken(formatShare(ring.shaken)));
  if (ring.indicated !== 'none') parts.push(ringWords.evidence[ring.indicated]);
  return parts.join('; ');
}

/** "The plates": a purchase is recognised anywhere by its row of rings. */
export function RingRow({ rings, size = 20 }: { rings: readonly RingData[]; size?: number }): ReactNode {
  const decide = rings.filter((ring) => ring.phase === 'decide');
  const after = rings.filter((ring) => ring.phase === 'after');
  const sentence = rings
    .filter((ring) => ring.name !== '')
    .map(ringSentence)
    .join('. ');
  return (
    <span
      className="inline-flex flex-wrap items-center gap-[5px]"
      {...(sentence === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': sentence, title: sentence })}
    >
      {decide.map((ring) => (
        <Ring key={ring.job_id} ring={ring} size={size} />
      ))}
      {after.length > 0 && decide.length > 0 && <span aria-hidden className="w-px h-3.5 bg-line mx-0.5" />}
      {after.map((ring) => (
        <Ring key={ring.job_id} ring={ring} size={size} />
      ))}
    </span>
  );
}
