import type { AppOptions } from './app-options.ts';
import type { Handlers } from './bind.ts';
import { commandHandlers } from './command.ts';
import { importHandlers } from './import.ts';
import { journeyHandlers } from './journey.ts';
import { liveHandlers } from './live.ts';
import { purchaseHandlers } from './purchase.ts';
import { templateHandlers } from './template.ts';
import { workspaceHandlers } from './workspace.ts';

/** One handler for each operation of the contract; the type says so when one is missing. */
export const handlersOf = (options: AppOptions): Handlers => ({
  ...workspaceHandlers(options.db),
  ...liveHandlers(options.live),
  ...purchaseHandlers(options.db),
  ...commandHandlers(options.db),
  ...importHandlers(options),
  ...journeyHandlers(options.db),
  ...templateHandlers(options.db),
});
