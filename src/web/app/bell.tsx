import { Link } from '@tanstack/react-router';
import { Bell as Icon } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { formatDateTime } from '../../catalogue/format.ts';
import { words } from '../../catalogue/notices.ts';
import { links } from '../links.ts';
import { type NoticeView, useNoticeSettings, useNotices } from '../pages/notices/data.ts';
import { Button } from '../ui/button.tsx';
import { Popover } from '../ui/popover.tsx';
import { usePlace } from '../workspace.ts';

const SettingsDialog = lazy(async () => ({
  default: (await import('../pages/notices/settings-dialog.tsx')).NoticeSettingsDialog,
}));

/** What one was told: how much of it is new, the list, and the way to what one gets by mail. */
export function Bell(): ReactNode {
  const { list } = useNotices();
  useNoticeSettings(true);
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [setting, setSetting] = useState(false);
  const unread = list.data?.unread ?? 0;
  return (
    <>
      <button
        ref={anchor}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={words.bell(unread)}
        title={words.bell(unread)}
        onClick={() => setOpen(!open)}
        className="relative p-2 text-dim hover:text-ink rounded-md"
      >
        <Icon size={16} />
        {unread > 0 && (
          <span
            aria-hidden
            className="absolute top-0 right-0 min-w-4 h-4 px-1 rounded-full bg-acc text-panel text-[10px] leading-4 font-semibold tabular-nums text-center"
          >
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </button>
      <Popover label={words.title} anchor={anchor} open={open} onClose={() => setOpen(false)}>
        <List
          onGo={() => setOpen(false)}
          onSet={() => {
            setOpen(false);
            setSetting(true);
          }}
        />
      </Popover>
      {setting && (
        <Suspense fallback={null}>
          <SettingsDialog onClose={() => setSetting(false)} />
        </Suspense>
      )}
    </>
  );
}

function List({ onGo, onSet }: { onGo: () => void; onSet: () => void }): ReactNode {
  const { list, read } = useNotices();
  const notices = list.data?.notices ?? [];
  const unread = list.data?.unread ?? 0;
  return (
    <div className="-m-4">
      <header className="flex items-center justify-between gap-2 px-4 pt-3 pb-2 border-b border-line">
        <h2 className="text-sm">{words.title}</h2>
        {unread > 0 && (
          <Button small disabled={read.isPending} onClick={() => read.mutate(null)}>
            {words.all_read}
          </Button>
        )}
      </header>
      {notices.length === 0 ? (
        <div className="px-4 py-5">
          <p className="font-[560]">{words.empty}</p>
          <p className="text-dim mt-1">{words.empty_about}</p>
        </div>
      ) : (
        <ul className="max-h-[min(60vh,440px)] overflow-y-auto divide-y divide-line">
          {notices.map((notice) => (
            <li key={notice.notice_id}>
              <Line
                notice={notice}
                onGo={() => {
                  if (!notice.read) read.mutate([notice.notice_id]);
                  onGo();
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <footer className="px-4 py-2 border-t border-line">
        <button type="button" className="text-sm underline underline-offset-2 py-1" onClick={onSet}>
          {words.set}
        </button>
      </footer>
    </div>
  );
}

function Line({ notice, onGo }: { notice: NoticeView; onGo: () => void }): ReactNode {
  const { workspace_id, me } = usePlace();
  const { purchase_name, text, at, read } = notice;
  const to = linkTo(workspace_id, notice, me?.side === 'buyer');
  return (
    <Link {...to} onClick={onGo} className="flex gap-2.5 px-4 py-2.5 hover:bg-sunk focus-visible:bg-sunk">
      <span aria-hidden className={`mt-1.5 size-2 shrink-0 rounded-full ${read ? '' : 'bg-acc'}`} />
      <span className="min-w-0">
        {!read && <span className="sr-only">{words.is_new}: </span>}
        <span className={`block wrap-anywhere ${read ? 'text-dim' : 'text-ink'}`}>{text}</span>
        <span className="block text-2xs text-dim mt-0.5">
          <bdi>{purchase_name ?? words.of_imports}</bdi> · {formatDateTime(at)}
        </span>
      </span>
    </Link>
  );
}

/** Where what a notice tells is seen. */
function linkTo(workspace_id: string, { purchase_id, import_id }: NoticeView, is_buyer: boolean) {
  if (purchase_id !== null && is_buyer) return links.purchaseStart(workspace_id, purchase_id);
  if (purchase_id !== null) return links.purchase(workspace_id, purchase_id);
  return import_id === null ? links.imports(workspace_id) : links.import(workspace_id, import_id);
}
