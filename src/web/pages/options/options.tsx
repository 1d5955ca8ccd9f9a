import { useParams } from '@tanstack/react-router';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { words } from '../../../catalogue/options.ts';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { usePlace } from '../../workspace.ts';
import { PurchaseFrame } from '../purchase/frame.tsx';
import { useOpened } from '../purchase/write.ts';
import { Agreement } from './agreement.tsx';
import { Cards } from './cards.tsx';
import { ShownContext, type TradeoffPage, type Typed, tableOfPage, useTradeoffQuery, useWeighed } from './data.ts';
import { Frontier } from './frontier.tsx';
import { Result } from './result.tsx';
import { SideBySide } from './table.tsx';
import { Weights } from './weights.tsx';

/** Options side by side: what is needed, how each does, what follows, and how sure that is. */
export function OptionsPage(): ReactNode {
  return (
    <PurchaseFrame title={words.title} dated>
      <Loaded />
    </PurchaseFrame>
  );
}

function Loaded(): ReactNode {
  const { purchase_id = '' } = useParams({ strict: false });
  const tradeoff = useTradeoffQuery(purchase_id);
  if (tradeoff.isPending) return <PageSkeleton />;
  if (tradeoff.isError) return <Trouble error={tradeoff.error} retry={() => void tradeoff.refetch()} />;
  return <Tradeoff page={tradeoff.data} />;
}

function Tradeoff({ page }: { page: TradeoffPage }): ReactNode {
  const { me } = usePlace();
  const { locked } = useOpened();
  const [typed, setTyped] = useState<Typed>({});
  const type = useCallback((key: string, score: number | null) => {
    setTyped((before) => {
      const { [key]: _, ...rest } = before;
      return score === null ? rest : { ...rest, [key]: score };
    });
  }, []);
  const table = useMemo(() => (Object.keys(typed).length === 0 ? null : tableOfPage(page, typed)), [page, typed]);
  const preview = useWeighed(table);
  const shown = useMemo(
    () => ({ page, result: page.result, words: page.words, ...preview, previews: preview !== null, type }),
    [page, preview, type],
  );
  const weighs = page.view === 'buyer' && page.people.some(({ person_id }) => person_id === me?.person_id);
  return (
    <ShownContext value={shown}>
      <h1 className="mb-0.5">{words.title}</h1>
      <p className="text-sm text-dim mb-4">{page.view === 'seller' ? words.seller_about : words.about}</p>
      <div className="space-y-7">
        {weighs && locked === null && <Weights person_id={me?.person_id ?? ''} />}
        <Result />
        <SideBySide />
        <Cards />
        <div className="grid grid-cols-2 max-lg:grid-cols-1 gap-7 items-start">
          <Frontier />
          <Agreement />
        </div>
      </div>
    </ShownContext>
  );
}
