import type { ReactNode } from 'react';
import { words } from '../../../catalogue/claims.ts';
import { formatDate } from '../../../catalogue/format.ts';
import { Padlock } from '../../signs/padlock.tsx';
import { useOpened } from '../purchase/write.ts';
import type { ClaimView } from './data.ts';

/** Where a claim comes from, as a small sign with the place. */
export function Source({ claim }: { claim: ClaimView }): ReactNode {
  const { place } = claim;
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-1.5 text-xs text-dim wrap-anywhere">
      {claim.channel !== null && (
        <span className="rounded border border-line px-1.5 text-2xs text-ink whitespace-nowrap">
          {words.channels[claim.channel]}
        </span>
      )}
      {claim.url === null ? (
        <bdi>{place ?? (claim.channel === null ? words.no_source : '')}</bdi>
      ) : (
        <a href={claim.url} rel="noreferrer" target="_blank" className="linklike">
          <bdi>{place ?? claim.url}</bdi>
        </a>
      )}
      <Padlock zone={claim.zone} />
    </span>
  );
}

/** What a claim is about, and about which option where it says so. */
export const Thing = ({ claim }: { claim: ClaimView }): ReactNode => (
  <bdi>
    {`${claim.subject}, ${claim.attribute}`}
    {claim.option_name !== null && <span className="text-dim">{` (${claim.option_name})`}</span>}
    {': '}
  </bdi>
);

/** The value of a claim with all that limits it. */
export function Value({ claim }: { claim: ClaimView }): ReactNode {
  const limits = [
    claim.condition === null ? null : words.only_if(claim.condition),
    claim.valid_from === null ? null : words.from(formatDate(claim.valid_from)),
    claim.valid_to === null ? null : words.until(formatDate(claim.valid_to)),
  ].filter((one) => one !== null);
  const gone = claim.state !== 'live';
  return (
    <>
      <bdi className={`font-[560] tabular-nums ${gone ? 'line-through text-dim' : ''}`}>{claim.text}</bdi>
      {limits.length > 0 && <span className="text-xs text-dim"> {limits.join(', ')}</span>}
    </>
  );
}

/** What is so about a claim, in a few words. */
export function Marks({ claim }: { claim: ClaimView }): ReactNode {
  const { page } = useOpened();
  const jobs = claim.used_for.map((id) => page.jobs.find((job) => job.job_id === id)?.name ?? id);
  const marks = [
    claim.state === 'live' ? null : words[claim.state],
    claim.aside ? words.aside : null,
    jobs.length === 0 ? null : words.used_for(jobs.join(', ')),
    claim.drafted_by === null ? null : words.drafted(claim.drafted_by),
  ].filter((one) => one !== null);
  return (
    <>
      {claim.contradiction_id !== null && <span className="text-xs text-warn">{words.in_conflict}</span>}
      {marks.length > 0 && <span className="text-xs text-dim wrap-anywhere">{marks.join(' · ')}</span>}
    </>
  );
}
