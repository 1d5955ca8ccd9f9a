import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { templateWords as words } from '../../../catalogue/settings.ts';
import type { Template } from '../../types.ts';
import { Button } from '../../ui/button.tsx';
import { Text } from '../../ui/field.tsx';
import { say, sayError } from '../../ui/toast.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { type Job, newJob } from './job.tsx';
import { NameField, RuleFields, SentenceField } from './job-fields.tsx';

interface EditorProps {
  template: Template;
  isNew: boolean;
  onSaved: (template_id: string) => void;
  onDuplicate: () => void;
}

/** Edits a template of the workspace: its jobs, their sentences and rules. */
export function TemplateEditor({ template, isNew, onSaved, onDuplicate }: EditorProps): ReactNode {
  const { workspace_id } = usePlace();
  const { template_id } = template;
  const [name, setName] = useState(template.name);
  const [jobs, setJobs] = useState<readonly Job[]>(template.jobs);
  const call = useCall();
  const queries = useQueryClient();
  const fresh = () => queries.invalidateQueries({ queryKey: ['templates', workspace_id] });
  const save = useMutation({
    mutationFn: () =>
      call('templates.put', { params: { workspace_id, template_id }, body: { name: name.trim(), jobs: [...jobs] } }),
    onSuccess: async () => {
      await fresh();
      say(words.saved);
      onSaved(template_id);
    },
    onError: sayError,
  });
  const remove = useMutation({
    mutationFn: () => call('templates.delete', { params: { workspace_id, template_id } }),
    onSuccess: async () => {
      await fresh();
      say(words.deleted);
      onSaved('');
    },
    onError: sayError,
  });
  const change = (index: number, part: Partial<Job>): void =>
    setJobs(jobs.map((job, place) => (place === index ? { ...job, ...part } : job)));
  const move = (index: number, by: number): void => {
    const next = [...jobs];
    const [taken] = next.splice(index, 1);
    if (taken !== undefined) next.splice(index + by, 0, taken);
    setJobs(next);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit} className="space-y-4">
      <Text
        label={words.name}
        value={name}
        onChange={(event) => setName(event.target.value)}
        required
        maxLength={120}
      />
      <ol className="space-y-3">
        {jobs.map((job, index) => (
          <JobEditor
            key={job.job_id}
            job={job}
            change={(part) => change(index, part)}
            up={index === 0 ? null : () => move(index, -1)}
            down={index === jobs.length - 1 ? null : () => move(index, 1)}
            remove={() => setJobs(jobs.filter((_job, place) => place !== index))}
          />
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setJobs([...jobs, newJob()])}>{words.add_job}</Button>
        <Button type="submit" look="primary" disabled={save.isPending || name.trim() === ''}>
          {words.save}
        </Button>
        {!isNew && (
          <>
            <Button onClick={onDuplicate}>{words.duplicate}</Button>
            <Button look="danger" onClick={() => remove.mutate()}>
              {words.delete}
            </Button>
          </>
        )}
      </div>
    </form>
  );
}

interface JobEditorProps {
  job: Job;
  change: (part: Partial<Job>) => void;
  up: (() => void) | null;
  down: (() => void) | null;
  remove: () => void;
}

function JobEditor({ job, change, up, down, remove }: JobEditorProps): ReactNode {
  return (
    <li className="card space-y-3">
      <div className="flex items-end gap-2">
        <div className="grow">
          <NameField job={job} change={change} />
        </div>
        <Button look="quiet" aria-label={words.up(job.name)} disabled={up === null} onClick={() => up?.()}>
          <ArrowUp size={14} aria-hidden />
        </Button>
        <Button look="quiet" aria-label={words.down(job.name)} disabled={down === null} onClick={() => down?.()}>
          <ArrowDown size={14} aria-hidden />
        </Button>
        <Button look="quiet" aria-label={words.remove_job(job.name)} onClick={remove}>
          <Trash2 size={14} aria-hidden />
        </Button>
      </div>
      <SentenceField job={job} change={change} rows={1} />
      <RuleFields job={job} change={change} phase />
    </li>
  );
}
