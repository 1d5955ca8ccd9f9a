import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { formatDate } from '../../../catalogue/format.ts';
import { eraseWords } from '../../../catalogue/records.ts';
import { memberWords as words } from '../../../catalogue/settings.ts';
import { MEMBER_ROLES, type MemberRole } from '../../../core/access.ts';
import { download } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Select, Text } from '../../ui/field.tsx';
import { say, sayError } from '../../ui/toast.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { Erase } from '../records/erase.tsx';

const roles = MEMBER_ROLES.map((value) => ({ value, label: words.roles[value] }));

/** The selling side of a workspace with accounts: who is in it, and who is invited. */
export function Members(): ReactNode {
  const { workspace_id, as, standing } = usePlace();
  const call = useCall();
  const queries = useQueryClient();
  const params = { workspace_id };
  const governs = standing?.role === 'admin' || standing?.role === 'lead';
  const members = useQuery({
    queryKey: ['members', workspace_id],
    queryFn: ({ signal }) => call('members.list', { params }, { signal }),
  });
  const invited = useQuery({
    queryKey: ['invitations', workspace_id],
    queryFn: ({ signal }) => call('invitations.list', { params }, { signal }),
    enabled: governs,
  });
  const refresh = () => queries.invalidateQueries({ queryKey: ['members', workspace_id] });
  const change = useMutation({
    mutationFn: async ({ person_id, role }: { person_id: string; role: MemberRole | null }) => {
      if (role === null) await call('members.delete', { params: { workspace_id, person_id } });
      else await call('members.put', { params: { workspace_id, person_id }, body: { role } });
    },
    onSuccess: refresh,
    onError: sayError,
  });
  return (
    <>
      <p className="text-sm text-dim mb-3 max-w-prose">{words.about}</p>
      <ul className="max-w-xl">
        {members.data?.members.map((one) => (
          <li key={one.person_id} className="flex flex-wrap items-center gap-3 border-t border-line py-1.5 min-h-10">
            <bdi className="font-[520] grow">{one.name}</bdi>
            {standing?.role === 'admin' && one.person_id !== as ? (
              <>
                <Select
                  label={words.role_of(one.name ?? '')}
                  hideLabel
                  options={roles}
                  value={one.role}
                  onChange={(event) =>
                    change.mutate({ person_id: one.person_id, role: event.target.value as MemberRole })
                  }
                />
                <Button small onClick={() => change.mutate({ person_id: one.person_id, role: null })}>
                  {words.remove}
                </Button>
              </>
            ) : (
              <span className="text-xs text-dim">{words.roles[one.role]}</span>
            )}
            {(standing?.role === 'admin' || one.person_id === standing?.person_id) && (
              <Recorded person_id={one.person_id} />
            )}
          </li>
        ))}
        {invited.data?.invitations.map((one) => (
          <li
            key={one.invitation_id}
            className="flex flex-wrap gap-3 border-t border-line py-1.5 min-h-10 text-dim text-sm"
          >
            <bdi className="grow">{one.name}</bdi>
            {words.invited_until(one.email, formatDate(one.expires_at))}
          </li>
        ))}
      </ul>
      {governs && <Invite />}
    </>
  );
}

/** What is recorded about a seller, and erasing it: for themselves, and for an admin. */
function Recorded({ person_id }: { person_id: string }): ReactNode {
  const { workspace_id, as } = usePlace();
  const call = useCall();
  const params = { workspace_id, person_id };
  const save = () => download('seller_records.archive', { params }, 'about-one-person.zip', as).catch(sayError);
  return (
    <>
      <Button small onClick={() => void save()}>
        {words.recorded}
      </Button>
      <Erase
        ask={eraseWords.ask_seller}
        lines={[eraseWords.goes_seller, eraseWords.stays, eraseWords.known]}
        erase={() => call('seller_erasures.create', { params: { workspace_id }, body: { person_id, confirmed: true } })}
      />
    </>
  );
}

function Invite(): ReactNode {
  const { workspace_id } = usePlace();
  const call = useCall();
  const queries = useQueryClient();
  const [who, setWho] = useState<{ name: string; email: string; role: MemberRole }>({
    name: '',
    email: '',
    role: 'member',
  });
  const invite = useMutation({
    mutationFn: () => call('invitations.create', { params: { workspace_id }, body: who }),
    onSuccess: () => {
      say(words.sent(who.email));
      setWho({ name: '', email: '', role: 'member' });
      return queries.invalidateQueries({ queryKey: ['invitations', workspace_id] });
    },
    onError: sayError,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    invite.mutate();
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-2 max-w-xl mt-3">
      <div className="grow">
        <Text
          label={words.name}
          value={who.name}
          onChange={(event) => setWho({ ...who, name: event.target.value })}
          required
          maxLength={120}
        />
      </div>
      <div className="grow">
        <Text
          label={words.email}
          type="email"
          value={who.email}
          onChange={(event) => setWho({ ...who, email: event.target.value })}
          required
        />
      </div>
      <Select
        label={words.role}
        options={roles}
        value={who.role}
        onChange={(event) => setWho({ ...who, role: event.target.value as MemberRole })}
      />
      <Button type="submit" disabled={invite.isPending}>
        {words.invite}
      </Button>
    </form>
  );
}
