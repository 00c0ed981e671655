/** How many of a code's signs name the shard that it lies in. */
const shardSigns = 2;

type Shards<Value> = ReadonlyMap<string, ReadonlyMap<string, Value>>;

/** What is found by a case's code. Never changes: `codeDraftOf` makes the next, and copies only the shards it changes. */
export class CodeMap<Value> {
  readonly shards: Shards<Value>;

  constructor(shards: Shards<Value> = new Map()) {
    this.shards = shards;
  }

  get size(): number {
    return this.shards.values().reduce((sum, shard) => sum + shard.size, 0);
  }

  get(code: string): Value | undefined {
    return this.shards.get(shardOf(code))?.get(code);
  }

  has(code: string): boolean {
    return this.shards.get(shardOf(code))?.has(code) === true;
  }

  /** In no order that means anything. */
  keys(): readonly string[] {
    return [...this.shards.values()].flatMap((shard) => [...shard.keys()]);
  }

  values(): readonly Value[] {
    return [...this.shards.values()].flatMap((shard) => [...shard.values()]);
  }
}

/** A code map that is being written, within one batch. */
export type CodeDraft<Value> = {
  readonly get: (code: string) => Value | undefined;
  readonly set: (code: string, value: Value) => void;
  /** What has come of it; nothing may be written afterwards. */
  readonly done: () => CodeMap<Value>;
};

/** A batch of changes; the map given stays as it is. */
export function codeDraftOf<Value>(map: CodeMap<Value>): CodeDraft<Value> {
  const written = new Map<string, Map<string, Value>>();
  return {
    get: (code) => written.get(shardOf(code))?.get(code) ?? map.get(code),
    set(code, value) {
      const name = shardOf(code);
      const shard = written.get(name) ?? new Map(map.shards.get(name));
      written.set(name, shard.set(code, value));
    },
    done: () => (written.size === 0 ? map : new CodeMap(new Map([...map.shards, ...written]))),
  };
}

function shardOf(code: string): string {
  return code.slice(0, shardSigns);
}
