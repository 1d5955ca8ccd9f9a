import type { AppOptions } from './app-options.ts';
import type { Handlers } from './bind.ts';

type Nouns = Extract<keyof Handlers, keyof typeof import('../contract/pod.ts').podOperations>;

export const podHandlers = (_options: AppOptions): Pick<Handlers, Nouns> => ({});
