/** Why someone does not agree, said openly. */
export const WITHHELD_REASONS: readonly string[] = [
  'I have not seen the figures of the pilot yet.',
  'My team was not asked and will have to live with it.',
  'The date collides with the closing of the year.',
  'Two of the musts are only on a roadmap.',
  'I want to hear a customer of our size first.',
  'We are solving the symptom; the cause lies in how we plan.',
  'The value case counts hours that nobody will save.',
  'Too many open questions on how we get out again.',
  'The smaller option has not been looked at properly.',
  'I do not see who will run this after the project.',
];

/** Why someone does not agree, kept on the buyer's side. */
export const PRIVATE_REASONS: readonly string[] = [
  'Budget is likely to be cut in the next quarter; I do not want that outside yet.',
  'The reorganisation is not announced. My department may not exist in this form.',
  'I do not trust the team they would send.',
  'The other supplier is 12 % cheaper and the board knows it.',
  'I was promised this would replace two people, and I will not sign that.',
  'We had a bad project with them six years ago.',
];

export const ASIDE_REASONS: readonly string[] = [
  'Not mine to judge.',
  'My colleague speaks for us here.',
  'I only look at the contract.',
  'This does not touch my work.',
];

export const WITHDRAWN_REASONS: readonly string[] = [
  'After the visit I am no longer sure.',
  'I agreed too quickly; my people see it otherwise.',
  'The new price changes it for me.',
];

export const LEFT_REASONS: readonly string[] = ['Changed departments.', 'Parental leave.', 'Left the company.'];

export const BOUGHT_REASONS: readonly string[] = [
  'Everyone who has to live with it agreed.',
  'The pilot showed what was promised, and finance confirmed the case.',
  'Best fit to the musts, at a price we can defend.',
  'The board approved on the recommendation of the group.',
];

export const OVERRULED_REASONS: readonly string[] = [
  'The board decided although not everyone had agreed.',
  'Signed before the price offer ran out; open points go into the project.',
];

export const LOST_REASONS: Readonly<Record<string, readonly string[]>> = {
  other_supplier: ['Another supplier met the late requirements sooner.', 'Chose the supplier our integrator knows.'],
  build: ['We will build it with our own people.', 'The ERP team can do most of it within the licence we have.'],
  smaller_scope: ['A smaller step that needs no board decision.', 'Start with what one department can pay.'],
  do_nothing: ['The group agreed that leaving it as it is does less harm.'],
};

export const NO_DECISION_REASONS: readonly string[] = [
  'Nobody could say any more what we had agreed on.',
  'A reorganisation came first; the sponsor moved on.',
  'The group could not agree on the requirements again after security joined.',
  'The budget was frozen until further notice.',
  'Too much contradictory information, and no time to sort it out.',
  'Finance did not believe the value case, and nobody rebuilt it.',
];

export const REVIVED_REASONS: readonly string[] = [
  'The failure that everyone feared happened.',
  'The new budget year has a line for it.',
  'The new COO asked why it was stopped.',
  'The other supplier could not deliver.',
];

/** What happens in the world and shakes one job without anything here having changed. */
export const OUTSIDE_SHAKES: readonly string[] = [
  'The supplier was said to be taken over.',
  'A new regulation was published and nobody has read it yet.',
  'The reference customer had an outage in the news.',
];

/** Where stakeholders get their information; each brings four to seven of these (research figure 8). */
export const ONLINE_SOURCES: readonly string[] = [
  'supplier website',
  'comparison guide',
  'analyst note',
  'review portal',
  'recorded webinar',
  'trade forum thread',
  'price calculator',
  'documentation',
  'case study',
  'newsletter of the association',
];
export const OFFLINE_SOURCES: readonly string[] = [
  'peer at another company',
  'printed trade journal',
  'trade fair',
  'former colleague',
  'visit to a reference',
  'own records of last year',
  'industry association',
  'internal audit report',
];

/** What an imported activity, a page or a seller's note suggests about a job. */
export const SIGNS: Readonly<Record<string, readonly string[]>> = {
  problem_identification: ['discovery call held', 'cost of the problem calculated', 'problem workshop held'],
  solution_exploration: ['comparison page read', 'webinar attended', 'three suppliers invited'],
  requirements_building: ['requirements template downloaded', 'request for information sent', 'site survey done'],
  supplier_selection: ['demo attended', 'proposal opened', 'shortlist mentioned on the phone'],
  validation: ['security questionnaire sent', 'reference call held', 'pilot started'],
  consensus_creation: ['board paper drafted', 'contract sent to legal', 'verbal yes on the phone'],
  learn: ['comparison page read', 'discovery call held'],
  buy: ['proposal opened', 'contract sent to legal'],
};
