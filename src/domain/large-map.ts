import { chunkSize, positionIn, shardOf, shardsFor, slotIn, slotsOf } from './large-map-parts.ts';
import type { Chunk, Index, Parts, Slot } from './large-map-parts.ts';

/**
 * A map that may grow large and never changes: a draft makes the next one, which copies what it writes to and shares
 * the rest, so that one more costs the same however many there are. Read in the order in which keys were first set, as
 * a `Map` is.
 */
export class LargeMap<Key extends string | number, Value> {
  readonly #parts: (() => Parts<Key, Value>) | undefined;

  /** Without parts: nothing is in it. They are asked for when something of them is. */
  constructor(parts?: () => Parts<Key, Value>) {
    this.#parts = parts;
  }

  get size(): number {
    return this.#parts?.().size ?? 0;
  }

  get(key: Key): Value | undefined {
    return this.#parts && slotIn(this.#parts(), key)?.[1];
  }

  has(key: Key): boolean {
    return this.#parts !== undefined && slotIn(this.#parts(), key) !== undefined;
  }

  /** The next version, to be written. */
  draft(): LargeMapDraft<Key, Value> {
    return this.#parts === undefined ? new FirstDraft(this) : new NextDraft(this, this.#parts);
  }

  /** The last value of that kind; those that were set last are looked at first. */
  findLast(isWanted: (value: Value) => boolean): Value | undefined {
    const chunks = this.#chunks;
    for (let at = chunks.length - 1; at >= 0; at -= 1) {
      const found = chunks[at]?.findLast((slot) => slot !== undefined && isWanted(slot[1]));
      if (found !== undefined) return found[1];
    }
    return undefined;
  }

  entries(): ArrayIterator<Slot<Key, Value>> {
    return slotsOf(this.#chunks).values();
  }

  keys(): ArrayIterator<Key> {
    return slotsOf(this.#chunks)
      .map(([key]) => key)
      .values();
  }

  values(): ArrayIterator<Value> {
    return slotsOf(this.#chunks)
      .map(([, value]) => value)
      .values();
  }

  [Symbol.iterator](): ArrayIterator<Slot<Key, Value>> {
    return this.entries();
  }

  get #chunks(): readonly Chunk<Key, Value>[] {
    return this.#parts?.().chunks ?? [];
  }
}

/** What a large map's `draft` is written with: its next version, within one batch. It stays as it is itself. */
export type LargeMapDraft<Key extends string | number, Value> = {
  readonly get: (key: Key) => Value | undefined;
  readonly has: (key: Key) => boolean;
  readonly set: (key: Key, value: Value) => void;
  readonly delete: (key: Key) => void;
  /** What has come of it; nothing may be written afterwards. */
  readonly done: () => LargeMap<Key, Value>;
};

/**
 * Of a map in which nothing is yet: all is written by this draft, so that nothing need be copied. Where a key stands is
 * found out when somebody asks: of much that is read at a start nobody ever does.
 */
class FirstDraft<Key extends string | number, Value> implements LargeMapDraft<Key, Value> {
  readonly #of: LargeMap<Key, Value>;
  #slots: (Slot<Key, Value> | undefined)[] = [];
  #index: Map<Key, number> | undefined;

  constructor(of: LargeMap<Key, Value>) {
    this.#of = of;
  }

  get(key: Key): Value | undefined {
    const position = this.#asked().get(key);
    return position === undefined ? undefined : this.#slots[position]?.[1];
  }

  has(key: Key): boolean {
    return this.#asked().has(key);
  }

  set(key: Key, value: Value): void {
    const known = this.#index?.get(key);
    if (known === undefined) this.#index?.set(key, this.#slots.length);
    this.#slots[known ?? this.#slots.length] = [key, value];
  }

  delete(key: Key): void {
    const position = this.#asked().get(key);
    if (position === undefined) return;
    this.#asked().delete(key);
    this.#slots[position] = undefined;
  }

  done(): LargeMap<Key, Value> {
    return this.#slots.length === 0 ? this.#of : new LargeMap(once(() => this.#parts()));
  }

  #parts(): Parts<Key, Value> {
    const base = this.#asked();
    const chunks = Array.from({ length: Math.ceil(this.#slots.length / chunkSize) }, (_none, at) =>
      this.#slots.slice(at * chunkSize, (at + 1) * chunkSize),
    );
    return { chunks, base, shards: [], size: base.size };
  }

  #asked(): Map<Key, number> {
    if (this.#index !== undefined) return this.#index;
    this.#index = new Map();
    const written = this.#slots;
    this.#slots = [];
    for (const slot of written) if (slot !== undefined) this.set(...slot);
    return this.#index;
  }
}

/** Of a map in which something is: what is written to is copied, the rest shared. */
class NextDraft<Key extends string | number, Value> implements LargeMapDraft<Key, Value> {
  readonly #of: LargeMap<Key, Value>;
  readonly #before: () => Parts<Key, Value>;
  #chunks: Chunk<Key, Value>[] = [];
  #base: Index<Key> = new Map();
  #shards: Index<Key>[] = [];
  /** The copies made so far: they alone are written to. */
  readonly #ownChunks = new Map<number, (Slot<Key, Value> | undefined)[]>();
  readonly #ownShards = new Map<number, Map<Key, number>>();
  #size = 0;
  /** Where the next new one stands. */
  #end = 0;
  #isWritten = false;

  constructor(of: LargeMap<Key, Value>, before: () => Parts<Key, Value>) {
    this.#of = of;
    this.#before = before;
  }

  get(key: Key): Value | undefined {
    return slotIn(this.#parts, key)?.[1];
  }

  has(key: Key): boolean {
    return slotIn(this.#parts, key) !== undefined;
  }

  set(key: Key, value: Value): void {
    this.#begin();
    const known = positionIn(this.#parts, key);
    const position = known ?? this.#end;
    this.#chunkAt(position)[position % chunkSize] = [key, value];
    if (known !== undefined) return;
    this.#end += 1;
    this.#size += 1;
    if (this.#wantedShards > this.#shards.length) this.#spread();
    this.#shardOf(key).set(key, position);
  }

  delete(key: Key): void {
    const position = positionIn(this.#parts, key);
    if (position === undefined) return;
    this.#begin();
    if (this.#shards.length > 0) this.#shardOf(key).delete(key);
    this.#chunkAt(position)[position % chunkSize] = undefined;
    this.#size -= 1;
  }

  done(): LargeMap<Key, Value> {
    if (!this.#isWritten) return this.#of;
    const isHollow = this.#end > chunkSize && this.#size * 2 < this.#end;
    const parts = this.#parts;
    return isHollow ? largeMap(slotsOf(this.#chunks)) : new LargeMap(() => parts);
  }

  get #parts(): Parts<Key, Value> {
    if (!this.#isWritten) return this.#before();
    return { chunks: this.#chunks, base: this.#base, shards: this.#shards, size: this.#size };
  }

  /** Most of what might be written is not: nothing is copied before. */
  #begin(): void {
    if (this.#isWritten) return;
    const { base, chunks, shards, size } = this.#before();
    this.#isWritten = true;
    this.#base = base;
    this.#chunks = [...chunks];
    this.#shards = [...shards];
    this.#size = size;
    this.#end = (chunks.length - 1) * chunkSize + (chunks.at(-1)?.length ?? 0);
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

  get #wantedShards(): number {
    return shardsFor(this.#end - this.#base.size);
  }

  /** Over more shards than there were. */
  #spread(): void {
    const later = this.#shards.flatMap((shard) => [...shard]);
    this.#shards = Array.from({ length: this.#wantedShards }, () => new Map<Key, number>());
    this.#ownShards.clear();
    for (const [key, position] of later) this.#shardOf(key).set(key, position);
  }
}

/** A large map of these, in their order. */
export function largeMap<Key extends string | number, Value>(
  slots: Iterable<Slot<Key, Value>> = [],
): LargeMap<Key, Value> {
  const draft = new LargeMap<Key, Value>().draft();
  for (const [key, value] of slots) draft.set(key, value);
  return draft.done();
}

/** Made when it is first asked for; what it is made of is not kept any longer. */
function once<Made extends object>(make: () => Made): () => Made {
  let give = (): Made => {
    const made = make();
    give = () => made;
    return made;
  };
  return () => give();
}
