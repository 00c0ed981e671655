import { setTimeout as pause } from 'node:timers/promises';
import type { Decision, World } from '../domain/decision.ts';
import { dueWrites, nextDueAt } from '../domain/due.ts';
import type { Books } from './books.ts';

type Parts = {
  readonly books: Books;
  readonly now: () => Date;
  /** Told when something may have been written that has to be sent: also where the writing broke off. */
  readonly changed: () => void;
  /** Told of what went wrong; it is tried again. */
  readonly failed: (error: unknown) => void;
  /** Looks at the clock at least so often: timers stand still while a machine sleeps. */
  readonly lookEveryMs: number;
};

const decideDue =
  (at: number) =>
  (world: World): Decision => {
    const writes = dueWrites(world, at);
    return writes.length > 0 ? { kind: 'decided', writes } : { kind: 'repeated' };
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
      const { decision, world } = await books.change(decideDue(at)).finally(changed);
      if (decision.kind !== 'decided') return Math.max(0, (nextDueAt(world, at) ?? Infinity) - at);
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
