import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { zoneWords as words } from '../../catalogue/zone.ts';
import type { Zone } from './zone-choice.tsx';

/** Who can see a thing: one side only. What is shared has no sign. */
export function Padlock({ zone }: { zone: Zone }): ReactNode {
  if (zone === 'shared') return null;
  return (
    <span className="inline-flex items-center gap-1 text-2xs text-dim whitespace-nowrap" title={words.sign[zone]}>
      <Lock size={10} aria-hidden />
      {words.sign[zone]}
    </span>
  );
}
