import { requirementLibrary } from '../../catalogue/requirement-library.ts';
import { requirementLibraryThings } from '../../catalogue/requirement-library-things.ts';
import type { PRIORITIES } from '../body/basis.ts';

/** A list of requirements to begin with, for one kind of purchase. */
export interface RequirementTemplate {
  template_id: string;
  name: string;
  requirements: readonly TemplateLine[];
}

interface TemplateLine {
  text: string;
  priority: (typeof PRIORITIES)[number];
  why: string;
  check: string;
}

/** Which lines of the library a list has, by what they weigh. */
const LINES: Readonly<Record<string, Readonly<Record<TemplateLine['priority'], readonly string[]>>>> = {
  'business-software': {
    must: ['three_tasks', 'people_sign', 'get_data', 'data_stays'],
    should: ['works_systems', 'new_user', 'support_answers'],
    could: ['own_administrators'],
  },
  'data-platform': {
    must: ['reads_every', 'same_question', 'may_see', 'get_data'],
    should: ['usual_question', 'cost_grows', 'person_department'],
    could: ['where_figure'],
  },
  'security-service': {
    must: ['detects_attacks', 'someone_there', 'may_see', 'reports_incident'],
    should: ['no_more', 'fits_devices', 'independently_tested'],
    could: ['exercises_own'],
  },
  machinery: {
    must: ['makes_part', 'reaches_output', 'conforms_safety', 'spare_parts'],
    should: ['fits_space', 'own_people', 'uses_less'],
    could: ['tells_state'],
  },
  'professional-services': {
    must: ['people_sell', 'done_before', 'delivered_when', 'own_made'],
    should: ['own_people', 'price_fixed', 'can_start'],
    could: ['tells_when'],
  },
  logistics: {
    must: ['delivers_promised', 'covers_every', 'see_where', 'handles_goods'],
    should: ['copes_twice', 'settles_claim', 'price_follows'],
    could: ['reports_emissions'],
  },
  'people-and-payroll': {
    must: ['pays_everyone', 'follows_changes', 'only_those', 'get_data'],
    should: ['takes_hours', 'people_find', 'one_person'],
    could: ['shows_rise'],
  },
};

type Library = Readonly<Record<string, { name: string; lines: Readonly<Record<string, readonly string[]>> }>>;

/**
 * Lists for common kinds of purchase, in the language in force; a group takes one, strikes what does not apply and adds what
 * is its own.
 */
export function requirementTemplates(): RequirementTemplate[] {
  const library: Library = { ...requirementLibrary, ...requirementLibraryThings };
  return Object.entries(LINES).map(([template_id, by_priority]) => ({
    template_id,
    name: library[template_id]?.name ?? template_id,
    requirements: (['must', 'should', 'could'] as const).flatMap((priority) =>
      by_priority[priority].map((key): TemplateLine => {
        const [text = '', why = '', check = ''] = library[template_id]?.lines[key] ?? [];
        return { text, priority, why, check };
      }),
    ),
  }));
}
