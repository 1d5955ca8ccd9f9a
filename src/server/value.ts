import { randomUUID } from 'node:crypto';
import { problems } from '../catalogue/problems.ts';
import { serverTexts } from '../catalogue/server-texts.ts';
import { valueCaseOf } from '../core/case-of-view.ts';
import type { Command } from '../core/decide.ts';
import type { PurchaseState } from '../core/state.ts';
import { isFault } from '../core/value/fault.ts';
import { VALUE_TEMPLATES, type ValueTemplate } from '../core/value/templates.ts';
import { type ValueChange, valueChanges } from '../ingest/value-changes.ts';
import { readValueTable } from '../ingest/value-table.ts';
import { noteAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { namesOf } from '../store/person.ts';
import { listReleases } from '../store/release.ts';
import type { Scope } from '../store/scope.ts';
import type { Call, Handlers } from './bind.ts';
import { scopeOfCaller } from './caller.ts';
import { runCommands } from './command.ts';
import { valuePage } from './present/value.ts';
import { ProblemError } from './problem.ts';
import { dateOf, readState } from './purchase.ts';
import { valueSheet } from './value/sheet.ts';

type Nouns = 'value.get' | 'value.sheet' | 'value.begin' | 'value.preview' | 'value.import';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The value case of a purchase: every figure in the caller's view only. */
export const valueHandlers = (db: Db): Pick<Handlers, Nouns> => ({
  'value.get': async (call) => {
    const date = dateOf(call.query);
    const state = await readState(db, call.caller, call.params.purchase_id, date);
    const scope = scopeOfCaller(call.caller);
    const names = await namesOf(db, scope, peopleIn(state));
    const elsewhere = await realisedElsewhere(db, scope);
    const newer = serverTexts.newer(state.unknown_kind ?? '');
    const earlier = serverTexts.earlier_date;
    const read_only = date !== null ? earlier : state.unknown_kind !== null ? newer : null;
    return valuePage(state, { as_of: date?.as_of ?? null, read_only, names, elsewhere });
  },

  'value.sheet': async (call) => {
    const { caller, params, reply } = call;
    const sheet = await valueSheet(await readState(db, call.caller, call.params.purchase_id));
    const entry = { action: 'export.made', purchase_id: params.purchase_id, actor: caller.actor };
    await noteAudit(db, params.workspace_id, [{ ...entry, zone: caller.view }]);
    return reply
      .type(XLSX)
      .header('content-disposition', 'attachment; filename="value-case.xlsx"')
      .send(Buffer.from(sheet));
  },

  'value.begin': async (call) => {
    const { template, values, zone } = call.body;
    const commands = beginning(VALUE_TEMPLATES[template], values).map((command) => ({ ...command, zone }) as Command);
    return runCommands(db, call, call.params.purchase_id, commands);
  },

  'value.preview': async (call) => {
    const { changes, unchanged } = await changesIn(db, call);
    return { rows: changes.map(({ command: _command, ...row }) => row), unchanged };
  },

  'value.import': async (call) => {
    const { changes } = await changesIn(db, call);
    const { zone } = call.body;
    const commands = changes.flatMap(({ command }) => (command === null ? [] : [{ ...command, zone } as Command]));
    if (commands.length === 0) {
      throw new ProblemError('sheet.nothing_new', problems.sheet_changes_nothing_look);
    }
    return runCommands(db, call, call.params.purchase_id, commands);
  },
});

/** The means that were released, by driver; rows that the caller may not read are not there. */
async function realisedElsewhere(db: Db, scope: Scope) {
  const released = await listReleases(db, scope, 'realised');
  return new Map(
    released.flatMap(({ figure, mean, people, week }) =>
      mean === null ? [] : [[figure, { share: mean, customers: people, week }] as const],
    ),
  );
}

/** Everyone whom the case names. */
function peopleIn({ basis }: PurchaseState): string[] {
  const people = new Set<string>();
  for (const { owner_id, proposed_by, comments } of Object.values(basis.assumptions)) {
    people.add(proposed_by.id);
    if (owner_id) people.add(owner_id);
    for (const { by } of comments) people.add(by);
  }
  return [...people];
}

/** Drivers and terms of a template, and the assumptions whose values are given; the others are said to be missing. */
function beginning({ drivers, inputs, terms }: ValueTemplate, values: Readonly<Record<string, number>>): Command[] {
  const given = inputs.filter(({ symbol }) => values[symbol] !== undefined);
  const ids = new Map(given.map(({ symbol }) => [symbol, randomUUID()]));
  const assumptions = given.map(({ symbol, name, unit }): Command => {
    const body = { assumption_id: ids.get(symbol) ?? randomUUID(), symbol, name, value: values[symbol] ?? 0, unit };
    return { kind: 'assumption.changed', body };
  });
  const discount_rate_id = ids.get('discount_rate');
  return [
    ...assumptions,
    { kind: 'case.set', body: { ...caseTerms(terms), ...(discount_rate_id !== undefined && { discount_rate_id }) } },
    ...drivers.map((driver): Command => {
      const { matters_to, ...rest } = driver;
      const body = {
        driver_id: randomUUID(),
        ...rest,
        ...(matters_to !== undefined && { matters_to: [...matters_to] }),
      };
      return { kind: 'driver.changed', body };
    }),
  ];
}

const caseTerms = ({ horizon_months, periods }: ValueTemplate['terms']) => ({
  ...(horizon_months !== undefined && { horizon_months }),
  ...(periods !== undefined && { periods }),
});

async function changesIn(
  db: Db,
  call: Call<'value.preview'> | Call<'value.import'>,
): Promise<{ changes: ValueChange[]; unchanged: number }> {
  const state = await readState(db, call.caller, call.params.purchase_id);
  const table = await readValueTable(Buffer.from(call.body.content, 'base64'));
  if (isFault(table)) throw new ProblemError(table.fault, table.message);
  const found = valueChanges(table, state, valueCaseOf(state).terms.currency, randomUUID);
  if (isFault(found)) throw new ProblemError(found.fault, found.message);
  return found;
}
