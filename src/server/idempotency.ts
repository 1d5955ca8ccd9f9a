import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { problems } from '../catalogue/problems.ts';
import { ProblemError } from './problem.ts';

/** So long an answer is kept, and so many at most; the oldest go first. */
const KEPT_MS = 24 * 3_600_000;
const MOST_KEPT = 20_000;

/** A write that was asked for with a key of the client's own. */
export interface Repeatable {
  /** Who asks: a key of somebody else is another key. */
  who: string;
  key: string;
  /** All that was asked for: the operation, its path and its body. */
  asked: string;
  /** Whether all of the answer is in what was returned; what also set a cookie cannot be given again. */
  isWhole: () => boolean;
}

interface Kept {
  asked: string;
  until_ms: number;
  answer: Promise<Buffer>;
}

/** Runs a write once for each key of each caller; asked again, the first answer is given again. */
export type Once = <T>(repeatable: Repeatable, run: () => Promise<T>) => Promise<T>;

const digest = (...parts: string[]): Buffer => createHash('sha256').update(JSON.stringify(parts)).digest();

/**
 * Remembers answers, in the memory of this process: what the ledger keeps, it keeps itself, for good. An answer may hold a
 * secret that is shown once, so it is kept enciphered with the client's own key, of which only a digest is kept.
 * Fails with `command.reused_with_other_body` where a key comes again for something else. A write that failed was not done:
 * the key may be used again.
 */
export function rememberAnswers(now_ms: () => number = Date.now): Once {
  const kept = new Map<string, Kept>();
  return async <T>({ who, key, asked, isWhole }: Repeatable, run: () => Promise<T>): Promise<T> => {
    const name = digest('name', who, key).toString('base64url');
    const cipher_key = digest('cipher', who, key);
    const before = kept.get(name);
    const wanted = digest('asked', who, key, asked).toString('base64url');
    if (before !== undefined && before.until_ms > now_ms()) {
      if (before.asked !== wanted) throw reused();
      return JSON.parse(decipher(await before.answer, cipher_key)) as T;
    }
    const running = run();
    const answer = running.then((value) => encipher(JSON.stringify(value), cipher_key));
    kept.delete(name);
    kept.set(name, { asked: wanted, until_ms: now_ms() + KEPT_MS, answer });
    const forget = () => void kept.delete(name);
    answer.then(() => isWhole() || forget(), forget);
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(oldest);
    }
    return running;
  };
}

const reused = () => new ProblemError('command.reused_with_other_body', problems.idempotency_key_was_used);

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

function encipher(text: string, key: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

function decipher(sealed: Buffer, key: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}
