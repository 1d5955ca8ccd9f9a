import { Link, Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { frame } from '../../catalogue/frame.ts';
import { isRefusal, PREVIEW } from '../api.ts';
import { links } from '../links.ts';
import { useLive } from '../live.ts';
import { BuyerNowhere } from '../pages/portfolio/buyer-nowhere.tsx';
import type { Person, Workspace } from '../types.ts';
import { Button } from '../ui/button.tsx';
import { PageSkeleton } from '../ui/skeleton.tsx';
import { Trouble } from '../ui/trouble.tsx';
import {
  keepActor,
  keptActor,
  PlaceContext,
  type Standing,
  useOpenPurchase,
  usePeople,
  usePlace,
  useStanding,
  useWorkspaces,
} from '../workspace.ts';
import { Header } from './header.tsx';
import { NobodyYet } from './nobody.tsx';

/** Everything inside one workspace: finds out who acts before it asks for anything. */
export function WorkspaceLayout(): ReactNode {
  const { workspace_id } = useParams({ from: '/w/$workspace_id' });
  const purchase_id = useOpenPurchase();
  // A buyer who looks elsewhere is still someone of the purchase they came from.
  const people = usePeople(workspace_id, purchase_id ?? keptActor(workspace_id)?.purchase_id ?? null);
  const asked = useSearch({ strict: false }).as ?? null;
  const refused = isRefusal(people.error) && people.error.status === 404;
  const standing = useStanding(workspace_id, purchase_id, refused);
  // While it is asked again what was found holds, so that no open dialog is lost to a change elsewhere.
  const asks_again = people.isPending && people.errorUpdateCount > 0 && standing.data !== undefined;
  const closed = refused || asks_again;
  if ((people.isPending && !asks_again) || (closed && standing.isPending)) return <PageSkeleton />;
  if (closed) {
    if (standing.data !== undefined) {
      return (
        <Known key={workspace_id} workspace_id={workspace_id} standing={standing.data} purchase_id={purchase_id} />
      );
    }
    return <Doorstep error={standing.error} />;
  }
  if (people.isError || people.data === undefined) {
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

/** A workspace with accounts, for someone it knows. */
function Known({
  workspace_id,
  standing,
  purchase_id,
}: {
  workspace_id: string;
  standing: Standing;
  purchase_id: string | null;
}): ReactNode {
  const as = standing.person_id ?? '';
  const live = useLive(workspace_id, as);
  const me: Person = {
    person_id: as,
    name: standing.name ?? '',
    side: standing.side === 'buyer' ? 'buyer' : 'seller',
    function: null,
    purchase_id: purchase_id ?? standing.purchases?.[0] ?? null,
  };
  const workspace: Workspace = {
    workspace_id,
    name: standing.workspace_name,
    simulated: false,
    created_at: '',
    doors: standing.doors,
  };
  return (
    <PlaceContext value={{ workspace_id, workspace, as, me, people: [me], standing, previews: false }}>
      <Header live={live} />
      <Inside />
    </PlaceContext>
  );
}

/** The pages; in a preview, a seller stands there as a buyer who was only just let in. */
function Inside(): ReactNode {
  const place = usePlace();
  const { preview } = useSearch({ strict: false });
  const { me, standing } = place;
  const open = useOpenPurchase() !== null;
  const previews = preview === 'buyer' && open && me?.side !== 'buyer';
  if (!previews) return <Outlet />;
  return (
    <PlaceContext
      value={{
        ...place,
        as: `${place.as}${PREVIEW}`,
        me: { ...(me ?? { person_id: place.as, name: '', function: null, purchase_id: null }), side: 'buyer' },
        standing: standing && { ...standing, side: 'buyer', guest: null },
        previews,
      }}
    >
      <PreviewBar />
      <Outlet />
    </PlaceContext>
  );
}

function PreviewBar(): ReactNode {
  const navigate = useNavigate();
  const leave = (): void =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, preview: undefined }) as never });
  return (
    <div role="status" className="bg-acc-soft border-b border-acc/50 print:hidden">
      <p className="wrap py-2 text-sm flex flex-wrap items-center gap-x-3 gap-y-1">
        <span>{frame.preview}</span>
        <Button small onClick={leave}>
          {frame.leave_preview}
        </Button>
      </p>
    </div>
  );
}

/** For who is not known here: the way in. What is foreign and what does not exist look the same. */
function Doorstep({ error }: { error: Error | null }): ReactNode {
  const nobody = isRefusal(error) && error.status === 401;
  const by_sso = isRefusal(error) && error.code === 'sso.required';
  return (
    <main id="page" className="wrap">
      <div className="card max-w-md mx-auto mt-16 space-y-3">
        <h1>{nobody || by_sso ? frame.sign_in_first : frame.not_yours}</h1>
        <p className="text-sm text-dim">
          {by_sso ? error.message : nobody ? frame.sign_in_first_about : frame.not_yours_about}
        </p>
        <p className="flex gap-4">
          <Link {...links.signIn(location.pathname + location.search)} className="underline">
            {frame.sign_in}
          </Link>
          <Link {...links.rooms()} className="underline">
            {frame.my_rooms}
          </Link>
        </p>
      </div>
    </main>
  );
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
    <PlaceContext value={{ workspace_id, workspace, as, me, people, standing: null, previews: false }}>
      <Header live={live} />
      {me?.side === 'buyer' && purchase_id === null ? <BuyerNowhere /> : <Inside />}
    </PlaceContext>
  );
}
