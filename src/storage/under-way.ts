import { StoreFault } from './store.ts';

/** Lets work through until the end, and then waits for what is under way. */
export type UnderWay = {
  /** Rejects with `StoreFault` after the end. */
  readonly run: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Resolves when nothing is under way; false where it has ended before. */
  readonly end: () => Promise<boolean>;
};

export function createUnderWay(): UnderWay {
  const running = new Set<Promise<unknown>>();
  let isEnded = false;
  return {
    async run<Result>(work: () => Promise<Result>): Promise<Result> {
      if (isEnded) throw new StoreFault('Lagringen är stängd: tjänsten håller på att avslutas.');
      const result = work();
      running.add(result);
      try {
        return await result;
      } finally {
        running.delete(result);
      }
    },
    async end() {
      const isFirst = !isEnded;
      isEnded = true;
      await Promise.allSettled(running);
      return isFirst;
    },
  };
}
