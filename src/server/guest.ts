import type { AppOptions } from './app-options.ts';
import type { Handlers } from './bind.ts';

type Nouns = Extract<keyof Handlers, keyof typeof import('../contract/guest.ts').guestOperations>;

export const guestHandlers = (_options: AppOptions): Pick<Handlers, Nouns> => ({});
