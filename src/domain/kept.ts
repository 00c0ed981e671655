/** How many results are kept of one object: of most there is one, and one more when an outage has ended. */
const most = 16;

/**
 * Keeps what was made of an object that never changes for as long as that is there: by it, and by a key that names all
 * else that it was made from. Only what is made of these alone may be kept, never of the time.
 */
export function keptBy<Result>(): (of: object, key: string, make: () => Result) => Result {
  const all = new WeakMap<object, Map<string, { readonly result: Result }>>();
  return (of, key, make) => {
    const known = all.get(of)?.get(key);
    if (known !== undefined) return known.result;
    const result = make();
    const before = all.get(of);
    const room = before === undefined || before.size >= most ? new Map() : before;
    all.set(of, room.set(key, { result }));
    return result;
  };
}

/** The same function, which keeps what it made of each object. */
export function kept<Of extends object, Result>(make: (of: Of) => Result): (of: Of) => Result {
  const keep = keptBy<Result>();
  return (of) => keep(of, '', () => make(of));
}
