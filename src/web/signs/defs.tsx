import type { ReactNode } from 'react';

/** The hatching that means *indicated*, drawn once for all signs of the page. */
export const SignDefs = (): ReactNode => (
  <svg width="0" height="0" className="absolute" aria-hidden="true">
    <defs>
      <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1="0.75" y1="0" x2="0.75" y2="4" stroke="var(--hat)" strokeWidth="1.5" />
      </pattern>
      <pattern id="hatch-fine" width="3" height="3" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1="0.6" y1="0" x2="0.6" y2="3" stroke="var(--hat)" strokeWidth="1.2" />
      </pattern>
    </defs>
  </svg>
);
