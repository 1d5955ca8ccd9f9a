import type { AppOptions } from './app-options.ts';
import type { Handlers } from './bind.ts';

type Nouns = Extract<keyof Handlers, keyof typeof import('../contract/room.ts').roomOperations>;

export const roomHandlers = (_options: AppOptions): Pick<Handlers, Nouns> => ({});
