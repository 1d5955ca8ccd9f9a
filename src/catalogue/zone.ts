import { texts } from './texts.ts';

/** Who can read a thing, in words. */
export const zoneWords = texts('zone', 'zoneWords', {
  label: 'Who can read this',
  both: 'Both sides',
  only: { buyer: 'Only the buyer side', seller: 'Only the supplier side' },
  /** Beside a thing that one side keeps. */
  sign: { buyer: 'buyer side only', seller: 'seller side only' },
  hints: {
    shared: 'Everyone in this purchase reads it.',
    buyer: 'No seller ever reads it.',
    seller: 'No buyer ever reads it.',
  },
  move: 'Who can read this …',
  title: 'Who can read this',
  now: {
    shared: 'Both sides read it now.',
    buyer: 'Only the buyer side reads it now.',
    seller: 'Only the supplier side reads it now.',
  },
  share: { buyer: 'The supplier will read this as well:', seller: 'The buyers will read this as well:' },
  keep: {
    buyer: 'From now on it counts for the buyer side only. What the supplier has read already, they have read.',
    seller: 'From now on it counts for the supplier side only. What the buyers have read already, they have read.',
  },
  file_along: 'All versions of this file that your side put for these readers move along.',
  sure_share: 'Yes, the other side may read this',
  sure_keep: 'I know that the other side may have read it',
  do_share: 'Share it',
  do_keep: 'Keep it on our side',
  shared: 'Shared with both sides',
  kept: 'Kept on your side from now on',
});
