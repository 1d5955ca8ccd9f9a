import type { Db } from './db.ts';
import { asApp, type Scope } from './scope.ts';

/** An answer that the supplier keeps; published, customers find it too. Days are `YYYY-MM-DD`. */
export interface LibraryAnswer {
  library_id: string;
  question: string;
  answer: string;
  source: string | null;
  owner_id: string | null;
  answered_on: string;
  reviewed_on: string | null;
  published: boolean;
}

const columns = `library_id, question, answer, source, owner_id, to_char(answered_on, 'YYYY-MM-DD') as answered_on,
  to_char(reviewed_on, 'YYYY-MM-DD') as reviewed_on, zone = 'shared' as published`;

/** The library as the caller may read it: those looked at longest ago first. */
export function listLibrary(db: Db, scope: Scope): Promise<LibraryAnswer[]> {
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<LibraryAnswer>({
      name: 'library',
      text: `select ${columns} from library_answer where workspace_id = $1
        order by coalesce(reviewed_on, answered_on), library_id`,
      values: [scope.workspace_id],
    });
    return rows;
  });
}

/** One of the library by its id; null where there is none that the caller may read. */
export function findInLibrary(db: Db, scope: Scope, library_id: string): Promise<LibraryAnswer | null> {
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<LibraryAnswer>({
      name: 'library answer',
      text: `select ${columns} from library_answer where workspace_id = $1 and library_id = $2`,
      values: [scope.workspace_id, library_id],
    });
    return rows[0] ?? null;
  });
}

/** Sets an answer of the library, wherever it stood before. */
export async function putInLibrary(db: Db, scope: Scope, answer: LibraryAnswer, now: string): Promise<void> {
  const { library_id, question, answer: words, source, owner_id, answered_on, reviewed_on, published } = answer;
  const zone = published ? 'shared' : 'seller';
  const values = [
    scope.workspace_id,
    library_id,
    zone,
    question,
    words,
    source,
    owner_id,
    answered_on,
    reviewed_on,
    now,
  ];
  await asApp(db, scope, async (client) => {
    const { rowCount } = await client.query(
      `update library_answer set zone = $3, question = $4, answer = $5, source = $6, owner_id = $7, answered_on = $8,
         reviewed_on = $9, changed_at = $10 where workspace_id = $1 and library_id = $2`,
      values,
    );
    if (rowCount !== 0) return;
    await client.query(
      `insert into library_answer (workspace_id, library_id, zone, question, answer, source, owner_id, answered_on,
         reviewed_on, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      values,
    );
  });
}
