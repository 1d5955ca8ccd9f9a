import { Link, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { common } from '../../../catalogue/frame.ts';
import { words } from '../../../catalogue/settings.ts';
import { links } from '../../links.ts';
import { SETTINGS_TABS } from '../../searches.ts';
import { usePlace } from '../../workspace.ts';
import { ApiKeys } from './api-keys.tsx';
import { Audit } from './audit.tsx';
import { Brand } from './brand.tsx';
import { DeadMails } from './dead-mails.tsx';
import { LibraryTab } from './library.tsx';
import { Members } from './members.tsx';
import { Releases } from './releases.tsx';
import { Retention } from './retention.tsx';
import { Sellers } from './sellers.tsx';
import { About, Appearance, Keys } from './simple.tsx';
import { Sso } from './sso.tsx';
import { Templates } from './templates.tsx';

const TABS = {
  templates: Templates,
  people: People,
  brand: Brand,
  library: LibraryTab,
  sso: Sso,
  api: ApiKeys,
  kept: Releases,
  audit: Audit,
  retention: Retention,
  appearance: Appearance,
  keys: Keys,
  about: About,
} as const;

/** What only makes sense where the doors ask who one is. */
const WITH_ACCOUNTS: readonly string[] = ['sso', 'api', 'audit'];

function People(): ReactNode {
  if (usePlace().standing === null) return <Sellers />;
  return (
    <>
      <Members />
      <DeadMails />
    </>
  );
}

/** Job templates, sellers, what buyers keep in sum, theme, keys, and who runs this machine. */
export function SettingsPage(): ReactNode {
  const { tab = 'templates' } = useSearch({ from: '/w/$workspace_id/settings' });
  const { workspace_id, standing } = usePlace();
  const Tab = TABS[tab];
  useEffect(() => {
    document.title = `${words.tabs[tab]} · ${common.product}`;
  }, [tab]);
  return (
    <main id="page" className="wrap pt-5 pb-10">
      <h1 className="mb-4">{words.title}</h1>
      <div className="grid grid-cols-[168px_minmax(0,1fr)] max-md:grid-cols-1 gap-x-10 gap-y-4">
        <nav aria-label={words.title} className="flex flex-col gap-0.5 max-md:flex-row max-md:overflow-x-auto">
          {SETTINGS_TABS.filter((one) => standing !== null || !WITH_ACCOUNTS.includes(one)).map((one) => (
            <Link
              key={one}
              {...links.settings(workspace_id, one)}
              aria-current={tab === one ? 'page' : undefined}
              className={`rounded-md px-2.5 py-1.5 text-sm whitespace-nowrap ${tab === one ? 'bg-sunk font-[560]' : 'text-dim hover:text-ink'}`}
            >
              {words.tabs[one]}
            </Link>
          ))}
        </nav>
        <section aria-label={words.tabs[tab]} className="min-w-0 max-w-3xl">
          <Tab />
        </section>
      </div>
    </main>
  );
}
