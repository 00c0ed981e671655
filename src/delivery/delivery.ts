import type { NoticeEvent, Recipient } from '../domain/notice-event.ts';
import type { Outbox } from '../domain/outbox.ts';
import type { StreamName } from '../storage/store.ts';
import type { Courier } from './courier.ts';
import { deliverNotice } from './deliver-notice.ts';
import type { DeliveryLimits } from './delivery-limits.ts';
import type { DeliveryState } from './delivery-stream.ts';
import { createPace } from './pace.ts';
import type { Clock } from './pace.ts';
import { planDeliveries } from './plan-deliveries.ts';
import type { DueDelivery } from './plan-deliveries.ts';
import { createRecorder, factIds, nameOf } from './recorder.ts';
import { longestDelayMs, retryDelayMs } from './retry-delay.ts';
import type { OperationsLog } from './operations-log.ts';

/** What notices are read from, written back to and sent with. */
export type DeliveryParts = {
  readonly read: () => Promise<DeliveryState>;
  /** Resolves to the stream's notices after it, once it is on disk. */
  readonly record: (stream: StreamName, events: readonly NoticeEvent[]) => Promise<Outbox>;
  readonly courier: Courier;
  readonly limits: DeliveryLimits;
};

/** The world, as this folder is given it. */
export type DeliveryOutside = Clock & {
  /** 0–1, for spreading retries. */
  readonly random: () => number;
  readonly log: OperationsLog;
};

/**
 * Sends what waits, until it is disposed: then nothing more is begun, and what is under way is finished and
 * recorded first. Only one may run on a store: Teams' limit is per app.
 */
export type DeliveryLoop = AsyncDisposable & {
  /** Something was written that may have to be sent, or somebody can be reached again. */
  readonly wake: () => void;
  /**
   * Begins nothing more. Resolves when what is under way is finished and recorded, however long the store is away;
   * disposed of, it waits for no store.
   */
  readonly stop: () => Promise<void>;
};

/** Starts at once with what waited when the process before it ended. With nothing to wait for it sets no timer. */
export function createDelivery(parts: DeliveryParts, outside: DeliveryOutside): DeliveryLoop {
  const stopped = new AbortController();
  const ended = new AbortController();
  const runner = createRunner(parts, outside, { stopped: stopped.signal, ended: ended.signal });
  const running = runner.run();
  const stop = (): Promise<void> => {
    stopped.abort();
    runner.wake();
    return running;
  };
  return {
    wake: runner.wake,
    stop,
    [Symbol.asyncDispose]() {
      ended.abort();
      return stop();
    },
  };
}

/** `stopped`: nothing more is begun. `ended`: nothing is waited for either. */
type Signals = { readonly stopped: AbortSignal; readonly ended: AbortSignal };
type Runner = { readonly run: () => Promise<void>; readonly wake: () => void };

function createRunner(parts: DeliveryParts, outside: DeliveryOutside, until: Signals): Runner {
  const { stopped } = until;
  const { limits } = parts;
  const now = () => outside.now().getTime();
  const recorder = recorderOf(parts, outside, until);
  const { now: clock, random, log } = outside;
  const pace = createPace(limits, outside);
  // Named one by one: what is given here may hold more than this folder asks for, also under the same names.
  const { courier, read } = parts;
  const means = { read, courier, limits, now: clock, random, log, pace, recorder, stopped };
  const work = createWorkList(parts, outside);
  const underWay = new Map<Recipient, Promise<void>>();
  let bell = new AbortController();

  const deliver = async (due: DueDelivery): Promise<void> => {
    const nextAt = await deliverNotice(due, means).catch((error: unknown) => {
      outside.log.error({ ...factIds(due.stream, due), fault: nameOf(error) }, 'delivery broke off');
      work.leaveAlone(due.recipient);
      return Infinity;
    });
    underWay.delete(due.recipient);
    work.ended(nextAt);
    bell.abort();
  };
  const launch = (): void => {
    while (underWay.size < limits.concurrency && !recorder.isFailing()) {
      const due = work.next();
      if (due === undefined) return;
      underWay.set(due.recipient, deliver(due));
    }
  };
  const turn = async (): Promise<void> => {
    bell = new AbortController();
    const { signal } = bell;
    if (work.isOver()) await work.look(new Set(underWay.keys()));
    if (stopped.aborted) return undefined;
    launch();
    if (work.nextAt() === Infinity) return rung(signal);
    const waitMs = Math.max(0, work.nextAt() - now());
    return outside.wait(Math.min(waitMs, limits.lookEveryMs), signal);
  };
  return {
    async run() {
      // oxlint-disable-next-line no-await-in-loop -- one turn after the other
      while (!stopped.aborted) await turn();
      await Promise.all(underWay.values());
    },
    wake() {
      work.changed();
      bell.abort();
    },
  };
}

function recorderOf({ limits, read, record }: DeliveryParts, outside: DeliveryOutside, { ended }: Signals) {
  const streams = async () => (await read()).streams;
  return createRecorder({ streams, record, backOff: limits.storeBackOff }, outside, ended);
}

/** What is to be sent next, looked up anew when it is used up or no longer right. */
type WorkList = {
  readonly isOver: () => boolean;
  readonly look: (busy: ReadonlySet<Recipient>) => Promise<void>;
  readonly next: () => DueDelivery | undefined;
  readonly nextAt: () => number;
  readonly changed: () => void;
  readonly ended: (nextAt: number) => void;
  readonly leaveAlone: (recipient: Recipient) => void;
};

function createWorkList({ read, limits }: DeliveryParts, { now, random, log }: DeliveryOutside): WorkList {
  const time = () => now().getTime();
  const wasSetBack = createSetBack(time);
  const alone = createAlone(time, limits.faultPauseMs);
  let due: readonly DueDelivery[] = [];
  let taken = 0;
  let nextAt = Infinity;
  let hasChanged = true;
  let hasEnded = false;
  let failures = 0;

  /** Those that something was under way to when the reading began are as they were then: the next look has them. */
  const look = async (busy: ReadonlySet<Recipient>): Promise<void> => {
    hasChanged = false;
    hasEnded = false;
    const state = await read();
    const until = alone.until();
    const isBusy = (recipient: Recipient): boolean => busy.has(recipient) || until.has(recipient);
    const plan = planDeliveries(state, { now: time(), longestDelayMs: longestDelayMs(limits), isBusy });
    due = plan.due;
    taken = 0;
    nextAt = Math.min(plan.nextAt, ...until.values());
    failures = 0;
  };
  return {
    isOver: () => wasSetBack() || hasChanged || (hasEnded && taken >= due.length) || nextAt <= time(),
    async look(busy) {
      try {
        await look(busy);
      } catch (error) {
        log.error({ fault: nameOf(error) }, 'notices could not be read');
        nextAt = time() + retryDelayMs({ backOff: limits.storeBackOff, failures, random: random() });
        failures += 1;
      }
    },
    next() {
      const first = due[taken];
      if (first !== undefined) taken += 1;
      return first;
    },
    nextAt: () => nextAt,
    changed() {
      hasChanged = true;
    },
    ended(at) {
      hasEnded = true;
      nextAt = Math.min(nextAt, at);
    },
    leaveAlone: alone.leave,
  };
}

/** Says whether the clock was set back since it was asked last: every time that was noted is wrong then. */
function createSetBack(now: () => number): () => boolean {
  let latest = -Infinity;
  return () => {
    const before = latest;
    latest = now();
    return latest < before;
  };
}

/** Recipients that nothing is sent to for a while. */
function createAlone(now: () => number, pauseMs: number) {
  const all = new Map<Recipient, number>();
  return {
    leave: (recipient: Recipient): void => void all.set(recipient, now() + pauseMs),
    /** Until when, of those that still are; a time further away was noted before the clock was set back. */
    until(): ReadonlyMap<Recipient, number> {
      const at = now();
      for (const [recipient, until] of all) if (until <= at || until > at + pauseMs) all.delete(recipient);
      return all;
    },
  };
}

/** Resolves when the signal says so. */
function rung(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
