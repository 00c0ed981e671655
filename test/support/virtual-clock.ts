import { setImmediate as breathe } from 'node:timers/promises';
import type { Clock } from '../../src/delivery/pace.ts';

/** Time that stands still until it is moved, and then passes in no time. */
export type VirtualClock = Clock & {
  /** Milliseconds since 1970. */
  readonly at: () => number;
  /** How many wait for a time. */
  readonly timers: () => number;
  /** Lets so much time pass; what becomes due on the way happens at its own moment. */
  readonly pass: (ms: number) => Promise<void>;
  /** Lets time pass until nobody waits for one. */
  readonly passAll: () => Promise<void>;
  readonly set: (at: number) => void;
  /** Sets the clock back; who waits for so many milliseconds waits no longer for that. */
  readonly turnBack: (ms: number) => void;
};

type Timer = { at: number; readonly fire: () => void };

/** Starts at a moment. Everything that runs on it must wait by it alone. */
export function createVirtualClock(startAt: number): VirtualClock {
  let now = startAt;
  const timers = new Set<Timer>();

  const next = (): Timer | undefined => [...timers].toSorted((one, other) => one.at - other.at)[0];
  const passUntil = async (end: number): Promise<void> => {
    for (;;) {
      // All that can happen without time has happened when the next round of the event loop comes.
      // oxlint-disable-next-line no-await-in-loop -- one moment after the other
      await breathe();
      const timer = next();
      if (timer === undefined || timer.at > end) break;
      now = Math.max(now, timer.at);
      timer.fire();
    }
    if (end !== Infinity) now = end;
  };
  return {
    at: () => now,
    now: () => new Date(now),
    wait: (ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const end = (): void => {
          timers.delete(timer);
          signal.removeEventListener('abort', end);
          resolve();
        };
        const timer = { at: now + ms, fire: end };
        timers.add(timer);
        signal.addEventListener('abort', end);
        return undefined;
      }),
    timers: () => timers.size,
    pass: (ms) => passUntil(now + ms),
    passAll: () => passUntil(Infinity),
    set(at) {
      now = at;
    },
    turnBack(ms) {
      now -= ms;
      for (const timer of timers) timer.at -= ms;
    },
  };
}
