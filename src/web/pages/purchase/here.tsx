import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { frame } from '../../../catalogue/frame.ts';
import { type Here, usePresence } from '../../presence.ts';
import { usePlace } from '../../workspace.ts';
import { useOpened } from './write.ts';

/** More are counted. */
const FACES = 5;

/** Who else has this purchase open, as initials. */
export function WhoIsHere(): ReactNode {
  const { page } = useOpened();
  const part = useLocation().pathname.split('/').at(5) ?? 'purchase';
  const others = usePresence(page.purchase_id, part);
  if (others.length === 0) return null;
  const more = others.length - FACES;
  return (
    <ul aria-label={frame.here} className="flex items-center -space-x-1.5">
      {others.slice(0, FACES).map((one) => (
        <Face key={one.person_id} one={one} />
      ))}
      {more > 0 && <li className="text-2xs text-dim pl-3">+{more}</li>}
    </ul>
  );
}

function Face({ one }: { one: Here }): ReactNode {
  const { me } = usePlace();
  const { page } = useOpened();
  const known = page.people.find(({ person_id }) => person_id === one.person_id)?.name;
  // As the purchase names them now: who was erased has no name, whatever was said a moment ago.
  const name = known ?? one.name ?? frame.someone;
  const own = one.side === (me?.side ?? 'seller');
  const told = own ? name : `${name}, ${frame.here_other_side}`;
  return (
    <li
      title={told}
      className={`size-6 rounded-full border-2 border-bg grid place-items-center text-[10px] font-semibold ${own ? 'bg-acc-soft text-acc' : 'bg-sunk text-dim'}`}
    >
      <span aria-hidden>{initials(name)}</span>
      <span className="sr-only">{told}</span>
    </li>
  );
}

/** Two letters of a name: of its first and its last word. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toUpperCase();
}
