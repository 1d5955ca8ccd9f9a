import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ssoWords as words } from '../../../catalogue/sso.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import type { NewcomerRole } from '../../../core/sso.ts';
import { Button } from '../../ui/button.tsx';
import { choicesOf } from '../../ui/choices.ts';
import { Empty } from '../../ui/empty.tsx';
import { Select, Text, Tick } from '../../ui/field.tsx';
import { say, sayError } from '../../ui/toast.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useCall, usePlace } from '../../workspace.ts';

type Got = OutputOf<'sso.get'>;
type Provider = NonNullable<Got['provider']>;

/** The company's own provider: set by admins, tested, and required once it is known to work. */
export function Sso(): ReactNode {
  const { workspace_id, standing } = usePlace();
  const call = useCall();
  const admin = standing?.role === 'admin';
  const got = useQuery({
    queryKey: ['sso', workspace_id],
    queryFn: ({ signal }) => call('sso.get', { params: { workspace_id } }, { signal }),
    enabled: admin,
  });
  if (standing === null) return <Empty title={words.open} />;
  if (!admin) return <Empty title={words.ask_admin}>{words.about}</Empty>;
  if (got.isError) return <Trouble error={got.error} retry={() => void got.refetch()} />;
  if (got.data === undefined) return null;
  const { provider, by_sso } = got.data;
  return (
    <div className="space-y-6">
      <p className="text-sm text-dim max-w-prose">{words.about}</p>
      {provider !== null && <AtProvider provider={provider} />}
      <Form key={provider?.changed_at} provider={provider} by_sso={by_sso} />
      {provider !== null && <TestAndRemove />}
    </div>
  );
}

function AtProvider({ provider }: { provider: Provider }): ReactNode {
  const copy = () => navigator.clipboard.writeText(provider.redirect_uri).then(() => say(words.copied), sayError);
  return (
    <section aria-label={words.register} className="max-w-2xl space-y-1">
      <h2>{words.register}</h2>
      <p className="text-sm text-dim">{words.register_about}</p>
      <p className="flex items-center gap-2">
        <code className="text-xs break-all bg-sunk rounded p-2 grow">{provider.redirect_uri}</code>
        <Button small onClick={() => void copy()}>
          {words.copy}
        </Button>
      </p>
      <p className="text-sm text-dim pt-2">{words.proof}</p>
      <ul className="text-sm">
        {provider.domains.map(({ domain, proven }) => (
          <li key={domain}>
            <bdi className="font-[520]">{domain}</bdi>{' '}
            <span className={`text-xs ${proven ? 'text-dim' : 'text-warn'}`}>
              {proven ? words.proven : words.not_proven}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const asForm = (provider: Provider | null) => ({
  label: provider?.label ?? '',
  issuer: provider?.issuer ?? '',
  client_id: provider?.client_id ?? '',
  client_secret: '',
  domains: provider?.domains.map(({ domain }) => domain).join(', ') ?? '',
  default_role: provider?.default_role ?? ('member' as NewcomerRole),
  required: provider?.required ?? false,
});

function Form({ provider, by_sso }: Got): ReactNode {
  const { workspace_id } = usePlace();
  const call = useCall();
  const queries = useQueryClient();
  const [form, setForm] = useState(asForm(provider));
  const save = useMutation({
    mutationFn: () => {
      const { client_secret, domains, ...rest } = form;
      const body = {
        ...rest,
        issuer: rest.issuer.trim(),
        domains: domains.split(/[\s,;]+/).filter((one) => one !== ''),
        ...(client_secret !== '' && { client_secret }),
      };
      return call('sso.put', { params: { workspace_id }, body });
    },
    onSuccess: () => {
      say(words.saved);
      return queries.invalidateQueries({ queryKey: ['sso', workspace_id] });
    },
    onError: sayError,
  });
  const field = (name: 'label' | 'issuer' | 'client_id' | 'client_secret' | 'domains', hint?: string) => (
    <Text
      label={words[name]}
      {...(hint !== undefined && { hint })}
      value={form[name]}
      onChange={(event) => setForm({ ...form, [name]: event.target.value })}
      type={name === 'client_secret' ? 'password' : name === 'issuer' ? 'url' : 'text'}
      autoComplete={name === 'client_secret' ? 'new-password' : 'off'}
      required={name !== 'client_secret' || provider === null}
    />
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  const may_require = by_sso || provider?.required === true;
  return (
    <form onSubmit={submit} className="space-y-3 max-w-xl">
      {field('label', words.label_hint)}
      {field('issuer', words.issuer_hint)}
      {field('client_id')}
      {field('client_secret', provider === null ? words.secret_new : words.secret_kept)}
      {field('domains', words.domains_hint)}
      <Select
        label={words.role}
        options={choicesOf(words.roles)}
        value={form.default_role}
        onChange={(event) => setForm({ ...form, default_role: event.target.value as NewcomerRole })}
      />
      <div>
        <Tick
          checked={form.required}
          disabled={!may_require}
          onChange={(event) => setForm({ ...form, required: event.target.checked })}
        >
          {words.required}
        </Tick>
        <p className="text-xs text-dim mt-1">{may_require ? words.required_with_care : words.required_about}</p>
      </div>
      <Button type="submit" look="primary" disabled={save.isPending}>
        {words.save}
      </Button>
    </form>
  );
}

function TestAndRemove(): ReactNode {
  const { workspace_id } = usePlace();
  const call = useCall();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const params = { workspace_id };
  const test = useMutation({ mutationFn: () => call('sso_tests.create', { params, body: {} }), onError: sayError });
  const remove = useMutation({
    mutationFn: () => call('sso.delete', { params }),
    onSuccess: () => {
      say(words.removed);
      return queries.invalidateQueries({ queryKey: ['sso', workspace_id] });
    },
    onError: sayError,
  });
  return (
    <div className="space-y-2 max-w-xl">
      <p className="flex flex-wrap gap-2">
        <Button disabled={test.isPending} onClick={() => test.mutate()}>
          {words.test}
        </Button>
        {!asking && (
          <Button look="danger" onClick={() => setAsking(true)}>
            {words.remove}
          </Button>
        )}
      </p>
      {test.data !== undefined && (
        <p role="status" className={`text-sm ${test.data.code === null ? '' : 'text-bad'}`}>
          {test.data.says} {test.data.code !== null && <span className="text-2xs text-dim">{test.data.code}</span>}
        </p>
      )}
      {asking && (
        <div role="alert" className="card space-y-2">
          <p className="text-sm">{words.sure}</p>
          <p className="flex gap-2">
            <Button look="danger" disabled={remove.isPending} onClick={() => remove.mutate()}>
              {words.sure_yes}
            </Button>
            <Button onClick={() => setAsking(false)}>{words.sure_no}</Button>
          </p>
        </div>
      )}
    </div>
  );
}
