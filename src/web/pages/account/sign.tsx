import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { words } from '../../../catalogue/account.ts';
import { callAccount } from '../../account.ts';
import { backTo } from '../../back.ts';
import { links } from '../../links.ts';
import { Button } from '../../ui/button.tsx';
import { Text } from '../../ui/field.tsx';
import { PasswordStrength } from '../../ui/strength.tsx';
import { Again } from './again.tsx';
import { Frame } from './frame.tsx';

const said = (error: unknown): string => (error instanceof Error ? error.message : '');

/** Makes an account; the address is confirmed by a mail. */
export function SignUpPage(): ReactNode {
  const { back } = useSearch({ strict: false }) as { back?: string };
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const sign = useMutation({ mutationFn: () => callAccount('sign-up/email', { name, email, password }) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (back !== undefined) sessionStorage.setItem('coassent.back', back);
    sign.mutate();
  };
  if (sign.isSuccess) {
    return (
      <Frame title={words.check_mail} about={words.check_mail_about(email)}>
        <Again send={() => callAccount('send-verification-email', { email })} />
        <p className="text-sm text-dim">{words.no_server}</p>
      </Frame>
    );
  }
  return (
    <Frame title={words.sign_up} about={words.sign_up_about}>
      <form onSubmit={submit} className="space-y-3">
        <Text
          label={words.name}
          autoComplete="name"
          value={name}
          onChange={(event) => setName(event.target.value)}
          required
          autoFocus
          maxLength={120}
        />
        <Text
          label={words.email}
          type="email"
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          required
        />
        <Text
          label={words.password}
          hint={words.password_hint}
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          required
          minLength={12}
        />
        <PasswordStrength password={password} own={[email, name]} />
        {sign.isError && (
          <p role="alert" className="text-sm text-bad">
            {said(sign.error)}
          </p>
        )}
        <Button type="submit" look="primary" disabled={sign.isPending} className="w-full min-h-11">
          {words.sign_up}
        </Button>
      </form>
      <p className="text-sm">
        <Link {...links.signIn(back)} className="underline">
          {words.have_account} {words.sign_in}
        </Link>
      </p>
    </Frame>
  );
}

/** Confirms an address by the mailed link, and goes on to where one wanted to go. */
export function VerifyPage(): ReactNode {
  const { token = '' } = useSearch({ strict: false }) as { token?: string };
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    callAccount(`verify-email?token=${encodeURIComponent(token)}`).then(
      () => location.assign(backTo(sessionStorage.getItem('coassent.back') ?? undefined, location.origin)),
      () => setFailed(true),
    );
  }, [token]);
  return (
    <Frame title={words.check_mail} about={failed ? words.not_verified : words.verifying}>
      {failed && (
        <Link {...links.signIn()} className="underline text-sm">
          {words.sign_in}
        </Link>
      )}
    </Frame>
  );
}

/** Asks for the mail that leads to a new password. */
export function ForgotPage(): ReactNode {
  const [email, setEmail] = useState('');
  const ask = useMutation({ mutationFn: () => callAccount('request-password-reset', { email }) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <Frame title={words.forgot_title} {...(ask.isSuccess && { about: words.link_sent })}>
      {ask.isSuccess ? (
        <Again send={() => callAccount('request-password-reset', { email })} />
      ) : (
        <form onSubmit={submit} className="space-y-3">
          <Text
            label={words.email}
            type="email"
            autoComplete="username"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            required
            autoFocus
          />
          {ask.isError && (
            <p role="alert" className="text-sm text-bad">
              {said(ask.error)}
            </p>
          )}
          <Button type="submit" look="primary" disabled={ask.isPending} className="w-full min-h-11">
            {words.send_link}
          </Button>
        </form>
      )}
    </Frame>
  );
}

/** Chooses the new password that the mailed link is for. */
export function ResetPage(): ReactNode {
  const { token = '' } = useSearch({ strict: false }) as { token?: string };
  const [password, setPassword] = useState('');
  const navigate = useNavigate();
  const reset = useMutation({
    mutationFn: () => callAccount('reset-password', { newPassword: password, token }),
    onSuccess: () => navigate(links.signIn()),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    reset.mutate();
  };
  return (
    <Frame title={words.forgot_title}>
      <form onSubmit={submit} className="space-y-3">
        <Text
          label={words.new_password}
          hint={words.password_hint}
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          required
          minLength={12}
          autoFocus
        />
        <PasswordStrength password={password} own={[]} />
        {reset.isError && (
          <p role="alert" className="text-sm text-bad">
            {said(reset.error)}
          </p>
        )}
        <Button type="submit" look="primary" disabled={reset.isPending} className="w-full min-h-11">
          {words.save_password}
        </Button>
      </form>
    </Frame>
  );
}
