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

const line = (priority: TemplateLine['priority'], text: string, why: string, check: string): TemplateLine => ({
  text,
  priority,
  why,
  check,
});
const must = (text: string, why: string, check: string): TemplateLine => line('must', text, why, check);
const should = (text: string, why: string, check: string): TemplateLine => line('should', text, why, check);
const could = (text: string, why: string, check: string): TemplateLine => line('could', text, why, check);

const DATA_BACK = must(
  'We get all our data back in a documented format when we leave',
  'Leaving must stay possible.',
  'Export a trial set and read it without the product.',
);

/** Lists for common kinds of purchase; a group takes one, strikes what does not apply and adds what is its own. */
export const REQUIREMENT_TEMPLATES: readonly RequirementTemplate[] = [
  {
    template_id: 'business-software',
    name: 'Business software as a service',
    requirements: [
      must(
        'Does the three tasks that most people do daily, without a workaround',
        'Daily effort decides whether it is used.',
        'Two users do the tasks in a trial, with a clock.',
      ),
      must(
        'People sign in with the accounts they have',
        'A password more is a risk more.',
        'Connect the trial to a test directory.',
      ),
      DATA_BACK,
      must(
        'Our data stays in regions that we agree to',
        'Our own customers are promised it.',
        'Read the list of regions and sub-processors in the contract.',
      ),
      should(
        'Works with the systems it has to exchange data with',
        'Copying by hand makes mistakes.',
        'Move one real record both ways in a trial.',
      ),
      should(
        'A new user gets on within an hour',
        'Training time is a cost of ours.',
        'Watch someone who has never seen it.',
      ),
      should(
        'Support answers within four working hours',
        'A standstill costs more than the licence.',
        'Ask a hard question before signing.',
      ),
      could(
        'Our own administrators can change fields and steps',
        'Small changes should not need a project.',
        'Change one in the trial.',
      ),
    ],
  },
  {
    template_id: 'data-platform',
    name: 'Data and analytics',
    requirements: [
      must(
        'Reads every source we have to report from',
        'A missing source makes every figure doubtful.',
        'Connect the two hardest sources.',
      ),
      must(
        'The same question gives the same figure everywhere',
        'Meetings should not be about whose number is right.',
        'Define one figure, ask it in three places.',
      ),
      must(
        'Who may see which rows is decided in one place',
        'Pay and health data are in there.',
        'Sign in as three roles and compare.',
      ),
      DATA_BACK,
      should(
        'A usual question is answered within five seconds on our volume',
        'Slower than that, people export to spreadsheets.',
        'Load last year and time ten questions.',
      ),
      should(
        'Cost grows with use, and can be capped',
        'An open bill cannot be planned.',
        'Work out the bill for our own last month.',
      ),
      should(
        'A person in the department can build a report',
        'A queue at one team helps nobody.',
        'Let one try for an afternoon.',
      ),
      could('Where a figure comes from can be followed to its source', 'Auditors ask.', 'Follow one figure back.'),
    ],
  },
  {
    template_id: 'security-service',
    name: 'Security product or service',
    requirements: [
      must('Detects the attacks that we worry about most', 'That is what it is for.', 'Run an agreed test attack.'),
      must('Someone is there at night and on Sundays', 'Attacks come then.', 'Call at a time that was not announced.'),
      must(
        'What it may see and send out is written down and limited',
        'A guard with every key is a risk.',
        'Read its permissions and watch its traffic.',
      ),
      must(
        'Reports an incident of its own within 24 hours',
        'We have duties towards others.',
        'It stands in the contract.',
      ),
      should(
        'No more false alarms than one person can look at in an hour a day',
        'Alarms nobody reads protect nobody.',
        'Count for two weeks of a trial.',
      ),
      should('Fits the devices and clouds that we have', 'A gap is where they come in.', 'Compare with our inventory.'),
      should(
        'Is independently tested each year, and we may read the result',
        'A promise is no proof.',
        'Read the last report.',
      ),
      could('Exercises with our own people once a year', 'In an emergency nobody reads manuals.', 'A date is agreed.'),
    ],
  },
  {
    template_id: 'machinery',
    name: 'Machines and equipment',
    requirements: [
      must(
        'Makes our part in the quality that the drawing asks',
        'Everything else is in vain.',
        'Run 200 parts and measure them.',
      ),
      must('Reaches the output that the plan counts on', 'The case for it rests on that.', 'Timed trial over a shift.'),
      must(
        'Conforms with the safety rules of our site',
        'Nobody gets hurt, and it may be run.',
        'Our safety officer goes through it.',
      ),
      must(
        'Spare parts that wear are with us within 48 hours',
        'A standing line costs more than the part.',
        'Order one for the trial.',
      ),
      should(
        'Fits the space, power and air that we have',
        'Building work is a cost too.',
        'Measure and compare with its plan.',
      ),
      should(
        'Our own people can do the usual maintenance',
        'Waiting for a technician is downtime.',
        'Let them do it once under guidance.',
      ),
      should('Uses less energy for each part than what we have', 'It runs for fifteen years.', 'Meter the trial.'),
      could('Tells its state to our systems', 'We want to see wear coming.', 'Read one signal in a trial.'),
    ],
  },
  {
    template_id: 'professional-services',
    name: 'Consulting and other services',
    requirements: [
      must(
        'The people who sell it are the people who do it',
        'We buy people, not a brand.',
        'Names stand in the contract.',
      ),
      must(
        'Has done it before, for someone like us',
        'We do not want to be the first.',
        'Talk to two references of our own choice.',
      ),
      must(
        'What is delivered, and when it counts as done, is written down',
        'Otherwise it never ends.',
        'We agree the list before signing.',
      ),
      must('We own what is made for us', 'We have to go on without them.', 'It stands in the contract.'),
      should(
        'Our own people can carry on afterwards',
        'A standing dependence was not the plan.',
        'Handover days are in the plan.',
      ),
      should('The price is fixed or capped for each part', 'Days are easily added.', 'Read the price sheet.'),
      should('Can start within six weeks', 'The problem does not wait.', 'A date with names.'),
      could('Tells us when we are wrong', 'That is what an outsider is for.', 'Ask the references.'),
    ],
  },
  {
    template_id: 'logistics',
    name: 'Logistics and supply',
    requirements: [
      must(
        'Delivers on the promised day in 97 of 100 cases',
        'A missing part stops us.',
        'Figures of the last twelve months, by lane.',
      ),
      must(
        'Covers every place that we ship to',
        'Two carriers are twice the work.',
        'Compare with our list of places.',
      ),
      must('We see where a shipment is without asking', 'Our customers ask us.', 'Follow five shipments in a trial.'),
      must(
        'Handles our goods as they have to be handled',
        'Damage and temperature are our risk.',
        'Visit the hub, read the log of a trial.',
      ),
      should(
        'Copes with twice the volume in the season',
        'That is when it counts.',
        'Ask for last season’s peak days.',
      ),
      should('Settles a claim within two weeks', 'Small losses add up.', 'Ask two of their customers.'),
      should(
        'Price follows an index that we can check',
        'Surcharges are hard to argue with.',
        'Work it back for the last year.',
      ),
      could('Reports emissions for each shipment', 'We have to report them.', 'Look at a sample report.'),
    ],
  },
  {
    template_id: 'people-and-payroll',
    name: 'Payroll and people',
    requirements: [
      must(
        'Pays everyone right and in time, in every country that we pay in',
        'Trust in us hangs on it.',
        'Two months in parallel, to the cent.',
      ),
      must(
        'Follows changes of law without our asking',
        'We would notice too late.',
        'Ask for the last three changes and their dates.',
      ),
      must(
        'Only those who have to can see pay',
        'It is the most sensitive thing we have.',
        'Sign in as four roles and try.',
      ),
      DATA_BACK,
      should(
        'Takes hours and absences from the system we have',
        'Typing them again makes mistakes.',
        'Import one real month.',
      ),
      should(
        'People find their own papers without asking us',
        'Half of all questions are that.',
        'Let five people try on their phones.',
      ),
      should(
        'One person knows us and answers within a working day',
        'Payroll has a deadline each month.',
        'A name in the contract.',
      ),
      could(
        'Shows what a rise would cost before it is decided',
        'Budgets are made once a year.',
        'Do it in the trial.',
      ),
    ],
  },
];
