import type { ReactNode } from 'react';
import { words as page_words, channelWords as words } from '../../../catalogue/claims.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useOpened, useWrite } from '../purchase/write.ts';
import { Source, Value } from './claim-line.tsx';
import { type ClaimView, useClaimPage } from './data.ts';

type Answer = OutputOf<'channels.get'>['answers'][number];
const COLUMNS = ['web', 'proposal', 'rep', 'partner', 'support'] as const;
type Channel = keyof typeof page_words.channels;

/** What the supplier says of each thing on every channel; what differs first, with what to mend where. */
export function Channels(): ReactNode {
  const { data, isError, error, refetch } = useClaimPage('channels.get');
  if (isError) return <Trouble error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="h-56" />;
  if (data.answers.length === 0) return <Empty title={words.none}>{words.none_about}</Empty>;
  const others = (['document', 'other'] as const).filter((channel) =>
    data.answers.some(({ said }) => said.some((one) => one.channel === channel)),
  );
  const columns: Channel[] = [...COLUMNS, ...others];
  return (
    <>
      <p className="text-sm text-dim mb-3 max-w-prose">{words.about}</p>
      <Mending answers={data.answers} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways */}
      <section className="relative overflow-x-auto" tabIndex={0} aria-label={page_words.parts.channels}>
        <table className="list-table min-w-[720px]">
          <thead>
            <tr>
              <th scope="col">{words.thing}</th>
              {columns.map((channel) => (
                <th key={channel} scope="col">
                  {page_words.channels[channel]}
                </th>
              ))}
              <th scope="col">
                <span className="sr-only">{page_words.parts.channels}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.answers.map((answer) => (
              <Row key={`${answer.subject} ${answer.attribute}`} answer={answer} columns={columns} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Row({ answer, columns }: { answer: Answer; columns: readonly Channel[] }): ReactNode {
  const told = answer.said.length > 1;
  return (
    <tr>
      <th scope="row" className="border-t border-line align-top !text-ink !whitespace-normal wrap-anywhere">
        <bdi>{`${answer.subject}: ${answer.attribute}`}</bdi>
      </th>
      {columns.map((channel) => {
        const claims = answer.said.find((one) => one.channel === channel)?.claims ?? [];
        return (
          <td key={channel}>
            {claims.length === 0 ? (
              <span className="text-dim">
                <span aria-hidden>{words.silent}</span>
                <span className="sr-only">{words.silent_long}</span>
              </span>
            ) : (
              claims.map((claim) => (
                <span key={claim.claim_id} className="block">
                  <Value claim={claim} />
                </span>
              ))
            )}
          </td>
        );
      })}
      <td
        className={`whitespace-nowrap text-xs ${answer.verdict === 'conflict' ? 'text-warn font-[560]' : 'text-dim'}`}
      >
        {told ? words.verdicts[answer.verdict] : ''}
      </td>
    </tr>
  );
}

function Mending({ answers }: { answers: readonly Answer[] }): ReactNode {
  const to_mend = answers.filter(({ mend }) => mend.length > 0);
  return (
    <section aria-labelledby="mend" className="card mb-5">
      <h2 id="mend">{words.mend}</h2>
      {to_mend.length === 0 && <p className="text-sm text-dim">{words.mend_none}</p>}
      <ul className="text-sm">
        {to_mend.map((answer) => (
          <li key={`${answer.subject} ${answer.attribute}`} className="py-2 border-t border-line first:border-t-0">
            <p className="wrap-anywhere">
              <bdi>{`${answer.subject}: ${answer.attribute}`}</bdi>
            </p>
            {answer.holds !== null && <p className="text-xs text-dim">{words.mend_about(answer.holds.text)}</p>}
            {answer.mend.map((claim) => (
              <Mend key={claim.claim_id} claim={claim} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Mend({ claim }: { claim: ClaimView }): ReactNode {
  const { locked } = useOpened();
  const write = useWrite();
  const { claim_id, subject, attribute, value, seen } = claim;
  const take = (): void =>
    void write('claims.put', { claim_id }, { subject, attribute, value, retracted: true, seen }, { said: words.said });
  return (
    <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 mt-1">
      <Value claim={claim} />
      <Source claim={claim} />
      {claim.side === 'buyer' ? (
        <span className="text-xs text-dim">{words.theirs}</span>
      ) : (
        locked === null && (
          <Button small onClick={take}>
            {words.mended}
          </Button>
        )
      )}
    </p>
  );
}
