import type { AppOptions } from './app-options.ts';
import type { Handlers } from './bind.ts';

type Nouns = Extract<keyof Handlers, keyof typeof import('../contract/member.ts').memberOperations>;

export const memberHandlers = (_options: AppOptions): Pick<Handlers, Nouns> => ({});
