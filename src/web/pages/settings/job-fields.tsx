import type { ReactNode } from 'react';
import { restsOnWords, roleWords } from '../../../catalogue/frame.ts';
import { templateWords as words } from '../../../catalogue/settings.ts';
import { LongText, Select, Text } from '../../ui/field.tsx';
import { type Job, rulePreview } from './job.tsx';

interface PartProps {
  job: Job;
  change: (part: Partial<Job>) => void;
}

/** What a job is called. */
export function NameField({ job, change, autoFocus = false }: PartProps & { autoFocus?: boolean }): ReactNode {
  return (
    <Text
      label={words.job_name}
      value={job.name}
      onChange={(event) => change({ name: event.target.value })}
      required
      maxLength={120}
      autoFocus={autoFocus}
    />
  );
}

/** The sentence one agrees to. */
export function SentenceField({ job, change, rows }: PartProps & { rows: number }): ReactNode {
  return (
    <LongText
      label={words.sentence}
      rows={rows}
      value={job.sentence}
      onChange={(event) => change({ sentence: event.target.value })}
      required
      maxLength={500}
    />
  );
}

/** An observer is never counted: a job that required one could never be complete. */
function countedRoles(): Omit<typeof roleWords, 'observer'> {
  const { observer: _observer, ...counted } = roleWords;
  return counted;
}
const QUORUMS = ['1/3', '1/2', '2/3', '3/4', '1/1'];

/** The completion rule of a job, and the rule as a sentence. Where a job is made, its phase is part of it. */
export function RuleFields({ job, change, phase }: PartProps & { phase: boolean }): ReactNode {
  const quorum = job.quorum ?? '2/3';
  const options = [...new Set([...QUORUMS, quorum])].map((value) => ({ value, label: value }));
  const phases = Object.entries(words.phases).map(([value, label]) => ({ value, label }));
  return (
    <>
      <Chips
        label={words.roles}
        all={job.required_roles?.includes('observer') ? roleWords : countedRoles()}
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
        {phase && (
          <Select
            label={words.phase}
            options={phases}
            value={job.phase ?? 'decide'}
            onChange={(event) => change({ phase: event.target.value as NonNullable<Job['phase']> })}
          />
        )}
      </div>
      <p className="rounded-lg bg-sunk px-3 py-2 text-sm">
        <span className="text-xs text-dim block">{words.rule}</span>
        {rulePreview(job)}
      </p>
    </>
  );
}

interface ChipsProps<T extends string> {
  label: string;
  all: Partial<Record<T, string>>;
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
