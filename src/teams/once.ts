/** Runs work once per key: whoever comes again within the time is given the first one's result. */
export type Once<Result> = (key: string, work: () => Promise<Result>) => Promise<Result>;

type Memory = { readonly rememberMs: number; readonly rememberMost: number; readonly now: () => Date };

/** Teams delivers an activity again when an answer is slow, and a client presses again when it hears nothing. */
export function createOnce<Result>({ rememberMs, rememberMost, now }: Memory): Once<Result> {
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
    const result = work();
    known.set(key, { result, until: at + rememberMs });
    return result;
  };
}
