import type { Translation } from '../texts.ts';
import * as frame from './frame.ts';
import * as units from './units.ts';

/** The catalogue in German, file by file. */
export const de: Translation = { frame, units };
