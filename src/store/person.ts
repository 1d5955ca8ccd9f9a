import type { ClientBase } from 'pg';
import type { Side } from '../core/body/words.ts';
import { isKnown } from '../core/event.ts';
import { VIEWS, type View } from '../core/zone.ts';
import type { Db } from './db.ts';
import type { AnyEvent } from './event.ts';
import { asApp, asProjector, type Scope, viewsOfZone } from './scope.ts';
import { insertRows, type Table, type TextRow } from './table.ts';

/** Someone who can act in a workspace. */
export interface Person {
  person_id: string;
  side: Side;
  name: string | null;
  function: string | null;
  /** For a buyer: the purchase they were named in last. */
  purchase_id: string | null;
}

const personTable: Table = {
  name: 'person',
  columns: [
    ['workspace_id', 'text'],
    ['view', 'text'],
    ['person_id', 'text'],
    ['side', 'text'],
    ['name', 'text'],
    ['function', 'text'],
    ['purchase_id', 'text'],
  ],
};

/** What is known already stays where the new row does not say more; nobody changes sides. */
const learn = `(workspace_id, view, person_id) do update
  set name = coalesce(excluded.name, person.name), function = coalesce(excluded.function, person.function),
  purchase_id = coalesce(excluded.purchase_id, person.purchase_id)`;

/** Adds people whom both sides may know, or completes what is known of them. */
export async function putPeople(db: Db, workspace_id: string, people: readonly Person[]): Promise<void> {
  const rows = people.flatMap((person) => VIEWS.map((view) => personRow(workspace_id, view, person)));
  await asProjector(db, workspace_id, (client) => insertRows(client, personTable, unique(rows), learn));
}

const personRow = (workspace_id: string, view: View, person: Person): TextRow => [
  workspace_id,
  view,
  person.person_id,
  person.side,
  person.name,
  person.function,
  person.purchase_id,
];

/** One statement may not write a row twice: the last one counts. */
function unique(rows: readonly TextRow[]): TextRow[] {
  return [...new Map(rows.map((row) => [`${row[1]} ${row[2]}`, row])).values()];
}

/** The stakeholders whom events name, in the views that may read so, as rows for `writePeople`. */
export function peopleNamed(workspace_id: string, events: readonly AnyEvent[]): TextRow[] {
  const rows: TextRow[] = [];
  for (const event of events) {
    if (!isKnown(event) || (event.kind !== 'stakeholder.named' && event.kind !== 'stakeholder.entered')) continue;
    const { person_id, name } = event.body;
    const func = event.kind === 'stakeholder.named' ? (event.body.function ?? null) : null;
    const purchase_id = event.stream_id;
    const person: Person = { person_id, side: 'buyer', name: name ?? null, function: func, purchase_id };
    for (const view of viewsOfZone(event.zone)) {
      rows.push(personRow(workspace_id, view, person));
    }
  }
  return rows;
}

/** Writes what `peopleNamed` found; as the projector. */
export async function writePeople(client: ClientBase, rows: readonly TextRow[]): Promise<void> {
  if (rows.length > 0) await insertRows(client, personTable, unique(rows), learn);
}

/** The sides of people of whom a decision has to know it; as the projector. */
export async function sidesOf(
  client: ClientBase,
  workspace_id: string,
  person_ids: readonly string[],
): Promise<Map<string, Side>> {
  if (person_ids.length === 0) return new Map();
  const { rows } = await client.query<{ person_id: string; side: Side }>({
    name: 'sides',
    text: 'select person_id, side from person where workspace_id = $1 and person_id = any($2)',
    values: [workspace_id, person_ids],
  });
  return new Map(rows.map(({ person_id, side }) => [person_id, side]));
}

/** Someone by id, whichever side knows them; null where nobody does. */
export function findPerson(db: Db, workspace_id: string, person_id: string): Promise<Person | null> {
  return asProjector(db, workspace_id, async (client) => {
    const { rows } = await client.query<Person>({
      name: 'person',
      text: 'select person_id, side, name, function, purchase_id from person where workspace_id = $1 and person_id = $2 limit 1',
      values: [workspace_id, person_id],
    });
    return rows[0] ?? null;
  });
}

/** The names of people as the caller's view knows them; who has none is left out. */
export function namesOf(db: Db, scope: Scope, person_ids: readonly string[]): Promise<Map<string, string>> {
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<{ person_id: string; name: string }>({
      name: 'names',
      text: `select person_id, name from person
        where workspace_id = $1 and view = $2 and person_id = any($3) and name is not null`,
      values: [scope.workspace_id, scope.view, person_ids],
    });
    return new Map(rows.map(({ person_id, name }) => [person_id, name]));
  });
}

/** The people whom a view knows, sellers first, then by name. */
export function listPeople(db: Db, scope: Scope): Promise<Person[]> {
  return asApp(db, scope, async (client) => {
    const { rows } = await client.query<Person>(
      `select person_id, side, name, function, purchase_id from person where workspace_id = $1 and view = $2
       order by side desc, name, person_id`,
      [scope.workspace_id, scope.view],
    );
    return rows;
  });
}
