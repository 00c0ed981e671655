import { putLast } from './put-last.ts';

/**
 * Work whose result depends on its key alone, done once for the keys that were asked for last, at most so many of
 * them. Whoever is given a result shares it: it must not be changed.
 */
export function remembering<Argument, Result>(
  most: number,
  keyOf: (argument: Argument) => string,
  work: (argument: Argument) => Result,
): (argument: Argument) => Result {
  const known = new Map<string, { readonly result: Result }>();
  return (argument) => {
    const key = keyOf(argument);
    const kept = known.get(key) ?? { result: work(argument) };
    putLast(known, [key, kept], most);
    return kept.result;
  };
}
