import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Template } from '../../types.ts';
import { Button } from '../../ui/button.tsx';
import { LongText, Select, Text } from '../../ui/field.tsx';
import { say, sayError } from '../../ui/toast.tsx';
import { restsOnWords, roleWords } from '../../words.ts';
import { useCall, usePlace } from '../../workspace.ts';
import { type Job, rulePreview } from './job.tsx';
import { templateWords as words } from './words.ts';

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
  const added: Job = {
    job_id: crypto.randomUUID(),
    name: words.new_job,
    sentence: words.new_sentence,
    phase: 'decide',
    required_roles: [],
    rests_on: [],
    quorum: '2/3',
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
        <Button onClick={() => setJobs([...jobs, added])}>{words.add_job}</Button>
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

const QUORUMS = ['1/3', '1/2', '2/3', '3/4', '1/1'];

function JobEditor({ job, change, up, down, remove }: JobEditorProps): ReactNode {
  const quorum = job.quorum ?? '2/3';
  const options = [...new Set([...QUORUMS, quorum])].map((value) => ({ value, label: value }));
  const phases = Object.entries(words.phases).map(([value, label]) => ({ value, label }));
  return (
    <li className="card space-y-3">
      <div className="flex items-end gap-2">
        <div className="grow">
          <Text
            label={words.job_name}
            value={job.name}
            onChange={(event) => change({ name: event.target.value })}
            required
            maxLength={120}
          />
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
      <LongText
        label={words.sentence}
        rows={1}
        value={job.sentence}
        onChange={(event) => change({ sentence: event.target.value })}
        required
        maxLength={500}
      />
      <Chips
        label={words.roles}
        all={roleWords}
        chosen={job.required_roles ?? []}
        onChange={(required_roles) => change({ required_roles })}
      />
      <Chips
        label={words.rests_on}
        all={restsOnWords}
        chosen={job.rests_on ?? []}
        onChange={(rests_on) => change({ rests_on })}
      />
      <div className="grid grid-cols-2 gap-3">
        <Select
          label={words.quorum}
          options={options}
          value={quorum}
          onChange={(event) => change({ quorum: event.target.value })}
        />
        <Select
          label={words.phase}
          options={phases}
          value={job.phase ?? 'decide'}
          onChange={(event) => change({ phase: event.target.value as NonNullable<Job['phase']> })}
        />
      </div>
      <p className="rounded-lg bg-sunk px-3 py-2 text-sm">
        <span className="text-xs text-dim block">{words.rule}</span>
        {rulePreview(job)}
      </p>
    </li>
  );
}

interface ChipsProps<T extends string> {
  label: string;
  all: Record<T, string>;
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
}

function Chips<T extends string>({ label, all, chosen, onChange }: ChipsProps<T>): ReactNode {
  return (
    <fieldset>
      <legend className="text-xs text-dim mb-1">{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {(Object.keys(all) as T[]).map((one) => (
          <button
            key={one}
            type="button"
            className="chip !min-h-6 !py-0.5 !text-xs"
            aria-pressed={chosen.includes(one)}
            onClick={() => onChange(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one])}
          >
            {all[one]}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
