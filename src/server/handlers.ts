import { accountHandlers } from './account.ts';
import { answerHandlers } from './answer.ts';
import type { AppOptions } from './app-options.ts';
import { auditHandlers } from './audit.ts';
import type { Handlers } from './bind.ts';
import { brandHandlers } from './brand.ts';
import { claimHandlers } from './claim.ts';
import { commandHandlers } from './command.ts';
import { erasureHandlers } from './erasure.ts';
import { fileHandlers } from './file.ts';
import { guestHandlers } from './guest.ts';
import { importHandlers } from './import.ts';
import { journeyHandlers } from './journey.ts';
import { keyHandlers } from './key.ts';
import { libraryHandlers } from './library.ts';
import { liveHandlers } from './live.ts';
import { mailboxHandlers } from './mailbox.ts';
import { memberHandlers } from './member.ts';
import { memoHandlers } from './memo.ts';
import { noticeHandlers } from './notice.ts';
import { planHandlers } from './plan.ts';
import { podHandlers } from './pod.ts';
import { presenceHandlers } from './presence.ts';
import { purchaseHandlers } from './purchase.ts';
import { recordHandlers } from './record.ts';
import { releaseHandlers } from './release.ts';
import { retentionHandlers } from './retention.ts';
import { riskHandlers } from './risk.ts';
import { roomHandlers } from './room.ts';
import { searchHandlers } from './search.ts';
import { sessionHandlers } from './session.ts';
import { ssoHandlers } from './sso.ts';
import { ssoAttemptHandlers } from './sso-attempt.ts';
import { startHandlers } from './start.ts';
import { templateHandlers } from './template.ts';
import { tradeoffHandlers } from './tradeoff.ts';
import { valueHandlers } from './value.ts';
import { workspaceHandlers } from './workspace.ts';

/** One handler for each operation of the contract; the type says so when one is missing. */
export const handlersOf = (options: AppOptions): Handlers => ({
  ...workspaceHandlers(options),
  ...liveHandlers(options),
  ...purchaseHandlers(options.db),
  ...commandHandlers(options.db),
  ...claimHandlers(options),
  ...brandHandlers(options.db),
  ...answerHandlers(options.db),
  ...libraryHandlers(options.db),
  ...riskHandlers(options.db),
  ...searchHandlers(options.db),
  ...importHandlers(options),
  ...journeyHandlers(options.db),
  ...tradeoffHandlers(options.db),
  ...templateHandlers(options.db),
  ...planHandlers(options),
  ...valueHandlers(options.db),
  ...memberHandlers(options),
  ...podHandlers(options),
  ...keyHandlers(options),
  ...roomHandlers(options),
  ...guestHandlers(options),
  ...auditHandlers(options),
  ...erasureHandlers(options),
  ...retentionHandlers(options),
  ...recordHandlers(options),
  ...releaseHandlers(options.db),
  ...startHandlers(options.db),
  ...noticeHandlers(options),
  ...presenceHandlers(options),
  ...memoHandlers(options.db),
  ...fileHandlers(options),
  ...mailboxHandlers(options),
  ...accountHandlers(options),
  ...sessionHandlers(options),
  ...ssoHandlers(options),
  ...ssoAttemptHandlers(options),
});
