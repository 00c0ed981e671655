import { setTimeout as pause } from 'node:timers/promises';
import { dueWrites, nextDueAt } from '../domain/due.ts';
import type { Books } from './books.ts';

type Parts = {
  readonly books: Books;
  readonly now: () => Date;
  /** Told when something was written that may have to be sent. */
  readonly changed: () => void;
  /** Told of what went wrong; it is tried again. */
  readonly failed: (error: unknown) => void;
  /** Looks at the clock at least so often: timers stand still while a machine sleeps. */
  readonly lookEveryMs: number;
};

/** Does what the clock causes: planned starts, notices ahead, prompts. */
export type Timekeeper = AsyncDisposable & {
  /** Something changed: looks at once. */
  readonly wake: () => void;
};

/** Runs until it is disposed; what it is writing then is finished. */
export function startTimekeeper({ books, now, changed, failed, lookEveryMs }: Parts): Timekeeper {
  const stopped = new AbortController();
  let alarm = new AbortController();

  const look = async (): Promise<number> => {
    for (;;) {
      const at = now().getTime();
      // oxlint-disable-next-line no-await-in-loop -- what one write causes may be due as well
      const decision = await books.change((world) => {
        const writes = dueWrites(world, at);
        return writes.length > 0 ? { kind: 'decided', writes } : { kind: 'repeated' };
      });
      if (decision.kind !== 'decided') {
        // oxlint-disable-next-line no-await-in-loop -- the loop ends here
        return Math.max(0, (nextDueAt(await books.world(), at) ?? Infinity) - at);
      }
      changed();
    }
  };
  const run = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      alarm = new AbortController();
      const { signal } = alarm;
      // oxlint-disable-next-line no-await-in-loop -- one look after the other
      const waitMs = await look().catch((error: unknown) => {
        failed(error);
        return lookEveryMs;
      });
      // oxlint-disable-next-line no-await-in-loop -- as above
      await pause(Math.min(waitMs, lookEveryMs), undefined, { signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    wake: () => alarm.abort(),
    async [Symbol.asyncDispose]() {
      stopped.abort();
      alarm.abort();
      await running;
    },
  };
}
