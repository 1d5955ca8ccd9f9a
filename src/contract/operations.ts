import type { z } from 'zod';
import { accountOperations } from './account.ts';
import { answerOperations } from './answer.ts';
import { auditOperations } from './audit.ts';
import { brandOperations } from './brand.ts';
import { claimOperations } from './claim.ts';
import { assentOperations, writeOperations } from './command.ts';
import { erasureOperations } from './erasure.ts';
import { fileOperations } from './file.ts';
import { guestOperations } from './guest.ts';
import { importOperations } from './import.ts';
import { journeyOperations } from './journey.ts';
import { keyOperations } from './key.ts';
import { libraryOperations } from './library.ts';
import { mailboxOperations } from './mailbox.ts';
import { memberOperations } from './member.ts';
import { memoOperations } from './memo.ts';
import { noticeOperations } from './notice.ts';
import { planOperations } from './plan.ts';
import { podOperations } from './pod.ts';
import { purchaseOperations } from './purchase.ts';
import { recordOperations } from './record.ts';
import { releaseOperations } from './release.ts';
import { retentionOperations } from './retention.ts';
import { riskOperations } from './risk.ts';
import { roomOperations } from './room.ts';
import { searchOperations } from './search.ts';
import { sessionOperations } from './session.ts';
import { ssoOperations } from './sso.ts';
import { startOperations } from './start.ts';
import { templateOperations } from './template.ts';
import { tradeoffOperations } from './tradeoff.ts';
import { valueOperations } from './value.ts';
import { workspaceOperations } from './workspace.ts';

/** Every operation of the program, once. */
export const operations = {
  ...workspaceOperations,
  ...purchaseOperations,
  ...assentOperations,
  ...writeOperations,
  ...brandOperations,
  ...claimOperations,
  ...answerOperations,
  ...libraryOperations,
  ...riskOperations,
  ...searchOperations,
  ...importOperations,
  ...journeyOperations,
  ...tradeoffOperations,
  ...templateOperations,
  ...planOperations,
  ...valueOperations,
  ...memberOperations,
  ...podOperations,
  ...keyOperations,
  ...roomOperations,
  ...guestOperations,
  ...auditOperations,
  ...erasureOperations,
  ...retentionOperations,
  ...recordOperations,
  ...releaseOperations,
  ...startOperations,
  ...noticeOperations,
  ...memoOperations,
  ...fileOperations,
  ...mailboxOperations,
  ...accountOperations,
  ...sessionOperations,
  ...ssoOperations,
};

export type OperationName = keyof typeof operations;
type Declared<N extends OperationName> = (typeof operations)[N];
type Part<N extends OperationName, P extends string> = Declared<N> extends Record<P, infer S> ? S : never;

/** What a client sends: path parts, query and body, as far as the operation has them. */
export type InputOf<N extends OperationName> = ([Part<N, 'params'>] extends [never]
  ? unknown
  : { params: z.input<Part<N, 'params'> & z.ZodType> }) &
  ([Part<N, 'query'>] extends [never] ? unknown : { query?: z.input<Part<N, 'query'> & z.ZodType> }) &
  ([Part<N, 'body'>] extends [never] ? unknown : { body: z.input<Part<N, 'body'> & z.ZodType> });

export type OutputOf<N extends OperationName> = z.output<Declared<N>['output']>;
