import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatDate, formatDateTime, plain } from '../../../catalogue/format.ts';
import { roleWords } from '../../../catalogue/frame.ts';
import { eraseWords, recordWords as words } from '../../../catalogue/records.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { download } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { sayError } from '../../ui/toast.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useCall, usePlace } from '../../workspace.ts';
import { PurchaseFrame } from '../purchase/frame.tsx';
import { useOpened } from '../purchase/write.ts';
import { Erase } from './erase.tsx';

type Recorded = OutputOf<'records.get'>;

/** What is recorded about a buyer in a purchase: about oneself, or, for who governs, about someone of the side. */
export function RecordedPage(): ReactNode {
  const { person } = useSearch({ from: '/w/$workspace_id/purchases/$purchase_id/recorded' });
  return (
    <PurchaseFrame title={person === undefined ? words.title : words.title_of}>
      <About person={person} />
    </PurchaseFrame>
  );
}

function About({ person }: { person: string | undefined }): ReactNode {
  const { workspace_id, standing, as } = usePlace();
  const { page } = useOpened();
  const call = useCall();
  const person_id = person ?? standing?.person_id ?? as;
  const params = { workspace_id, purchase_id: page.purchase_id, person_id };
  const record = useQuery({
    queryKey: ['record', workspace_id, page.purchase_id, person_id, as],
    queryFn: ({ signal }) => call('records.get', { params }, { signal }),
  });
  if (record.isError) return <Trouble error={record.error} retry={() => void record.refetch()} />;
  if (record.data === undefined) return <PageSkeleton />;
  const it = record.data;
  const erase = () =>
    call('erasures.create', {
      params: { workspace_id, purchase_id: page.purchase_id },
      body: { person_id, confirmed: true },
    });
  return (
    <div className="max-w-3xl">
      <h1>{it.self ? words.title : words.title_of}</h1>
      <p className="text-sm text-dim mt-1">
        {it.self ? words.about(it.supplier) : words.about_of(it.name ?? words.unnamed)}
      </p>
      <Button
        look="primary"
        className="mt-3"
        onClick={() => void download('records.archive', { params }, 'about-one-person.zip', as).catch(sayError)}
      >
        {words.download}
      </Button>
      <Who it={it} />
      <Looked it={it} />
      {it.self && (
        <Part title={words.notices}>
          <p className="text-sm">
            {words.notices_line(
              it.notices.length,
              it.notices.filter(({ read_at }) => read_at !== null).length,
              it.notices.filter(({ mailed }) => mailed).length,
            )}
          </p>
        </Part>
      )}
      <Doors it={it} />
      <Entries
        title={words.log}
        none={words.no_log}
        lines={it.log.map(({ audit_id, ...one }) => ({ ...one, id: audit_id }))}
      />
      <Entries title={words.events} none={words.no_log} lines={it.events} />
      <Part title={words.readers}>
        <ul className="text-sm list-disc pl-5">
          {words.readers_lines(it.supplier, it.runs_it).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Part>
      <Part title={words.kept}>
        <p className="text-sm">{words.kept_viewings(it.kept.viewings_days)}</p>
        <p className="text-sm">{words.kept_identity(it.kept.identities_months)}</p>
        <p className="text-sm">{words.kept_ledger}</p>
      </Part>
      <Part title={words.erase}>
        <Erase
          ask={it.self ? eraseWords.ask : eraseWords.ask_other}
          lines={[eraseWords.goes, eraseWords.stays, eraseWords.known]}
          erase={erase}
        />
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className="mt-6">
      <h2 className="mb-1">{title}</h2>
      {children}
    </section>
  );
}

function Who({ it: { name, profile, guest } }: { it: Recorded }): ReactNode {
  const proven = guest?.verified_at ? words.proven(formatDate(guest.verified_at)) : words.not_proven;
  const standing =
    guest === null ? null : words.states[guest.state] + (guest.administrator ? `, ${words.governs}` : '');
  const rows: [string, string | null | undefined][] = [
    [words.name, name],
    [words.email, guest?.email ? `${guest.email} (${proven})` : null],
    [words.function, profile?.function],
    [
      words.roles,
      profile === null
        ? null
        : profile.roles.map((role) => roleWords[role as keyof typeof roleWords] ?? plain(role)).join(', '),
    ],
    [words.named, profile === null ? null : formatDateTime(profile.named_at)],
    [words.entered, profile?.entered_at ? formatDateTime(profile.entered_at) : null],
    [words.left, profile?.left_at ? formatDateTime(profile.left_at) : null],
    [words.standing, standing],
  ];
  return (
    <Part title={words.who}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        {rows.map(([label, value]) =>
          value ? (
            <div key={label} className="contents">
              <dt className="text-dim">{label}</dt>
              <dd className="wrap-anywhere">
                <bdi>{value}</bdi>
              </dd>
            </div>
          ) : null,
        )}
      </dl>
    </Part>
  );
}

function Looked({ it: { viewings } }: { it: Recorded }): ReactNode {
  return (
    <Part title={words.viewings}>
      <p className="text-xs text-dim">{words.viewings_about}</p>
      {viewings.length === 0 && <p className="text-sm">{words.no_viewings}</p>}
      <ul className="text-sm">
        {viewings.map((one) => (
          <li key={`${one.what} ${one.day}`}>
            {formatDate(one.day)} · {words.things[one.what] ?? plain(one.what)} · {words.viewed(one.times)}
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** Invitations, and keys for software. */
function Doors({ it: { passes, keys } }: { it: Recorded }): ReactNode {
  return (
    <>
      <Part title={words.passes}>
        {passes.length === 0 && <p className="text-sm">{words.no_passes}</p>}
        <ul className="text-sm wrap-anywhere">
          {passes.map(({ email, made_at, spent_at }) => (
            <li key={made_at}>
              {words.pass(email, formatDate(made_at), spent_at === null ? null : formatDate(spent_at))}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={words.keys}>
        {keys.length === 0 && <p className="text-sm">{words.no_keys}</p>}
        <ul className="text-sm wrap-anywhere">
          {keys.map((key) => (
            <li key={key.key_id}>
              {key.name} · {formatDate(key.created_at)} ·{' '}
              {words.key_used(key.last_used_at === null ? null : formatDateTime(key.last_used_at))}
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}

interface Line {
  id: string;
  at: string;
  text: string;
  zone?: 'shared' | 'buyer' | 'seller';
}

function Entries({ title, none, lines }: { title: string; none: string; lines: readonly Line[] }): ReactNode {
  return (
    <Part title={title}>
      {lines.length === 0 && <p className="text-sm">{none}</p>}
      <ul>
        {lines.map((line) => (
          <li key={line.id} className="border-t border-line py-1 text-sm wrap-anywhere">
            <span className="text-xs text-dim tabular-nums mr-2">{formatDateTime(line.at)}</span>
            <bdi>{line.text}</bdi>{' '}
            {line.zone !== undefined && line.zone !== 'shared' && (
              <span className="text-xs text-dim">{words.only(line.zone)}</span>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}
