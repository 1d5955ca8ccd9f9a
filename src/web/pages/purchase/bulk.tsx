import { type ReactNode, useState } from 'react';
import { quoted } from '../../../catalogue/format.ts';
import { matrixWords as words } from '../../../catalogue/purchase.ts';
import type { JobView, Stakeholder } from '../../types.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Tick } from '../../ui/field.tsx';
import { usePlace } from '../../workspace.ts';
import { cellOf, lacking, myRow, useStatement } from './assent.ts';
import { useOpened } from './write.ts';

const OPEN = new Set(['none', 'working', 'indicated', 'withdrawn']);

/** What the one who acts can say about several jobs in one go. */
export function BulkBar(): ReactNode {
  const { page, locked } = useOpened();
  const { as } = usePlace();
  const [choosing, setChoosing] = useState(false);
  const state = useStatement();
  const me = myRow(page, as);
  if (me === null || locked !== null) return null;
  const signOf = (job: JobView): string => cellOf(job, as)?.sign ?? 'none';
  const open = page.jobs.filter((job) => OPEN.has(signOf(job)));
  const shaken = page.jobs.filter((job) => signOf(job) === 'shaken');
  if (open.length === 0 && shaken.length === 0) return <span className="text-xs text-dim">{words.all_yours_done}</span>;
  return (
    <div className="flex flex-wrap gap-2">
      {shaken.length > 0 && (
        <Button look="primary" small onClick={() => void state(as, shaken, { stance: 'reaffirmed' })}>
          {words.hold_all(shaken.length)}
        </Button>
      )}
      {open.length > 0 && (
        <Button small onClick={() => setChoosing(true)}>
          {words.agree_all(open.length)}
        </Button>
      )}
      {choosing && <Choose me={me} open={open} onClose={() => setChoosing(false)} />}
    </div>
  );
}

/** Every sentence in full before one click says them all. */
function Choose({ me, open, onClose }: { me: Stakeholder; open: readonly JobView[]; onClose: () => void }): ReactNode {
  const { page } = useOpened();
  // Whoever agrees to all at once may not see that a job rests on nothing yet: that is theirs to tick.
  const [left_out, setLeftOut] = useState<ReadonlySet<string>>(
    () => new Set(open.filter((job) => lacking(page, job).length > 0).map(({ job_id }) => job_id)),
  );
  const state = useStatement();
  const jobs = open.filter((job) => !left_out.has(job.job_id));
  const toggle = (job_id: string): void => {
    const next = new Set(left_out);
    if (!next.delete(job_id)) next.add(job_id);
    setLeftOut(next);
  };
  const agree = async (): Promise<void> => {
    if (await state(me.person_id, jobs, { stance: 'given' })) onClose();
  };
  return (
    <Dialog title={words.agree_all_title} about={words.commits.shared} open onClose={onClose}>
      <div className="space-y-2.5 my-2">
        {open.map((job) => (
          <Tick key={job.job_id} checked={!left_out.has(job.job_id)} onChange={() => toggle(job.job_id)}>
            <b className="font-[560]">{job.name}</b>
            <br />
            {quoted(job.sentence)}
            {lacking(page, job).length > 0 && (
              <span className="block text-xs text-warn">{words.rests_on_nothing(lacking(page, job))}</span>
            )}
          </Tick>
        ))}
      </div>
      <Button look="primary" className="w-full mt-2" disabled={jobs.length === 0} onClick={() => void agree()}>
        {words.agree_all_go(jobs.length)}
      </Button>
    </Dialog>
  );
}
