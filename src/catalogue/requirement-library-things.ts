import { texts } from './texts.ts';

/** Requirements to begin with, by kind of purchase: what is needed, why it matters and how it is checked. */
export const requirementLibraryThings = texts('requirement-library-things', 'requirementLibraryThings', {
  machinery: {
    name: 'Machines and equipment',
    lines: {
      makes_part: [
        'Makes our part in the quality that the drawing asks',
        'Everything else is in vain.',
        'Run 200 parts and measure them.',
      ],
      reaches_output: [
        'Reaches the output that the plan counts on',
        'The case for it rests on that.',
        'Timed trial over a shift.',
      ],
      conforms_safety: [
        'Conforms with the safety rules of our site',
        'Nobody gets hurt, and it may be run.',
        'Our safety officer goes through it.',
      ],
      spare_parts: [
        'Spare parts that wear are with us within 48 hours',
        'A standing line costs more than the part.',
        'Order one for the trial.',
      ],
      fits_space: [
        'Fits the space, power and air that we have',
        'Building work is a cost too.',
        'Measure and compare with its plan.',
      ],
      own_people: [
        'Our own people can do the usual maintenance',
        'Waiting for a technician is downtime.',
        'Let them do it once under guidance.',
      ],
      uses_less: ['Uses less energy for each part than what we have', 'It runs for fifteen years.', 'Meter the trial.'],
      tells_state: ['Tells its state to our systems', 'We want to see wear coming.', 'Read one signal in a trial.'],
    },
  },
  'professional-services': {
    name: 'Consulting and other services',
    lines: {
      people_sell: [
        'The people who sell it are the people who do it',
        'We buy people, not a brand.',
        'Names stand in the contract.',
      ],
      done_before: [
        'Has done it before, for someone like us',
        'We do not want to be the first.',
        'Talk to two references of our own choice.',
      ],
      delivered_when: [
        'What is delivered, and when it counts as done, is written down',
        'Otherwise it never ends.',
        'We agree the list before signing.',
      ],
      own_made: ['We own what is made for us', 'We have to go on without them.', 'It stands in the contract.'],
      own_people: [
        'Our own people can carry on afterwards',
        'A standing dependence was not the plan.',
        'Handover days are in the plan.',
      ],
      price_fixed: ['The price is fixed or capped for each part', 'Days are easily added.', 'Read the price sheet.'],
      can_start: ['Can start within six weeks', 'The problem does not wait.', 'A date with names.'],
      tells_when: ['Tells us when we are wrong', 'That is what an outsider is for.', 'Ask the references.'],
    },
  },
  logistics: {
    name: 'Logistics and supply',
    lines: {
      delivers_promised: [
        'Delivers on the promised day in 97 of 100 cases',
        'A missing part stops us.',
        'Figures of the last twelve months, by lane.',
      ],
      covers_every: [
        'Covers every place that we ship to',
        'Two carriers are twice the work.',
        'Compare with our list of places.',
      ],
      see_where: [
        'We see where a shipment is without asking',
        'Our customers ask us.',
        'Follow five shipments in a trial.',
      ],
      handles_goods: [
        'Handles our goods as they have to be handled',
        'Damage and temperature are our risk.',
        'Visit the hub, read the log of a trial.',
      ],
      copes_twice: [
        'Copes with twice the volume in the season',
        'That is when it counts.',
        'Ask for last season’s peak days.',
      ],
      settles_claim: ['Settles a claim within two weeks', 'Small losses add up.', 'Ask two of their customers.'],
      price_follows: [
        'Price follows an index that we can check',
        'Surcharges are hard to argue with.',
        'Work it back for the last year.',
      ],
      reports_emissions: ['Reports emissions for each shipment', 'We have to report them.', 'Look at a sample report.'],
    },
  },
  'people-and-payroll': {
    name: 'Payroll and people',
    lines: {
      pays_everyone: [
        'Pays everyone right and in time, in every country that we pay in',
        'Trust in us hangs on it.',
        'Two months in parallel, to the cent.',
      ],
      follows_changes: [
        'Follows changes of law without our asking',
        'We would notice too late.',
        'Ask for the last three changes and their dates.',
      ],
      only_those: [
        'Only those who have to can see pay',
        'It is the most sensitive thing we have.',
        'Sign in as four roles and try.',
      ],
      get_data: [
        'We get all our data back in a documented format when we leave',
        'Leaving must stay possible.',
        'Export a trial set and read it without the product.',
      ],
      takes_hours: [
        'Takes hours and absences from the system we have',
        'Typing them again makes mistakes.',
        'Import one real month.',
      ],
      people_find: [
        'People find their own papers without asking us',
        'Half of all questions are that.',
        'Let five people try on their phones.',
      ],
      one_person: [
        'One person knows us and answers within a working day',
        'Payroll has a deadline each month.',
        'A name in the contract.',
      ],
      shows_rise: [
        'Shows what a rise would cost before it is decided',
        'Budgets are made once a year.',
        'Do it in the trial.',
      ],
    },
  },
});
