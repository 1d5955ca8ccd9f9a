import { texts } from './texts.ts';

export const stripWords = texts('strip', 'stripWords', {
  label: (jobs: number) => `When each of the ${jobs} jobs was complete or indicated; the same as a table below.`,
  held: 'Held: all jobs complete at once',
  held_mark: 'held',
  complete: 'complete',
  indicated: 'indicated, nobody said so',
  reopened: (job: string) => `${job} reopened`,
  reopened_by: (job: string, cause: string, date: string) => `${job} reopened: ${cause}, ${date}`,
  cause: (text: string) => `reopened: ${text}`,
  began: 'began',
  ended: 'ended',
  now: 'now',
  left_out: (span: string) => `${span} without anything`,
  by_composition: 'Came from a departure or a changed rule, not from an assent.',
  playhead: 'As of',
  playhead_at: (day: string) => `as of ${day}`,
  playhead_now: 'now',
  playhead_help: 'Drag, or use the arrow keys, to see the purchase as of an earlier date.',
});
