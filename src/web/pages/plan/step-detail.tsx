import { type FormEvent, type ReactNode, useState } from 'react';
import { formatDateTime, formatDay } from '../../../catalogue/format.ts';
import { words as plan_words, stepWords as words } from '../../../catalogue/plan.ts';
import { Padlock } from '../../signs/padlock.tsx';
import { type Zone, ZoneChoice } from '../../signs/zone-choice.tsx';
import { Button } from '../../ui/button.tsx';
import { LongText, Text, Tick } from '../../ui/field.tsx';
import { useOpened, useWrite } from '../purchase/write.ts';
import { StateSelect } from './board.tsx';
import { nameOfStep, ownerText, type StepView, useLock, usePlan, useProgress } from './data.ts';

/** How a step stands: its days and why, its checklist, and what was said of it. */
export function StepDetail({ step }: { step: StepView }): ReactNode {
  const { page } = useOpened();
  const { plan } = usePlan();
  const lock = useLock(step);
  const job = page.jobs.find(({ job_id }) => job_id === step.job_id);
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <StateSelect step={step} />
        {step.internal !== null && <span className="text-dim">{plan_words.internal[step.internal]}</span>}
        <Padlock zone={step.zone} />
      </div>
      {lock !== null && <p className="text-sm text-dim">{lock}</p>}
      {step.why !== null && <p className="text-sm text-warn wrap-anywhere">{step.why}</p>}
      {step.waits_for.length > 0 && (
        <p className="text-sm text-dim wrap-anywhere">
          {plan_words.waits(step.waits_for.map((id) => nameOfStep(plan, id)))}
        </p>
      )}
      <Facts step={step} />
      {job !== undefined && <p className="rounded-lg bg-sunk px-3 py-2 text-sm">{words.serves(job.name)}</p>}
      {step.state === 'done' && lock === null && <DoneOn step={step} />}
      <Checklist step={step} />
      <Comments step={step} />
    </div>
  );
}

function Facts({ step }: { step: StepView }): ReactNode {
  const { today } = usePlan().plan;
  const facts: [string, string | null][] = [
    [words.owner_label, `${ownerText(step)}, ${words.duration_of(step.duration_days)}`],
    [words.planned, step.due_on === null ? null : formatDay(step.due_on, today)],
    [step.state === 'done' ? words.done_on : words.likely, formatDay(step.likely_on, today)],
    [words.latest, step.latest_on === null ? null : formatDay(step.latest_on, today)],
    [words.slack, step.slack_days === null ? null : words.days(step.slack_days)],
  ];
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
      {facts.flatMap(([label, text]) =>
        text === null
          ? []
          : [
              <dt key={label} className="text-dim">
                {label}
              </dt>,
              <dd key={`${label} is`} className="tabular-nums">
                <bdi>{text}</bdi>
              </dd>,
            ],
      )}
      {step.reopens > 0 && <dd className="col-span-2 text-dim">{words.reopened(step.reopens)}</dd>}
    </dl>
  );
}

/** Who enters it later than it was says which day it was. */
function DoneOn({ step }: { step: StepView }): ReactNode {
  const progress = useProgress();
  const { today } = usePlan().plan;
  const [day, setDay] = useState(step.done_on ?? today);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void progress(step, 'done', day);
  };
  return (
    <form onSubmit={submit} className="flex items-end gap-2">
      <Text
        label={words.done_on}
        type="date"
        value={day}
        max={today}
        required
        onChange={(event) => setDay(event.target.value)}
      />
      <Button type="submit" disabled={day === step.done_on}>
        {words.done_go}
      </Button>
    </form>
  );
}

function Checklist({ step }: { step: StepView }): ReactNode {
  const write = useWrite();
  const lock = useLock(step);
  /** Ticked here, and not yet known to be saved. */
  const [pending, setPending] = useState<Readonly<Record<string, boolean>>>({});
  if (step.checklist.length === 0) return null;
  const tick = async (item_id: string, ticked: boolean): Promise<void> => {
    setPending((before) => ({ ...before, [item_id]: ticked }));
    await write('step_progress.create', { step_id: step.step_id }, { item_id, ticked });
    setPending(({ [item_id]: _saved, ...rest }) => rest);
  };
  return (
    <fieldset disabled={lock !== null}>
      <legend className="text-xs text-dim mb-1">{words.list}</legend>
      <div className="space-y-1.5">
        {step.checklist.map(({ item_id, text, ticked }) => (
          <Tick
            key={item_id}
            checked={pending[item_id] ?? ticked}
            onChange={(event) => void tick(item_id, event.target.checked)}
          >
            <bdi>{text}</bdi>
          </Tick>
        ))}
      </div>
    </fieldset>
  );
}

function Comments({ step }: { step: StepView }): ReactNode {
  const { page, locked } = useOpened();
  const write = useWrite();
  const [comment, setComment] = useState('');
  const [zone, setZone] = useState<Zone>('shared');
  const shared = step.zone === 'shared';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const body = { comment: comment.trim(), ...(shared && { zone }) };
    if (await write('step_comments.create', { step_id: step.step_id }, body, { said: words.commented })) setComment('');
  };
  return (
    <section aria-label={words.comments}>
      {step.comments.length > 0 && <h2 className="mb-1">{words.comments}</h2>}
      <ul className="space-y-2">
        {step.comments.map((one) => (
          <li key={one.event_id} className="text-sm wrap-anywhere">
            <bdi className="whitespace-pre-wrap">{one.comment}</bdi>
            <span className="flex gap-2 text-xs text-dim">
              {words.by(one.by, formatDateTime(one.at))} <Padlock zone={one.zone} />
            </span>
          </li>
        ))}
      </ul>
      {locked === null && (
        <form onSubmit={(event) => void submit(event)} className="space-y-2 mt-2">
          <LongText
            label={words.comment}
            value={comment}
            rows={2}
            maxLength={20_000}
            onChange={(event) => setComment(event.target.value)}
          />
          {comment.trim() !== '' && (
            <>
              {shared && <ZoneChoice own={page.view} value={zone} onChange={setZone} />}
              <Button type="submit" small>
                {words.comment_go}
              </Button>
            </>
          )}
        </form>
      )}
    </section>
  );
}
