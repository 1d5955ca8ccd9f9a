import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useLive } from '../live.ts';
import { BuyerNowhere } from '../pages/portfolio/buyer-nowhere.tsx';
import type { Person } from '../types.ts';
import { PageSkeleton } from '../ui/skeleton.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { keepActor, keptActor, PlaceContext, useOpenPurchase, usePeople, useWorkspaces } from '../workspace.ts';
import { Header } from './header.tsx';
import { NobodyYet } from './nobody.tsx';

/** Everything inside one workspace: finds out who acts before it asks for anything. */
export function WorkspaceLayout(): ReactNode {
  const { workspace_id } = useParams({ from: '/w/$workspace_id' });
  const purchase_id = useOpenPurchase();
  // A buyer who looks elsewhere is still someone of the purchase they came from.
  const people = usePeople(workspace_id, purchase_id ?? keptActor(workspace_id)?.purchase_id ?? null);
  const asked = useSearch({ strict: false }).as ?? null;
  if (people.isPending) return <PageSkeleton />;
  if (people.isError) {
    return (
      <main id="page" className="wrap">
        <Trouble error={people.error} retry={() => void people.refetch()} />
      </main>
    );
  }
  const known = people.data.people;
  const as = asked ?? whoActs(workspace_id, known);
  if (as === null) return <NobodyYet workspace_id={workspace_id} />;
  return <Peopled key={workspace_id} workspace_id={workspace_id} as={as} people={known} purchase_id={purchase_id} />;
}

/** Who acted last in this tab, else the first seller. */
function whoActs(workspace_id: string, people: readonly Person[]): string | null {
  const kept = keptActor(workspace_id);
  if (kept !== null && (kept.purchase_id !== null || people.some((one) => one.person_id === kept.person_id)))
    return kept.person_id;
  return people.find((person) => person.side === 'seller')?.person_id ?? null;
}

interface PeopledProps {
  workspace_id: string;
  as: string;
  people: readonly Person[];
  purchase_id: string | null;
}

function Peopled({ workspace_id, as, people, purchase_id }: PeopledProps): ReactNode {
  const workspaces = useWorkspaces();
  const live = useLive(workspace_id, as);
  const me = people.find((person) => person.person_id === as) ?? null;
  const belongs = me?.side === 'seller' ? null : purchase_id;
  const navigate = useNavigate();
  const asked = useSearch({ strict: false }).as;
  useEffect(() => {
    if (me?.side === 'seller' || purchase_id !== null) keepActor(workspace_id, as, belongs);
    // The address always says who acts, so that it can be sent as it is.
    if (asked !== as)
      void navigate({ to: '.', search: (before: object) => ({ ...before, as }) as never, replace: true });
  }, [workspace_id, as, asked, belongs, me, purchase_id, navigate]);
  const workspace = workspaces.data?.workspaces.find((one) => one.workspace_id === workspace_id) ?? null;
  return (
    <PlaceContext value={{ workspace_id, workspace, as, me, people }}>
      <Header live={live} />
      {me?.side === 'buyer' && purchase_id === null ? <BuyerNowhere /> : <Outlet />}
    </PlaceContext>
  );
}
