import type { AppOptions } from './app-options.ts';
import type { Handlers } from './bind.ts';

type Nouns = Extract<keyof Handlers, keyof typeof import('../contract/record.ts').recordOperations>;

export const recordHandlers = (_options: AppOptions): Pick<Handlers, Nouns> => ({});
