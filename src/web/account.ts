import { answering } from '../catalogue/answering.ts';
import { accountRefusals } from '../catalogue/entering.ts';
import { Refusal, Unreachable } from './api.ts';

/** What the account library answers where it refuses. */
interface AccountRefusal {
  code?: string;
  message?: string;
}

/**
 * Calls the account library's own addresses below /api/auth.
 * @throws {Refusal} with its sentence, {Unreachable} when the program does not answer
 */
export async function callAccount<T = unknown>(path: string, body?: object): Promise<T> {
  const init: RequestInit =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(`/api/auth/${path}`, init).catch(() => {
    throw new Unreachable(answering.no_answer);
  });
  const said = (await answer.json().catch(() => null)) as (T & AccountRefusal) | null;
  if (answer.ok) return said as T;
  const known: Readonly<Record<string, string | undefined>> = accountRefusals;
  const detail =
    known[said?.code ?? ''] ?? said?.message ?? (said as { detail?: string } | null)?.detail ?? answering.failed;
  throw new Refusal({ code: said?.code ?? 'account.refused', detail, status: answer.status });
}
