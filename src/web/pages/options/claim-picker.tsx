import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { dialogWords as words } from '../../../catalogue/options.ts';
import { links } from '../../links.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/field.tsx';
import { usePlace } from '../../workspace.ts';
import { type ClaimView, useClaims } from '../claims/data.ts';
import { useOpened } from '../purchase/write.ts';

interface ClaimPickerProps {
  /** Claims about another option say nothing of this one. */
  option_id: string;
  chosen: readonly string[];
  onChange: (claim_ids: readonly string[]) => void;
}

/** The claims that a score rests on: what was said of this option, or of none in particular. */
export function ClaimPicker({ option_id, chosen, onChange }: ClaimPickerProps): ReactNode {
  const { workspace_id } = usePlace();
  const { page } = useOpened();
  const { data } = useClaims();
  const known = data?.claims ?? [];
  const open = known.filter(
    (claim) =>
      claim.state === 'live' &&
      !chosen.includes(claim.claim_id) &&
      (claim.option_id === null || claim.option_id === option_id),
  );
  return (
    <fieldset className="space-y-1.5">
      <legend className="text-xs text-dim">{words.claims}</legend>
      <ul className="text-sm">
        {chosen.map((claim_id) => {
          const claim = known.find((one) => one.claim_id === claim_id);
          const text = claim === undefined ? words.claim_gone : inShort(claim);
          return (
            <li key={claim_id} className="flex items-baseline justify-between gap-2 border-t border-line py-1">
              <bdi className="min-w-0 wrap-anywhere">{text}</bdi>
              <Button
                look="quiet"
                small
                aria-label={words.drop(text)}
                onClick={() => onChange(chosen.filter((one) => one !== claim_id))}
              >
                ×
              </Button>
            </li>
          );
        })}
      </ul>
      {open.length > 0 && (
        <Select
          label={words.add_claim}
          hideLabel
          value=""
          options={[
            { value: '', label: words.add_claim },
            ...open.map((claim) => ({ value: claim.claim_id, label: inShort(claim) })),
          ]}
          onChange={(event) => event.target.value !== '' && onChange([...chosen, event.target.value])}
        />
      )}
      {data !== undefined && known.length === 0 && (
        <p className="text-xs text-dim">
          {words.no_claims}{' '}
          <Link {...links.claims(workspace_id, page.purchase_id, { part: 'find' })} className="linklike">
            {words.find_claims}
          </Link>
        </p>
      )}
    </fieldset>
  );
}

const inShort = ({ subject, attribute, text, place }: ClaimView): string =>
  `${subject}, ${attribute}: ${text}${place === null ? '' : ` (${place})`}`;
