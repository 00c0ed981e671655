import { expect, test } from 'vitest';
import { steadyContents } from '../../src/app/steady-contents.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import type { Records } from '../../src/storage/read-only-files.ts';
import { StoreFault } from '../../src/storage/store.ts';
import type { Entry, Store } from '../../src/storage/store.ts';
import { append } from '../storage/append-builder.ts';

const announced = (outage: string): Entry => ({ kind: 'outageOpened', outage, isDrill: false });

/** A store that is written to each time that an outage's stream is read, so often. */
async function writtenWhileRead(entry: (count: number) => Entry, times: number) {
  const store = createMemoryStore();
  await store.append(append({ stream: 'directory', entries: [announced('a1')] }));
  await store.append(append());
  let count = 0;
  const read: Store['read'] = async (stream, after) => {
    const records = await store.read(stream, after);
    if (stream !== 'directory' && count < times) {
      count += 1;
      await store.append(append({ stream: 'directory', entries: [entry(count)] }));
    }
    return records;
  };
  const records: Records = { read, streams: store.streams };
  return { store, records, counted: () => count };
}

test('where an outage is announced meanwhile, all is read anew, until the directory is at rest', async () => {
  const { records, store } = await writtenWhileRead((count) => announced(`b${count}`), 3);
  const contents = await steadyContents(records);
  expect(contents.get('directory')).toEqual(await store.read('directory', 0));
  expect(contents.get('directory')).toHaveLength(4);
});

test('what becomes of notices meanwhile is not waited for', async () => {
  const { counted, records } = await writtenWhileRead(() => ({ kind: 'noticeStepDone' }), 1_000);
  const contents = await steadyContents(records);
  expect(contents.get('directory')).toHaveLength(1);
  expect(counted()).toBe(1);
});

test('a directory that never comes to rest is told as that', async () => {
  const { records } = await writtenWhileRead((count) => announced(`b${count}`), 1_000);
  await expect(steadyContents(records)).rejects.toThrow(StoreFault);
});
