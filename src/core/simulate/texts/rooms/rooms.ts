import { CLINIC_ROOM } from './clinic.ts';
import { ENERGY_ROOM } from './energy.ts';
import { SERVICE_ROOM } from './field-service.ts';
import { FLEET_ROOM } from './fleet.ts';
import { MAINTENANCE_ROOM } from './maintenance.ts';
import { PAYROLL_ROOM } from './payroll.ts';
import { PLANNING_ROOM } from './planning.ts';
import { ROBOTS_ROOM } from './robots.ts';
import type { RoomTexts } from './room.ts';
import { SECURITY_ROOM } from './security.ts';
import { TRAINING_ROOM } from './training.ts';

/** What stands in a room, by the kind of the purchase. */
export const ROOM_TEXTS: Readonly<Record<string, RoomTexts>> = {
  'predictive maintenance': MAINTENANCE_ROOM,
  payroll: PAYROLL_ROOM,
  'warehouse robots': ROBOTS_ROOM,
  'security monitoring': SECURITY_ROOM,
  'energy storage and heat': ENERGY_ROOM,
  'imaging for clinics': CLINIC_ROOM,
  'electric fleet': FLEET_ROOM,
  'learning platform': TRAINING_ROOM,
  'supply planning': PLANNING_ROOM,
  'customer service desk': SERVICE_ROOM,
};
