import { formatFinely, formatMoney, plain } from '../../../catalogue/format.ts';
import { restsOnWords, roleWords } from '../../../catalogue/frame.ts';
import { basisWords } from '../../../catalogue/purchase-basis.ts';
import { conflictWords as words } from '../../../catalogue/purchase-conflict.ts';
import { editWords } from '../../../catalogue/value-edit.ts';
import type { OperationName } from '../../../contract/operations.ts';
import type { useCall } from '../../workspace.ts';

export type ConflictField = keyof typeof words.fields;

/** One field of which there are two versions. */
export interface Difference {
  field: ConflictField;
  theirs: string;
  mine: string;
}

/** What two people wrote of one thing, and what to send so that one's own holds after all. */
export interface Conflict {
  differences: Difference[];
  seen: string;
}

type Call = ReturnType<typeof useCall>;
interface At {
  workspace_id: string;
  purchase_id: string;
  [id: string]: string;
}
/** A thing as it is now, by the names that writes have for its fields; null where it is not there any more. */
type Now = (Record<string, unknown> & { seen: string | null }) | null | undefined;

/** Where each thing is read that two people may write at once. */
const SOURCES: { [N in OperationName]?: (call: Call, at: At) => Promise<Now> } = {
  'problem.put': async (call, params) => {
    const { problem } = await call('purchases.get', { params });
    return problem === null ? null : { statement: problem.text, seen: problem.seen };
  },
  'requirements.put': async (call, params) =>
    (await call('tradeoffs.get', { params })).requirements.find((one) => one.requirement_id === params.requirement_id),
  'options.put': async (call, params) =>
    (await call('tradeoffs.get', { params })).options.find((one) => one.option_id === params.option_id),
  'costs.put': async (call, params) => {
    const { options } = await call('tradeoffs.get', { params });
    const cost = options.find((one) => one.option_id === params.option_id)?.cost;
    return cost == null ? null : { cost, seen: cost.seen };
  },
  'claims.put': async (call, params) =>
    (await call('claims.list', { params, query: { all: 'true' } })).claims.find(
      (one) => one.claim_id === params.claim_id,
    ),
  'wordings.put': (call, params) => jobNow(call, params),
  'rules.put': (call, params) => jobNow(call, params),
  'assumptions.put': async (call, params) =>
    (await call('value.get', { params })).assumptions.find((one) => one.assumption_id === params.assumption_id),
  'drivers.put': async (call, params) =>
    (await call('value.get', { params })).drivers.find((one) => one.driver_id === params.driver_id),
};

const jobNow = async (call: Call, params: At): Promise<Now> =>
  (await call('purchases.get', { params })).jobs.find((one) => one.job_id === params.job_id);

/**
 * What is there now beside what one wanted to write, field by field; null where that cannot be said: then the program's
 * sentence has to do.
 */
export async function conflictOf(
  call: Call,
  operation: OperationName,
  at: At,
  mine: Record<string, unknown>,
): Promise<Conflict | null> {
  const theirs = await SOURCES[operation]?.(call, at);
  if (theirs == null || theirs.seen === null) return null;
  const differences = (Object.keys(words.fields) as ConflictField[]).flatMap((field): Difference[] => {
    if (!(field in mine)) return [];
    const [one, other] = [textOf(field, theirs[field]), textOf(field, mine[field])];
    return one === other ? [] : [{ field, theirs: one, mine: other }];
  });
  return { differences, seen: theirs.seen };
}

function textOf(field: ConflictField, value: unknown): string {
  if (field === 'removed') return value === true ? words.removed : words.nothing;
  if (value === null || value === undefined || value === '') return words.nothing;
  if (Array.isArray(value))
    return value.length === 0 ? words.nothing : value.map((one) => chosen(String(one))).join(', ');
  if (typeof value === 'object') {
    const { amount_minor, currency } = value as { amount_minor?: number; currency?: string };
    return amount_minor === undefined ? JSON.stringify(value) : formatMoney(amount_minor, currency ?? '');
  }
  if (typeof value === 'number') return formatFinely(value);
  return field === 'kind' || field === 'priority' ? chosen(String(value)) : String(value);
}

/** What was chosen from a list, as the list says it. */
function chosen(one: string): string {
  const lists = [basisWords.priorities, basisWords.kinds, editWords.kinds, roleWords, restsOnWords];
  const list: Readonly<Record<string, string>> | undefined = lists.find((words) => one in words);
  return list?.[one] ?? plain(one);
}
