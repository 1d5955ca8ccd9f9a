import { Link, useNavigate } from '@tanstack/react-router';
import { ListChecks, Moon, Route, Search, Settings2, Sun, SunMoon, Upload } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { common, frame } from '../../catalogue/frame.ts';
import { links } from '../links.ts';
import type { LiveState } from '../live.ts';
import { discardUnsent, useUnsent } from '../outbox.ts';
import { setTheme, THEMES, theme } from '../theme.ts';
import { keptActor, usePlace, useWorkspaces } from '../workspace.ts';
import { ActingAs } from './acting-as.tsx';
import { Bell } from './bell.tsx';
import { openPalette } from './palette-event.ts';

/** Where one is, where one can go, who acts, and whether what is shown is fresh. */
export function Header({ live }: { live: LiveState }): ReactNode {
  return (
    <header className="print:hidden sticky top-0 z-30 bg-bg border-b border-line">
      <div className="wrap flex items-center gap-1 h-12">
        <Link
          {...links.start()}
          className="flex items-center gap-2 font-semibold tracking-tight mr-1"
          aria-label={common.product}
        >
          <Mark />
          <span className="max-lg:hidden">{common.product}</span>
        </Link>
        <WorkspacePick />
        <Pages />
        <div className="ml-auto flex items-center gap-0.5 min-w-0">
          <Freshness live={live} />
          <button
            type="button"
            onClick={openPalette}
            aria-label={frame.palette}
            title={`${frame.palette} (Ctrl K)`}
            className="p-2 text-dim hover:text-ink rounded-md"
          >
            <Search size={16} />
          </button>
          <Bell />
          <ThemeButton />
          <ActingAs />
        </div>
      </div>
      <Offline live={live} />
    </header>
  );
}

/** That the connection is lost, and what waits to be sent until it is back. */
function Offline({ live }: { live: LiveState }): ReactNode {
  const unsent = useUnsent();
  if (live !== 'lost' && unsent === 0) return null;
  return (
    <p role="status" className="bg-warn-soft text-warn text-xs text-center px-4 py-1.5">
      <b className="font-semibold">{unsent > 0 ? frame.unsent(unsent) : frame.lost}</b>
      {unsent > 0 ? (
        <button type="button" className="underline underline-offset-2 ml-2 px-1" onClick={discardUnsent}>
          {frame.discard}
        </button>
      ) : (
        ` · ${frame.lost_about}`
      )}
    </p>
  );
}

const Mark = (): ReactNode => (
  <svg width="26" height="18" viewBox="0 0 26 18" aria-hidden="true" fill="none" strokeWidth="3" className="stroke-acc">
    <circle cx="9" cy="9" r="6.5" />
    <circle cx="17" cy="9" r="6.5" strokeOpacity=".55" />
  </svg>
);

function WorkspacePick(): ReactNode {
  const { workspace_id, workspace } = usePlace();
  const workspaces = useWorkspaces().data?.workspaces ?? [];
  const navigate = useNavigate();
  const choose = (chosen: string): void => {
    // Someone of one workspace is nobody in another: the address starts afresh.
    if (chosen === '') void navigate({ ...links.start(), search: {} });
    else void navigate({ ...links.portfolio(chosen), search: { as: undefined } as never });
  };
  return (
    <span className="flex items-center min-w-0 max-sm:hidden">
      <select
        aria-label={frame.workspace}
        value={workspace_id}
        onChange={(event) => choose(event.target.value)}
        className="pick max-w-44"
      >
        {!workspaces.some((one) => one.workspace_id === workspace_id) && (
          <option value={workspace_id}>{workspace?.name ?? workspace_id}</option>
        )}
        {workspaces.map((one) => (
          <option key={one.workspace_id} value={one.workspace_id}>
            {one.name}
          </option>
        ))}
        <option value="">{frame.all_workspaces}</option>
      </select>
      {workspace?.simulated && !workspace.name.includes(common.simulated) && (
        <span
          title={common.simulated_about}
          className="rounded border border-line px-1.5 text-2xs text-dim max-md:hidden"
        >
          {common.simulated}
        </span>
      )}
    </span>
  );
}

function Pages(): ReactNode {
  const { workspace_id, me } = usePlace();
  const look =
    'flex items-center gap-1.5 px-2.5 py-1.5 rounded-md text-sm text-dim hover:text-ink data-[status=active]:text-ink data-[status=active]:font-[560] data-[status=active]:bg-sunk max-sm:flex-col max-sm:gap-0.5 max-sm:text-2xs max-sm:grow max-sm:py-2 max-sm:rounded-none';
  const kept = keptActor(workspace_id);
  if (me !== null && me.side === 'buyer') {
    const purchase_id = me.purchase_id ?? kept?.purchase_id ?? null;
    return (
      <nav aria-label={frame.pages} className="max-sm:hidden ml-2">
        {purchase_id !== null && (
          <Link {...links.purchaseStart(workspace_id, purchase_id)} className={look}>
            {frame.your_purchase}
          </Link>
        )}
      </nav>
    );
  }
  return (
    <nav
      aria-label={frame.pages}
      className="flex items-center gap-0.5 ml-2 max-sm:fixed max-sm:z-30 max-sm:bottom-0 max-sm:inset-x-0 max-sm:ml-0 max-sm:bg-panel max-sm:border-t max-sm:border-line"
    >
      <Link {...links.portfolio(workspace_id)} className={look}>
        <ListChecks size={16} className="sm:hidden" />
        {frame.portfolio}
      </Link>
      <Link {...links.journeys(workspace_id)} className={look}>
        <Route size={16} className="sm:hidden" />
        {frame.journeys}
      </Link>
      <Link {...links.imports(workspace_id)} className={look}>
        <Upload size={16} className="sm:hidden" />
        {frame.import}
      </Link>
      <Link {...links.settings(workspace_id)} className={look}>
        <Settings2 size={16} className="sm:hidden" />
        {frame.settings}
      </Link>
    </nav>
  );
}

function Freshness({ live }: { live: LiveState }): ReactNode {
  const words = { live: frame.live_short, connecting: frame.connecting, lost: frame.lost }[live];
  const dot = { live: 'bg-acc', connecting: 'bg-edge', lost: 'bg-warn' }[live];
  return (
    <span
      title={live === 'live' ? frame.live : words}
      className="flex items-center gap-1.5 text-2xs text-dim px-2 max-sm:px-1"
    >
      <span aria-hidden className={`size-1.5 rounded-full ${dot}`} />
      <span className="max-md:sr-only">{words}</span>
    </span>
  );
}

function ThemeButton(): ReactNode {
  const [chosen, setChosen] = useState(theme());
  const Icon = { system: SunMoon, light: Sun, dark: Moon }[chosen];
  const turn = (): void => {
    const next = THEMES[(THEMES.indexOf(chosen) + 1) % THEMES.length] ?? 'system';
    setTheme(next);
    setChosen(next);
  };
  return (
    <button
      type="button"
      onClick={turn}
      aria-label={frame.theme[chosen]}
      title={frame.theme[chosen]}
      className="p-2 text-dim hover:text-ink rounded-md max-sm:hidden"
    >
      <Icon size={16} />
    </button>
  );
}
