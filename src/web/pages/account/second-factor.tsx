import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { words } from '../../../catalogue/account.ts';
import { callAccount } from '../../account.ts';
import { saveFile } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Text } from '../../ui/field.tsx';
import { say, sayError } from '../../ui/toast.tsx';

interface Made {
  totpURI: string;
  backupCodes: string[];
}

/*
 * off ─ password ─▶ scan ─ code ─▶ backup codes, once ─ kept ─▶ on ─ password ─▶ new backup codes, once, or off
 */
export function SecondFactor({ on }: { on: boolean }): ReactNode {
  const queries = useQueryClient();
  const [made, setMade] = useState<Made | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: ['session'] });
  return (
    <section className="border-t border-line pt-3 space-y-2" aria-label={words.second_factor}>
      <h2>{words.second_factor}</h2>
      {codes !== null ? (
        <BackupCodes codes={codes} kept={() => setCodes(null)} />
      ) : made !== null ? (
        <Scan
          made={made}
          stop={() => setMade(null)}
          done={() => {
            setCodes(made.backupCodes);
            setMade(null);
            say(words.turned_on);
            return refresh();
          }}
        />
      ) : (
        <Start on={on} scan={setMade} show={setCodes} turnedOff={refresh} />
      )}
    </section>
  );
}

interface StartProps {
  on: boolean;
  scan: (made: Made) => void;
  show: (codes: string[]) => void;
  turnedOff: () => Promise<void>;
}

function Start({ on, scan, show, turnedOff }: StartProps): ReactNode {
  const [password, setPassword] = useState('');
  const turn = useMutation({
    mutationFn: async (what: 'on' | 'off' | 'codes') => {
      if (what === 'on') scan(await callAccount<Made>('two-factor/enable', { password }));
      else if (what === 'codes')
        show((await callAccount<Made>('two-factor/generate-backup-codes', { password })).backupCodes);
      else await callAccount('two-factor/disable', { password }).then(turnedOff);
    },
    onError: sayError,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    turn.mutate(on ? 'codes' : 'on');
  };
  return (
    <form onSubmit={submit} className="space-y-2">
      <p className="text-sm text-dim">{on ? words.second_factor_on : words.second_factor_off}</p>
      <Text
        label={words.password}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        required
        {...(on && { hint: words.backup_new_about })}
      />
      <p className="flex flex-wrap gap-2">
        <Button type="submit" disabled={turn.isPending || password === ''}>
          {on ? words.backup_new : words.turn_on}
        </Button>
        {on && (
          <Button look="danger" disabled={turn.isPending || password === ''} onClick={() => turn.mutate('off')}>
            {words.turn_off}
          </Button>
        )}
      </p>
    </form>
  );
}

function Scan({ made, stop, done }: { made: Made; stop: () => void; done: () => Promise<void> }): ReactNode {
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () => callAccount('two-factor/verify-totp', { code: code.trim() }),
    onSuccess: done,
    onError: sayError,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <form onSubmit={submit} className="space-y-2">
      <p className="text-sm">{words.scan}</p>
      <QrCode text={made.totpURI} />
      <p className="text-xs text-dim">
        {words.by_hand} <code className="break-all text-ink">{new URL(made.totpURI).searchParams.get('secret')}</code>
      </p>
      <Text
        label={words.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.target.value)}
        required
        autoFocus
      />
      <p className="flex gap-2">
        <Button type="submit" look="primary" disabled={confirm.isPending}>
          {words.confirm}
        </Button>
        <Button look="quiet" onClick={stop}>
          {words.cancel}
        </Button>
      </p>
    </form>
  );
}

/** Drawn here, dark on light whatever the theme: cameras want it so. What draws it loads when it is needed. */
function QrCode({ text }: { text: string }): ReactNode {
  const drawn = useQuery({
    queryKey: ['qr', text],
    queryFn: async () => (await import('uqr')).encode(text, { border: 2 }),
    gcTime: 0,
  });
  if (drawn.data === undefined) return <div className="size-44" />;
  const { size, data } = drawn.data;
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={words.qr} className="size-44 rounded bg-white">
      <path d={path} fill="#000" />
    </svg>
  );
}

function BackupCodes({ codes, kept }: { codes: readonly string[]; kept: () => void }): ReactNode {
  const text = codes.join('\n');
  return (
    <>
      <h3 className="text-sm font-[560]">{words.backup}</h3>
      <p className="text-sm text-dim">{words.backup_about}</p>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-1 bg-sunk rounded p-3 font-mono text-sm tabular">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-2">
        <Button look="primary" onClick={kept}>
          {words.backup_kept}
        </Button>
        <Button onClick={() => void navigator.clipboard.writeText(text).then(() => say(words.backup_copied), sayError)}>
          {words.backup_copy}
        </Button>
        <Button onClick={() => saveFile(new Blob([`${text}\n`], { type: 'text/plain' }), 'coassent-backup-codes.txt')}>
          {words.backup_save}
        </Button>
      </p>
    </>
  );
}
