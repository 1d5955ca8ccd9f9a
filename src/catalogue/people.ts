import { listed } from './format.ts';
import { roleWords } from './frame.ts';
import { texts } from './texts.ts';

export const peopleWords = texts('people', 'peopleWords', {
  title: 'People and roles',
  add: 'Add a stakeholder',
  missing: (roles: (keyof typeof roleWords)[]) =>
    `Nobody holds ${listed(roles.map((role) => roleWords[role].toLowerCase()))} yet, and jobs require it.`,
  governed: 'Since the first buyer came in, only the buyer side changes people and roles. Act as a buyer to do it.',
  columns: ['Person', 'Roles', 'Came in', 'Delegate', ''],
  all: (n: number) => `Show all ${n}`,
  edit: (name: string) => `Change ${name}`,
  change: 'Change',
  not_yet: 'not yet',
  left_on: (date: string) => `left ${date}`,
  name: 'Name',
  function: 'Function',
  function_hint: 'Where in the organisation, for example Finance.',
  roles: 'Roles',
  observer_hint: 'An observer is shown but never counted.',
  add_title: 'Who belongs to the buying group?',
  add_about: 'They count as soon as they are named: jobs that were complete may need them now.',
  named: (name: string) => `${name} is named`,
  roles_changed: (name: string) => `${name} has other roles`,
  enter: 'Came in',
  entered: (name: string) => `${name} came in`,
  enter_about: 'Has taken part. From the first entry on, only the buyer side changes people, roles, jobs and rules.',
  leave: 'Has left the group',
  left_said: (name: string) => `${name} left`,
  delegate: 'May state assents for them',
  delegate_none: 'nobody',
  delegated: 'Delegate changed',
  choose_role: 'Choose at least one role, or observer.',
});
