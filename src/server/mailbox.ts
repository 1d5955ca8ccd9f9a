import type { AppOptions } from './app-options.ts';
import type { Handlers } from './bind.ts';

type Nouns = Extract<keyof Handlers, keyof typeof import('../contract/mailbox.ts').mailboxOperations>;

export const mailboxHandlers = (_options: AppOptions): Pick<Handlers, Nouns> => ({});
