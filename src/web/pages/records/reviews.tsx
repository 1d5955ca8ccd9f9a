import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { formatDateTime } from '../../../catalogue/format.ts';
import { reviewWords as words } from '../../../catalogue/records.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { sayError } from '../../ui/toast.tsx';
import { Trouble } from '../../ui/trouble.tsx';

type Reviews = OutputOf<'reviews.list'>;
type Review = Reviews['reviews'][number];

interface ReviewProps {
  queryKey: readonly unknown[];
  load: (signal: AbortSignal) => Promise<Reviews>;
  decide: (review_id: string, state: 'blanked' | 'kept') => Promise<unknown>;
  nameOf: (person_id: string) => string;
}

/** The texts of one side that may name someone erased, each to be looked at by a person. */
export function ReviewList({ queryKey, load, decide, nameOf }: ReviewProps): ReactNode {
  const queries = useQueryClient();
  const found = useQuery({ queryKey, queryFn: ({ signal }) => load(signal) });
  const put = useMutation({
    mutationFn: ({ review_id, state }: { review_id: string; state: 'blanked' | 'kept' }) => decide(review_id, state),
    onSettled: () => queries.invalidateQueries({ queryKey }),
    onError: sayError,
  });
  if (found.isError) return <Trouble error={found.error} retry={() => void found.refetch()} />;
  const { erasures = [], reviews = [] } = found.data ?? {};
  return (
    <section className="mt-8">
      <h2>{words.title}</h2>
      <p className="text-sm text-dim max-w-prose">{words.about}</p>
      {found.isSuccess && erasures.length === 0 && <Empty title={words.none}>{words.none_about}</Empty>}
      <ul className="mt-3">
        {erasures.map((one) => (
          <li key={one.erasure_id} className="border-t border-line py-2">
            <p className="text-sm font-[560]">{words.erased_on(nameOf(one.asked_by), formatDateTime(one.asked_at))}</p>
            <p className="text-xs text-dim">{words.counts(one.open, one.blanked, one.kept)}</p>
            <ul>
              {reviews
                .filter((review) => review.erasure_id === one.erasure_id)
                .map((review) => (
                  <li key={review.review_id} className="mt-2 pl-3 border-l-2 border-line">
                    <Marked review={review} />
                    {review.state === 'open' ? (
                      <Choice decide={(state) => put.mutate({ review_id: review.review_id, state })} />
                    ) : (
                      <p className="text-xs text-dim">{decidedWords(review, nameOf)}</p>
                    )}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

const decidedWords = ({ state, decided_by, decided_at }: Review, nameOf: ReviewProps['nameOf']): string =>
  words.decided(
    words.states[state],
    decided_by === null ? words.someone : nameOf(decided_by),
    decided_at === null ? '' : formatDateTime(decided_at),
  );

/** The text, with what was found marked. */
function Marked({ review: { content, spans, state } }: { review: Review }): ReactNode {
  const parts: ReactNode[] = [];
  let at = 0;
  // The places are those of the text as it was found.
  const places = state === 'blanked' ? [] : spans;
  for (let i = 0; i < places.length; i += 2) {
    const from = places[i] ?? 0;
    const to = from + (places[i + 1] ?? 0);
    parts.push(content.slice(at, from), <mark key={from}>{content.slice(from, to)}</mark>);
    at = to;
  }
  parts.push(content.slice(at));
  return <p className="text-sm wrap-anywhere whitespace-pre-wrap">{parts}</p>;
}

function Choice({ decide }: { decide: (state: 'blanked' | 'kept') => void }): ReactNode {
  const [sure, setSure] = useState(false);
  return (
    <span className="flex flex-wrap gap-2 mt-1">
      <Button small look="danger" onClick={() => (sure ? decide('blanked') : setSure(true))}>
        {sure ? words.sure : words.blank}
      </Button>
      {sure ? (
        <Button small onClick={() => setSure(false)}>
          {words.cancel}
        </Button>
      ) : (
        <Button small onClick={() => decide('kept')}>
          {words.keep}
        </Button>
      )}
    </span>
  );
}
