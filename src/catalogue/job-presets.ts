import { texts } from './texts.ts';

/** The jobs that a purchase can start with, by their ids; what stands in a ledger is what it was called when it began. */
export const jobPresets = texts('job-presets', 'jobPresets', {
  problem_identification: {
    name: 'Problem identification',
    sentence: 'We agree what the problem is and that it is worth solving.',
  },
  solution_exploration: {
    name: 'Solution exploration',
    sentence: 'We have looked at enough kinds of solution, doing nothing included.',
  },
  requirements_building: {
    name: 'Requirements building',
    sentence: 'The requirements are right and complete enough to choose by.',
  },
  supplier_selection: { name: 'Supplier selection', sentence: 'This option is the one I would choose.' },
  validation: { name: 'Validation', sentence: 'What we were told has been checked, and the value case holds.' },
  consensus_creation: {
    name: 'Consensus creation',
    sentence: 'I can live with this decision and will support it.',
  },
  learn: {
    name: 'Learn',
    sentence: 'We understand our problem and the ways to solve it well enough to choose.',
  },
  buy: { name: 'Buy', sentence: 'This is the right choice at the right value, and I will support it.' },
  order_and_install: {
    name: 'Order & install',
    sentence: 'What we ordered is here and works where we need it.',
  },
  adopt: { name: 'Adopt', sentence: 'The people it was bought for use it in their work.' },
  support: { name: 'Support', sentence: 'When we need help we get it, and it solves what we asked.' },
});
