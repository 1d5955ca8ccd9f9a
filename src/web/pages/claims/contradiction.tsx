import { type FormEvent, type ReactNode, useState } from 'react';
import { words } from '../../../catalogue/claims.ts';
import { formatDate, formatSeconds } from '../../../catalogue/format.ts';
import { common } from '../../../catalogue/frame.ts';
import { Button } from '../../ui/button.tsx';
import { LongText, Text } from '../../ui/field.tsx';
import { useOpened, useWrite } from '../purchase/write.ts';
import { Source, Thing, Value } from './claim-line.tsx';
import type { ClaimList, ClaimView, ContradictionView } from './data.ts';

const claimsOf = (list: ClaimList, ids: readonly string[]): ClaimView[] =>
  ids.flatMap((id) => list.claims.find(({ claim_id }) => claim_id === id) ?? []);

/** What cannot both hold, side by side, and the one click that settles it. */
export function OpenContradictions({ list }: { list: ClaimList }): ReactNode {
  const open = list.contradictions.filter(({ resolved_at }) => resolved_at === null);
  return (
    <section aria-labelledby="open">
      <h2 id="open">{open.length === 0 ? words.none_open : words.open_title(open.length)}</h2>
      {open.length === 0 && <p className="text-sm text-dim">{words.none_open_about}</p>}
      <div className="space-y-3 mt-2">
        {open.map((one) => (
          <ContradictionCard key={one.contradiction_id} one={one} claims={claimsOf(list, one.claim_ids)} />
        ))}
      </div>
    </section>
  );
}

interface CardProps {
  one: ContradictionView;
  claims: readonly ClaimView[];
}

/** One contradiction: its claims beside each other, each with the button that says it holds. */
export function ContradictionCard({ one, claims }: CardProps): ReactNode {
  const { page, locked } = useOpened();
  const write = useWrite();
  const [evidence, setEvidence] = useState('');
  const first = claims[0];
  const open_s = (one.earlier_ms + Date.parse(page.counted_to) - Date.parse(one.opened_at)) / 1000;
  const facts = [
    one.found ? words.found : words.opened_by_hand,
    words.open_for(formatSeconds(open_s)),
    ...(one.relied_on_by > 0 ? [words.relied(one.relied_on_by)] : []),
  ];
  const hold = (claim: ClaimView): void => {
    const shown = evidence.trim() === '' ? {} : { evidence: evidence.trim() };
    void write(
      'settlements.create',
      { contradiction_id: one.contradiction_id },
      { holds: claim.claim_id, ...shown },
      { said: words.settled },
    );
  };
  return (
    <article className="card break-inside-avoid" aria-label={one.text}>
      <h3 className="wrap-anywhere">
        <bdi>{first === undefined ? one.text : `${first.subject}: ${first.attribute}`}</bdi>
      </h3>
      <p className="text-xs text-dim">{facts.join(' · ')}</p>
      {one.note !== null && (
        <p className="text-sm mt-1 wrap-anywhere">
          <bdi>{one.note}</bdi>
        </p>
      )}
      <ul className="grid grid-cols-[repeat(auto-fit,minmax(190px,1fr))] gap-2.5 mt-2.5">
        {claims.map((claim) => (
          <li key={claim.claim_id} className="rounded-lg border border-line p-3 flex flex-col gap-1 min-w-0">
            <span className="text-lg wrap-anywhere">
              <Value claim={claim} />
            </span>
            <Source claim={claim} />
            {claim.quote !== null && claim.quote !== '' && (
              <q className="text-xs text-dim italic wrap-anywhere">
                <bdi>{claim.quote}</bdi>
              </q>
            )}
            {locked === null && (
              <Button
                small
                className="mt-auto self-start print:hidden"
                aria-label={words.holds_label(`${claim.text}, ${claim.place ?? words.no_source}`)}
                onClick={() => hold(claim)}
              >
                {words.holds}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {locked === null && (
        <div className="mt-3 flex flex-wrap items-end gap-x-4 gap-y-2 print:hidden">
          <div className="grow basis-64">
            <Text label={words.evidence_label} value={evidence} onChange={(event) => setEvidence(event.target.value)} />
          </div>
          <NoConflict one={one} />
          {claims.some(({ side }) => side === page.view) && (
            <p className="basis-full text-xs text-dim">{words.takes_back}</p>
          )}
        </div>
      )}
    </article>
  );
}

/** A named person says why both hold. */
function NoConflict({ one }: { one: ContradictionView }): ReactNode {
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const write = useWrite();
  if (!open) {
    return (
      <Button look="quiet" small onClick={() => setOpen(true)}>
        {words.no_conflict}
      </Button>
    );
  }
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const body = { no_conflict: true, note: note.trim() };
    await write('settlements.create', { contradiction_id: one.contradiction_id }, body, { said: words.dismissed });
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="basis-full space-y-2">
      <LongText
        label={words.no_conflict_why}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        required
        autoFocus
      />
      <div className="flex gap-2">
        <Button type="submit" look="primary" small>
          {words.no_conflict_go}
        </Button>
        <Button small onClick={() => setOpen(false)}>
          {common.cancel}
        </Button>
      </div>
    </form>
  );
}

/** What was settled, by whom and on what evidence. */
export function SettledContradictions({ list }: { list: ClaimList }): ReactNode {
  const settled = list.contradictions.filter(({ resolved_at }) => resolved_at !== null);
  if (settled.length === 0) return null;
  return (
    <details className="mt-7">
      <summary className="cursor-pointer font-semibold text-sm">{`${words.settled_title} · ${settled.length}`}</summary>
      <ul className="text-sm mt-2">
        {settled.map((one) => (
          <li key={`${one.contradiction_id} ${one.opened_at}`} className="border-t border-line py-2 wrap-anywhere">
            <bdi>{one.text}</bdi>
            <SettledBy one={one} list={list} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function SettledBy({ one, list }: { one: ContradictionView; list: ClaimList }): ReactNode {
  const { settled } = one;
  const span = formatSeconds(
    (one.earlier_ms + Date.parse(one.resolved_at ?? one.opened_at) - Date.parse(one.opened_at)) / 1000,
  );
  if (settled === null) return <span className="block text-xs text-dim">{words.open_for(span)}</span>;
  const winner = list.claims.find(({ claim_id }) => claim_id === settled.holds);
  const text = winner === undefined ? words.both_by(settled.by) : words.settled_by(settled.by, winner.text);
  const why = settled.evidence ?? settled.note;
  return (
    <span className="block text-xs text-dim">
      {text} · {formatDate(settled.at)} · {words.open_for(span)}
      {why !== null && why !== '' && (
        <>
          {' · '}
          <bdi>{why}</bdi>
        </>
      )}
    </span>
  );
}

/** Claims that a program cannot compare: a person looks at them and says so where they contradict each other. */
export function Pairs({ list }: { list: ClaimList }): ReactNode {
  const { locked } = useOpened();
  const write = useWrite();
  if (list.pairs.length === 0) return null;
  const oppose = (ids: readonly string[]): void =>
    void write(
      'contradictions.put',
      { contradiction_id: crypto.randomUUID() },
      { claim_ids: ids },
      { said: words.contradiction_noted },
    );
  return (
    <section aria-labelledby="pairs" className="mt-7 print:hidden">
      <h2 id="pairs">{words.pairs}</h2>
      <p className="text-xs text-dim mb-1">{words.pairs_about}</p>
      <ul className="text-sm">
        {list.pairs.slice(0, 10).map((pair) => {
          const claims = claimsOf(list, pair.claim_ids);
          return (
            <li key={pair.claim_ids.join(' ')} className="border-t border-line py-2">
              <div className="grid grid-cols-2 max-sm:grid-cols-1 gap-x-4 gap-y-1">
                {claims.map((claim) => (
                  <span key={claim.claim_id} className="min-w-0 wrap-anywhere">
                    <Thing claim={claim} />
                    <Value claim={claim} /> <Source claim={claim} />
                  </span>
                ))}
              </div>
              <p className="text-xs text-dim">
                {pair.why}
                {locked === null && (
                  <>
                    {' · '}
                    <button type="button" className="linklike" onClick={() => oppose(pair.claim_ids)}>
                      {words.note_contradiction}
                    </button>
                  </>
                )}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
