/**
 * Work whose result depends on its key alone, done once for the keys that were asked for last, at most so many of
 * them. Whoever is given a result shares it: it must not be changed.
 */
export function remembering<Argument, Result>(
  most: number,
  keyOf: (argument: Argument) => string,
  work: (argument: Argument) => Result,
): (argument: Argument) => Result {
  const known = new Map<string, { readonly key: string; readonly result: Result }>();
  return (argument) => {
    const key = keyOf(argument);
    const kept = known.get(key) ?? { key, result: work(argument) };
    // Put last again: the first ones are those that nobody has asked for the longest.
    known.delete(key);
    known.set(kept.key, kept);
    for (const oldest of known.keys()) {
      if (known.size <= most) break;
      known.delete(oldest);
    }
    return kept.result;
  };
}
