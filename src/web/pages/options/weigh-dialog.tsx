import { type ReactNode, useMemo, useState } from 'react';
import { formatShare } from '../../../catalogue/format.ts';
import { words as pageWords, weightWords as words } from '../../../catalogue/options.ts';
import { MOST_ANSWERS } from '../../../core/body/weights.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Text } from '../../ui/field.tsx';
import { useWrite } from '../purchase/write.ts';
import { type TradeoffPage, tableOfPage, useShown, useWeighed } from './data.ts';
import { RankList } from './rank-list.tsx';
import { type Answering, answeringOf, answersOf, firstSwings } from './weighing.ts';

type Step = 'pick' | 'rank' | 'swing';

/** At most ten questions: pick where there are more, put in order, and, if one likes, say how much. */
export function WeighDialog({ person_id, onClose }: { person_id: string; onClose: () => void }): ReactNode {
  const { page } = useShown();
  const write = useWrite();
  const mine = page.weighings.find((one) => one.person_id === person_id);
  const picks = page.requirements.length > MOST_ANSWERS;
  const [answering, setAnswering] = useState<Answering>(() => begin(page, mine));
  const [step, setStep] = useState<Step>(picks && mine === undefined ? 'pick' : 'rank');
  const [sentence, setSentence] = useState(mine?.sentence ?? '');
  const steps: Step[] = [...(picks ? (['pick'] as const) : []), 'rank', 'swing'];
  const save = async (): Promise<void> => {
    const aside = page.aside.find((one) => one.person_id === person_id);
    const body = {
      ...answersOf(answering),
      ...(sentence.trim() === '' ? {} : { sentence: sentence.trim() }),
      seen: (mine ?? aside)?.seen ?? null,
    };
    if (await write('weights.put', { person_id }, body, { said: words.said })) onClose();
  };
  const toSwing = (): void => {
    setAnswering((before) => ({ ...before, swings: before.swings ?? firstSwings(before) }));
    setStep('swing');
  };
  const back = (): void => {
    if (step === 'swing') setAnswering((before) => ({ ...before, swings: null }));
    setStep(step === 'swing' ? 'rank' : 'pick');
  };
  const none = answering.order.length === 0;
  return (
    <Dialog title={words[`step_${step}`]} about={words.dialog_about} wide open onClose={onClose}>
      <p className="text-xs text-dim mb-2">{words.progress(steps.indexOf(step) + 1, steps.length)}</p>
      {step === 'pick' && <Picks answering={answering} onChange={setAnswering} />}
      {step === 'rank' && <RankList answering={answering} onChange={setAnswering} />}
      {step === 'swing' && <Swings answering={answering} onChange={setAnswering} />}
      {step !== 'pick' && (
        <>
          <Live person_id={person_id} answering={answering} />
          <Text
            label={words.why}
            value={sentence}
            maxLength={1_000}
            onChange={(event) => setSentence(event.target.value)}
          />
        </>
      )}
      <div className="flex flex-wrap justify-end gap-2 mt-4">
        {step !== steps[0] && (
          <Button className="mr-auto" onClick={back}>
            {words.back}
          </Button>
        )}
        {step === 'pick' && (
          <Button look="primary" disabled={none} onClick={() => setStep('rank')}>
            {words.next}
          </Button>
        )}
        {step === 'rank' && <Button onClick={toSwing}>{words.finer}</Button>}
        {step !== 'pick' && (
          <Button look="primary" disabled={none} onClick={() => void save()}>
            {words.save}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

/** What was said before, without what is gone and, where there is room, with what is new; else everything, musts first. */
function begin(page: TradeoffPage, mine: TradeoffPage['weighings'][number] | undefined): Answering {
  const ids = page.requirements.map(({ requirement_id }) => requirement_id);
  if (mine !== undefined) {
    const said = answeringOf({
      ...mine,
      answers: mine.answers.filter(({ requirement_id }) => ids.includes(requirement_id)),
    });
    const fresh = ids.filter((id) => !said.order.includes(id));
    if (said.order.length + fresh.length > MOST_ANSWERS) return said;
    const swings = said.swings === null ? null : { ...said.swings, ...Object.fromEntries(fresh.map((id) => [id, 10])) };
    return { ...said, order: [...said.order, ...fresh], swings };
  }
  const order = { must: 0, should: 1, could: 2 };
  const sorted = page.requirements.toSorted((a, b) => order[a.priority] - order[b.priority]);
  const few = sorted.length > MOST_ANSWERS ? [] : sorted;
  return { order: few.map(({ requirement_id }) => requirement_id), tied: new Set(), swings: null };
}

interface StepProps {
  answering: Answering;
  onChange: (answering: Answering) => void;
}

/** Where there are more than ten requirements: which of them matter most. */
function Picks({ answering, onChange }: StepProps): ReactNode {
  const { page } = useShown();
  const { order } = answering;
  const toggle = (id: string): void =>
    onChange({ ...answering, order: order.includes(id) ? order.filter((one) => one !== id) : [...order, id] });
  return (
    <>
      <p className="text-sm mb-2" aria-live="polite">
        {words.picked(order.length)}
      </p>
      <ul className="space-y-1 max-h-[50vh] overflow-y-auto">
        {page.requirements.map(({ requirement_id, text, priority }) => {
          const picked = order.includes(requirement_id);
          return (
            <li key={requirement_id}>
              <label className="flex gap-2 items-start text-sm rounded-md p-1.5 hover:bg-sunk cursor-pointer">
                <input
                  type="checkbox"
                  className="mt-0.5 size-4 accent-acc shrink-0"
                  checked={picked}
                  disabled={!picked && order.length >= MOST_ANSWERS}
                  onChange={() => toggle(requirement_id)}
                />
                <span className="grow wrap-anywhere">{text}</span>
                <span className="text-xs text-dim">{pageWords[priority]}</span>
              </label>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** How much each is worth beside the first: one slider each. */
function Swings({ answering, onChange }: StepProps): ReactNode {
  const { page } = useShown();
  const swings = answering.swings ?? {};
  const set = (id: string, value: number): void => onChange({ ...answering, swings: { ...swings, [id]: value } });
  return (
    <>
      <p className="text-sm text-dim mb-2">{words.swing_about}</p>
      <ul className="space-y-2 max-h-[46vh] overflow-y-auto">
        {answering.order.map((id) => {
          const text = page.requirements.find((one) => one.requirement_id === id)?.text ?? '';
          return (
            <li
              key={id}
              className="grid grid-cols-[1fr_minmax(120px,40%)_40px] max-sm:grid-cols-[1fr_40px] gap-x-3 items-center"
            >
              <label htmlFor={`swing-${id}`} className="text-sm wrap-anywhere">
                {text}
              </label>
              <input
                id={`swing-${id}`}
                type="range"
                min={0}
                max={100}
                step={5}
                className="accent-acc w-full max-sm:col-span-2 max-sm:order-last"
                value={swings[id] ?? 0}
                onChange={(event) => set(id, Number(event.target.value))}
              />
              <output htmlFor={`swing-${id}`} className="num text-sm">
                {swings[id] ?? 0}
              </output>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** What follows for this person alone, while they answer. */
function Live({ person_id, answering }: { person_id: string; answering: Answering }): ReactNode {
  const { page } = useShown();
  const table = useMemo(
    () =>
      answering.order.length === 0
        ? null
        : { ...tableOfPage(page), weighings: [{ person_id, name: '', ...answersOf(answering) }] },
    [page, person_id, answering],
  );
  const weighed = useWeighed(table);
  const [best] = (weighed?.result.people[0]?.first ?? []).toSorted((a, b) => b.share - a.share);
  const name = page.options.find(({ option_id }) => option_id === best?.option_id)?.name;
  return (
    <p className="my-3 rounded-lg bg-sunk px-3 py-2 text-sm min-h-9" aria-live="polite">
      {best === undefined || name === undefined ? words.live_none : words.live(name, formatShare(best.share))}
    </p>
  );
}
