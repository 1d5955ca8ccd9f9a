/** How many purchases the demo workspace has. */
export const DEMO_PURCHASES = 200;
/** The seed it grows from. */
export const DEMO_SEED = 7;
