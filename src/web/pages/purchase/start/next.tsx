import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { quoted } from '../../../../catalogue/format.ts';
import { matrixWords } from '../../../../catalogue/purchase.ts';
import { words } from '../../../../catalogue/purchase-start.ts';
import { links } from '../../../links.ts';
import { Button, buttonLook } from '../../../ui/button.tsx';
import { usePlace } from '../../../workspace.ts';
import { useStatement } from '../assent.ts';
import { AssentPanel } from '../assent-panel.tsx';
import { BasisDialog } from '../basis-dialog.tsx';
import { Settle } from '../contradictions.tsx';
import { OutcomeDialog } from '../outcome.tsx';
import { useOpened } from '../write.ts';
import { AddPerson } from './people.tsx';
import type { Start } from './start.tsx';

type Next = NonNullable<Start['next']>;

/** Your one next thing: what, why, and the button that does it. */
export function NextCard({ next: newest }: { next: Start['next'] }): ReactNode {
  const { page } = useOpened();
  // While one writes, what others do meanwhile takes nothing away.
  const [writing, setWriting] = useState<Start['next']>(null);
  const next = writing ?? newest;
  const ended = page.outcome === null ? null : words.ended[page.outcome.outcome];
  if (next === null) {
    return (
      <section className="card" aria-labelledby="next">
        <h2 id="next">{words.next}</h2>
        <p className="font-semibold">{ended ?? words.nothing}</p>
        {ended === null && <p className="text-sm text-dim">{words.nothing_about}</p>}
      </section>
    );
  }
  return (
    <section
      className="card !bg-acc-soft !border-acc"
      aria-labelledby="next"
      onInput={({ target }) => setWriting((target as HTMLTextAreaElement).value === '' ? null : next)}
    >
      <h2 id="next" className="!text-acc-dim">
        {words.next}
      </h2>
      <p className="text-lg leading-snug font-semibold wrap-anywhere mt-0.5">{next.what}</p>
      <p className="text-sm mt-1 mb-3 wrap-anywhere">{next.why}</p>
      {/* What was done once is not what is asked next: nothing typed stays. */}
      <Act key={JSON.stringify(next.action)} action={next.action} onDone={() => setWriting(null)} />
    </section>
  );
}

function Act({ action, onDone }: { action: Next['action']; onDone: () => void }): ReactNode {
  const { page } = useOpened();
  const { workspace_id } = usePlace();
  const [open, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
    onDone();
  };
  if (action.do === 'state') {
    return <StateHere person_id={action.person_id} job_id={action.job_id} onDone={onDone} />;
  }
  if (action.do === 'step') {
    const step = links.plan(workspace_id, page.purchase_id, { step: action.step_id });
    return (
      <Link {...step} className={`${buttonLook('primary')} max-sm:w-full max-sm:min-h-12`}>
        {words.step}
      </Link>
    );
  }
  if (action.do === 'answer') {
    return (
      <Link
        {...links.answers(workspace_id, page.purchase_id, { question: action.question_id })}
        className={`${buttonLook('primary')} max-sm:w-full max-sm:min-h-12`}
      >
        {words.answer}
      </Link>
    );
  }
  if (action.do === 'reaffirm') return <Reaffirm job_ids={action.job_ids} onDone={onDone} />;
  const labels = { settle: words.settle, state_problem: words.state_problem, name: words.name, decide: words.decide };
  return (
    <>
      <Button look="primary" className="max-sm:w-full max-sm:min-h-12" onClick={() => setOpen(true)}>
        {labels[action.do]}
      </Button>
      {open && action.do === 'settle' && (
        <>
          <p className="text-sm mt-2 wrap-anywhere">
            {page.contradictions.find(({ id }) => id === action.contradiction_id)?.text}
          </p>
          <Settle contradiction_id={action.contradiction_id} onClose={close} />
        </>
      )}
      {open && action.do === 'state_problem' && <BasisDialog kind="problem" item={null} onClose={close} />}
      {open && action.do === 'name' && <AddPerson role={action.role} onClose={close} />}
      {open && action.do === 'decide' && <OutcomeDialog onClose={close} />}
    </>
  );
}

interface StateHereProps {
  person_id: string;
  job_id: string;
  onDone: () => void;
}

/** The sentence in full and every stance one can take; agreeing is one press. */
function StateHere({ person_id, job_id, onDone }: StateHereProps): ReactNode {
  const { page } = useOpened();
  const job = page.jobs.find((one) => one.job_id === job_id);
  const person = page.people.find((one) => one.person_id === person_id);
  if (job === undefined || person === undefined) return null;
  return (
    <div className="rounded-lg bg-panel p-3">
      <AssentPanel person={person} job={job} onDone={onDone} />
    </div>
  );
}

function Reaffirm({ job_ids, onDone }: { job_ids: readonly string[]; onDone: () => void }): ReactNode {
  const { page } = useOpened();
  const { as } = usePlace();
  const state = useStatement();
  const jobs = page.jobs.filter((job) => job_ids.includes(job.job_id));
  const [only] = jobs;
  if (only !== undefined && jobs.length === 1) return <StateHere person_id={as} job_id={only.job_id} onDone={onDone} />;
  return (
    <div className="space-y-3">
      <ul className="text-sm space-y-1">
        {jobs.map((job) => (
          <li key={job.job_id}>
            <b className="font-[560]">{job.name}</b>: {quoted(job.sentence)}
          </li>
        ))}
      </ul>
      <p className="text-xs text-dim">{matrixWords.commits.shared}</p>
      <Button
        look="primary"
        className="max-sm:w-full max-sm:min-h-12"
        onClick={() => void state(as, jobs, { stance: 'reaffirmed' })}
      >
        {words.reaffirm_all(jobs.length)}
      </Button>
      <p className="text-xs text-dim">{words.one_by_one}</p>
    </div>
  );
}
