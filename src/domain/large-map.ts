/**
 * A map that may grow large and never changes: a draft makes the next one, which copies what it writes to and shares
 * the rest, so that one more costs the same however many there are. Read in the order in which keys were first set, as
 * a `Map` is.
 */
export class LargeMap<Key extends string | number, Value> {
  readonly #parts: Parts<Key, Value>;

  constructor(parts: Parts<Key, Value> = { chunks: [], shards: [], size: 0 }) {
    this.#parts = parts;
  }

  get size(): number {
    return this.#parts.size;
  }

  get(key: Key): Value | undefined {
    return valueIn(this.#parts, key);
  }

  has(key: Key): boolean {
    return this.#parts.shards[shardOf(key)]?.has(key) === true;
  }

  /** The next version, to be written. */
  draft(): Draft<Key, Value> {
    return new Draft(this, this.#parts);
  }

  entries(): ArrayIterator<Slot<Key, Value>> {
    return slotsOf(this.#parts.chunks).values();
  }

  keys(): ArrayIterator<Key> {
    return slotsOf(this.#parts.chunks)
      .map(([key]) => key)
      .values();
  }

  values(): ArrayIterator<Value> {
    return slotsOf(this.#parts.chunks)
      .map(([, value]) => value)
      .values();
  }

  [Symbol.iterator](): ArrayIterator<Slot<Key, Value>> {
    return this.entries();
  }
}

type Parts<Key, Value> = {
  /** The entries, a few in each chunk; undefined where one was deleted. */
  readonly chunks: readonly Chunk<Key, Value>[];
  /** By the hash of the key: where it stands among all entries. */
  readonly shards: readonly (Shard<Key> | undefined)[];
  readonly size: number;
};
type Slot<Key, Value> = readonly [Key, Value];
type Chunk<Key, Value> = readonly (Slot<Key, Value> | undefined)[];
type Shard<Key> = ReadonlyMap<Key, number>;

const chunkSize = 64;
const shardCount = 1024;

/** The next version of a large map, being written within one batch; the one that it is of stays as it is. */
class Draft<Key extends string | number, Value> {
  readonly #of: LargeMap<Key, Value>;
  readonly #chunks: Chunk<Key, Value>[];
  readonly #shards: (Shard<Key> | undefined)[];
  /** The copies made so far: they alone are written to. */
  readonly #ownChunks = new Map<number, (Slot<Key, Value> | undefined)[]>();
  readonly #ownShards = new Map<number, Map<Key, number>>();
  #size: number;
  /** Where the next new one stands. */
  #end: number;

  constructor(of: LargeMap<Key, Value>, { chunks, shards, size }: Parts<Key, Value>) {
    this.#of = of;
    this.#chunks = [...chunks];
    this.#shards = [...shards];
    this.#size = size;
    const last = chunks.at(-1);
    this.#end = last === undefined ? 0 : (chunks.length - 1) * chunkSize + last.length;
  }

  get(key: Key): Value | undefined {
    return valueIn({ chunks: this.#chunks, shards: this.#shards }, key);
  }

  has(key: Key): boolean {
    return this.#shards[shardOf(key)]?.has(key) === true;
  }

  set(key: Key, value: Value): void {
    const known = this.#shards[shardOf(key)]?.get(key);
    const position = known ?? this.#end;
    if (known === undefined) {
      this.#shardOf(key).set(key, position);
      this.#end += 1;
      this.#size += 1;
    }
    this.#chunkAt(position)[position % chunkSize] = [key, value];
  }

  delete(key: Key): void {
    const position = this.#shards[shardOf(key)]?.get(key);
    if (position === undefined) return;
    this.#shardOf(key).delete(key);
    this.#chunkAt(position)[position % chunkSize] = undefined;
    this.#size -= 1;
  }

  /** What has come of it; nothing may be written afterwards. */
  done(): LargeMap<Key, Value> {
    if (this.#ownChunks.size === 0) return this.#of;
    const isHollow = this.#end > chunkSize && this.#size * 2 < this.#end;
    return isHollow
      ? largeMap(slotsOf(this.#chunks))
      : new LargeMap({ chunks: this.#chunks, shards: this.#shards, size: this.#size });
  }

  #chunkAt(position: number): (Slot<Key, Value> | undefined)[] {
    const index = Math.floor(position / chunkSize);
    const known = this.#ownChunks.get(index);
    if (known !== undefined) return known;
    const own = [...(this.#chunks[index] ?? [])];
    this.#ownChunks.set(index, own);
    this.#chunks[index] = own;
    return own;
  }

  #shardOf(key: Key): Map<Key, number> {
    const index = shardOf(key);
    const known = this.#ownShards.get(index);
    if (known !== undefined) return known;
    // An array with holes would be slow to read.
    while (this.#shards.length < shardCount) this.#shards.push(undefined);
    const own = new Map(this.#shards[index]);
    this.#ownShards.set(index, own);
    this.#shards[index] = own;
    return own;
  }
}

/** What a large map's `draft` is written with. */
export type LargeMapDraft<Key extends string | number, Value> = Draft<Key, Value>;

/** A large map of these, in their order. */
export function largeMap<Key extends string | number, Value>(
  slots: Iterable<Slot<Key, Value>> = [],
): LargeMap<Key, Value> {
  const draft = new LargeMap<Key, Value>().draft();
  for (const [key, value] of slots) draft.set(key, value);
  return draft.done();
}

function slotsOf<Key, Value>(chunks: readonly Chunk<Key, Value>[]): Slot<Key, Value>[] {
  const slots: Slot<Key, Value>[] = [];
  for (const chunk of chunks) for (const slot of chunk) if (slot !== undefined) slots.push(slot);
  return slots;
}

function valueIn<Key extends string | number, Value>(
  { chunks, shards }: Omit<Parts<Key, Value>, 'size'>,
  key: Key,
): Value | undefined {
  const position = shards[shardOf(key)]?.get(key);
  return position === undefined
    ? undefined
    : chunks[Math.floor(position / chunkSize)]?.[position % chunkSize]?.[1];
}

/** FNV-1a, 32 bits, of which ten are used. */
function shardOf(key: string | number): number {
  if (typeof key === 'number') return key % shardCount;
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 16)) & (shardCount - 1);
}
