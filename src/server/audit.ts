import type { AppOptions } from './app-options.ts';
import type { Handlers } from './bind.ts';

type Nouns = Extract<keyof Handlers, keyof typeof import('../contract/audit.ts').auditOperations>;

export const auditHandlers = (_options: AppOptions): Pick<Handlers, Nouns> => ({});
