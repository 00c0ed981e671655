/** A map that is being written, within one batch. */
export type MapDraft<Key, Value> = Pick<ReadonlyMap<Key, Value>, 'get' | 'has'> & {
  readonly set: (key: Key, value: Value) => void;
  readonly delete: (key: Key) => void;
  readonly values: () => Iterable<Value>;
  /** What has come of it; nothing may be written afterwards. */
  readonly done: () => ReadonlyMap<Key, Value>;
};

/** A batch of changes; the map given stays as it is, and is copied only where something is written. */
export function mapDraftOf<Key, Value>(map: ReadonlyMap<Key, Value>): MapDraft<Key, Value> {
  let own: Map<Key, Value> | undefined;
  const written = (): Map<Key, Value> => (own ??= new Map(map));
  return {
    get: (key) => (own ?? map).get(key),
    has: (key) => (own ?? map).has(key),
    set: (key, value) => void written().set(key, value),
    delete(key) {
      if ((own ?? map).has(key)) written().delete(key);
    },
    values: () => [...(own ?? map).values()],
    done: () => own ?? map,
  };
}
