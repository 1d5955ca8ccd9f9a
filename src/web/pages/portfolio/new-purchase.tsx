import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { parseMoney } from '../../../catalogue/format.ts';
import { common } from '../../../catalogue/frame.ts';
import { words as handover } from '../../../catalogue/handover.ts';
import { newWords as words } from '../../../catalogue/portfolio.ts';
import { readCrmRow } from '../../../core/crm-row.ts';
import { links } from '../../links.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LongText, Select, Text } from '../../ui/field.tsx';
import { say, sayError } from '../../ui/toast.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { type Contact, HandOver } from '../handover/hand-over.tsx';
import { kindOfName, planOfKind } from '../handover/kinds.ts';
import { type Made, type SetUp, setUp } from '../handover/set-up.ts';
import { SetUpFields } from '../handover/set-up-fields.tsx';

/** The presets and the workspace's own job templates. */
export function useTemplates() {
  const { workspace_id, as } = usePlace();
  const call = useCall();
  return useQuery({
    queryKey: ['templates', workspace_id, as],
    queryFn: ({ signal }) => call('templates.list', { params: { workspace_id } }, { signal }),
  });
}

interface Form {
  row: string;
  name: string;
  account: string;
  amount: string;
  currency: string;
  template: string;
  contact: Contact;
}

const EMPTY: Form = {
  ...{ row: '', name: '', account: '', amount: '', currency: 'EUR', template: 'buying-6' },
  contact: { name: '', email: '' },
};

/** The form as a row of a CRM fills it; what the row does not say stays. */
function filledBy(form: Form, row: string): Form {
  const read = readCrmRow(row);
  if (read === null) return { ...form, row };
  return {
    ...{ row, template: form.template },
    ...{ name: read.name || form.name, account: read.account_name || form.account },
    ...{ amount: read.amount || form.amount, currency: read.currency || form.currency },
    contact: { name: read.contact_name || form.contact.name, email: read.contact_email || form.contact.email },
  };
}

/** Opens a purchase, by hand or from a row of a CRM, with what it is to begin with; then it is handed over. */
export function NewPurchase({ onClose }: { onClose: () => void }): ReactNode {
  const { standing } = usePlace();
  const [form, setForm] = useState(EMPTY);
  // Where nobody can be let in, a purchase begins as bare as it is asked for.
  const proposed = standing === null ? '' : kindOfName(form.name);
  const [own, setOwn] = useState<Partial<SetUp>>({});
  const how: SetUp = {
    ...{ requirements: proposed, plan: proposed === '' ? '' : planOfKind(proposed) },
    ...{ problem: '', room: standing !== null },
    ...own,
  };
  const amount_minor = form.amount.trim() === '' ? null : parseMoney(form.amount, form.currency);
  const bad_amount = form.amount.trim() !== '' && amount_minor === null;
  const open = useOpening(form, amount_minor, how);
  if (open.data !== undefined && open.data.made.link !== null) {
    return (
      <Dialog title={handover.ready} open onClose={onClose}>
        <HandOver purchase={open.data} made={open.data.made} contact={form.contact} onClose={onClose} />
      </Dialog>
    );
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!bad_amount) open.mutate();
  };
  return (
    <Dialog title={words.title} about={words.about} open onClose={onClose}>
      <form onSubmit={submit} className="space-y-3">
        <Named form={form} onChange={setForm} bad_amount={bad_amount} />
        <SetUpFields how={how} onChange={(changed) => setOwn({ ...own, ...changed })} />
        <Jobs value={form.template} onChange={(template) => setForm({ ...form, template })} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="primary" disabled={open.isPending || form.name.trim() === ''}>
            {words.open}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface NamedProps {
  form: Form;
  onChange: (form: Form) => void;
  bad_amount: boolean;
}

/** What is bought, by whom and for how much: from a row of a CRM, or by hand. */
function Named({ form, onChange, bad_amount }: NamedProps): ReactNode {
  const set = (key: 'name' | 'account' | 'amount' | 'currency') => (event: { target: { value: string } }) =>
    onChange({ ...form, [key]: event.target.value });
  const nothing = form.row.trim() !== '' && readCrmRow(form.row) === null;
  return (
    <>
      <details>
        <summary className="text-xs text-dim cursor-pointer min-h-7">{handover.fill}</summary>
        <LongText
          label={handover.row}
          hideLabel
          hint={nothing ? handover.row_nothing : handover.row_hint}
          rows={2}
          value={form.row}
          onChange={(event) => onChange(filledBy(form, event.target.value))}
        />
      </details>
      <Text label={words.name} value={form.name} onChange={set('name')} required maxLength={300} autoFocus />
      <Text label={words.account} value={form.account} onChange={set('account')} maxLength={300} />
      <div className="grid grid-cols-[1fr_110px] gap-3">
        <Text
          label={words.amount}
          inputMode="decimal"
          value={form.amount}
          onChange={set('amount')}
          aria-invalid={bad_amount}
          hint={bad_amount ? words.amount_bad : undefined}
        />
        <Text
          label={words.currency}
          value={form.currency}
          onChange={set('currency')}
          pattern="[A-Z]{3}"
          maxLength={3}
          required
        />
      </div>
    </>
  );
}

/** The jobs that the purchase is measured by. */
function Jobs({ value, onChange }: { value: string; onChange: (template: string) => void }): ReactNode {
  const templates = useTemplates();
  const options = (templates.data?.templates ?? []).map((one) => ({
    value: one.preset ? one.name : one.template_id,
    label: `${one.name} · ${words.jobs(one.jobs.length)}`,
  }));
  return (
    <Select
      label={words.template}
      options={options.length === 0 ? [{ value: 'buying-6', label: 'buying-6' }] : options}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

interface Opened {
  purchase_id: string;
  name: string;
  jobs: number;
  made: Made;
}

/** Opens the purchase and makes it ready; where there is no room to hand over, goes to it. */
function useOpening(form: Form, amount_minor: number | null, how: SetUp) {
  const { workspace_id } = usePlace();
  const call = useCall();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const templates = useTemplates();
  const opened = useRef<string | null>(null);
  const name = form.name.trim();
  const create = async (): Promise<string> => {
    const { purchase_id } = await call('purchases.create', {
      params: { workspace_id },
      body: {
        name,
        template: form.template,
        ...(form.account.trim() === '' ? {} : { account_name: form.account.trim() }),
        ...(amount_minor === null ? {} : { amount_minor, currency: form.currency }),
      },
    });
    return purchase_id;
  };
  return useMutation({
    mutationFn: async (): Promise<Opened> => {
      // Where something failed on the way, the purchase is there: only the rest is made.
      opened.current ??= await create();
      const purchase_id = opened.current;
      const made = await setUp(call, { workspace_id, purchase_id }, how, new Set());
      const template = templates.data?.templates.find(
        (one) => (one.preset ? one.name : one.template_id) === form.template,
      );
      return { purchase_id, name, jobs: template?.jobs.length ?? 0, made };
    },
    onSuccess: ({ purchase_id, made }) => {
      void queries.invalidateQueries({ queryKey: ['purchases', workspace_id] });
      if (made.link !== null) return;
      say(words.opened(name));
      void navigate(links.purchase(workspace_id, purchase_id));
    },
    onError: sayError,
  });
}
