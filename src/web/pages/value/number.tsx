import { Check } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { formatFinely, formatTyped, parseNumber } from '../../../catalogue/format.ts';
import { valueWords as words } from '../../../catalogue/value.ts';
import { editWords } from '../../../catalogue/value-edit.ts';
import { Padlock } from '../../signs/padlock.tsx';
import { Sign } from '../../signs/sign.tsx';
import { useCase } from './context.ts';
import { signOfState, useJudge, useSaveValue } from './judging.ts';
import type { AssumptionView } from './live.ts';

/**
 * An assumption's number in running text: a click or Enter makes it a field, every key shows what follows, Enter saves and
 * Escape leaves it as it was.
 */
export function InlineNumber({ assumption }: { assumption: AssumptionView }): ReactNode {
  const { draft, setDraft, locked, open } = useCase();
  const save = useSaveValue();
  const [typing, setTyping] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { assumption_id, name, unit, state } = assumption;
  const value = draft.get(assumption_id) ?? assumption.value;
  const stop = (): void => {
    setTyping(null);
    requestAnimationFrame(() => button.current?.focus());
  };
  const keep = async (text: string): Promise<void> => {
    const number = parseNumber(text);
    if (number !== null && number !== assumption.value) await save(assumption, { value: number });
    setDraft(assumption_id, null);
    stop();
  };
  const key = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') void keep(event.currentTarget.value);
    if (event.key !== 'Escape') return;
    setDraft(assumption_id, null);
    stop();
  };
  const state_words = { agreed: words.agreed, disputed: words.disputed, proposed: words.proposed }[state];
  return (
    <span className="inline-flex items-baseline gap-1 whitespace-nowrap align-baseline">
      <button
        type="button"
        className="self-center rounded inline-flex items-center justify-center size-6 max-sm:size-9"
        aria-label={`${name}: ${state_words}`}
        title={state_words}
        onClick={() => open({ what: 'assumption', assumption_id })}
      >
        <Sign kind={signOfState(state)} size={13} />
      </button>
      {typing === null ? (
        <button
          ref={button}
          type="button"
          disabled={locked !== null}
          className="rounded min-h-6 min-w-6 max-sm:min-h-9 max-sm:min-w-9 px-1 font-[560] bg-acc-soft/60 hover:bg-acc-soft tabular-nums enabled:underline decoration-dotted underline-offset-3"
          aria-label={`${name}: ${formatFinely(value)}`}
          onClick={() => setTyping(formatTyped(assumption.value))}
        >
          {formatFinely(value)}
        </button>
      ) : (
        <input
          // One typed a number to get here: the field is where the keyboard is.
          ref={focusAll}
          className="field !w-24 !min-h-6 !py-0 !px-1"
          aria-label={name}
          inputMode="decimal"
          value={typing}
          aria-invalid={parseNumber(typing) === null}
          onChange={(event) => {
            setTyping(event.target.value);
            setDraft(assumption_id, parseNumber(event.target.value));
          }}
          onKeyDown={key}
          onBlur={(event) => void keep(event.target.value)}
        />
      )}
      {unit !== null && <span className="text-dim">{unit}</span>}
      {assumption.zone !== 'shared' && (
        <span className="inline-flex items-center gap-1 text-xs text-dim self-center">
          <Padlock zone={assumption.zone} />
          {assumption.shared !== null && words.shared_is(formatFinely(assumption.shared.value))}
        </span>
      )}
      <QuickAgree assumption={assumption} />
    </span>
  );
}

/** Typing replaces the number, as in a spreadsheet. */
const focusAll = (field: HTMLInputElement | null): void => {
  if (field === null || field === document.activeElement) return;
  field.focus();
  field.select();
};

/** One click for a buyer who has said nothing of a number yet. */
function QuickAgree({ assumption }: { assumption: AssumptionView }): ReactNode {
  const { self, locked } = useCase();
  const judge = useJudge();
  const judged = assumption.judgements.some(({ person_id }) => person_id === self);
  if (self === null || locked !== null || judged) return null;
  return (
    <button
      type="button"
      className="self-center rounded inline-flex items-center justify-center size-6 max-sm:size-9 text-dim hover:text-acc hover:bg-acc-soft print:hidden"
      aria-label={`${editWords.agree}: ${assumption.name}`}
      title={editWords.agree}
      onClick={() => void judge(assumption, 'agreed')}
    >
      <Check size={13} aria-hidden />
    </button>
  );
}
