import type { KindTexts } from './kind.ts';

export const PLANNING: KindTexts = {
  kind: 'supply planning',
  names: [
    'Demand planning for 18,000 articles',
    'One plan for sales and production',
    'Replacing the planning spreadsheets',
    'Stock planning for the spring range',
  ],
  trades: ['Garden', 'Toys', 'Furniture', 'Cosmetics', 'Bicycles', 'Household'],
  champion: ['Supply chain', 'Planning', 'Operations'],
  users: ['Planners', 'Sales back office', 'Purchasing agents', 'Plant scheduling'],
  problems: [
    'We have too much of what nobody wants and too little of what everyone does.',
    'Four departments plan with four spreadsheets; what we promise on Monday is impossible by Thursday.',
    'The forecast is not our problem. Nobody owns the decision when plan and forecast disagree.',
  ],
  options: [
    ['Brackwater Plan: one plan, decisions with owners', 'this_supplier'],
    ['Oraculis: forecasting by machine', 'other_supplier'],
    ['Our data team on the warehouse we have', 'build'],
    ['Only the 2,000 articles that matter most', 'smaller_scope'],
    ['Ebbwell: module of our ERP', 'other_supplier'],
    ['Better spreadsheets and a weekly meeting', 'do_nothing'],
  ],
  requirements: [
    ['A plan for 18,000 articles in under 20 minutes', 'must'],
    ['Shows why a number changed, and who changed it', 'must'],
    ['Three versions side by side', 'should'],
    ['Shelf life and batch sizes', 'must'],
    ['Orders go to the ERP without being typed again', 'must'],
    ['New articles without history', 'should'],
    ['Promotions of our twelve largest customers', 'should'],
    ['A planner can overrule it and is asked for a reason', 'should'],
    ['Reads the weather', 'could'],
  ],
  late: {
    security: ['Sales figures stay in our tenant, models too', 'Access ends on the day a contract does'],
    legal: ['No exclusive rights in what the model learns from us', 'An exit with all plans in an open format'],
    finance: ['Stock is valued the way the auditor does it'],
    user: ['Works with the keyboard, like the spreadsheet does'],
  },
  claims: [
    {
      subject: 'Forecast',
      attribute: 'error at article level',
      unit: '%',
      values: [
        [18, 'proposal'],
        [34, 'back test on our data'],
      ],
      note: 'Forecast error: 18 % in the proposal, 34 % on our own last year.',
    },
    {
      subject: 'Project',
      attribute: 'days of our own people',
      unit: 'days',
      values: [
        [60, 'project plan'],
        [210, 'reference'],
      ],
      note: 'Effort on our side: the reference needed three times as much.',
    },
    {
      subject: 'Stock',
      attribute: 'reduction in the first year',
      unit: '%',
      values: [
        [20, 'sales presentation'],
        [8, 'controller of a peer'],
      ],
      note: 'Stock: minus 20 % presented, minus 8 % where someone counted.',
    },
    {
      subject: 'Interface',
      attribute: 'to our ERP',
      values: [
        ['standard', 'website'],
        ['project', 'integrator'],
      ],
      note: 'A standard interface on the website is a project for the integrator.',
    },
  ],
  assumptions: [
    ['Stock bound today', 31_000_000, 'EUR'],
    ['Stock freed in the first year', 8, '%'],
    ['Sales lost for lack of goods', 2_400_000, 'EUR/year'],
  ],
  amount_eur: [150_000, 1_700_000],
};
