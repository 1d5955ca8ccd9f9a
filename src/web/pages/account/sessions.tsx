import type { ReactNode } from 'react';
import { words } from '../../../catalogue/account.ts';
import { formatDate } from '../../../catalogue/format.ts';
import { Button } from '../../ui/button.tsx';
import { deviceOf } from './device.ts';

interface Session {
  session_id: string;
  agent: string | null;
  created_at: string;
  current: boolean;
}

/** Where one is signed in, and ending it there. */
export function SessionList({
  sessions,
  end,
}: {
  sessions: readonly Session[];
  end: (session_id: string) => void;
}): ReactNode {
  return (
    <section className="border-t border-line pt-3" aria-label={words.sessions}>
      <h2>{words.sessions}</h2>
      <ul>
        {sessions.map((one) => (
          <li key={one.session_id} className="flex items-center gap-3 py-1.5 text-sm">
            <span className="grow wrap-anywhere" title={one.agent ?? undefined}>
              {deviceOf(one.agent) ?? words.unknown_device}{' '}
              <span className="text-xs text-dim">{words.session_since(formatDate(one.created_at))}</span>
            </span>
            {one.current ? (
              <span className="text-xs text-dim">{words.this_session}</span>
            ) : (
              <Button small onClick={() => end(one.session_id)}>
                {words.end_session}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
