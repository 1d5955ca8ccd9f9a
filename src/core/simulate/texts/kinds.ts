import type { KindTexts } from './kind.ts';
import { MAINTENANCE } from './maintenance.ts';
import { PAYROLL } from './payroll.ts';
import { ROBOTS } from './robots.ts';

/** Every kind of purchase that the demo workspace knows. */
export const KINDS: readonly KindTexts[] = [MAINTENANCE, PAYROLL, ROBOTS];
