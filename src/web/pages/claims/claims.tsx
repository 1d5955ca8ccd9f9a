import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { words } from '../../../catalogue/claims.ts';
import { links } from '../../links.ts';
import { CLAIM_PARTS } from '../../searches.ts';
import { usePlace } from '../../workspace.ts';
import { PurchaseFrame } from '../purchase/frame.tsx';
import { atDate, useOpened } from '../purchase/write.ts';
import { Audit } from './audit.tsx';
import { Channels } from './channels.tsx';
import { Find } from './find.tsx';
import { ClaimsOnOptions } from './list.tsx';
import { marked } from './marked.ts';
import { Overload } from './overload.tsx';
import { SheetPart } from './sheet.tsx';

const PARTS = {
  list: ClaimsOnOptions,
  find: Find,
  channels: Channels,
  audit: Audit,
  sheet: SheetPart,
  overload: Overload,
} as const;

/** What everybody says, where it differs, and what to make of it. */
export function ClaimsPage(): ReactNode {
  return (
    <PurchaseFrame title={words.title} dated>
      <Inside />
    </PurchaseFrame>
  );
}

function Inside(): ReactNode {
  const { part: asked = 'list' } = useSearch({ from: '/w/$workspace_id/purchases/$purchase_id/claims' });
  const { workspace_id, me } = usePlace();
  const { page } = useOpened();
  // What a supplier has to mend is the supplier's page.
  const parts = CLAIM_PARTS.filter((part) => part !== 'channels' || me?.side !== 'buyer');
  const part = parts.find((one) => one === asked) ?? 'list';
  const Shown = PARTS[part];
  return (
    <>
      <h1 className="sr-only">{`${words.title}: ${words.parts[part]}`}</h1>
      <nav aria-label={words.parts_label} className="mb-5 print:hidden">
        <ul className="flex flex-wrap gap-1.5">
          {parts.map((one) => (
            <li key={one}>
              <Link
                {...links.claims(workspace_id, page.purchase_id, {
                  ...atDate(page),
                  ...(one !== 'list' && { part: one }),
                })}
                className="chip"
                {...marked(one === part)}
              >
                {words.parts[one]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Shown />
    </>
  );
}
