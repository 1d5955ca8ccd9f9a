import { problems } from '../catalogue/problems.ts';
import type { Command } from '../core/decide.ts';
import { beginPlan } from '../core/plan/begin.ts';
import { dayIn } from '../core/plan/calendar.ts';
import { FEWEST_CASES, learnedFrom } from '../core/plan/learned.ts';
import type { PurchaseState } from '../core/state.ts';
import { endFeed, type FeedOf, feedOfToken, listFeeds, makeFeed } from '../store/calendar-feed.ts';
import type { Db } from '../store/db.ts';
import { localeOf } from '../store/notice.ts';
import { namesOf } from '../store/person.ts';
import { plansUnderWay } from '../store/plan.ts';
import type { AppOptions } from './app-options.ts';
import type { Call, Handlers } from './bind.ts';
import { type Caller, scopeOfCaller } from './caller.ts';
import { idempotencyKey, runCommands } from './command.ts';
import { callerInPerson } from './door.ts';
import { speaking } from './language.ts';
import { calendarOfPlan } from './plan/ics.ts';
import { type PlanPage, planPage } from './present/plan.ts';
import { notFound, ProblemError } from './problem.ts';
import { dateOf, readState } from './purchase.ts';

type Nouns = Extract<keyof Handlers, `plan${string}` | `calendar${string}`>;
type Asked = Exclude<Nouns, 'plan_terms.put'>;

/** The plan of a purchase, what is learned from finished ones, and the addresses from which calendars read it. */
export const planHandlers = (options: AppOptions): Pick<Handlers, Asked> => ({
  'plans.get': async ({ params, query, caller }) => {
    const date = dateOf(query);
    const state = await readState(options.db, caller, params.purchase_id, date);
    return pageOf(options.db, caller, state, date?.as_of ?? new Date().toISOString());
  },

  'plans.begin': (call) => begin(options.db, call),

  'plan_learnings.get': async ({ caller }) => {
    const learned = learnedFrom(await plansUnderWay(options.db, scopeOfCaller(caller)));
    return { plans: learned.plans, fewest: FEWEST_CASES, steps: learned.steps };
  },

  'calendar_feeds.list': async ({ params, caller }) => ({
    feeds: await listFeeds(options.db, params.workspace_id, feedOf(caller, params.purchase_id)),
  }),

  'calendar_feeds.create': async ({ params, caller }) => {
    await readState(options.db, caller, params.purchase_id);
    const { workspace_id, purchase_id } = params;
    const { feed_id, token } = await makeFeed(options.db, workspace_id, feedOf(caller, purchase_id));
    const path = `/api/v1/workspaces/${encodeURIComponent(workspace_id)}/calendars/${token}`;
    return { feed_id, address: options.setting.public_url + path };
  },

  'calendar_feeds.delete': async ({ params, caller }) => {
    const { workspace_id, purchase_id, feed_id } = params;
    const ended = await endFeed(options.db, workspace_id, { ...feedOf(caller, purchase_id), feed_id });
    if (!ended) throw notFound();
    return { ended: true as const };
  },

  'calendars.get': (call) => sendCalendar(options, call),
});

/** The plan as a caller may know it at an instant. */
async function pageOf(db: Db, caller: Caller, state: PurchaseState, now: string): Promise<PlanPage> {
  const steps = Object.values(state.plan.steps);
  const people = steps.flatMap(({ owner_id, comments }) => [owner_id ?? [], comments.map(({ by }) => by)].flat());
  const side = caller.side === 'buyer' ? 'buyer' : 'seller';
  const { person_id } = caller;
  const roles = person_id === null ? [] : (state.stakeholders[person_id]?.roles ?? []);
  return planPage(state, {
    today: dayIn(now, state.plan.terms.time_zone),
    who: person_id === null ? null : { person_id, side, roles },
    side,
    adds_internal: side === 'buyer' && caller.zones.includes('buyer'),
    names: await namesOf(db, scopeOfCaller(caller), [...new Set(people)]),
  });
}

async function begin(db: Db, call: Call<'plans.begin'>) {
  const { params, body, caller } = call;
  const { template, internal = 'own' } = body;
  const side = caller.side === 'buyer' ? 'buyer' : 'seller';
  if (side === 'buyer' && body.learned === true) {
    throw new ProblemError('plan.sellers_learn', problems.only_supplier_learns_from);
  }
  const state = await readState(db, caller, params.purchase_id);
  const learned = body.learned === true ? learnedFrom(await plansUnderWay(db, scopeOfCaller(caller))).steps : [];
  const enough = learned.filter(({ n }) => n >= FEWEST_CASES);
  const key = idempotencyKey(call.request.headers['idempotency-key']);
  const commands = beginPlan(state, {
    ...{ template, side, internal },
    starts_on: body.starts_on ?? dayIn(new Date().toISOString(), state.plan.terms.time_zone),
    durations: Object.fromEntries(enough.map(({ from_template, median_days }) => [from_template, median_days])),
    // Made from the request's own id, so that a request sent again is the same request.
    idOf: (n) => `${key}-${n}`,
  });
  if (commands.length === 0) {
    throw new ProblemError('plan.there_already', problems.all_steps_template_in);
  }
  const set: Command[] =
    body.time_zone === undefined || state.plan.terms.event_id !== null
      ? []
      : [{ kind: 'plan.set', body: { time_zone: body.time_zone } }];
  const as_one = { ...call, request: { headers: { 'idempotency-key': key } } };
  return runCommands(db, as_one, params.purchase_id, [...set, ...commands]);
}

function feedOf({ person_id, side }: Caller, purchase_id: string): FeedOf {
  if (person_id !== null && side !== 'none') return { person_id, side, purchase_id };
  throw new ProblemError('feed.of_nobody', problems.calendar_feed_tells_what);
}

/** Unknown, ended, of somebody who is gone or of a purchase that is no longer theirs: all answered the same. */
async function sendCalendar(options: AppOptions, { params, reply }: Call<'calendars.get'>) {
  const { workspace_id } = params;
  const feed = await feedOfToken(options.db, workspace_id, params.token.replace(/\.ics$/, ''));
  const caller = feed === null ? null : await callerInPerson(options, workspace_id, feed);
  if (feed === null || caller === null) throw notFound();
  const state = await readState(options.db, caller, feed.purchase_id);
  // A calendar program does not say what its person reads; they said it when they were here.
  const locale = await localeOf(options.db, workspace_id, feed.person_id);
  const text = await speaking(locale, async () => {
    const page = await pageOf(options.db, caller, state, new Date().toISOString());
    const at = [workspace_id, 'purchases', feed.purchase_id].map(encodeURIComponent).join('/');
    return calendarOfPlan(page, {
      name: state.name ?? 'Plan',
      stamp: new Date(state.last_at ?? state.opened_at ?? 0),
      url: `${options.setting.public_url}/w/${at}/plan`,
    });
  });
  return reply
    .type('text/calendar; charset=utf-8')
    .header('content-disposition', 'attachment; filename="plan.ics"')
    .send(text);
}
