import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { links } from '../../links.ts';
import { usePlace } from '../../workspace.ts';
import { tabWords } from './tab-words.ts';
import { useOpened } from './write.ts';

/** The pages of a purchase, in the order in which a group comes to need them. */
const TABS = [
  { name: 'overview', link: links.purchase },
  { name: 'options', link: links.options },
] as const;

/** Where one is in a purchase, and where one can go. Scrolls sideways on a phone. */
export function PurchaseTabs(): ReactNode {
  const { workspace_id } = usePlace();
  const { page } = useOpened();
  return (
    <nav aria-label={tabWords.label} className="-mx-1 overflow-x-auto border-b border-line">
      <ul className="flex">
        {TABS.map(({ name, link }) => (
          <li key={name}>
            <Link
              {...link(workspace_id, page.purchase_id)}
              activeOptions={{ exact: true, includeSearch: false }}
              className="block whitespace-nowrap px-3 py-2.5 text-sm text-dim hover:text-ink border-b-2 border-transparent"
              activeProps={{ className: '!text-ink font-[560] !border-acc', 'aria-current': 'page' }}
            >
              {tabWords[name]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
