import type { AppOptions } from './app-options.ts';
import type { Handlers } from './bind.ts';

type Nouns = Extract<keyof Handlers, keyof typeof import('../contract/account.ts').accountOperations>;

export const accountHandlers = (_options: AppOptions): Pick<Handlers, Nouns> => ({});
