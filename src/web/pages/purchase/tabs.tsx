import { Link, useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { tabWords } from '../../../catalogue/purchase-tabs.ts';
import { links } from '../../links.ts';
import { usePlace } from '../../workspace.ts';
import { useAsOf } from './as-of.tsx';
import { useOpened } from './write.ts';

/** The pages of a purchase, in the order in which a group comes to need them; a date goes along between those that have one. */
const TABS = [
  { name: 'start', link: links.purchaseStart },
  { name: 'overview', link: links.purchase, dated: true },
  { name: 'brief', link: links.purchaseBrief },
  { name: 'plan', link: (workspace_id: string, purchase_id: string) => links.plan(workspace_id, purchase_id) },
  { name: 'options', link: links.options, dated: true },
  { name: 'value', link: links.value, dated: true },
  { name: 'claims', link: links.claims, dated: true },
  { name: 'sense', link: links.sense, dated: true },
  { name: 'answers', link: links.answers },
  { name: 'risks', link: links.risks },
  { name: 'search', link: (workspace_id: string, purchase_id: string) => links.search(workspace_id, purchase_id) },
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
  const { standing, me, previews } = usePlace();
  const buyer = (standing === null ? me?.side : standing.side) === 'buyer';
  const governs = buyer && !previews && (standing === null || standing.guest?.administrator === true);
  const shown = {
    start: true,
    overview: true,
    brief: !buyer,
    plan: true,
    options: true,
    value: true,
    claims: true,
    sense: true,
    answers: true,
    risks: true,
    search: true,
    files: true,
    memo: buyer && !previews && (standing === null || standing.guest?.reach === 'all'),
    // Nothing is recorded about who only looks as a buyer would.
    recorded: buyer && !previews,
    log: governs,
  };
  const tabs = TABS.filter(({ name }) => shown[name]);
  return buyer ? tabs : tabs.sort((one, other) => Number(one.name === 'start') - Number(other.name === 'start'));
}

/** Where one is in a purchase, and where one can go. Scrolls sideways on a phone. */
export function PurchaseTabs(): ReactNode {
  const { workspace_id } = usePlace();
  const { page } = useOpened();
  const [as_of] = useAsOf();
  const date = as_of === null ? {} : { as_of };
  const tabs = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone the tab one is on may be beyond the edge.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another tab
  useEffect(() => {
    const current = tabs.current?.querySelector<HTMLElement>('[aria-current=page]');
    if (tabs.current !== null && current) tabs.current.scrollLeft = current.offsetLeft - tabs.current.offsetLeft - 24;
  }, [pathname]);
  return (
    <nav ref={tabs} aria-label={tabWords.label} className="print:hidden -mx-1 overflow-x-auto border-b border-line">
      <ul className="flex">
        {useTabs().map((tab) => (
          <li key={tab.name}>
            <Link
              {...('dated' in tab
                ? tab.link(workspace_id, page.purchase_id, date)
                : tab.link(workspace_id, page.purchase_id))}
              activeOptions={{ exact: true, includeSearch: false }}
              className="block whitespace-nowrap px-3 py-2.5 text-sm text-dim hover:text-ink border-b-2 border-transparent"
              activeProps={{ className: '!text-ink font-[560] !border-acc', 'aria-current': 'page' }}
            >
              {tabWords[tab.name]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
