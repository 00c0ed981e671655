import type { Logger } from 'pino';
import type { IssuedNotice, NoticeStep, Root } from '../domain/notice-event.ts';
import { isRepeatable } from '../domain/notice-steps.ts';
import type { Delivery } from '../domain/outbox.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { SendFailure } from './courier.ts';
import type { DeliveryLimits } from './delivery-limits.ts';
import type { UnreachableReason } from './delivery-reason.ts';
import type { Clock } from './pace.ts';
import { installedAtOf } from './place-of.ts';
import type { DueDelivery } from './plan-deliveries.ts';
import { factIds } from './recorder.ts';
import type { NoticeFact } from './recorder.ts';
import { retryDelayMs } from './retry-delay.ts';
import { isOurFault, verdictOf } from './verdict-of.ts';

/** The next request of a delivery. */
export type Turn = {
  readonly due: DueDelivery;
  readonly delivery: Delivery;
  readonly notice: IssuedNotice;
  readonly step: NoticeStep;
  readonly root: Root | undefined;
};

type Means = {
  readonly limits: DeliveryLimits;
  readonly now: Clock['now'];
  readonly random: () => number;
  readonly log: Logger;
};

/** Whether it may be sent again although it may have arrived: an edit says the same however often it is made. */
export function mayRepeat({ notice, step }: Turn): boolean {
  return step === 'edit' || isRepeatable(notice.notice);
}

/** A disconnected channel is given up; all else may come back. */
export function factOfUnreachable(turn: Turn, reason: UnreachableReason, { log, now }: Means): NoticeFact {
  const at = now().getTime();
  log.warn({ ...turnIds(turn), reason }, 'notice has nowhere to go');
  return failed(turn, { at, reason, ...(reason !== 'disconnected' && untilInstalled(at)) });
}

/** It may have arrived before a restart, and must not be repeated. */
export function factOfUnclear(turn: Turn, { log, now }: Means): NoticeFact {
  log.warn({ ...turnIds(turn), reason: 'unclear' }, 'notice given up');
  return failed(turn, { at: now().getTime(), reason: 'unclear' });
}

/** What is recorded of a request that failed: when it is tried again, or that it is not. */
export function factOfFailure(
  turn: Turn,
  failure: SendFailure,
  { limits, log, now, random }: Means,
): NoticeFact {
  const { delivery, due, step } = turn;
  const { errorCode, status } = failure;
  const { failures } = delivery;
  const { mostServerErrors } = limits;
  const verdict = verdictOf(failure, { step, mayRepeat: mayRepeat(turn), failures, mostServerErrors });
  const line = { ...turnIds(turn), status, errorCode, verdict: verdict.kind };
  if (isOurFault(failure)) log.error(line, 'notice step failed');
  else log.warn(line, 'notice step failed');
  const at = now().getTime();
  const known = { at, reason: errorCode, ...(status !== undefined && { status }) };
  switch (verdict.kind) {
    case 'root-lost':
      return {
        kind: 'noticeRootLost',
        number: due.number,
        recipient: due.recipient,
        at,
        reason: errorCode,
      };
    case 'awaits-installation':
      return failed(turn, { ...known, ...untilInstalled(at) });
    case 'given-up':
      return failed(turn, { ...known, reason: verdict.reason });
    case 'again': {
      if (isTooOld(turn, at, limits)) return failed(turn, known);
      const backOff = verdict.pace === 'quick' ? limits.backOff : limits.slowBackOff;
      const { retryAfterMs } = failure;
      const delayMs = retryDelayMs({ backOff, failures, retryAfterMs, random: random() });
      return failed(turn, { ...known, nextTryAt: at + delayMs });
    }
    default:
      return unreachable(verdict);
  }
}

/** Counted from when it could be sent: issued, or the app installed again. */
function isTooOld({ delivery, due, notice }: Turn, now: number, limits: DeliveryLimits): boolean {
  const since = Math.max(notice.at, installedAtOf(due.recipient, due.directory));
  return now - since >= limits.giveUpAfterMs && delivery.failures >= limits.giveUpAfterFailures;
}

type Failed = Extract<NoticeFact, { kind: 'noticeFailed' }>;

function failed(
  { due, step }: Turn,
  what: Pick<Failed, 'at' | 'reason' | 'status' | 'nextTryAt'> & { readonly awaitsInstallation?: boolean },
): Failed {
  const { number, recipient } = due;
  return { kind: 'noticeFailed', number, recipient, step, awaitsInstallation: false, ...what };
}

/** It goes on waiting, though not for a time: what has no next try is given up. */
function untilInstalled(at: number): Pick<Failed, 'nextTryAt' | 'awaitsInstallation'> {
  return { nextTryAt: at, awaitsInstallation: true };
}

/** What a log line says of a step: ids alone. */
export function turnIds({ due, step }: Turn): object {
  return { ...factIds(due.stream, due), step };
}
