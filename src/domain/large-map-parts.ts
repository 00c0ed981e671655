/** What a large map is made of. */
export type Parts<Key, Value> = {
  /** The entries, a few in each chunk; undefined where one was deleted. */
  readonly chunks: readonly Chunk<Key, Value>[];
  /** Where those of the first draft stand among all entries, deleted ones too: shared by all versions. */
  readonly base: Index<Key>;
  /** The same of those that came later, by the hash of the key. */
  readonly shards: readonly Index<Key>[];
  readonly size: number;
};
export type Slot<Key, Value> = readonly [Key, Value];
export type Chunk<Key, Value> = readonly (Slot<Key, Value> | undefined)[];
export type Index<Key> = ReadonlyMap<Key, number>;

/** So many entries are in each chunk but the last. */
export const chunkSize = 64;
/** So many shards where there are so many later ones or more: one of a few, and none of very many. */
const shardCounts = [
  { from: 4096, shards: 1024 },
  { from: 64, shards: 64 },
  { from: 0, shards: 1 },
] as const;

/** Over how many shards so many later entries are spread. */
export function shardsFor(size: number): number {
  return shardCounts.find(({ from }) => size >= from)?.shards ?? 1;
}

/** The entries that are left, in their order. */
export function slotsOf<Key, Value>(chunks: readonly Chunk<Key, Value>[]): Slot<Key, Value>[] {
  const slots: Slot<Key, Value>[] = [];
  for (const chunk of chunks) for (const slot of chunk) if (slot !== undefined) slots.push(slot);
  return slots;
}

/** The entry of a key, unless there is none. */
export function slotIn<Key extends string | number, Value>(
  parts: Parts<Key, Value>,
  key: Key,
): Slot<Key, Value> | undefined {
  const position = positionIn(parts, key);
  return position === undefined ? undefined : slotAt(parts, position);
}

/** Where the entry of a key stands, unless there is none. One of the first that is deleted and set again is a later one. */
export function positionIn<Key extends string | number, Value>(
  parts: Parts<Key, Value>,
  key: Key,
): number | undefined {
  const { base, shards } = parts;
  const first = base.get(key);
  if (first !== undefined && slotAt(parts, first) !== undefined) return first;
  return shards[shardOf(key, shards.length)]?.get(key);
}

function slotAt<Key, Value>({ chunks }: Parts<Key, Value>, position: number): Slot<Key, Value> | undefined {
  return chunks[Math.floor(position / chunkSize)]?.[position % chunkSize];
}

/** How much of a key's two ends its shard depends on: what tells keys apart stands there. */
const ends = 8;

/** In which of so many shards a key is; of how many is a power of two. By FNV-1a, 32 bits. */
export function shardOf(key: string | number, count: number): number {
  if (count <= 1) return 0;
  if (typeof key === 'number') return key & (count - 1);
  const { length } = key;
  let hash = 0x811c9dc5;
  for (let at = 0; at < length && at < ends; at += 1) hash = mixed(hash, key.charCodeAt(at));
  for (let at = Math.max(ends, length - ends); at < length; at += 1) hash = mixed(hash, key.charCodeAt(at));
  return (hash ^ (hash >>> 16)) & (count - 1);
}

function mixed(hash: number, sign: number): number {
  return Math.imul(hash ^ sign, 0x01000193);
}
