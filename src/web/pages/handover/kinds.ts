import { PLAN_TEMPLATES, type PlanTemplateName } from '../../../core/plan/templates.ts';
import { requirementTemplates } from '../../../core/tradeoff/templates.ts';

/** The plan that fits a list of requirements, and words by which a purchase of that kind is told. */
const KINDS: Readonly<Record<string, { plan: PlanTemplateName; told: RegExp }>> = {
  'people-and-payroll': {
    plan: 'software',
    told: /payroll|payslip|salar|\bhr\b|people|training|learning|lohn|gehalt|personal|schulung/i,
  },
  'security-service': {
    plan: 'services',
    told: /security|monitoring|detection|firewall|soc\b|sicherheit|überwachung/i,
  },
  machinery: {
    plan: 'equipment',
    told: /machine|robot|lathe|press|scanner|pump|battery|charg|heat|van\b|fleet|line \d|maschine|anlage|drehbank|wagen/i,
  },
  logistics: {
    plan: 'services',
    told: /logistic|warehouse|transport|deliver|freight|supply|logistik|lager|liefer|fracht/i,
  },
  'professional-services': {
    plan: 'services',
    told: /consult|audit|advice|advis|project|service contract|berat|prüfung|projekt/i,
  },
  'data-platform': {
    plan: 'software',
    told: /data|analytic|dashboard|report|forecast|planning|daten|bericht|planung/i,
  },
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
  (requirementTemplates().find(({ template_id }) => template_id === kind)?.requirements ?? []).map((one) => ({
    ...one,
  }));

/** The kinds one can choose. */
export const kindOptions = (): { value: string; label: string }[] =>
  requirementTemplates().map(({ template_id, name }) => ({ value: template_id, label: name }));
