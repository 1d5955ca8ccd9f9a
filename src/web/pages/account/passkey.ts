import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { words } from '../../../catalogue/account.ts';
import { callAccount } from '../../account.ts';
import { isRefusal } from '../../api.ts';

/** A passkey as its person sees it. */
export interface Passkey {
  id: string;
  name?: string | null;
  createdAt: string;
}

// What talks to authenticators loads when one is used.
const library = () => import('@simplewebauthn/browser');

/** Signs in with a passkey of this browser's choosing. Fails with a sentence where it was stopped or is unknown. */
export async function signInWithPasskey(): Promise<void> {
  const optionsJSON = await callAccount<PublicKeyCredentialRequestOptionsJSON>('passkey/generate-authenticate-options');
  const { startAuthentication } = await library();
  const response = await startAuthentication({ optionsJSON }).catch(stopped);
  await callAccount('passkey/verify-authentication', { response });
}

/** Makes a passkey for who is signed in. */
export async function addPasskey(name: string): Promise<void> {
  try {
    const optionsJSON = await callAccount<PublicKeyCredentialCreationOptionsJSON>(
      `passkey/generate-register-options?${new URLSearchParams({ name })}`,
    );
    const { startRegistration } = await library();
    const response = await startRegistration({ optionsJSON }).catch(stopped);
    await callAccount('passkey/verify-registration', { response, name });
  } catch (error) {
    if (isRefusal(error) && error.code === 'SESSION_NOT_FRESH') throw new Error(words.passkey_not_fresh);
    throw error;
  }
}

function stopped(): never {
  throw new Error(words.passkey_stopped);
}
