import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { words } from '../../../catalogue/account.ts';
import { ssoRefusals } from '../../../catalogue/entering.ts';
import type { SsoRefusal } from '../../../core/sso.ts';
import { callAccount } from '../../account.ts';
import { isRefusal } from '../../api.ts';
import { backTo } from '../../back.ts';
import { links } from '../../links.ts';
import { Button } from '../../ui/button.tsx';
import { Text, Tick } from '../../ui/field.tsx';
import { Again } from './again.tsx';
import { Frame } from './frame.tsx';
import { signInWithPasskey } from './passkey.ts';
import { CompanySignIn } from './sso-offers.tsx';

const said = (error: unknown): string => (error instanceof Error ? error.message : '');

/** Signs a seller in: by password and second factor, by a passkey, or by their company's provider. */
export function SignInPage(): ReactNode {
  const { back, refused } = useSearch({ from: '/sign-in' });
  const [asks_code, setAsksCode] = useState(false);
  const queries = useQueryClient();
  const done = (): void => {
    queries.clear();
    location.assign(backTo(back, location.origin));
  };
  if (asks_code) return <SecondStep done={done} />;
  return <FirstStep back={back} refused={refused} done={done} ask={() => setAsksCode(true)} />;
}

interface FirstStepProps {
  back: string | undefined;
  refused: string | undefined;
  done: () => void;
  ask: () => void;
}

function FirstStep({ back, refused, done, ask }: FirstStepProps): ReactNode {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const sign = useMutation({
    mutationFn: () => callAccount<{ twoFactorRedirect?: boolean }>('sign-in/email', { email, password }),
    onSuccess: ({ twoFactorRedirect }) => (twoFactorRedirect === true ? ask() : done()),
  });
  const passkey = useMutation({ mutationFn: signInWithPasskey, onSuccess: done });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    sign.mutate();
  };
  const unverified = isRefusal(sign.error) && sign.error.code === 'EMAIL_NOT_VERIFIED';
  const problem = sign.isError
    ? unverified
      ? words.check_mail_about(email)
      : said(sign.error)
    : passkey.isError
      ? said(passkey.error)
      : (ssoRefusals[refused as SsoRefusal] ?? null);
  return (
    <Frame title={words.sign_in} about={words.sign_in_about}>
      {problem !== null && (
        <p role="alert" className="text-sm text-bad">
          {problem}
        </p>
      )}
      {unverified && <Again send={() => callAccount('send-verification-email', { email })} />}
      <form onSubmit={submit} className="space-y-3">
        <Text
          label={words.email}
          type="email"
          autoComplete="username webauthn"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          required
          autoFocus
        />
        <CompanySignIn email={email} back={back} />
        <Text
          label={words.password}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          required
        />
        <Button type="submit" look="primary" disabled={sign.isPending} className="w-full min-h-11">
          {words.sign_in}
        </Button>
      </form>
      <Button className="w-full min-h-11" disabled={passkey.isPending} onClick={() => passkey.mutate()}>
        {words.passkey_sign_in}
      </Button>
      <p className="text-sm flex flex-wrap gap-x-4 gap-y-2">
        <Link {...links.signUp(back)} className="underline">
          {words.no_account} {words.sign_up}
        </Link>
        <Link {...links.forgot()} className="underline">
          {words.forgot}
        </Link>
      </p>
    </Frame>
  );
}

function SecondStep({ done }: { done: () => void }): ReactNode {
  const [by_backup, setByBackup] = useState(false);
  const [code, setCode] = useState('');
  const [trustDevice, setTrust] = useState(false);
  const sign = useMutation({
    mutationFn: () =>
      callAccount(`two-factor/${by_backup ? 'verify-backup-code' : 'verify-totp'}`, { code: code.trim(), trustDevice }),
    onSuccess: done,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    sign.mutate();
  };
  const turn = (): void => {
    setByBackup(!by_backup);
    setCode('');
    sign.reset();
  };
  return (
    <Frame title={words.sign_in} about={by_backup ? words.backup_code_about : words.code_about}>
      <form onSubmit={submit} className="space-y-3">
        <Text
          key={String(by_backup)}
          label={by_backup ? words.backup_code : words.code}
          inputMode={by_backup ? 'text' : 'numeric'}
          autoComplete={by_backup ? 'off' : 'one-time-code'}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          required
          autoFocus
        />
        <Tick checked={trustDevice} onChange={(event) => setTrust(event.target.checked)}>
          {words.trust}
        </Tick>
        {sign.isError && (
          <p role="alert" className="text-sm text-bad">
            {said(sign.error)}
          </p>
        )}
        <Button type="submit" look="primary" disabled={sign.isPending} className="w-full min-h-11">
          {words.go_on}
        </Button>
      </form>
      <Button look="quiet" onClick={turn}>
        {by_backup ? words.use_authenticator : words.use_backup}
      </Button>
    </Frame>
  );
}
