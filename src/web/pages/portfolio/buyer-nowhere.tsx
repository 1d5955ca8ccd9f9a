import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { frame } from '../../../catalogue/frame.ts';
import { links } from '../../links.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { keptActor, useActAs, usePlace } from '../../workspace.ts';

/** A buyer sees the purchase they belong to, and no portfolio. */
export function BuyerNowhere(): ReactNode {
  const { workspace_id, me, people } = usePlace();
  const actAs = useActAs();
  const purchase_id = me?.purchase_id ?? keptActor(workspace_id)?.purchase_id ?? null;
  const seller = people.find((person) => person.side === 'seller');
  return (
    <main id="page" className="wrap">
      <Empty title={frame.buyer_nowhere}>
        <p>{frame.buyer_nowhere_about}</p>
        <div className="flex flex-wrap justify-center gap-2">
          {purchase_id !== null && (
            <Link {...links.purchaseStart(workspace_id, purchase_id)} className={buttonLook('primary')}>
              {frame.open_yours}
            </Link>
          )}
          {seller !== undefined && <Button onClick={() => actAs(seller.person_id)}>{frame.act_as_seller}</Button>}
        </div>
      </Empty>
    </main>
  );
}
