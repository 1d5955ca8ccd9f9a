import { z } from 'zod';
import { id, name, roles, text } from './words.ts';

export const stakeholder_named = z.strictObject({
  person_id: id,
  name: name.optional(),
  function: z.string().max(120).optional().describe('Where in the organisation, e.g. Finance.'),
  roles: roles.default([]).describe('None said: as before for someone known, none for someone new.'),
});

/** The person came in and took part: from the first entry on, only the buyer side changes who has to agree. */
export const stakeholder_entered = z.strictObject({ person_id: id, name: name.optional() });
export const stakeholder_left = z.strictObject({ person_id: id, reason: text.optional() });
export const stakeholder_roles_changed = z.strictObject({ person_id: id, roles });
export const stakeholder_delegate_named = z.strictObject({
  person_id: id,
  delegate_id: id.nullable().describe('Who may state assents for this person; null takes it back.'),
});
