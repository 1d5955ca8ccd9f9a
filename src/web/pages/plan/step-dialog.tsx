import { type FormEvent, type ReactNode, useState } from 'react';
import { common } from '../../../catalogue/frame.ts';
import { stepWords as words } from '../../../catalogue/plan.ts';
import { type Zone, ZoneChoice } from '../../signs/zone-choice.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { usePlace } from '../../workspace.ts';
import { useOpened, useWrite } from '../purchase/write.ts';
import { type StepView, useLock, usePlan } from './data.ts';
import { StepDetail } from './step-detail.tsx';
import { StepFields } from './step-fields.tsx';
import { bodyOf, daysIn, faultOfForm, formOf, type StepForm } from './step-form.ts';

/** A step: how it stands first, and on asking all that can be changed of it. */
export function StepDialog({ step, onClose }: { step: StepView; onClose: () => void }): ReactNode {
  const [changing, setChanging] = useState(false);
  const lock = useLock(step);
  if (changing) return <ChangeDialog step={step} onClose={() => setChanging(false)} onGone={onClose} />;
  return (
    <Dialog title={step.name} open onClose={onClose}>
      <StepDetail step={step} />
      <div className="flex justify-end gap-2 pt-4">
        {lock === null && <Button onClick={() => setChanging(true)}>{words.change}</Button>}
        <Button look="primary" onClick={onClose}>
          {common.close}
        </Button>
      </div>
    </Dialog>
  );
}

export const NewStepDialog = ({ onClose }: { onClose: () => void }): ReactNode => (
  <ChangeDialog step={null} onClose={onClose} onGone={onClose} />
);

interface ChangeProps {
  /** null adds one. */
  step: StepView | null;
  onClose: () => void;
  /** The step is there no more. */
  onGone: () => void;
}

function ChangeDialog({ step, onClose, onGone }: ChangeProps): ReactNode {
  const { page } = useOpened();
  const { people } = usePlace();
  const write = useWrite();
  const [form, setForm] = useState(() => formOf(step));
  const [zone, setZone] = useState<Zone | null>(null);
  const [step_id] = useState(() => step?.step_id ?? crypto.randomUUID());
  const sideOf = (person_id: string) =>
    people.some((one) => one.person_id === person_id && one.side === 'seller') ? 'seller' : 'buyer';
  const standing = useStanding(form, step, zone);
  const send = (more: object, said: string): Promise<boolean> => {
    const body = { ...bodyOf(form, step, sideOf, () => crypto.randomUUID()), ...more };
    const seen = step === null ? {} : { seen: step.seen };
    return write('steps.put', { step_id }, { ...body, ...seen, ...standing.sent }, { said });
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!(await send({}, step === null ? words.made : words.saved))) return;
    if (step !== null && step.zone !== 'shared' && standing.asked === 'shared') await tellHowItStands(step);
    onClose();
  };
  /** How it stood was said on one side only; shared, it is said to both. */
  const tellHowItStands = async ({ state, done_on, started_on }: StepView): Promise<void> => {
    const on = done_on ?? started_on;
    if (state !== 'open') await write('step_progress.create', { step_id }, { to: state, ...(on !== null && { on }) });
  };
  const remove = async (): Promise<void> => {
    const only = { name: step?.name ?? '', removed: true };
    if (await write('steps.put', { step_id }, only, { said: words.removed(step?.name ?? '') })) onGone();
  };
  const wrong = faultOfForm(form) !== null || daysIn(form.duration) === null || daysIn(form.after_days) === null;
  return (
    <Dialog title={step === null ? words.add : words.change} open onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="space-y-3">
        <StepFields form={form} step={step} set={(change) => setForm((before) => ({ ...before, ...change }))} />
        {standing.held && <p className="text-xs text-dim">{words.private_hint}</p>}
        {standing.asked !== null && <ZoneChoice own={page.view} value={standing.asked} onChange={setZone} />}
        <div className="flex flex-wrap justify-end gap-2 pt-1">
          {step !== null && (
            <Button look="danger" className="mr-auto" onClick={() => void remove()}>
              {words.remove}
            </Button>
          )}
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="primary" disabled={wrong}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/**
 * Where the step will stand: what waits for something of one's own side stands there, what is internal does unless it is
 * said otherwise, and what both know stays with both.
 */
function useStanding(form: StepForm, step: StepView | null, chosen: Zone | null) {
  const { page } = useOpened();
  const { plan } = usePlan();
  const before = form.when === 'after' ? [...form.depends_on, form.after_id] : form.depends_on;
  const held = plan.steps.some((one) => before.includes(one.step_id) && one.zone !== 'shared');
  if (step?.zone === 'shared' || held) return { held: held && step === null, asked: null, sent: {} };
  const usual: Zone = step?.zone ?? (form.internal === '' ? 'shared' : page.view);
  const zone = chosen ?? usual;
  return { held: false, asked: zone, sent: { zone } };
}
