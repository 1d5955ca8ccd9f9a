import { CLINIC } from './clinic.ts';
import { ENERGY } from './energy.ts';
import { SERVICE } from './field-service.ts';
import { FLEET } from './fleet.ts';
import type { KindTexts } from './kind.ts';
import { MAINTENANCE } from './maintenance.ts';
import { PAYROLL } from './payroll.ts';
import { PLANNING } from './planning.ts';
import { ROBOTS } from './robots.ts';
import { SECURITY } from './security.ts';
import { TRAINING } from './training.ts';

/** Every kind of purchase that the demo workspace knows. */
export const KINDS: readonly KindTexts[] = [
  MAINTENANCE,
  PAYROLL,
  ROBOTS,
  SECURITY,
  ENERGY,
  CLINIC,
  FLEET,
  TRAINING,
  PLANNING,
  SERVICE,
];
