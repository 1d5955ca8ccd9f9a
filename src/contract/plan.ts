import { z } from 'zod';
import { INTERNAL_KINDS, OWNER_ROLES, plan_day, STEP_STATES } from '../core/body/plan.ts';
import { EVENT_KINDS } from '../core/event.ts';
import { INTERNAL_PARTS } from '../core/plan/begin.ts';
import { PLAN_TEMPLATE_NAMES } from '../core/plan/templates.ts';
import { written } from './command.ts';
import { operation } from './operation.ts';
import { at_date, id, in_purchase, in_workspace, instant, side, view, zone } from './terms.ts';

const PURCHASE = '/workspaces/:workspace_id/purchases/:purchase_id';
const day = z.string();

const owner = z.strictObject({
  person_id: id.nullable(),
  name: z.string().nullable().describe('Of a person who is known here.'),
  side: side.nullable(),
  role: z.enum(OWNER_ROLES).nullable(),
});

export const step_view = z.strictObject({
  step_id: id,
  name: z.string(),
  owner: owner.nullable(),
  mine: z.boolean().describe('Of the one who asks, by name or by role.'),
  state: z.enum(STEP_STATES),
  said_on: day.nullable().describe('The day of its own, as it was said.'),
  after: z.strictObject({ step_id: id, days: z.int() }).nullable().describe('From which step its day counts.'),
  due_on: day.nullable().describe('As planned: said, or counted from others.'),
  starts_on: day,
  likely_on: day.describe('When it is likely done, or was done.'),
  latest_on: day.nullable(),
  slack_days: z.int().nullable().describe('Working days; less than 0 where the end no longer holds.'),
  critical: z.boolean(),
  late_days: z.int(),
  slipped: z.boolean().describe('It is late by itself, and not by another step.'),
  why: z.string().nullable().describe('Why it is late, as a sentence.'),
  started_on: day.nullable(),
  done_on: day.nullable(),
  reopens: z.int(),
  duration_days: z.int(),
  depends_on: z.array(id),
  waits_for: z.array(id).describe('Of those, the ones that are not done.'),
  job_id: id.nullable(),
  internal: z.enum(INTERNAL_KINDS).nullable(),
  checklist: z.array(z.strictObject({ item_id: id, text: z.string(), ticked: z.boolean() })),
  comments: z.array(
    z.strictObject({
      event_id: id,
      at: instant,
      by: z.string(),
      side: z.enum(['buyer', 'seller', 'none']),
      comment: z.string(),
      zone,
    }),
  ),
  zone,
  side,
  locked: z.string().nullable().describe('Why the one who asks cannot change it, or null.'),
  seen: id,
});

const reads = {
  'plans.get': operation({
    method: 'GET',
    path: `${PURCHASE}/plan`,
    noun: 'plan',
    summary: 'The mutual action plan: its steps with likely days, slack and the critical path, and what moved why.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    query: at_date,
    output: z.strictObject({
      purchase_id: id,
      view,
      today: day.describe('In the time zone of the plan.'),
      terms: z.strictObject({
        target_on: day.nullable(),
        time_zone: z.string(),
        weekend: z.array(z.int()),
        holidays: z.array(day),
        seen: id.nullable(),
      }),
      steps: z.array(step_view).describe('By the day on which they are likely done.'),
      slips: z.array(z.strictObject({ step_id: id, moved: z.array(id), text: z.string() })),
      likely_on: day.nullable().describe('When all is likely done.'),
      target_late_days: z.int().nullable().describe('Working days after the target; less than 0 before it.'),
      reminders: z
        .array(z.strictObject({ step_id: id, name: z.string(), due_on: day, in_days: z.int(), text: z.string() }))
        .describe('Steps of the one who asks that are due soon or overdue, and that they can go on with.'),
      could_add: z
        .array(z.enum(PLAN_TEMPLATE_NAMES))
        .describe('Templates this plan was made from whose internal steps a buyer could add.'),
    }),
  }),
  'plan_learnings.get': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/plan-learnings',
    noun: 'plan',
    summary: 'How long steps really took, over the finished plans of the workspace that you may read.',
    permission: 'seller',
    zone: 'seller',
    params: in_workspace,
    output: z.strictObject({
      plans: z.int().describe('Finished plans that were looked at.'),
      fewest: z.int().describe('Of fewer cases a template takes over nothing.'),
      steps: z.array(
        z.strictObject({
          from_template: z.string(),
          n: z.int(),
          median_days: z.int(),
          least_days: z.int(),
          most_days: z.int(),
        }),
      ),
    }),
  }),
};

const feeds = {
  'calendar_feeds.list': operation({
    method: 'GET',
    path: `${PURCHASE}/calendar-feeds`,
    noun: 'calendar feed',
    summary: 'Your calendar feeds of this plan.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    output: z.strictObject({
      feeds: z.array(z.strictObject({ feed_id: id, made_at: instant, last_read_at: instant.nullable() })),
    }),
  }),
  'calendar_feeds.create': operation({
    method: 'POST',
    path: `${PURCHASE}/calendar-feeds`,
    noun: 'calendar feed',
    summary: 'Makes an address from which a calendar reads the plan as you may know it. It is shown once.',
    permission: 'member',
    zone: 'view',
    // An address outlives the key that would make it.
    key: 'none',
    params: in_purchase,
    output: z.strictObject({ feed_id: id, address: z.string() }),
  }),
  'calendar_feeds.delete': operation({
    method: 'DELETE',
    path: `${PURCHASE}/calendar-feeds/:feed_id`,
    noun: 'calendar feed',
    summary: 'Ends one of your calendar feeds.',
    permission: 'member',
    zone: 'view',
    lasting: true,
    params: z.strictObject({ ...in_purchase.shape, feed_id: id }),
    output: z.strictObject({ ended: z.literal(true) }),
  }),
  'calendars.get': operation({
    method: 'GET',
    path: '/workspaces/:workspace_id/calendars/:token',
    noun: 'calendar feed',
    summary: 'A plan as iCalendar (RFC 5545), as far as the person of the address may read it now.',
    permission: 'anyone',
    zone: 'view',
    media: 'download',
    params: z.strictObject({ ...in_workspace.shape, token: z.string().max(200) }),
    output: z.unknown(),
  }),
};

export const planOperations = {
  ...reads,
  ...feeds,
  'plans.begin': operation({
    method: 'POST',
    path: `${PURCHASE}/plan/beginnings`,
    noun: 'plan',
    summary: 'Makes the steps of a template, with roles in place of names.',
    permission: 'member',
    zone: 'view',
    params: in_purchase,
    body: z.strictObject({
      template: z.enum(PLAN_TEMPLATE_NAMES),
      starts_on: plan_day.optional().describe('The first day; today at first.'),
      internal: z
        .enum(INTERNAL_PARTS)
        .optional()
        .describe("What becomes of the buyers' internal steps; of a seller's plan they are left out. At first `own`."),
      time_zone: EVENT_KINDS['plan.set'].body.shape.time_zone.describe('Of the plan, where none was said yet.'),
      learned: z.boolean().optional().describe('For sellers: takes durations over from finished plans.'),
    }),
    output: written,
  }),
};
