import { texts } from './texts.ts';

/** Requirements to begin with, by kind of purchase: what is needed, why it matters and how it is checked. */
export const requirementLibrary = texts('requirement-library', 'requirementLibrary', {
  'business-software': {
    name: 'Business software as a service',
    lines: {
      three_tasks: [
        'Does the three tasks that most people do daily, without a workaround',
        'Daily effort decides whether it is used.',
        'Two users do the tasks in a trial, with a clock.',
      ],
      people_sign: [
        'People sign in with the accounts they have',
        'A password more is a risk more.',
        'Connect the trial to a test directory.',
      ],
      get_data: [
        'We get all our data back in a documented format when we leave',
        'Leaving must stay possible.',
        'Export a trial set and read it without the product.',
      ],
      data_stays: [
        'Our data stays in regions that we agree to',
        'Our own customers are promised it.',
        'Read the list of regions and sub-processors in the contract.',
      ],
      works_systems: [
        'Works with the systems it has to exchange data with',
        'Copying by hand makes mistakes.',
        'Move one real record both ways in a trial.',
      ],
      new_user: [
        'A new user gets on within an hour',
        'Training time is a cost of ours.',
        'Watch someone who has never seen it.',
      ],
      support_answers: [
        'Support answers within four working hours',
        'A standstill costs more than the licence.',
        'Ask a hard question before signing.',
      ],
      own_administrators: [
        'Our own administrators can change fields and steps',
        'Small changes should not need a project.',
        'Change one in the trial.',
      ],
    },
  },
  'data-platform': {
    name: 'Data and analytics',
    lines: {
      reads_every: [
        'Reads every source we have to report from',
        'A missing source makes every figure doubtful.',
        'Connect the two hardest sources.',
      ],
      same_question: [
        'The same question gives the same figure everywhere',
        'Meetings should not be about whose number is right.',
        'Define one figure, ask it in three places.',
      ],
      may_see: [
        'Who may see which rows is decided in one place',
        'Pay and health data are in there.',
        'Sign in as three roles and compare.',
      ],
      get_data: [
        'We get all our data back in a documented format when we leave',
        'Leaving must stay possible.',
        'Export a trial set and read it without the product.',
      ],
      usual_question: [
        'A usual question is answered within five seconds on our volume',
        'Slower than that, people export to spreadsheets.',
        'Load last year and time ten questions.',
      ],
      cost_grows: [
        'Cost grows with use, and can be capped',
        'An open bill cannot be planned.',
        'Work out the bill for our own last month.',
      ],
      person_department: [
        'A person in the department can build a report',
        'A queue at one team helps nobody.',
        'Let one try for an afternoon.',
      ],
      where_figure: [
        'Where a figure comes from can be followed to its source',
        'Auditors ask.',
        'Follow one figure back.',
      ],
    },
  },
  'security-service': {
    name: 'Security product or service',
    lines: {
      detects_attacks: [
        'Detects the attacks that we worry about most',
        'That is what it is for.',
        'Run an agreed test attack.',
      ],
      someone_there: [
        'Someone is there at night and on Sundays',
        'Attacks come then.',
        'Call at a time that was not announced.',
      ],
      may_see: [
        'What it may see and send out is written down and limited',
        'A guard with every key is a risk.',
        'Read its permissions and watch its traffic.',
      ],
      reports_incident: [
        'Reports an incident of its own within 24 hours',
        'We have duties towards others.',
        'It stands in the contract.',
      ],
      no_more: [
        'No more false alarms than one person can look at in an hour a day',
        'Alarms nobody reads protect nobody.',
        'Count for two weeks of a trial.',
      ],
      fits_devices: [
        'Fits the devices and clouds that we have',
        'A gap is where they come in.',
        'Compare with our inventory.',
      ],
      independently_tested: [
        'Is independently tested each year, and we may read the result',
        'A promise is no proof.',
        'Read the last report.',
      ],
      exercises_own: [
        'Exercises with our own people once a year',
        'In an emergency nobody reads manuals.',
        'A date is agreed.',
      ],
    },
  },
});
