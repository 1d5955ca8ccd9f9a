import { hash } from 'node:crypto';
import { id } from '../core/body/words.ts';

/** 132 bits of SHA-1 as 22 characters: for identity, not for secrecy. */
export function fingerprint(text: string): string {
  return hash('sha1', text, 'base64url').slice(0, 22);
}

/**
 * Makes the ids of one source's purchases and persons, so that the same source gives the same id again and another
 * source's case `1` is another purchase. Ids tell the source's own where that is a plain code; else they are hashed,
 * because texts in ids, which may be names or addresses, could not be erased.
 */
export class Naming {
  readonly #prefix: string;

  /** @param source the name of the mapping */
  constructor(source: string) {
    const plain = source
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40);
    this.#prefix = plain === source ? plain : `${plain || 'source'}-${fingerprint(source).slice(0, 8)}`;
  }

  purchase(case_id: string): string {
    return PLAIN_CODE.test(case_id)
      ? `${this.#prefix}.${case_id}`
      : `${this.#prefix}~${fingerprint(`purchase\0${case_id}`)}`;
  }

  person(person: string): string {
    return NUMBERED_CODE.test(person)
      ? `${this.#prefix}.p.${person}`
      : `${this.#prefix}~p~${fingerprint(`person\0${person}`)}`;
  }
}

/** The source's own word for who of the selling side did something, where it can be an id. */
export function staffId(person: string): string {
  return id.safeParse(person).success ? person : `staff~${fingerprint(person)}`;
}

const PLAIN_CODE = /^[A-Za-z0-9_-]{1,80}$/;
/** A code has a digit; a single word without one may be somebody's name. */
const NUMBERED_CODE = /^(?=.*\d)[A-Za-z0-9_-]{1,80}$/;
