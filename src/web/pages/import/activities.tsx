import { type ReactNode, useState } from 'react';
import { formatNumber } from '../../../catalogue/format.ts';
import { channelWords, outcomeWords } from '../../../catalogue/frame.ts';
import { mappingWords as words } from '../../../catalogue/import.ts';
import type { Preview, Template } from '../../types.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/field.tsx';
import { useTemplates } from '../portfolio/new-purchase.tsx';
import type { Change, Mapping } from './mapping.tsx';

type Meaning = Mapping['activities'][string];
type Sort = keyof typeof words.means;
type Evidence = NonNullable<Meaning['evidence']>[number];

const choices = (of: Record<string, string>) => Object.entries(of).map(([value, label]) => ({ value, label }));
const SHOWN = 60;

const sortOf = (meaning: Meaning | undefined): Sort =>
  meaning?.ignore
    ? 'ignore'
    : meaning?.outcome !== undefined
      ? 'outcome'
      : (meaning?.evidence?.length ?? 0) > 0
        ? 'evidence'
        : 'touch';

interface ActivitiesProps {
  preview: Preview;
  mapping: Mapping;
  change: Change;
}

/** What each activity of the file means: evidence for a job, an outcome, a touch, or nothing. */
export function Activities({ preview, mapping, change }: ActivitiesProps): ReactNode {
  const [filter, setFilter] = useState('');
  const [all, setAll] = useState(false);
  const jobs =
    useTemplates().data?.templates.find((one) => one.name === mapping.template || one.template_id === mapping.template)
      ?.jobs ?? [];
  const wanted = filter.trim().toLowerCase();
  const fitting = preview.activities.filter((one) => one.name.toLowerCase().includes(wanted));
  const shown = all ? fitting : fitting.slice(0, SHOWN);
  const set = (name: string, meaning: Meaning): void =>
    change({ activities: { ...mapping.activities, [name]: meaning } });
  if (preview.activities.length === 0) return null;
  return (
    <section aria-labelledby="activities">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div>
          <h2 id="activities">{words.activities(preview.activities.length)}</h2>
          <p className="text-xs text-dim">{words.activities_about}</p>
        </div>
        <input
          type="search"
          className="field !w-52"
          placeholder={words.filter}
          aria-label={words.filter}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      </div>
      <ul className="mt-2">
        {shown.map((one) => (
          <Activity
            key={one.name}
            name={one.name}
            count={one.count}
            meaning={mapping.activities[one.name]}
            jobs={jobs}
            set={(meaning) => set(one.name, meaning)}
          />
        ))}
      </ul>
      {shown.length < fitting.length && (
        <Button className="mt-2" onClick={() => setAll(true)}>
          {words.all(fitting.length)}
        </Button>
      )}
    </section>
  );
}

interface ActivityProps {
  name: string;
  count: number;
  meaning: Meaning | undefined;
  jobs: Template['jobs'];
  set: (meaning: Meaning) => void;
}

function Activity({ name, count, meaning, jobs, set }: ActivityProps): ReactNode {
  const sort = sortOf(meaning);
  const turn = (next: Sort): void => {
    const channel = meaning?.channel === undefined ? {} : { channel: meaning.channel };
    if (next === 'ignore') set({ ignore: true });
    else if (next === 'outcome') set({ ...channel, outcome: 'bought' });
    else if (next === 'evidence') set({ ...channel, evidence: [{ job: jobs[0]?.job_id ?? '', signal: 'advanced' }] });
    else set(channel);
  };
  return (
    <li className="grid grid-cols-[minmax(150px,1fr)_64px_164px_minmax(220px,1.2fr)] max-md:grid-cols-2 items-center gap-x-3 gap-y-1 border-t border-line py-1.5">
      <span className="text-sm wrap-anywhere">{name}</span>
      <span className="num text-xs text-dim">{formatNumber(count)}</span>
      <Select
        label={`${words.activity_head.means}: ${name}`}
        hideLabel
        options={choices(words.means)}
        value={sort}
        onChange={(event) => turn(event.target.value as Sort)}
      />
      <Details name={name} sort={sort} meaning={meaning ?? {}} jobs={jobs} set={set} />
    </li>
  );
}

interface DetailsProps {
  name: string;
  sort: Sort;
  meaning: Meaning;
  jobs: Template['jobs'];
  set: (meaning: Meaning) => void;
}

function Details({ name, sort, meaning, jobs, set }: DetailsProps): ReactNode {
  if (sort === 'ignore') return <span />;
  if (sort === 'outcome') {
    const { open: _open, ...outcomes } = outcomeWords;
    return (
      <Select
        label={`${words.outcome}: ${name}`}
        hideLabel
        options={choices(outcomes)}
        value={meaning.outcome ?? 'bought'}
        onChange={(event) => set({ ...meaning, outcome: event.target.value as NonNullable<Meaning['outcome']> })}
      />
    );
  }
  if (sort === 'touch') {
    const setChannel = (channel: string): void => {
      const { channel: _before, ...rest } = meaning;
      set(channel === '' ? rest : { ...rest, channel: channel as NonNullable<Meaning['channel']> });
    };
    return (
      <Select
        label={`${words.channel}: ${name}`}
        hideLabel
        options={[{ value: '', label: words.no_channel }, ...choices(channelWords)]}
        value={meaning.channel ?? ''}
        onChange={(event) => setChannel(event.target.value)}
      />
    );
  }
  const [first, ...others] = meaning.evidence ?? [];
  const setFirst = (part: Partial<Evidence>): void => {
    if (first !== undefined) set({ ...meaning, evidence: [{ ...first, ...part }, ...others] });
  };
  const known = jobs.some((job) => job.job_id === first?.job);
  const job_options = jobs.map((job) => ({ value: job.job_id, label: job.name }));
  return (
    <span className="grid grid-cols-[1.3fr_1fr] gap-1.5 items-center">
      <Select
        label={`${words.job}: ${name}`}
        hideLabel
        options={known ? job_options : [{ value: first?.job ?? '', label: first?.job ?? '' }, ...job_options]}
        value={first?.job ?? ''}
        onChange={(event) => setFirst({ job: event.target.value })}
      />
      <Select
        label={`${words.signal}: ${name}`}
        hideLabel
        options={choices(words.signals)}
        value={first?.signal ?? 'advanced'}
        onChange={(event) => setFirst({ signal: event.target.value as Evidence['signal'] })}
      />
      {others.length > 0 && <span className="text-2xs text-dim col-span-2">{words.more_evidence(others.length)}</span>}
    </span>
  );
}
