import type { ReactNode } from 'react';
import { shakesWords as words } from '../../../catalogue/purchase-shakes.ts';
import type { RestsOn } from '../../../core/body/words.ts';
import { usePlace } from '../../workspace.ts';
import { useOpened } from './write.ts';

/** Whom a change to what jobs rest on would ask to look again, said before it is saved; nothing where it asks nobody. */
export function Shakes({ rests_on }: { rests_on: readonly RestsOn[] }): ReactNode {
  const { page } = useOpened();
  const { as } = usePlace();
  const jobs = page.jobs.filter((job) => job.rests_on.some((topic) => rests_on.includes(topic)) && job.given > 0);
  const agreed = new Set(
    jobs.flatMap(({ cells }) => cells.filter(({ sign }) => sign === 'given').map(({ person_id }) => person_id)),
  );
  if (agreed.size === 0) return null;
  const names = jobs.map(({ name }) => name);
  const only_me = agreed.size === 1 && agreed.has(as);
  return (
    <p role="note" className="text-xs text-warn bg-warn-soft rounded-md px-2.5 py-2">
      {only_me ? words.you(names) : words.note(agreed.size, names)}
    </p>
  );
}
