/** Runs work once per key: whoever comes again within the time is given the first one's result, if it is kept. */
export type Once<Result> = (key: string, work: () => Promise<Result>) => Promise<Result>;

type Memory<Result> = {
  readonly rememberMs: number;
  readonly rememberMost: number;
  readonly now: () => Date;
  /** Of a result that is not kept nothing is known afterwards: whoever comes again has it done again. */
  readonly isKept: (result: Result) => boolean;
};

/** Teams delivers an activity again when an answer is slow, and a client presses again when it hears nothing. */
export function createOnce<Result>({ rememberMs, rememberMost, now, isKept }: Memory<Result>): Once<Result> {
  const known = new Map<string, { readonly result: Promise<Result>; readonly until: number }>();

  /** Entries stand in the order they came, so the oldest are first. */
  const forget = (at: number): void => {
    for (const [key, { until }] of known) {
      if (until > at && known.size < rememberMost) return;
      known.delete(key);
    }
  };

  return (key, work) => {
    const at = now().getTime();
    const earlier = known.get(key);
    if (earlier !== undefined && earlier.until > at) return earlier.result;
    known.delete(key);
    forget(at);
    const result = (async () => {
      const done = await work();
      if (!isKept(done)) known.delete(key);
      return done;
    })();
    known.set(key, { result, until: at + rememberMs });
    return result;
  };
}
