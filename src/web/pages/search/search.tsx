import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue } from 'react';
import { formatDate } from '../../../catalogue/format.ts';
import { words } from '../../../catalogue/search.ts';
import { Padlock } from '../../signs/padlock.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Text } from '../../ui/field.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { usePlace } from '../../workspace.ts';
import { PurchaseFrame } from '../purchase/frame.tsx';
import { useOpened } from '../purchase/write.ts';
import { type Hit, linkOfHit, useHits } from './hits.ts';

const HERE = '/w/$workspace_id/purchases/$purchase_id/search';
const SHOWN = 60;

/** Everything of a purchase that fits what is typed, the best first. What is typed stands in the address. */
export function SearchPage(): ReactNode {
  return (
    <PurchaseFrame title={words.title}>
      <Inside />
    </PurchaseFrame>
  );
}

function Inside(): ReactNode {
  const { q = '' } = useSearch({ from: HERE });
  const navigate = useNavigate({ from: HERE });
  const { workspace_id, as } = usePlace();
  const { page } = useOpened();
  const asked = useDeferredValue(q);
  const found = useHits(workspace_id, page.purchase_id, as, asked, SHOWN);
  const type = (text: string): void =>
    void navigate({
      search: (before) => ({ ...before, q: text === '' ? undefined : text }) as never,
      replace: true,
      resetScroll: false,
    });
  return (
    <div className="max-w-3xl">
      <h1 className="sr-only">{words.title}</h1>
      <Text
        label={words.label}
        type="search"
        dir="auto"
        value={q}
        autoFocus
        hint={q.trim() === '' ? words.about : undefined}
        onChange={(event) => type(event.target.value)}
      />
      {found.isError && <Trouble error={found.error} retry={() => void found.refetch()} />}
      <div aria-live="polite" className="mt-4">
        {found.data?.hits.length === 0 && asked.trim() !== '' && (
          <Empty title={words.nothing}>
            <p>{words.nothing_about}</p>
          </Empty>
        )}
        {asked.trim() !== '' && (
          <ul>
            {found.data?.hits.map((hit) => (
              <Line key={`${hit.kind} ${hit.id} ${hit.title}`} hit={hit} />
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function Line({ hit }: { hit: Hit }): ReactNode {
  const { workspace_id } = usePlace();
  const { page } = useOpened();
  return (
    <li className="border-t border-line">
      <Link
        {...linkOfHit(workspace_id, page.purchase_id, hit)}
        className="block py-2.5 hover:bg-sunk -mx-2 px-2 rounded-md"
      >
        <span className="flex flex-wrap gap-x-2 items-baseline text-xs text-dim">
          {words.kinds[hit.kind]}
          {hit.at !== null && <span>{formatDate(hit.at)}</span>}
          <Padlock zone={hit.zone} />
        </span>
        <bdi className="block font-[560] wrap-anywhere">{hit.title}</bdi>
        {hit.text !== '' && <bdi className="block text-sm text-dim wrap-anywhere line-clamp-2">{hit.text}</bdi>}
      </Link>
    </li>
  );
}
