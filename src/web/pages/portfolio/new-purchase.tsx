import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { parseMoney } from '../../../catalogue/format.ts';
import { common } from '../../../catalogue/frame.ts';
import { newWords as words } from '../../../catalogue/portfolio.ts';
import { links } from '../../links.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select, Text } from '../../ui/field.tsx';
import { say, sayError } from '../../ui/toast.tsx';
import { useCall, usePlace } from '../../workspace.ts';

/** The presets and the workspace's own job templates. */
export function useTemplates() {
  const { workspace_id, as } = usePlace();
  const call = useCall();
  return useQuery({
    queryKey: ['templates', workspace_id, as],
    queryFn: ({ signal }) => call('templates.list', { params: { workspace_id } }, { signal }),
  });
}

/** Opens a purchase by hand. */
export function NewPurchase({ onClose }: { onClose: () => void }): ReactNode {
  const { workspace_id } = usePlace();
  const call = useCall();
  const navigate = useNavigate();
  const templates = useTemplates();
  const [form, setForm] = useState({ name: '', account: '', amount: '', currency: 'EUR', template: 'buying-6' });
  const set = (key: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm({ ...form, [key]: event.target.value });
  const amount_minor = form.amount.trim() === '' ? null : parseMoney(form.amount, form.currency);
  const bad_amount = form.amount.trim() !== '' && amount_minor === null;
  const open = useMutation({
    mutationFn: () =>
      call('purchases.create', {
        params: { workspace_id },
        body: {
          name: form.name.trim(),
          template: form.template,
          ...(form.account.trim() === '' ? {} : { account_name: form.account.trim() }),
          ...(amount_minor === null ? {} : { amount_minor, currency: form.currency }),
        },
      }),
    onSuccess: (written) => {
      say(words.opened(form.name.trim()));
      void navigate(links.purchase(workspace_id, written.purchase_id));
    },
    onError: sayError,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!bad_amount) open.mutate();
  };
  const options = (templates.data?.templates ?? []).map((one) => ({
    value: one.preset ? one.name : one.template_id,
    label: `${one.name} · ${words.jobs(one.jobs.length)}`,
  }));
  return (
    <Dialog title={words.title} about={words.about} open onClose={onClose}>
      <form onSubmit={submit} className="space-y-3">
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
        <Select
          label={words.template}
          options={options.length === 0 ? [{ value: 'buying-6', label: 'buying-6' }] : options}
          value={form.template}
          onChange={set('template')}
        />
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
