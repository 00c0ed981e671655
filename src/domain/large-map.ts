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
    return positionIn(this.#parts.shards, key) !== undefined;
  }

  /** The next version, to be written. */
  draft(): Draft<Key, Value> {
    return new Draft(this, this.#parts);
  }

  /** The last value of that kind; those that were set last are looked at first. */
  findLast(isWanted: (value: Value) => boolean): Value | undefined {
    const { chunks } = this.#parts;
    for (let at = chunks.length - 1; at >= 0; at -= 1) {
      const found = chunks[at]?.findLast((slot) => slot !== undefined && isWanted(slot[1]));
      if (found !== undefined) return found[1];
    }
    return undefined;
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
  readonly shards: readonly Shard<Key>[];
  readonly size: number;
};
type Slot<Key, Value> = readonly [Key, Value];
type Chunk<Key, Value> = readonly (Slot<Key, Value> | undefined)[];
type Shard<Key> = ReadonlyMap<Key, number>;

const chunkSize = 64;
/** So many shards where there are so many entries or more: one of a few, and none of very many. */
const shardCounts = [
  { from: 4096, shards: 1024 },
  { from: 64, shards: 64 },
  { from: 0, shards: 1 },
] as const;

/** The next version of a large map, being written within one batch; the one that it is of stays as it is. */
class Draft<Key extends string | number, Value> {
  readonly #of: LargeMap<Key, Value>;
  #chunks: Chunk<Key, Value>[];
  #shards: Shard<Key>[];
  /** The copies made so far: they alone are written to. */
  readonly #ownChunks = new Map<number, (Slot<Key, Value> | undefined)[]>();
  readonly #ownShards = new Map<number, Map<Key, number>>();
  #size: number;
  /** Where the next new one stands. */
  #end: number;

  readonly #before: Parts<Key, Value>;
  #isWritten = false;

  constructor(of: LargeMap<Key, Value>, before: Parts<Key, Value>) {
    const { chunks, size } = before;
    this.#of = of;
    this.#before = before;
    this.#chunks = [];
    this.#shards = [];
    this.#size = size;
    const last = chunks.at(-1);
    this.#end = last === undefined ? 0 : (chunks.length - 1) * chunkSize + last.length;
  }

  get(key: Key): Value | undefined {
    return valueIn(this.#parts, key);
  }

  has(key: Key): boolean {
    return positionIn(this.#parts.shards, key) !== undefined;
  }

  set(key: Key, value: Value): void {
    this.#begin();
    const known = positionIn(this.#shards, key);
    const position = known ?? this.#end;
    this.#chunkAt(position)[position % chunkSize] = [key, value];
    if (known !== undefined) return;
    this.#end += 1;
    this.#size += 1;
    if (shardsFor(this.#size) > this.#shards.length) this.#spread();
    else this.#shardOf(key).set(key, position);
  }

  delete(key: Key): void {
    const position = positionIn(this.#parts.shards, key);
    if (position === undefined) return;
    this.#begin();
    this.#shardOf(key).delete(key);
    this.#chunkAt(position)[position % chunkSize] = undefined;
    this.#size -= 1;
  }

  /** What has come of it; nothing may be written afterwards. */
  done(): LargeMap<Key, Value> {
    if (!this.#isWritten) return this.#of;
    const isHollow = this.#end > chunkSize && this.#size * 2 < this.#end;
    return isHollow ? largeMap(slotsOf(this.#chunks)) : new LargeMap(this.#parts);
  }

  get #parts(): Parts<Key, Value> {
    return this.#isWritten ? { chunks: this.#chunks, shards: this.#shards, size: this.#size } : this.#before;
  }

  /** Most of what might be written is not: nothing is copied before. */
  #begin(): void {
    if (this.#isWritten) return;
    this.#isWritten = true;
    this.#chunks = [...this.#before.chunks];
    this.#shards = [...this.#before.shards];
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
    const index = shardOf(key, this.#shards.length);
    const known = this.#ownShards.get(index);
    if (known !== undefined) return known;
    const own = new Map(this.#shards[index]);
    this.#ownShards.set(index, own);
    this.#shards[index] = own;
    return own;
  }

  /** Over more shards than there were. */
  #spread(): void {
    const shards = Array.from({ length: shardsFor(this.#size) }, () => new Map<Key, number>());
    for (const [index, chunk] of this.#chunks.entries()) {
      for (const [at, slot] of chunk.entries()) {
        if (slot !== undefined) shards[shardOf(slot[0], shards.length)]?.set(slot[0], index * chunkSize + at);
      }
    }
    this.#shards = shards;
    this.#ownShards.clear();
    for (const [index, shard] of shards.entries()) this.#ownShards.set(index, shard);
  }
}

function shardsFor(size: number): number {
  return shardCounts.find(({ from }) => size >= from)?.shards ?? 1;
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
  const position = positionIn(shards, key);
  return position === undefined
    ? undefined
    : chunks[Math.floor(position / chunkSize)]?.[position % chunkSize]?.[1];
}

function positionIn<Key extends string | number>(
  shards: readonly Shard<Key>[],
  key: Key,
): number | undefined {
  return shards[shardOf(key, shards.length)]?.get(key);
}

/** How much of a key's two ends its shard depends on: what tells keys apart stands there. */
const ends = 8;

/** Of how many is a power of two. By FNV-1a, 32 bits. */
function shardOf(key: string | number, count: number): number {
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
