import type { DBAdapter, Where } from '@better-auth/core/db/adapter';
import { digestOf } from '../../store/buyer.ts';

/*
 * What opens a session is kept as its digest only: who has the database, or a backup of it, has no session. The account
 * library asks for a session by its token and expects it back, so both are turned on the way to the database and back.
 * Lists give digests, so nothing may look for a token that came out of a list.
 */

const MODEL = 'session';
const FIELD = 'token';

/** The library's way to the database, with the tokens of sessions digested. */
export function digestingTokens(inner: DBAdapter): DBAdapter {
  return {
    ...inner,
    create: async (asked) => {
      if (asked.model !== MODEL) return inner.create(asked);
      return restored(await inner.create({ ...asked, data: digestedIn(asked.data) }), tokenIn(asked.data));
    },
    findOne: async (asked) => restored(await inner.findOne(digestedWhere(asked)), askedFor(asked)),
    update: async (asked) => {
      const given = asked.model === MODEL ? tokenIn(asked.update) : undefined;
      const update = given === undefined ? asked.update : digestedIn(asked.update);
      return restored(await inner.update({ ...digestedWhere(asked), update }), given ?? askedFor(asked));
    },
    consumeOne: async (asked) => restored(await inner.consumeOne(digestedWhere(asked)), askedFor(asked)),
    findMany: (asked) => inner.findMany(digestedWhere(asked)),
    count: (asked) => inner.count(digestedWhere(asked)),
    updateMany: (asked) => inner.updateMany(digestedWhere(asked)),
    delete: (asked) => inner.delete(digestedWhere(asked)),
    deleteMany: (asked) => inner.deleteMany(digestedWhere(asked)),
    transaction: (work) => inner.transaction((within) => work(digestingTokens({ ...inner, ...within } as DBAdapter))),
  };
}

const tokenIn = (row: Record<string, unknown>): string | undefined =>
  typeof row[FIELD] === 'string' ? row[FIELD] : undefined;

const digestedIn = <T extends Record<string, unknown>>(row: T): T => {
  const token = tokenIn(row);
  return token === undefined ? row : { ...row, [FIELD]: digestOf(token) };
};

interface Asked {
  model: string;
  where?: Where[] | undefined;
}

function digestedWhere<T extends Asked>(asked: T): T {
  if (asked.model !== MODEL || asked.where === undefined) return asked;
  const where = asked.where.map((one) => (one.field === FIELD ? { ...one, value: digestedValue(one.value) } : one));
  return { ...asked, where };
}

const digestedValue = (value: Where['value']): Where['value'] => {
  if (typeof value === 'string') return digestOf(value);
  return Array.isArray(value) ? (value as (string | number)[]).map((one) => digestOf(String(one))) : value;
};

/** The token that was asked for; a row that was found by it gets it back. */
const askedFor = ({ model, where }: Asked): string | undefined => {
  const value = model === MODEL ? where?.find((one) => one.field === FIELD)?.value : undefined;
  return typeof value === 'string' ? value : undefined;
};

const restored = <T>(row: T, token: string | undefined): T =>
  row === null || token === undefined ? row : { ...row, [FIELD]: token };
