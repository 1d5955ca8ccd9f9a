import type { Db } from './db.ts';
import { asApp, type Scope } from './scope.ts';

/** What someone said without their name, by the ids of questions and answers; only they are told. */
export interface Owned {
  questions: Set<string>;
  answers: Set<string>;
}

/** What the caller said in a purchase without their name. */
export function listOwned(db: Db, scope: Scope, purchase_id: string): Promise<Owned> {
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<{ question_id: string; answer_id: string | null }>({
      name: 'owned questions',
      text: `select body ->> 'question_id' as question_id, body ->> 'answer_id' as answer_id from event
        where workspace_id = $1 and stream_kind = 'purchase' and stream_id = $2 and kind = 'question.owned'
          and actor ->> 'id' = $3`,
      values: [scope.workspace_id, purchase_id, scope.person_id],
    });
    const questions = rows.filter(({ answer_id }) => answer_id === null).map(({ question_id }) => question_id);
    const answers = rows.flatMap(({ answer_id }) => answer_id ?? []);
    return { questions: new Set(questions), answers: new Set(answers) };
  });
}
