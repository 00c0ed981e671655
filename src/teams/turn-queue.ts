/** Work in line, one at a time per conversation; conversations do not wait for each other. */
export type TurnQueue = {
  /** Undefined, and the work is not run, when too many wait already or the queue has stopped. */
  readonly run: <Result>(conversation: string, work: () => Promise<Result>) => Promise<Result | undefined>;
  /** What has not begun is not begun any more. */
  readonly stop: () => void;
  /** Resolves when nothing is under way. */
  readonly idle: () => Promise<void>;
};

/** Teams refuses concurrent operations on one conversation (412). */
export function createTurnQueue(waitingMost: number): TurnQueue {
  type Line = { readonly length: number; readonly last: Promise<unknown> };
  const lines = new Map<string, Line>();
  let isStopped = false;

  const leave = (conversation: string): void => {
    const line = lines.get(conversation);
    if (line === undefined) return;
    if (line.length === 1) lines.delete(conversation);
    else lines.set(conversation, { ...line, length: line.length - 1 });
  };

  return {
    async run(conversation, work) {
      const { length, last } = lines.get(conversation) ?? { length: 0, last: Promise.resolve() };
      if (length > waitingMost) return undefined;
      const begin = async () => (isStopped ? undefined : work());
      const turn = last.then(begin, begin).finally(() => leave(conversation));
      lines.set(conversation, { length: length + 1, last: turn });
      return turn;
    },
    stop() {
      isStopped = true;
    },
    async idle() {
      while (lines.size > 0) {
        await Promise.allSettled([...lines.values()].map(({ last }) => last));
      }
    },
  };
}
