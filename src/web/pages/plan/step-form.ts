import { faultOfDay, type INTERNAL_KINDS, LONGEST_DAYS, type OWNER_ROLES } from '../../../core/body/plan.ts';
import type { StepView } from './data.ts';

export type When = 'none' | 'day' | 'after';
type Side = 'buyer' | 'seller';
export type OwnerRole = (typeof OWNER_ROLES)[number];

/** Roles of either side that an owner can have while nobody is named. */
export const ROLES_OF: Record<Side, readonly OwnerRole[]> = {
  buyer: [
    ...(['champion', 'decision_maker', 'approver', 'evaluator', 'user'] as const),
    ...(['procurement', 'legal', 'security', 'finance', 'partner'] as const),
  ],
  seller: ['sales', 'solutions', 'implementation', 'support', 'legal', 'security', 'finance'],
};

/** What stands in the form of a step; texts as they are typed. */
export interface StepForm {
  name: string;
  /** `person ID`, `role SIDE ROLE`, or empty. */
  owner: string;
  when: When;
  day: string;
  after_id: string;
  after_days: string;
  duration: string;
  depends_on: readonly string[];
  job_id: string;
  internal: '' | (typeof INTERNAL_KINDS)[number];
  checklist: string;
}

/** The form as a step fills it; empty for a new one. */
export function formOf(step: StepView | null): StepForm {
  return {
    name: step?.name ?? '',
    owner: ownerValue(step?.owner ?? null),
    when: step === null ? 'none' : step.said_on !== null ? 'day' : step.after !== null ? 'after' : 'none',
    day: step?.said_on ?? '',
    after_id: step?.after?.step_id ?? '',
    after_days: String(step?.after?.days ?? 1),
    duration: String(step?.duration_days ?? 1),
    depends_on: step?.depends_on ?? [],
    job_id: step?.job_id ?? '',
    internal: step?.internal ?? '',
    checklist: step?.checklist.map(({ text }) => text).join('\n') ?? '',
  };
}

export const personValue = (person_id: string): string => `person ${person_id}`;
export const roleValue = (side: Side, role: OwnerRole): string => `role ${side} ${role}`;

function ownerValue(owner: StepView['owner']): string {
  if (owner === null) return '';
  if (owner.person_id !== null) return personValue(owner.person_id);
  return owner.side === null || owner.role === null ? '' : roleValue(owner.side, owner.role);
}

/** What is wrong with the day that was typed, as a sentence; null where nothing is. */
export const faultOfForm = ({ when, day }: StepForm): string | null => (when === 'day' ? faultOfDay(day) : null);

/** A whole number of working days; null for anything else. */
export const daysIn = (text: string): number | null =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) <= LONGEST_DAYS ? Number(text) : null;

/** The event's body that a form comes to. @param sideOf the side of a person @param newId for entries of the checklist */
export function bodyOf(
  form: StepForm,
  step: StepView | null,
  sideOf: (person_id: string) => Side,
  newId: () => string,
): object {
  const [kind = '', one = '', role = ''] = form.owner.split(' ');
  const person_id = kind === 'person' ? form.owner.slice('person '.length) : null;
  return {
    name: form.name.trim(),
    owner_id: person_id,
    owner_side: person_id !== null ? sideOf(person_id) : kind === 'role' ? one : null,
    owner_role: kind === 'role' ? role : null,
    ...whenOf(form),
    duration_days: daysIn(form.duration) ?? 1,
    depends_on: form.depends_on,
    job_id: form.job_id === '' ? null : form.job_id,
    internal: form.internal === '' ? null : form.internal,
    checklist: checklistOf(form, step, newId),
  };
}

function whenOf({ when, day, after_id, after_days }: StepForm): object {
  if (when === 'day') return { due_on: day, after_id: null };
  if (when === 'after') return { due_on: null, after_id, after_days: daysIn(after_days) ?? 0 };
  return { due_on: null, after_id: null };
}

/** Entries that read the same stay the same, and ticked. */
function checklistOf({ checklist }: StepForm, step: StepView | null, newId: () => string): object[] {
  const before = [...(step?.checklist ?? [])];
  const lines = checklist.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .slice(0, 50)
    .map((text) => {
      const at = before.findIndex((item) => item.text === text);
      const [same] = at < 0 ? [] : before.splice(at, 1);
      return { item_id: same?.item_id ?? newId(), text };
    });
}
