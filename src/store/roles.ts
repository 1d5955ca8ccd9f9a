import { type ClientBase, escapeIdentifier, escapeLiteral } from 'pg';
import { errorCode, StoreFailure } from './failure.ts';

/** The roles that transactions work as. They own nothing and row-level security holds them. */
export type WorkingRole = 'coassent_app' | 'coassent_projector' | 'coassent_identity';

/** Who the application logs in as: it has no right of its own and inherits none, so work starts with `begin`. */
export const login_role = 'coassent_login';

const working_roles: readonly WorkingRole[] = ['coassent_app', 'coassent_projector', 'coassent_identity'];

/** What an administrator runs where the owner may not create roles itself. */
function administratorSql(owner: string): string {
  return [
    ...working_roles.map((role) => `create role ${role} nologin;`),
    `create role ${login_role} nologin noinherit;`,
    `grant ${working_roles.join(', ')} to ${login_role};`,
    `grant ${[...working_roles, login_role].join(', ')} to ${escapeIdentifier(owner)};`,
  ].join('\n');
}

/** Roles belong to the whole server, so other databases' starts may be at this too: then look again. */
const changed_meanwhile = new Set(['42710', '23505', 'XX000', '40001']);
const attempts = 20;

/**
 * Makes the three roles where they are missing and checks those that exist. `login_password` lets `coassent_login` log
 * in with it; without one the connecting user is made a member, so that it can become each of them.
 * Fails with `db.roles_missing` (and the SQL to run) or `db.role_unsafe`.
 */
export async function ensureRoles(client: ClientBase, login_password: string | undefined): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await makeRoles(client);
      if (login_password === undefined) await joinRoles(client);
      else await client.query(`alter role ${login_role} login password ${escapeLiteral(login_password)}`);
      return;
    } catch (error) {
      const code = errorCode(error) ?? '';
      if (code === '42501') throw await missingRoles(client, error);
      if (!changed_meanwhile.has(code) || attempt === attempts) throw error;
    }
  }
}

interface FoundRole {
  rolname: string;
  unsafe: boolean;
}

async function makeRoles(client: ClientBase): Promise<void> {
  const found = await client.query<FoundRole>(
    'select rolname, rolsuper or rolbypassrls as unsafe from pg_roles where rolname = any($1)',
    [[...working_roles, login_role]],
  );
  const unsafe = found.rows.find((role) => role.unsafe);
  if (unsafe !== undefined) {
    throw new StoreFailure(
      'db.role_unsafe',
      `The role ${unsafe.rolname} of this server bypasses row-level security, so zones would not hold. ` +
        `Run: alter role ${unsafe.rolname} nosuperuser nobypassrls;`,
    );
  }
  const has = (name: string) => found.rows.some((role) => role.rolname === name);
  for (const role of working_roles) if (!has(role)) await client.query(`create role ${role} nologin`);
  if (!has(login_role)) await client.query(`create role ${login_role} nologin noinherit`);
  for (const role of working_roles) {
    const member = await client.query(
      `select 1 from pg_auth_members where roleid = $1::regrole and member = '${login_role}'::regrole`,
      [role],
    );
    if (member.rows.length === 0) await client.query(`grant ${role} to ${login_role}`);
  }
}

/** Trying is the one question that every version answers: since 16 a member may lack the right to become the role. */
async function joinRoles(client: ClientBase): Promise<void> {
  for (const role of [...working_roles, login_role]) {
    try {
      await client.query(`begin; set local role ${role}; rollback`);
    } catch (error) {
      await client.query('rollback');
      if (errorCode(error) !== '42501') throw error;
      await client.query(`grant ${role} to current_user`);
    }
  }
}

async function missingRoles(client: ClientBase, cause: unknown): Promise<StoreFailure> {
  const asked = await client.query<{ owner: string }>('select current_user as owner');
  return new StoreFailure(
    'db.roles_missing',
    'The user of DATABASE_URL may not create the roles that keep zones apart. ' +
      `Have an administrator of the server run this once:\n${administratorSql(asked.rows[0]?.owner ?? 'coassent')}`,
    cause,
  );
}
