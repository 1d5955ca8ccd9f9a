import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import { formatDay } from '../../../catalogue/format.ts';
import { words } from '../../../catalogue/plan.ts';
import { COLUMNS } from '../../../core/plan/board.ts';
import { nameOfStep, type StepState, type StepView, useLock, usePlan, useProgress } from './data.ts';
import { Marks, Why } from './step-line.tsx';

/** Three columns; a card is moved by dragging it, by the arrow keys, or by choosing where it stands. */
export function PlanBoard(): ReactNode {
  const { shown } = usePlan();
  const moved = useRef<string | null>(null);
  return (
    <MovedContext value={moved}>
      <p className="text-xs text-dim mb-2 max-sm:hidden">{words.board_about}</p>
      <div className="grid grid-cols-3 max-md:grid-cols-1 gap-3.5 items-start">
        {COLUMNS.map((state) => (
          <Column key={state} state={state} steps={shown.filter((step) => step.state === state)} />
        ))}
      </div>
    </MovedContext>
  );
}

/** The card that the keyboard moved: it is drawn anew in another column, and the focus goes with it. */
const MovedContext = createContext<RefObject<string | null>>({ current: null });

function Column({ state, steps }: { state: StepState; steps: readonly StepView[] }): ReactNode {
  const { plan } = usePlan();
  const progress = useProgress();
  const [over, setOver] = useState(false);
  const drop = (step_id: string): void => {
    const step = plan.steps.find((one) => one.step_id === step_id);
    setOver(false);
    if (step !== undefined && step.locked === null && step.state !== state) void progress(step, state);
  };
  return (
    <section
      aria-label={words.states[state]}
      className={`rounded-xl bg-sunk p-2.5 min-h-24 ${over ? 'outline-2 outline-acc' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        drop(event.dataTransfer.getData('text/plain'));
      }}
    >
      <h2 className="px-1 pb-2">
        {words.states[state]} <span className="tabular-nums">{steps.length}</span>
      </h2>
      {steps.length === 0 && <p className="px-1 text-xs text-dim">{words.column_none}</p>}
      <ul className="space-y-2">
        {steps.map((step) => (
          <CardOfStep key={step.step_id} step={step} />
        ))}
      </ul>
    </section>
  );
}

function CardOfStep({ step }: { step: StepView }): ReactNode {
  const { plan, open } = usePlan();
  const progress = useProgress();
  const lock = useLock(step);
  const moved = useContext(MovedContext);
  const card = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (moved.current !== step.step_id) return;
    moved.current = null;
    card.current?.focus();
  }, [moved, step.step_id]);
  const move = (by: number): void => {
    const to = COLUMNS[COLUMNS.indexOf(step.state) + by];
    if (to === undefined || lock !== null) return;
    moved.current = step.step_id;
    void progress(step, to);
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    move(event.key === 'ArrowLeft' ? -1 : 1);
  };
  return (
    <li
      className="card !p-2.5 space-y-1"
      draggable={lock === null}
      onDragStart={(event) => event.dataTransfer.setData('text/plain', step.step_id)}
    >
      <button
        type="button"
        className="block text-left font-[560] wrap-anywhere hover:underline underline-offset-2 min-h-6"
        ref={card}
        onClick={() => open(step.step_id)}
        onKeyDown={keys}
        aria-keyshortcuts="ArrowLeft ArrowRight"
      >
        <bdi>{step.name}</bdi>
      </button>
      <Marks step={step} />
      <Why step={step} waits={step.waits_for.map((id) => nameOfStep(plan, id))} />
      <div className="flex items-center justify-between gap-2">
        <span className="text-xs text-dim tabular-nums">{formatDay(step.likely_on, plan.today)}</span>
        <StateSelect step={step} />
      </div>
    </li>
  );
}

/** Where a step stands, as a choice. */
export function StateSelect({ step }: { step: StepView }): ReactNode {
  const progress = useProgress();
  const lock = useLock(step);
  return (
    <select
      className="pick"
      aria-label={words.state_of(step.name)}
      value={step.state}
      disabled={lock !== null}
      onChange={(event) => void progress(step, event.target.value as StepState)}
    >
      {COLUMNS.map((state) => (
        <option key={state} value={state}>
          {words.states[state]}
        </option>
      ))}
    </select>
  );
}
