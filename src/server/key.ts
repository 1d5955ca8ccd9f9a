import type { AppOptions } from './app-options.ts';
import type { Handlers } from './bind.ts';

type Nouns = Extract<keyof Handlers, keyof typeof import('../contract/key.ts').keyOperations>;

export const keyHandlers = (_options: AppOptions): Pick<Handlers, Nouns> => ({});
