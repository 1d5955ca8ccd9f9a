import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { words as page_words, formWords as words } from '../../../catalogue/claims.ts';
import { common } from '../../../catalogue/frame.ts';
import { printValue, readValue, type ValueKind, valueText } from '../../../core/claims/value.ts';
import { type Zone, ZoneChoice } from '../../signs/zone-choice.tsx';
import { Button } from '../../ui/button.tsx';
import { choicesOf } from '../../ui/choices.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LongText, Select, Text, Tick } from '../../ui/field.tsx';
import { useOpened, useWrite } from '../purchase/write.ts';
import type { ClaimList, ClaimView } from './data.ts';

interface ClaimDialogProps {
  /** null notes a new one. */
  claim: ClaimView | null;
  list: ClaimList;
  onClose: () => void;
}

const channels = () => [{ value: '', label: words.unknown }, ...choicesOf(page_words.channels)];

const formOf = (claim: ClaimView | null) => ({
  subject: claim?.subject ?? '',
  attribute: claim?.attribute ?? '',
  value: claim?.text ?? '',
  value_kind: claim?.value_kind === 'text' ? '' : (claim?.value_kind ?? ''),
  option_id: claim?.option_id ?? '',
  channel: claim?.channel ?? '',
  source: claim?.source ?? '',
  quote: claim?.quote ?? '',
  condition: claim?.condition ?? '',
  valid_from: claim?.valid_from ?? '',
  valid_to: claim?.valid_to ?? '',
  evidence: claim?.evidence ?? '',
  used_for: claim?.used_for ?? [],
});
type Form = ReturnType<typeof formOf>;

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function bodyOf(form: Form): object {
  return {
    subject: form.subject.trim(),
    attribute: form.attribute.trim(),
    ...understood(form).body,
    option_id: orNull(form.option_id),
    channel: orNull(form.channel),
    ...(form.source.trim() !== '' && { source: form.source.trim() }),
    quote: orNull(form.quote),
    condition: orNull(form.condition),
    valid_from: orNull(form.valid_from),
    valid_to: orNull(form.valid_to),
    evidence: orNull(form.evidence),
    used_for: form.used_for,
  };
}

function understood({ value, value_kind }: Form): { body: object; said: string; wrong: boolean } {
  const kind = value_kind === '' ? undefined : (value_kind as ValueKind);
  const read = readValue({ value, value_kind: kind });
  const body = { value, ...(kind !== undefined && { value_kind: kind }) };
  if ('problem' in read)
    return { body, said: value.trim() === '' ? words.value_hint : read.problem.message, wrong: value.trim() !== '' };
  if (read.value.kind === 'text') return { body, said: words.understood_text, wrong: false };
  // As it was understood, so that it reads the same everywhere; a unit that was there before and is none now is taken off.
  return { body: { unit: '', ...printValue(read.value) }, said: words.understood(valueText(read.value)), wrong: false };
}

/** Notes a claim or changes one; says while one types how the value is understood. */
export function ClaimDialog({ claim: given, list, onClose }: ClaimDialogProps): ReactNode {
  // As it was when one began: a change by others meanwhile is a conflict, and is shown as one.
  const [claim] = useState(given);
  const [form, setForm] = useState(() => formOf(claim));
  const [zone, setZone] = useState<Zone>('shared');
  const write = useWrite();
  const { page } = useOpened();
  const [claim_id] = useState(() => claim?.claim_id ?? crypto.randomUUID());
  const read = understood(form);
  const extra = claim === null ? { zone } : { seen: claim.seen };
  const send = (more: object, said: string): Promise<boolean> =>
    write('claims.put', { claim_id }, { ...bodyOf(form), ...more, ...extra }, { said });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await send({}, claim === null ? words.noted : words.changed)) onClose();
  };
  const retract = async (): Promise<void> => {
    if (await send({ retracted: true }, words.retracted)) onClose();
  };
  const set =
    (key: keyof Form) =>
    (event: { target: { value: string } }): void =>
      setForm({ ...form, [key]: event.target.value });
  return (
    <Dialog title={claim === null ? words.title.add : words.title.change} open onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="space-y-3">
        <div className="grid grid-cols-2 max-sm:grid-cols-1 gap-3">
          <Text
            label={words.subject}
            value={form.subject}
            onChange={set('subject')}
            required
            maxLength={200}
            autoFocus={claim === null}
          />
          <Text label={words.attribute} value={form.attribute} onChange={set('attribute')} required maxLength={200} />
          <Text
            label={words.value}
            value={form.value}
            onChange={set('value')}
            required
            maxLength={2000}
            aria-invalid={read.wrong}
            hint={<span className={read.wrong ? 'text-bad' : ''}>{read.said}</span>}
          />
          <Select
            label={words.kind}
            options={choicesOf(words.kinds)}
            value={form.value_kind}
            onChange={set('value_kind')}
          />
          <Select label={words.channel} options={channels()} value={form.channel} onChange={set('channel')} />
          <Text label={words.source} value={form.source} onChange={set('source')} maxLength={500} />
        </div>
        <UsedFor form={form} list={list} onChange={(used_for) => setForm({ ...form, used_for })} />
        <More form={form} list={list} set={set} />
        {claim === null && page.view !== undefined && <ZoneChoice own={page.view} value={zone} onChange={setZone} />}
        <div className="flex flex-wrap justify-end gap-2 pt-1">
          {claim !== null && claim.state !== 'retracted' && (
            <Button look="danger" className="mr-auto" onClick={() => void retract()}>
              {words.retract}
            </Button>
          )}
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="primary" disabled={read.wrong}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface UsedForProps {
  form: Form;
  list: ClaimList;
  onChange: (jobs: string[]) => void;
}

function UsedFor({ form, list, onChange }: UsedForProps): ReactNode {
  const id = useId();
  if (list.jobs.length === 0) return null;
  return (
    <fieldset aria-labelledby={id}>
      <legend id={id} className="text-xs text-dim mb-1">
        {words.used_for}
      </legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {list.jobs.map(({ job_id, name }) => (
          <Tick
            key={job_id}
            checked={form.used_for.includes(job_id)}
            onChange={(event) =>
              onChange(
                event.target.checked ? [...form.used_for, job_id] : form.used_for.filter((one) => one !== job_id),
              )
            }
          >
            {name}
          </Tick>
        ))}
      </div>
    </fieldset>
  );
}

interface MoreProps {
  form: Form;
  list: ClaimList;
  set: (key: keyof Form) => (event: { target: { value: string } }) => void;
}

function More({ form, list, set }: MoreProps): ReactNode {
  const options = [
    { value: '', label: words.no_option as string },
    ...list.options.map(({ option_id, name }) => ({ value: option_id, label: name })),
  ];
  const filled = [form.option_id, form.quote, form.condition, form.valid_from, form.valid_to, form.evidence];
  return (
    <details open={filled.some((one) => one !== '')}>
      <summary className="text-sm cursor-pointer">{words.more}</summary>
      <div className="grid grid-cols-2 max-sm:grid-cols-1 gap-3 mt-2">
        <Select label={words.option} options={options} value={form.option_id} onChange={set('option_id')} />
        <Text label={words.condition} value={form.condition} onChange={set('condition')} maxLength={300} />
        <Text label={words.valid_from} type="date" value={form.valid_from} onChange={set('valid_from')} />
        <Text label={words.valid_to} type="date" value={form.valid_to} onChange={set('valid_to')} />
        <LongText label={words.quote} value={form.quote} onChange={set('quote')} rows={2} />
        <LongText label={words.evidence} value={form.evidence} onChange={set('evidence')} rows={2} />
      </div>
    </details>
  );
}
