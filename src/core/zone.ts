import type { Side } from './body/words.ts';

/** Who may read a thing: everyone in the purchase, no seller ever, or no buyer ever. */
export const ZONES = ['shared', 'buyer', 'seller'] as const;
export type Zone = (typeof ZONES)[number];

/** The state folded from what one side may read. */
export const VIEWS = ['buyer', 'seller'] as const;
export type View = (typeof VIEWS)[number];

/** The zones that a view is folded from. */
export const zonesOfView = (view: View): readonly Zone[] => ['shared', view];

/** Whether a view may contain what stands in a zone. */
export const viewReads = (view: View, zone: Zone): boolean => zone === 'shared' || zone === view;

/** The view that a person of a side works in. */
export const viewOfSide = (side: Side): View => side;
