import { z } from 'zod';
import { operation } from './operation.ts';
import { id, instant } from './terms.ts';

export const sessionOperations = {
  'account_sessions.list': operation({
    method: 'GET',
    path: '/account/sessions',
    noun: 'account',
    summary: 'Where your account is signed in. What opens a session is not shown, not even to you.',
    permission: 'account',
    zone: 'none',
    output: z.strictObject({
      sessions: z.array(
        z.strictObject({
          session_id: id,
          agent: z.string().nullable(),
          created_at: instant,
          expires_at: instant,
          current: z.boolean(),
        }),
      ),
    }),
  }),
  'account_sessions.delete': operation({
    method: 'DELETE',
    path: '/account/sessions/:session_id',
    noun: 'account',
    summary: 'Ends a session of your account, at once.',
    permission: 'account',
    zone: 'none',
    params: z.strictObject({ session_id: id }),
    output: z.strictObject({ ended: z.literal(true) }),
  }),
};
