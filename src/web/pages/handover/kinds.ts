import { PLAN_TEMPLATES, type PlanTemplateName } from '../../../core/plan/templates.ts';
import { REQUIREMENT_TEMPLATES } from '../../../core/tradeoff/templates.ts';

/** The plan that fits a list of requirements, and words by which a purchase of that kind is told. */
const KINDS: Readonly<Record<string, { plan: PlanTemplateName; told: RegExp }>> = {
  'people-and-payroll': { plan: 'software', told: /payroll|payslip|salar|\bhr\b|people|training|learning/i },
  'security-service': { plan: 'services', told: /security|monitoring|detection|firewall|soc\b/i },
  machinery: {
    plan: 'equipment',
    told: /machine|robot|lathe|press|scanner|pump|battery|charg|heat|van\b|fleet|line \d/i,
  },
  logistics: { plan: 'services', told: /logistic|warehouse|transport|deliver|freight|supply/i },
  'professional-services': { plan: 'services', told: /consult|audit|advice|advis|project|service contract/i },
  'data-platform': { plan: 'software', told: /data|analytic|dashboard|report|forecast|planning/i },
  'business-software': { plan: 'software', told: /software|crm|erp|archive|portal|desk|ticket|app\b/i },
};

/** What most purchases are, where nothing tells more. */
const USUAL = 'business-software';

/** The kind that the name of a purchase tells of: the id of a list of requirements. */
export const kindOfName = (name: string): string =>
  Object.entries(KINDS).find(([, { told }]) => told.test(name))?.[0] ?? USUAL;

/** The plan that is proposed for a kind. */
export const planOfKind = (kind: string): PlanTemplateName => KINDS[kind]?.plan ?? 'software';

/** So many steps a seller makes of a plan: without those that are the buyers' own business. */
export const stepsOf = (plan: PlanTemplateName | ''): number =>
  plan === '' ? 0 : PLAN_TEMPLATES[plan].steps.filter(({ internal }) => internal === undefined).length;

/** The requirements of a list, as they are written. */
export const requirementsOf = (kind: string) =>
  (REQUIREMENT_TEMPLATES.find(({ template_id }) => template_id === kind)?.requirements ?? []).map((one) => ({
    ...one,
  }));

export const KIND_OPTIONS = REQUIREMENT_TEMPLATES.map(({ template_id, name }) => ({ value: template_id, label: name }));
