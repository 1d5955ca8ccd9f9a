import { texts } from './texts.ts';

/** Plans to begin with: what each step is called, by its key, and what its checklist holds. */
export const planPresets = texts('plan-presets', 'planPresets', {
  software: {
    label: 'Software',
    about: 'From what it has to do to the first working day with it.',
    steps: {
      security: 'Review security and data protection',
      papers: 'Send the papers on security and data protection',
      shown: 'Show it with the buyer’s own cases',
      trial: 'Try it with the people who will use it',
      draft: 'Send the draft of the contract',
      setup: 'Set it up and bring the data in',
      training: 'Train the first people',
      first_day: 'First working day with it',
    },
    checklists: {
      security: ['Where data is kept, and who can read it', 'Sign-in and roles', 'Backup, and the way out again'],
      contract: ['Liability and term', 'Processing of personal data', 'Notice and return of data'],
    },
  },
  equipment: {
    label: 'Equipment',
    about: 'From the specification to the machine that was taken over.',
    steps: {
      safety: 'Check safety at work and access to the network',
      site: 'Look at the site',
      specification: 'Agree on the specification',
      reference: 'See one at work',
      draft: 'Send offer and contract',
      building: 'Build and test it',
      acceptance: 'Accept it at the factory',
      installation: 'Deliver and install it',
      takeover: 'Take it over',
    },
    checklists: {
      safety: ['Risk of the workplace assessed', 'Works council informed', 'Network and remote access'],
      contract: ['Warranty and liability', 'Delivery and penalties', 'Spare parts and service'],
      site: ['Floor, power and air', 'The way in for the machine', 'Who works there'],
    },
  },
  services: {
    label: 'Services',
    about: 'From the task to the first result, with a fixed scope.',
    steps: {
      access: 'Clear access to systems and rooms',
      scope: 'Propose scope, people and fee',
      people: 'Meet the people who would do it',
      draft: 'Send the statement of work',
      kickoff: 'Begin together',
      result: 'Look at the first result',
    },
    checklists: { contract: ['Scope and acceptance', 'Confidentiality', 'Who may work for whom'] },
  },
});

/** The steps that every plan begins with. */
export const planSteps = texts('plan-presets', 'planSteps', {
  needs: 'Agree what it has to do',
  decision: 'Decide',
  signature: 'Sign the contract',
  budget: 'Get the budget confirmed',
  contract: 'Have the contract reviewed',
  order: 'Have the order approved',
});
