export const PALETTE_EVENT = 'coassent:palette';

/** Opens the command palette from anything on a page. */
export const openPalette = (): void => void dispatchEvent(new Event(PALETTE_EVENT));
