import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { paletteWords as words } from '../../catalogue/palette.ts';
import { words as searchWords } from '../../catalogue/search.ts';
import { call } from '../api.ts';
import { links } from '../links.ts';
import { linkOfHit, useHits } from '../pages/search/hits.ts';
import { RingRow } from '../signs/ring.tsx';
import { setTheme } from '../theme.ts';
import { useActAs, useOpenPurchase, usePeople, useWorkspaces } from '../workspace.ts';

const ITEM = 'flex items-center gap-3 rounded-md px-3 py-2 text-sm cursor-pointer data-[selected=true]:bg-acc-soft';
const GROUP =
  '[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-dim';

/** Goes to a page, finds a purchase, lets someone else act, turns the theme: all by typing. */
export function Palette({ onClose }: { onClose: () => void }): ReactNode {
  const [text, setText] = useState('');
  const { workspace_id } = useParams({ strict: false });
  return (
    <Radix.Root open onOpenChange={(open) => open || onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/35" />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed z-50 left-1/2 top-[12vh] -translate-x-1/2 w-[calc(100vw-24px)] max-w-xl rounded-xl border border-line bg-panel shadow-float overflow-hidden"
        >
          <Radix.Title className="sr-only">{words.title}</Radix.Title>
          <Command label={words.title} shouldFilter>
            <Command.Input
              value={text}
              onValueChange={setText}
              placeholder={words.placeholder}
              className="w-full bg-transparent px-4 py-3.5 border-b border-line outline-none placeholder:text-dim"
            />
            <Command.List className="max-h-[54vh] overflow-y-auto p-1.5">
              <Command.Empty className="px-3 py-6 text-sm text-dim text-center">{words.nothing}</Command.Empty>
              {workspace_id !== undefined && <InPurchase workspace_id={workspace_id} text={text} onClose={onClose} />}
              {workspace_id !== undefined && <Found workspace_id={workspace_id} text={text} onClose={onClose} />}
              {workspace_id !== undefined && <Pages workspace_id={workspace_id} onClose={onClose} />}
              {workspace_id !== undefined && <People workspace_id={workspace_id} onClose={onClose} />}
              <Workspaces onClose={onClose} />
              <Themes onClose={onClose} />
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface PartProps {
  workspace_id: string;
  onClose: () => void;
}

/** What the purchase that is open holds of what is typed. */
function InPurchase({ workspace_id, text, onClose }: PartProps & { text: string }): ReactNode {
  const navigate = useNavigate();
  const purchase_id = useOpenPurchase();
  const as = useSearch({ strict: false }).as ?? null;
  const found = useHits(workspace_id, purchase_id, as, text, 8).data;
  if (purchase_id === null || text.trim().length < 2 || found === undefined || found.hits.length === 0) return null;
  const go = (link: ReturnType<typeof linkOfHit> | ReturnType<typeof links.search>): void => {
    void navigate(link);
    onClose();
  };
  return (
    <Command.Group heading={words.in_purchase} className={GROUP}>
      {found.hits.map((hit, at) => (
        <Command.Item
          key={`${hit.kind} ${hit.id} ${hit.title}`}
          value={`${text} ${at} ${hit.kind} ${hit.id}`}
          className={ITEM}
          onSelect={() => go(linkOfHit(workspace_id, purchase_id, hit))}
        >
          <span className="truncate grow">
            <bdi>{hit.title}</bdi>
          </span>
          <span className="text-xs text-dim shrink-0">{searchWords.kinds[hit.kind]}</span>
        </Command.Item>
      ))}
      <Command.Item
        value={`${text} everything`}
        className={ITEM}
        onSelect={() => go(links.search(workspace_id, purchase_id, text.trim()))}
      >
        <span className="text-dim truncate">{searchWords.all(text.trim())}</span>
      </Command.Item>
    </Command.Group>
  );
}

function Found({ workspace_id, text, onClose }: PartProps & { text: string }): ReactNode {
  const navigate = useNavigate();
  const as = useSearch({ strict: false }).as ?? null;
  const q = text.trim();
  const found = useQuery({
    queryKey: ['purchases', workspace_id, as, 'palette', q],
    queryFn: ({ signal }) =>
      call('purchases.list', { params: { workspace_id }, query: { q, limit: 6 } }, { as, signal }),
    enabled: q.length >= 2,
    placeholderData: (before) => before,
  });
  if (q.length < 2 || found.data === undefined || found.data.rows.length === 0) return null;
  return (
    <Command.Group heading={words.purchases} className={GROUP}>
      {found.data.rows.map((row) => (
        <Command.Item
          key={row.purchase_id}
          value={`${text} ${row.purchase_id}`}
          className={ITEM}
          onSelect={() => {
            void navigate(links.purchase(workspace_id, row.purchase_id));
            onClose();
          }}
        >
          <RingRow rings={row.rings} size={14} />
          <span className="truncate grow">
            <bdi>{row.name ?? words.unnamed}</bdi>
          </span>
          <span className="text-xs text-dim truncate max-w-40">
            <bdi>{row.account_name}</bdi>
          </span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function Pages({ workspace_id, onClose }: PartProps): ReactNode {
  const navigate = useNavigate();
  const pages = [
    { label: words.pages.portfolio, go: () => navigate(links.portfolio(workspace_id)) },
    { label: words.pages.help, go: () => navigate(links.portfolio(workspace_id, { needs_help: true })) },
    { label: words.pages.journeys, go: () => navigate(links.journeys(workspace_id)) },
    { label: words.pages.import, go: () => navigate(links.imports(workspace_id)) },
    { label: words.pages.templates, go: () => navigate(links.settings(workspace_id, 'templates')) },
    { label: words.pages.people, go: () => navigate(links.settings(workspace_id, 'people')) },
    { label: words.pages.keys, go: () => navigate(links.settings(workspace_id, 'keys')) },
  ];
  return (
    <Command.Group heading={words.go_to} className={GROUP}>
      {pages.map((page) => (
        <Command.Item
          key={page.label}
          className={ITEM}
          onSelect={() => {
            void page.go();
            onClose();
          }}
        >
          {page.label}
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function People({ workspace_id, onClose }: PartProps): ReactNode {
  const purchase_id = useOpenPurchase();
  const people = usePeople(workspace_id, purchase_id).data?.people ?? [];
  const actAs = useActAs();
  return (
    <Command.Group heading={words.act_as} className={GROUP}>
      {people.map((person) => (
        <Command.Item
          key={person.person_id}
          value={`${words.act_as} ${person.name} ${person.person_id}`}
          className={ITEM}
          onSelect={() => {
            actAs(person.person_id);
            onClose();
          }}
        >
          <span className="grow truncate">
            <bdi>{person.name}</bdi>
          </span>
          <span className="text-xs text-dim">{words.sides[person.side]}</span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function Workspaces({ onClose }: { onClose: () => void }): ReactNode {
  const navigate = useNavigate();
  const workspaces = useWorkspaces().data?.workspaces ?? [];
  return (
    <Command.Group heading={words.workspaces} className={GROUP}>
      {workspaces.map((one) => (
        <Command.Item
          key={one.workspace_id}
          value={`${words.workspaces} ${one.name} ${one.workspace_id}`}
          className={ITEM}
          onSelect={() => {
            void navigate({ ...links.portfolio(one.workspace_id), search: { as: undefined } as never });
            onClose();
          }}
        >
          {one.name}
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function Themes({ onClose }: { onClose: () => void }): ReactNode {
  return (
    <Command.Group heading={words.theme} className={GROUP}>
      {(['light', 'dark', 'system'] as const).map((one) => (
        <Command.Item
          key={one}
          className={ITEM}
          onSelect={() => {
            setTheme(one);
            onClose();
          }}
        >
          {words.themes[one]}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
