import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { words } from '../../../catalogue/claims.ts';
import { links } from '../../links.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { choicesOf } from '../../ui/choices.ts';
import { Empty } from '../../ui/empty.tsx';
import { Select, Text } from '../../ui/field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { usePlace } from '../../workspace.ts';
import { useOpened } from '../purchase/write.ts';
import { ClaimDialog } from './claim-dialog.tsx';
import { Marks, Source, Value } from './claim-line.tsx';
import { OpenContradictions, Pairs, SettledContradictions } from './contradiction.tsx';
import { type ClaimList, type ClaimView, useClaims } from './data.ts';

const HERE = '/w/$workspace_id/purchases/$purchase_id/claims';

/** All claims by what they are about, what contradicts above them. */
export function ClaimsOnOptions(): ReactNode {
  const { q = '', channel = '' } = useSearch({ from: HERE });
  const asked = useDeferredValue(q);
  const all = useClaims();
  const some = useClaims({ ...(asked !== '' && { q: asked }), ...(channel !== '' && { channel: channel as never }) });
  if (all.isError) return <Trouble error={all.error} retry={() => void all.refetch()} />;
  if (all.data === undefined) return <Skeleton className="h-56" />;
  if (all.data.claims.length === 0) return <Nothing list={all.data} />;
  return (
    <>
      <OpenContradictions list={all.data} />
      <section aria-labelledby="claims" className="mt-7">
        <Tools list={all.data} />
        {some.data !== undefined && <BySubject list={{ ...all.data, claims: some.data.claims }} />}
      </section>
      <Pairs list={all.data} />
      <SettledContradictions list={all.data} />
    </>
  );
}

function Nothing({ list }: { list: ClaimList }): ReactNode {
  const { locked } = useOpened();
  return (
    <Empty title={words.no_claims}>
      <p>{words.no_claims_about}</p>
      {locked === null && (
        <p className="flex justify-center gap-2">
          <PasteLink primary />
          <Add list={list} />
        </p>
      )}
    </Empty>
  );
}

function PasteLink({ primary = false }: { primary?: boolean }): ReactNode {
  const { workspace_id } = usePlace();
  const { page } = useOpened();
  return (
    <Link
      {...links.claims(workspace_id, page.purchase_id, { part: 'find' })}
      className={buttonLook(primary ? 'primary' : 'plain')}
    >
      {words.paste}
    </Link>
  );
}

function Add({ list }: { list: ClaimList }): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.add}</Button>
      {open && <ClaimDialog claim={null} list={list} onClose={() => setOpen(false)} />}
    </>
  );
}

function Tools({ list }: { list: ClaimList }): ReactNode {
  const { q = '', channel = '' } = useSearch({ from: HERE });
  const { locked } = useOpened();
  const navigate = useNavigate({ from: HERE });
  const set = (change: object): void =>
    void navigate({ search: (before) => ({ ...before, ...change }) as never, replace: true, resetScroll: false });
  return (
    <div className="flex flex-wrap items-end gap-2.5 mb-3 print:hidden">
      <h2 id="claims" className="sr-only">
        {words.parts.list}
      </h2>
      <div className="grow basis-52 max-w-80">
        <Text
          label={words.search}
          type="search"
          value={q}
          onChange={(event) => set({ q: event.target.value === '' ? undefined : event.target.value })}
        />
      </div>
      <div className="w-40">
        <Select
          label={words.channel}
          options={[{ value: '', label: words.any_channel }, ...choicesOf(words.channels)]}
          value={channel}
          onChange={(event) => set({ channel: event.target.value === '' ? undefined : event.target.value })}
        />
      </div>
      {locked === null && (
        <div className="flex gap-2 ml-auto">
          <PasteLink />
          <Add list={list} />
        </div>
      )}
    </div>
  );
}

function BySubject({ list }: { list: ClaimList }): ReactNode {
  // It stays open whatever others do to its line meanwhile.
  const [changing, setChanging] = useState<ClaimView | null>(null);
  const { workspace_id } = usePlace();
  const { page } = useOpened();
  if (list.claims.length === 0) {
    return (
      <Empty title={words.no_match}>
        <p>{words.no_match_about}</p>
        <Link {...links.claims(workspace_id, page.purchase_id)} className={buttonLook()}>
          {words.show_all}
        </Link>
      </Empty>
    );
  }
  const subjects = [...new Set(list.claims.map(({ subject }) => subject))];
  return (
    <div className="space-y-5">
      {subjects.map((subject) => (
        <section key={subject} className="break-inside-avoid">
          <h3 className="mb-0.5 wrap-anywhere">
            <bdi>{subject}</bdi>
          </h3>
          <ul>
            {list.claims
              .filter((claim) => claim.subject === subject)
              .map((claim, at, all) => (
                <Line
                  key={claim.claim_id}
                  claim={claim}
                  onChange={() => setChanging(claim)}
                  again={all[at - 1]?.attribute === claim.attribute}
                />
              ))}
          </ul>
        </section>
      ))}
      {changing !== null && <ClaimDialog claim={changing} list={list} onClose={() => setChanging(null)} />}
    </div>
  );
}

interface LineProps {
  claim: ClaimView;
  onChange: () => void;
  /** The line above is about the same. */
  again: boolean;
}

function Line({ claim, onChange, again }: LineProps): ReactNode {
  const { locked } = useOpened();
  return (
    <li className="border-t border-line py-2 grid grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)_minmax(0,1.4fr)_auto] max-sm:grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 items-baseline text-sm">
      <span className="wrap-anywhere max-sm:col-span-2">
        <bdi className={again ? 'text-dim' : ''}>{claim.attribute}</bdi>
        {claim.option_name !== null && <bdi className="block text-xs text-dim">{claim.option_name}</bdi>}
      </span>
      <span className="wrap-anywhere">
        <Value claim={claim} />
      </span>
      <span className="min-w-0 max-sm:col-span-2 max-sm:row-start-3">
        <Source claim={claim} />
        {claim.quote !== null && claim.quote !== '' && (
          <q className="block text-xs text-dim italic wrap-anywhere">
            <bdi>{claim.quote}</bdi>
          </q>
        )}
        {claim.evidence !== null && claim.evidence !== '' && (
          <span className="block text-xs wrap-anywhere">{words.evidence(claim.evidence)}</span>
        )}
        <span className="flex flex-wrap gap-x-2">
          <Marks claim={claim} />
        </span>
      </span>
      {locked === null && (
        <button
          type="button"
          className="linklike text-xs print:hidden justify-self-end max-sm:row-start-2 max-sm:col-start-2"
          aria-label={`${words.change}: ${claim.attribute}, ${claim.text}`}
          onClick={onChange}
        >
          {words.change}
        </button>
      )}
    </li>
  );
}
