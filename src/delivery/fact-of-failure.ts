import type { IssuedNotice, NoticeStep, Root } from '../domain/notice-event.ts';
import { isRepeatable } from '../domain/notice-steps.ts';
import type { Delivery } from '../domain/outbox.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { SendFailure } from './courier.ts';
import type { BackOff, DeliveryLimits } from './delivery-limits.ts';
import type { UnreachableReason } from './delivery-reason.ts';
import type { Clock } from './pace.ts';
import { installedAtOf } from './place-of.ts';
import type { DueDelivery } from './plan-deliveries.ts';
import { factIds } from './recorder.ts';
import type { NoticeFact } from './recorder.ts';
import { longestDelayMs, retryDelayMs } from './retry-delay.ts';
import { isOurFault, lastVerdict, verdictOf } from './verdict-of.ts';
import type { Verdict } from './verdict-of.ts';
import type { LogLine, OperationsLog } from './operations-log.ts';

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
  readonly log: OperationsLog;
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

/** What is recorded of a request that failed: when it is tried again, that a new post is made, or neither. */
export function factOfFailure(turn: Turn, failure: SendFailure, means: Means): NoticeFact {
  const at = means.now().getTime();
  const { errorCode, status } = failure;
  const verdict = verdictNow(turn, failure, [at, means.limits]);
  const line = { ...turnIds(turn), status, errorCode, verdict: verdict.kind };
  if (isOurFault(failure)) means.log.error(line, 'notice step failed');
  else means.log.warn(line, 'notice step failed');
  const known = { at, reason: errorCode, ...(status !== undefined && { status }) };
  switch (verdict.kind) {
    case 'root-lost': {
      const { number, recipient } = turn.due;
      return { kind: 'noticeRootLost', number, recipient, at, reason: errorCode };
    }
    case 'awaits-installation':
      return failed(turn, {
        ...known,
        nextTryAt: at + delayOf(turn, failure, [means.limits.installationBackOff, means]),
        awaitsInstallation: true,
      });
    case 'given-up':
      return failed(turn, { ...known, reason: verdict.reason });
    case 'again': {
      const backOff = verdict.pace === 'quick' ? means.limits.backOff : means.limits.slowBackOff;
      return failed(turn, { ...known, nextTryAt: at + delayOf(turn, failure, [backOff, means]) });
    }
    default:
      return unreachable(verdict);
  }
}

/** What the failure means, after those before it and at the notice's age. */
function verdictNow(
  turn: Turn,
  failure: SendFailure,
  [now, limits]: readonly [number, DeliveryLimits],
): Verdict {
  const { delivery, notice, step } = turn;
  const { manner } = notice;
  const failures = delivery.awaitsInstallation ? 0 : delivery.failures;
  const { mostServerErrors } = limits;
  const attempt = { step, manner, mayRepeat: mayRepeat(turn), failures, mostServerErrors };
  const verdict = verdictOf(failure, attempt);
  return verdict.kind === 'again' && isTooOld(turn, now, limits)
    ? lastVerdict(failure.errorCode, attempt)
    : verdict;
}

/** Counted from when it could be sent: issued, or the app installed again. */
function isTooOld({ delivery, due, notice }: Turn, now: number, limits: DeliveryLimits): boolean {
  // It is the first time in a while that Teams lets the app in.
  if (delivery.awaitsInstallation) return false;
  const since = Math.max(notice.at, installedAtOf(due.recipient, due.directory));
  return now - since >= limits.giveUpAfterMs && delivery.failures >= limits.giveUpAfterFailures;
}

/** Milliseconds until the next try. What failed otherwise before begins at the first wait. */
function delayOf(
  { delivery }: Turn,
  { retryAfterMs }: SendFailure,
  [backOff, { limits, random }]: readonly [BackOff, Means],
): number {
  const isSameKind = delivery.awaitsInstallation === (backOff === limits.installationBackOff);
  const failures = isSameKind ? delivery.failures : 0;
  const delayMs = retryDelayMs({ backOff, failures, retryAfterMs, random: random() });
  return Math.min(delayMs, longestDelayMs(limits));
}

type Failed = Extract<NoticeFact, { kind: 'noticeFailed' }>;

function failed(
  { due, step }: Turn,
  what: Pick<Failed, 'at' | 'reason' | 'status' | 'nextTryAt'> & { readonly awaitsInstallation?: boolean },
): Failed {
  const { number, recipient } = due;
  return { kind: 'noticeFailed', number, recipient, step, awaitsInstallation: false, ...what };
}

/** It goes on waiting, though not for a time, as the directory says when: what has no next try is given up. */
function untilInstalled(at: number): Pick<Failed, 'nextTryAt' | 'awaitsInstallation'> {
  return { nextTryAt: at, awaitsInstallation: true };
}

/** What a log line says of a step: ids alone. */
export function turnIds({ due, step }: Turn): LogLine {
  return { ...factIds(due.stream, due), step };
}
