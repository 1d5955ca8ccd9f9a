import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { formatFinely, parseNumber } from '../../../catalogue/format.ts';
import { valueWords } from '../../../catalogue/value.ts';
import { editWords as words } from '../../../catalogue/value-edit.ts';
import { Padlock } from '../../signs/padlock.tsx';
import { Sign } from '../../signs/sign.tsx';
import { Button } from '../../ui/button.tsx';
import { useCase } from './context.ts';
import { signOfState, useJudge, useSaveValue } from './judging.ts';
import type { AssumptionView } from './live.ts';

const FIELDS = ['value', 'low', 'high'] as const;
type Field = (typeof FIELDS)[number];

/** All assumptions as a grid: Tab goes on, up and down change the row, Enter saves. */
export function CaseSheet({ only }: { only: ReadonlySet<string> | null }): ReactNode {
  const { page } = useCase();
  const rows = page.assumptions.filter((one) => only === null || only.has(one.assumption_id));
  return (
    <div className="relative overflow-x-auto card !p-0">
      <table className="list-table [&_td]:!py-1 [&_th:first-child]:pl-3 [&_td:first-child]:pl-3">
        <thead>
          <tr>
            <th>{words.assumption}</th>
            <th className="num">{words.value}</th>
            <th>{words.unit}</th>
            <th className="num">{words.low}</th>
            <th className="num">{words.high}</th>
            <th>{words.source}</th>
            <th className="print:hidden">
              <span className="sr-only">{words.agree}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((assumption) => (
            <SheetRow key={assumption.assumption_id} assumption={assumption} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SheetRow({ assumption }: { assumption: AssumptionView }): ReactNode {
  const { open } = useCase();
  const { assumption_id, name, unit, state, source, proposed_by } = assumption;
  return (
    <tr>
      <td className="min-w-48">
        <button
          type="button"
          className="flex items-start gap-2 text-left hover:underline"
          onClick={() => open({ what: 'assumption', assumption_id })}
        >
          <span className="mt-0.5" title={valueWords[state]}>
            <Sign kind={signOfState(state)} size={13} />
          </span>
          <span className="wrap-anywhere">
            {name}
            <span className="sr-only">, {valueWords[state]}</span>
          </span>
        </button>
        <Padlock zone={assumption.zone} />
      </td>
      {FIELDS.slice(0, 1).map((field) => (
        <SheetCell key={field} assumption={assumption} field={field} />
      ))}
      <td className="text-dim whitespace-nowrap">{unit}</td>
      {FIELDS.slice(1).map((field) => (
        <SheetCell key={field} assumption={assumption} field={field} />
      ))}
      <td className="text-xs text-dim min-w-32 wrap-anywhere">
        {source ??
          (proposed_by.name === null
            ? ''
            : words.proposed_by(proposed_by.name, proposed_by.side === 'seller' ? words.supplier : ''))}
      </td>
      <td className="print:hidden whitespace-nowrap">
        <JudgeButtons assumption={assumption} />
      </td>
    </tr>
  );
}

/** Agree and dispute, for the buyer who acts. */
export function JudgeButtons({ assumption }: { assumption: AssumptionView }): ReactNode {
  const { self, locked, open } = useCase();
  const judge = useJudge();
  if (self === null || locked !== null) return null;
  const mine = assumption.judgements.find(({ person_id }) => person_id === self)?.judgement;
  return (
    <span className="inline-flex gap-1">
      <Button
        small
        look={mine === 'agreed' ? 'primary' : 'plain'}
        aria-pressed={mine === 'agreed'}
        aria-label={`${words.agree}: ${assumption.name}`}
        onClick={() => void judge(assumption, mine === 'agreed' ? 'open' : 'agreed')}
      >
        {words.agree}
      </Button>
      <Button
        small
        look={mine === 'disputed' ? 'danger' : 'quiet'}
        aria-pressed={mine === 'disputed'}
        aria-label={`${words.dispute}: ${assumption.name}`}
        onClick={() =>
          mine === 'disputed'
            ? void judge(assumption, 'open')
            : open({ what: 'assumption', assumption_id: assumption.assumption_id })
        }
      >
        {words.dispute}
      </Button>
    </span>
  );
}

function SheetCell({ assumption, field }: { assumption: AssumptionView; field: Field }): ReactNode {
  const { locked, setDraft } = useCase();
  const save = useSaveValue();
  const [typing, setTyping] = useState<string | null>(null);
  const { assumption_id, name } = assumption;
  const said = assumption[field];
  const label = `${name}: ${words[field]}`;
  const keep = async (): Promise<void> => {
    if (typing === null) return;
    const number = typing.trim() === '' && field !== 'value' ? null : parseNumber(typing);
    const usable = number !== null || (field !== 'value' && typing.trim() === '');
    if (usable && number !== said) await save(assumption, { [field]: number });
    setDraft(assumption_id, null);
    setTyping(null);
  };
  const key = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape') {
      setTyping(null);
      setDraft(assumption_id, null);
    }
    const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const field_of_row = event.currentTarget.closest('tr');
    const next = by > 0 ? field_of_row?.nextElementSibling : field_of_row?.previousElementSibling;
    const other = next?.querySelector<HTMLInputElement>(`input[data-field=${field}]`);
    if (other !== null && other !== undefined) other.focus();
    else event.currentTarget.blur();
  };
  return (
    <td className="num">
      <input
        className="field !w-28 !min-h-7 !py-0.5 text-right tabular-nums"
        aria-label={label}
        data-field={field}
        inputMode="decimal"
        readOnly={locked !== null}
        value={typing ?? (said === null ? '' : formatFinely(said))}
        aria-invalid={typing !== null && typing.trim() !== '' && parseNumber(typing) === null}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setTyping(event.target.value);
          if (field === 'value') setDraft(assumption_id, parseNumber(event.target.value));
        }}
        onKeyDown={key}
        onBlur={() => void keep()}
      />
    </td>
  );
}
