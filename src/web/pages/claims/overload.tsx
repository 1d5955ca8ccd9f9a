import { type ReactNode, useState } from 'react';
import { overloadWords as words } from '../../../catalogue/claims.ts';
import { formatTenths } from '../../../catalogue/format.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Tick } from '../../ui/field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { usePlace } from '../../workspace.ts';
import { useOpened, useWrite } from '../purchase/write.ts';
import { Source, Thing, Value } from './claim-line.tsx';
import { type ClaimView, useClaimPage } from './data.ts';

/** How much there is to read for how many people, against what was used; what to put aside, in one click. */
export function Overload(): ReactNode {
  const { data, isError, error, refetch } = useClaimPage('overloads.get');
  const { locked } = useOpened();
  const { me } = usePlace();
  const write = useWrite();
  const [kept, setKept] = useState<readonly string[]>([]);
  if (isError) return <Trouble error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="h-56" />;
  const may = locked === null && me?.side === 'buyer';
  const chosen = data.put_aside
    .filter(({ claim }) => !kept.includes(claim.claim_id))
    .map(({ claim }) => claim.claim_id);
  const put = (claim_ids: readonly string[], aside: boolean): void =>
    void write(
      'claim_asides.create',
      {},
      { claim_ids, aside },
      { said: aside ? words.done(claim_ids.length) : words.taken_back },
    );
  const toggle = (id: string): void => setKept(kept.includes(id) ? kept.filter((one) => one !== id) : [...kept, id]);
  return (
    <div className="max-w-3xl">
      <Meter pieces={data.pieces} people={data.people} used={data.used} per_person={data.per_person} />
      {data.put_aside.length === 0 ? (
        <Empty title={words.none}>{words.none_about}</Empty>
      ) : (
        <section aria-label={words.put(data.put_aside.length)} className="mt-5">
          {may ? (
            <Button look="primary" disabled={chosen.length === 0} onClick={() => put(chosen, true)}>
              {words.put(chosen.length)}
            </Button>
          ) : (
            <p className="text-sm text-dim">{words.buyers_only}</p>
          )}
          <ul className="mt-2 text-sm">
            {data.put_aside.map(({ claim, why }) => (
              <li key={claim.claim_id} className="border-t border-line py-1.5">
                {may ? (
                  <Tick
                    checked={!kept.includes(claim.claim_id)}
                    onChange={() => toggle(claim.claim_id)}
                    aria-label={words.choose(`${claim.subject}, ${claim.attribute}: ${claim.text}`)}
                  >
                    <Piece claim={claim} why={words.why[why]} />
                  </Tick>
                ) : (
                  <Piece claim={claim} why={words.why[why]} />
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {data.aside.length > 0 && (
        <details className="mt-6">
          <summary className="text-sm font-semibold cursor-pointer">{`${words.aside} · ${data.aside.length}`}</summary>
          <ul className="text-sm mt-1">
            {data.aside.map((claim) => (
              <li key={claim.claim_id} className="border-t border-line py-1.5 flex flex-wrap gap-x-3 items-baseline">
                <Piece claim={claim} why={null} />
                {may && (
                  <button type="button" className="linklike text-xs" onClick={() => put([claim.claim_id], false)}>
                    {words.back}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const Piece = ({ claim, why }: { claim: ClaimView; why: string | null }): ReactNode => (
  <span className="wrap-anywhere">
    <Thing claim={claim} />
    <Value claim={claim} /> <Source claim={claim} />
    {why !== null && <span className="text-xs text-dim"> · {why}</span>}
  </span>
);

interface MeterProps {
  pieces: number;
  people: number;
  used: number;
  per_person: number | null;
}

function Meter({ pieces, people, used, per_person }: MeterProps): ReactNode {
  const share = pieces === 0 ? 0 : used / pieces;
  return (
    <section className="card">
      <p className="text-lg font-semibold">{words.line(pieces, people, used)}</p>
      <div aria-hidden className="flex h-2.5 rounded-full overflow-hidden bg-sunk my-2 border border-line">
        <span className="bg-acc" style={{ width: `${share * 100}%` }} />
      </div>
      <p className="text-xs text-dim">
        {per_person === null ? '' : `${words.per_person(formatTenths(per_person))} · `}
        {words.used_and_rest(used, pieces - used)}
      </p>
      <p className="text-sm mt-2 max-w-prose">{words.about}</p>
    </section>
  );
}
