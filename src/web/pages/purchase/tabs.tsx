import { Link, useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { links } from '../../links.ts';
import { usePlace } from '../../workspace.ts';
import { tabWords } from './tab-words.ts';
import { useOpened } from './write.ts';

/** The pages of a purchase, in the order in which a group comes to need them. */
const TABS = [
  { name: 'start', link: links.purchaseStart },
  { name: 'overview', link: links.purchase },
  { name: 'brief', link: links.purchaseBrief },
  { name: 'options', link: links.options },
  { name: 'value', link: links.value },
  { name: 'claims', link: links.claims },
  { name: 'sense', link: links.sense },
  { name: 'files', link: (workspace_id: string, purchase_id: string) => links.files(workspace_id, purchase_id) },
  { name: 'memo', link: links.memo },
  { name: 'recorded', link: (workspace_id: string, purchase_id: string) => links.recorded(workspace_id, purchase_id) },
  { name: 'log', link: links.buyerLog },
] as const;

/**
 * Which pages there are for whom: what is recorded about oneself for buyers, their log for who governs them, the brief for
 * sellers, who work on the overview and look at the start last, as guests.
 */
function useTabs(): readonly (typeof TABS)[number][] {
  const { standing, me } = usePlace();
  const buyer = (standing === null ? me?.side : standing.side) === 'buyer';
  const governs = buyer && (standing === null || standing.guest?.administrator === true);
  const shown = {
    start: true,
    overview: true,
    brief: !buyer,
    options: true,
    value: true,
    claims: true,
    sense: true,
    files: true,
    memo: buyer && (standing === null || standing.guest?.reach === 'all'),
    recorded: buyer,
    log: governs,
  };
  const tabs = TABS.filter(({ name }) => shown[name]);
  return buyer ? tabs : tabs.sort((one, other) => Number(one.name === 'start') - Number(other.name === 'start'));
}

/** Where one is in a purchase, and where one can go. Scrolls sideways on a phone. */
export function PurchaseTabs(): ReactNode {
  const { workspace_id } = usePlace();
  const { page } = useOpened();
  const tabs = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone the tab one is on may be beyond the edge.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another tab
  useEffect(() => {
    const current = tabs.current?.querySelector<HTMLElement>('[aria-current=page]');
    if (tabs.current !== null && current) tabs.current.scrollLeft = current.offsetLeft - tabs.current.offsetLeft - 24;
  }, [pathname]);
  return (
    <nav ref={tabs} aria-label={tabWords.label} className="-mx-1 overflow-x-auto border-b border-line">
      <ul className="flex">
        {useTabs().map(({ name, link }) => (
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
