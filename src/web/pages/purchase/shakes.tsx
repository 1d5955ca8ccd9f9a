import type { ReactNode } from 'react';
import { shakesWords as words } from '../../../catalogue/purchase-shakes.ts';
import type { RestsOn } from '../../../core/body/words.ts';
import { usePlace } from '../../workspace.ts';
import { useOpened } from './write.ts';

interface ShakesProps {
  /** What changes, of what jobs rest on. */
  rests_on?: readonly RestsOn[];
  /** The job that changes itself. */
  job_id?: string;
}

/** Whom a change would ask to look again, said before it is saved; nothing where it asks nobody. */
export function Shakes({ rests_on = [], job_id }: ShakesProps): ReactNode {
  const { page } = useOpened();
  const { as } = usePlace();
  const touched = page.jobs
    .filter((job) => job.job_id === job_id || job.rests_on.some((topic) => rests_on.includes(topic)))
    .map(({ name, cells }) => ({ name, agreed: cells.filter(({ sign }) => sign === 'given') }))
    .filter(({ agreed }) => agreed.length > 0);
  const agreed = new Set(touched.flatMap((job) => job.agreed.map(({ person_id }) => person_id)));
  if (agreed.size === 0) return null;
  const names = touched.map(({ name }) => name);
  const only_me = agreed.size === 1 && agreed.has(as);
  return (
    <p role="note" className="text-xs text-warn bg-warn-soft rounded-md px-2.5 py-2">
      {only_me ? words.you(names) : words.note(agreed.size, names)}
    </p>
  );
}
