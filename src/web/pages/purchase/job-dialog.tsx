import { type FormEvent, type ReactNode, useState } from 'react';
import { common } from '../../../catalogue/frame.ts';
import { jobWords as words } from '../../../catalogue/job.ts';
import { basisWords } from '../../../catalogue/purchase-basis.ts';
import type { JobView } from '../../types.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Tick } from '../../ui/field.tsx';
import { type Job, newJob } from '../settings/job.tsx';
import { NameField, RuleFields, SentenceField } from '../settings/job-fields.tsx';
import { Difference } from './difference-shown.tsx';
import { useWrite } from './write.ts';

interface JobDialogProps {
  /** As it was read when the dialog opened; null makes a new one. */
  job: JobView | null;
  onClose: () => void;
}

/** Adds a job to the purchase, or changes one: its wording, its rule, or takes it out. */
export function JobDialog({ job, onClose }: JobDialogProps): ReactNode {
  return job === null ? <Adding onClose={onClose} /> : <Changing job={job} onClose={onClose} />;
}

function Adding({ onClose }: { onClose: () => void }): ReactNode {
  const [job, setJob] = useState<Job>(() => ({ ...newJob(), name: '', sentence: '' }));
  const change = (part: Partial<Job>): void => setJob((before) => ({ ...before, ...part }));
  const write = useWrite();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const body = { ...job, name: job.name.trim(), sentence: job.sentence.trim() };
    if (await write('jobs.create', {}, body, { said: words.added(body.name) })) onClose();
  };
  return (
    <Dialog title={words.add_title} about={words.add_about} open onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="space-y-3">
        <NameField job={job} change={change} autoFocus />
        <SentenceField job={job} change={change} rows={2} />
        <RuleFields job={job} change={change} phase />
        <Ending go={words.add_go} disabled={job.name.trim() === '' || job.sentence.trim() === ''} onClose={onClose} />
      </form>
    </Dialog>
  );
}

type Tab = keyof typeof words.tabs;

function Changing({ job, onClose }: { job: JobView; onClose: () => void }): ReactNode {
  const [tab, setTab] = useState<Tab>('wording');
  const parts = {
    wording: <Wording job={job} onClose={onClose} />,
    rule: <Rule job={job} onClose={onClose} />,
    removal: <Removal job={job} onClose={onClose} />,
  };
  return (
    <Dialog title={words.change_job(job.name)} about={words.about[tab]} open onClose={onClose}>
      <fieldset className="flex flex-wrap gap-1.5 mb-4">
        <legend className="sr-only">{words.change_what}</legend>
        {(Object.keys(words.tabs) as Tab[]).map((one) => (
          <button key={one} type="button" className="chip" aria-pressed={tab === one} onClick={() => setTab(one)}>
            {words.tabs[one]}
          </button>
        ))}
      </fieldset>
      {/* All stay, so that what was typed in one is there after a look at another. */}
      {(Object.keys(parts) as Tab[]).map((one) => (
        <div key={one} hidden={tab !== one}>
          {parts[one]}
        </div>
      ))}
    </Dialog>
  );
}

interface PartProps {
  job: JobView;
  onClose: () => void;
}

function Wording({ job, onClose }: PartProps): ReactNode {
  const [draft, setDraft] = useState<Job>(() => asJob(job));
  const [wording_only, setWordingOnly] = useState(false);
  const write = useWrite();
  const name = draft.name.trim();
  const sentence = draft.sentence.trim();
  const is_other_sentence = sentence !== job.sentence;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const marked = is_other_sentence && wording_only ? { wording_only } : {};
    const body = { sentence, name, ...marked, seen: job.seen };
    if (await write('wordings.put', { job_id: job.job_id }, body, { said: words.reworded(name) })) onClose();
  };
  const change = (part: Partial<Job>): void => setDraft((before) => ({ ...before, ...part }));
  return (
    <form onSubmit={(event) => void submit(event)} className="space-y-3">
      <NameField job={draft} change={change} />
      <SentenceField job={draft} change={change} rows={3} />
      {is_other_sentence && (
        <>
          <Difference before={job.sentence} after={draft.sentence} />
          <Tick checked={wording_only} onChange={(event) => setWordingOnly(event.target.checked)}>
            {basisWords.wording_only}
          </Tick>
        </>
      )}
      <Ending
        disabled={name === '' || sentence === '' || (name === job.name && !is_other_sentence)}
        onClose={onClose}
      />
    </form>
  );
}

function Rule({ job, onClose }: PartProps): ReactNode {
  const [draft, setDraft] = useState<Job>(() => asJob(job));
  const write = useWrite();
  const changed = {
    ...(isSame(draft.required_roles, job.required_roles) ? {} : { required_roles: draft.required_roles }),
    ...(isSame(draft.rests_on, job.rests_on) ? {} : { rests_on: draft.rests_on }),
    ...(draft.quorum === job.quorum ? {} : { quorum: draft.quorum }),
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const body = { ...changed, seen: job.seen };
    if (await write('rules.put', { job_id: job.job_id }, body, { said: words.ruled(job.name) })) onClose();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="space-y-3">
      <RuleFields job={draft} change={(part) => setDraft((before) => ({ ...before, ...part }))} phase={false} />
      <Ending disabled={Object.keys(changed).length === 0} onClose={onClose} />
    </form>
  );
}

function Removal({ job, onClose }: PartProps): ReactNode {
  const write = useWrite();
  const remove = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { job_id, seen } = job;
    if (await write('jobs.delete', { job_id }, { seen }, { said: words.removed(job.name) })) onClose();
  };
  return (
    <form onSubmit={(event) => void remove(event)} className="space-y-3">
      <p className="italic">{words.quoted(job.sentence)}</p>
      <p className="text-xs text-dim">{job.rule}</p>
      <Ending go={words.remove_go} look="danger" onClose={onClose} />
    </form>
  );
}

interface EndingProps {
  go?: string;
  look?: 'primary' | 'danger';
  disabled?: boolean;
  onClose: () => void;
}

function Ending({ go = common.save, look = 'primary', disabled = false, onClose }: EndingProps): ReactNode {
  return (
    <div className="flex justify-end gap-2">
      <Button onClick={onClose}>{common.cancel}</Button>
      <Button type="submit" look={look} disabled={disabled}>
        {go}
      </Button>
    </div>
  );
}

const asJob = ({ job_id, name, sentence, phase, required_roles, rests_on, quorum }: JobView): Job => ({
  job_id,
  name,
  sentence,
  phase,
  required_roles,
  rests_on,
  quorum,
});

/** Whether both name the same, in whatever order. */
const isSame = (one: readonly string[] | undefined = [], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name) => other.includes(name));
