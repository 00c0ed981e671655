import { chainRecord, checkChain, copyOf } from './chain.ts';
import { leadAlways } from './lead-always.ts';
import { createLine } from './line.ts';
import type { Appended, Append, Store, StoredRecord, StreamName } from './store.ts';
import { checkStreamName } from './stream-name.ts';

/** A store that lasts as long as the process. What is read is a copy, as from a disk. */
export function createMemoryStore(): Store {
  const streams = new Map<StreamName, StoredRecord[]>();

  const append = (what: Append): Appended => {
    const { stream, expectedVersion } = what;
    checkStreamName(stream);
    const records = streams.get(stream) ?? [];
    if (expectedVersion !== 'any' && expectedVersion !== records.length) {
      return { kind: 'conflict', version: records.length };
    }
    const record = chainRecord(records.at(-1), what);
    streams.set(stream, records);
    records.push(record);
    return { kind: 'appended', record: structuredClone(record) };
  };

  return {
    append: async (what) => append(copyOf(what)),
    async read(stream, after) {
      checkStreamName(stream);
      return structuredClone((streams.get(stream) ?? []).slice(after));
    },
    streams: async () => [...streams.keys()].filter((name) => streams.get(name)?.length !== 0).toSorted(),
    async takeOver(stream, records) {
      checkStreamName(stream);
      checkChain(records);
      streams.set(stream, structuredClone([...records]));
    },
    async erase(stream) {
      checkStreamName(stream);
      streams.delete(stream);
    },
    exclusively: createLine(),
    lead: leadAlways,
    fault: async () => undefined,
    async [Symbol.asyncDispose]() {
      streams.clear();
    },
  };
}
