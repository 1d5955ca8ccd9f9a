import fc from 'fast-check';
import type { Role } from '../../src/core/body/words.ts';
import { EVENT_KINDS, isEventKind } from '../../src/core/event.ts';
import type { Zone } from '../../src/core/zone.ts';
import * as story from './story.ts';
import { job, opened, PURCHASE, type Told, told } from './story.ts';

/*
 * Random lives of a purchase, in a world small enough that people meet: three buyers, two sellers, two jobs to decide
 * and one for after. Weights make many of them reach complete jobs, *held* and reopenings; the properties check that
 * they do.
 */

const person = fc.constantFrom('ann', 'ben', 'cem');
const job_id = fc.constantFrom('fit', 'fit', 'price', 'adopt');
const role = fc.constantFrom<Role[]>('champion', 'champion', 'decision_maker', 'decision_maker', 'user', 'observer');
const roles = fc.uniqueArray(role, { maxLength: 2 });
const quorum = fc.constantFrom('2/3', '1/2', '1/1', '1/3');
const maybe = (body: Record<string, fc.Arbitrary<unknown>>) => fc.record(body, { requiredKeys: [] });

const jobs = fc
  .record({
    required: fc.constantFrom<string[]>([], [], ['champion'], ['decision_maker']),
    quorum,
    count: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ required, quorum: q, count }) => [
    ...['fit', 'price'].slice(0, count).map((one, index) =>
      job(one, {
        quorum: q,
        required_roles: index === 0 ? required : [],
        rests_on: index === 0 ? ['requirements', 'net_value', 'decision_makers'] : ['chosen_option', 'claims_used'],
      }),
    ),
    job('adopt', { phase: 'after' }),
  ]);

const stance = fc
  .tuple(
    fc.constantFrom(...Array(9).fill('given'), 'reaffirmed', 'working', 'withheld', 'withdrawn', 'aside'),
    person,
    job_id,
    fc.constantFrom(...Array(12).fill(undefined), false),
  )
  .map(([kind, person_id, of_job, verified]) => ({
    kind: `assent.${kind}`,
    body: { person_id, job_id: of_job, ...(verified === undefined ? {} : { verified }) },
  }));

const group: fc.Arbitrary<Told> = fc.oneof(
  fc.tuple(person, roles).map(([who, held]) => told('stakeholder.named', { person_id: who, roles: held })),
  person.map(story.entered),
  person.map(story.left),
  person.map(story.left),
  fc.tuple(person, roles).map(([who, held]) => told('stakeholder.roles_changed', { person_id: who, roles: held })),
  fc.tuple(person, fc.option(person)).map(([who, by]) => story.delegate(who, by)),
  fc
    .tuple(job_id, maybe({ quorum, required_roles: roles }))
    .map(([id, rule]) => told('job.rule_changed', { job_id: id, ...rule })),
  job_id.map((id) => told('job.added', job(id))),
  job_id.map((id) => told('job.removed', { job_id: id })),
  fc
    .tuple(job_id, fc.constantFrom('It is done.', 'All is done.'), fc.boolean())
    .map(([id, sentence, wording_only]) => told('job.reworded', { job_id: id, sentence, wording_only })),
);

const basis: fc.Arbitrary<Told> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('r1', 'r2'),
      fc.constantFrom('fast', 'safe'),
      maybe({ removed: fc.boolean(), wording_only: fc.boolean() }),
    )
    .map(([id, text, more]) => story.requirement(id, text, more)),
  fc
    .tuple(fc.constantFrom('o1', 'o2'), maybe({ chosen: fc.boolean(), removed: fc.boolean() }))
    .map(([id, more]) => story.option(id, id, more)),
  fc.constantFrom(90, 100, 109, 120, -100).map((amount) => story.netValue(amount)),
  fc
    .tuple(fc.constantFrom('c1', 'c1', 'c2'), fc.constantFrom(4, 8), fc.boolean())
    .map(([id, value, retracted]) => story.claim(id, value, { used_for: ['price'], ...(retracted && { retracted }) })),
  fc
    .constantFrom('c1', 'c2')
    .map((holds) => told('contradiction.resolved', { contradiction_id: 'x2', claim_ids: ['c1', 'c2'], holds })),
  fc.constant(story.contradiction('x1', 'c1')),
  fc.constant(told('contradiction.resolved', { contradiction_id: 'x1' })),
  job_id.map((id) => told('assent.shaken', { job_id: id, reason: 'merger' })),
);

const passing: fc.Arbitrary<Told> = fc.oneof(
  fc
    .tuple(job_id, fc.constantFrom('started', 'completed', 'reopened'), fc.option(person, { nil: undefined }))
    .map(([id, signal, who]) =>
      told('evidence.recorded', { job_id: id, signal, ...(who === undefined ? {} : { person_id: who }) }),
    ),
  fc.constant(told('touch.recorded', { channel: 'email' })),
  fc.constantFrom('bought', 'lost').map((outcome) => told('purchase.outcome_reached', { outcome })),
  fc.constant(told('purchase.revived', {})),
);

/** Someone agrees to both jobs to decide. */
const round = person.map((who) => [story.agrees(who, 'fit'), story.agrees(who, 'price')]);

/** Someone agrees to both, and someone else, who may be the last one missing, leaves. */
const departure = fc.tuple(round, person).map(([lines, who]) => [...lines, story.left(who)]);

/** One thing that happens, by whom it fits. */
export const happening: fc.Arbitrary<Told> = fc.oneof(
  { weight: 14, arbitrary: stance },
  { weight: 4, arbitrary: group },
  { weight: 4, arbitrary: basis },
  { weight: 2, arbitrary: passing },
);

export const actors = fc.constantFrom(
  ...['ann', 'ben', 'cem'].map((id) => ({ kind: 'person' as const, id, side: 'buyer' as const })),
  { kind: 'person' as const, id: 'sam', side: 'seller' as const },
  { kind: 'person' as const, id: 'ann', side: 'seller' as const },
  { kind: 'agent' as const, id: 'ann', side: 'buyer' as const },
  { kind: 'operator' as const, id: 'op', side: 'none' as const },
);

const circumstances = fc.record({
  zone: fc.constantFrom<(Zone | undefined)[]>(...Array(8).fill(undefined), 'buyer', 'seller'),
  actor: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: actors }),
  import_id: fc.constantFrom<(string | undefined)[]>(...Array(14).fill(undefined), 'i1'),
  step: fc.constantFrom(0, 1, 1, 2),
  late: fc.constantFrom(...Array(9).fill(0), 3),
});

/** How much of a life is drawn. */
interface Span {
  /** Several things can happen at the same instant. */
  together?: boolean;
  /** Things can be known later than they happen. */
  late?: boolean;
  /** Imports are undone and restored, events corrected. */
  revised?: boolean;
}

/** The whole life of a purchase, as lines of a file in the order in which they were written. */
export function lives(span: Span = {}): fc.Arbitrary<Told[]> {
  const start = fc.tuple(jobs, fc.array(fc.tuple(person, roles), { minLength: 1, maxLength: 3 }));
  const revision = fc.oneof(
    fc.constantFrom('import.retracted', 'import.restored').map((kind) => ({ kind, body: { import_id: 'i1' } })),
    fc.integer({ min: 3, max: 20 }).map((n) => told('event.corrected', { event_id: `e${n}`, body: null })),
  );
  const one = fc.oneof(
    { weight: 20, arbitrary: happening.map((line) => [line]) },
    { weight: 6, arbitrary: round },
    { weight: 2, arbitrary: departure },
    { weight: span.revised === true ? 1 : 0, arbitrary: revision.map((line) => [line]) },
  );
  const steps = fc.array(fc.tuple(one, circumstances), { minLength: 10, maxLength: 30, size: 'max' });
  return fc.tuple(start, steps).map(([[first_jobs, people], rest]) => {
    const lines: Told[] = [];
    let day = 0;
    const add = (line: Told, step: number, late: number): void => {
      day += step;
      lines.push(dated(line, lines.length, day, late));
    };
    add(opened(...first_jobs), 1, 0);
    for (const [who, held] of people) add(story.named(who, ...held), 1, 0);
    for (const [several, { step, late, ...circumstance }] of rest) {
      for (const line of several) {
        add(
          within(line, circumstance),
          span.together === true ? step : Math.max(1, step),
          span.late === true ? late : 0,
        );
      }
    }
    return lines;
  });
}

/** The line, in the circumstances that its kind allows. */
function within(
  line: Told,
  { zone, actor, import_id }: { zone: Zone | undefined; actor: unknown; import_id: string | undefined },
): Told {
  const fits = isEventKind(line.kind) && (EVENT_KINDS[line.kind].zones as readonly (Zone | undefined)[]).includes(zone);
  return {
    ...line,
    ...(fits ? { zone } : {}),
    ...(actor === undefined ? {} : { actor }),
    ...(import_id === undefined ? {} : { import_id }),
  };
}

const dated = (line: Told, index: number, day: number, late: number): Told => ({
  id: `e${index}`,
  purchase_id: PURCHASE,
  occurred_at: story.day(day),
  known_at: story.day(day + late),
  ...line,
});
