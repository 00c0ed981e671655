import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { chainRecord, recordLine } from '../storage/chain.ts';
import { openFileStore } from '../storage/file-store.ts';
import type { Entry, StreamName } from '../storage/store.ts';

/** Something that a record can be written to. */
export type Contender = AsyncDisposable & {
  readonly name: string;
  /** Before each measuring: as many records as the name says. */
  readonly begin: () => Promise<void>;
  readonly write: () => Promise<unknown>;
  /** How many writes one measuring has, where one is under way at a time. */
  readonly writes: number;
};

/** As large as a logged call and the notice it leads to. */
const entries: readonly Entry[] = [
  {
    kind: 'handoverLogged',
    id: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
    code: 'K7M-3F',
    happenedAt: 1_795_373_763_454,
    party: 'municipality:ange',
    counterpart: { name: 'Åsa Öberg', role: 'biståndshandläggare' },
    items: ['admissionNotice', 'dischargeNotice', 'planningBasis'],
    outcome: 'read-back',
  },
  { kind: 'noticePlanned', id: 'f47ac10b-58cc-4372-a567-0e02b2c3d479', number: 17, audience: 'kir-avd-24' },
];
const recordedAt = 1_795_373_763_454;

/** The product's file store. A short stream is begun anew each time, a long one is kept. */
export async function ownStore(directory: string, records: number): Promise<Contender> {
  const store = await openFileStore(directory);
  let count = 0;
  let stream: StreamName = 'outages/0';
  const write = () => store.append({ stream, expectedVersion: 'any', recordedAt, entries });
  const fill = async (): Promise<void> => {
    stream = `outages/${++count}`;
    for (let left = records; left > 0; left -= 1000) {
      await Promise.all(Array.from({ length: Math.min(left, 1000) }, write));
    }
  };
  await fill();
  return {
    name: `file store, ${records} records`,
    begin: async () => (records > 1000 ? undefined : fill()),
    write,
    writes: 100,
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  };
}

/** A line of the same length, appended and synced by itself: what the disk can do. A new file each time, as above. */
export async function bareFile(path: string, records: number): Promise<Contender> {
  const line = `${recordLine(chainRecord(undefined, { recordedAt, entries }))}\n`;
  let count = 0;
  let file: FileHandle | undefined;
  return {
    name: `bare append and fdatasync, ${records} lines`,
    async begin() {
      await file?.close();
      file = await open(`${path}-${++count}`, 'a');
      await file.write(line.repeat(records));
      await file.datasync();
    },
    async write() {
      await file?.write(line);
      await file?.datasync();
    },
    writes: 100,
    [Symbol.asyncDispose]: async () => file?.close(),
  };
}

/** lowdb's own file of JSON: all of it written anew each time, and not synced. */
export async function jsonFile(path: string, records: number): Promise<Contender> {
  // The storage alone may depend on lowdb; here its own file is only what ours is measured against.
  const { JSONFilePreset } = await import('lowdb/node');
  const record = { version: 1, recordedAt, entries };
  const fresh = (): object[] => Array.from({ length: records }, () => record);
  const db = await JSONFilePreset<object[]>(path, fresh());
  return {
    name: `lowdb JSONFile, ${records} records`,
    async begin() {
      db.data = fresh();
    },
    write: () => db.update((data) => data.push(record)),
    writes: records > 1000 ? 1 : 100,
    async [Symbol.asyncDispose]() {},
  };
}
