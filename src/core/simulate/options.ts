import { askEveryone } from './assenting.ts';
import { act, type Course, champion } from './course.ts';

/** The options to begin with: this supplier, another way, and doing nothing. */
export function offerOptions(course: Course): void {
  const { options } = course.plan.texts;
  const nothing = options.findIndex(([, kind]) => kind === 'do_nothing');
  for (const place of [0, 1, nothing]) offer(course, place);
  askEveryone(course);
}

/** Someone brings an option that was not on the table. */
export function considerOption(course: Course): void {
  const known = new Set(course.options.map(({ at }) => at));
  const fresh = course.plan.texts.options.map((_, place) => place).filter((place) => !known.has(place));
  if (fresh.length === 0) return;
  offer(course, course.random.pick(fresh));
  askEveryone(course);
}

function offer(course: Course, at: number, chosen?: boolean): void {
  const option = course.plan.texts.options[at];
  if (option === undefined) return;
  const [name, kind] = option;
  const known = course.options.find((other) => other.at === at);
  const option_id = known?.option_id ?? `option-${course.random.word().toString(36)}`;
  if (known === undefined) course.options.push({ option_id, name, at });
  const choice = chosen === undefined ? {} : { chosen };
  act(course, champion(course), { kind: 'option.changed', body: { option_id, name, kind, ...choice } });
}

/** The group chooses what it will decide on: where the purchase is going to be lost, another way. */
export function chooseOption(course: Course): void {
  const { plan, random } = course;
  const others = course.options.filter(({ at }) => at > 0);
  const other = plan.outcome === 'lost' ? random.pick(others) : undefined;
  offer(course, other?.at ?? 0, true);
  askEveryone(course);
}

/** The kind of option that was chosen; doing nothing where none was. */
export function chosenKind(course: Course): string {
  const { options, chosen_option_id } = course.state.basis;
  return (chosen_option_id === null ? undefined : options[chosen_option_id]?.kind) ?? 'do_nothing';
}
