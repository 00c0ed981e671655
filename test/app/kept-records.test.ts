import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createBooks } from '../../src/app/books.ts';
import { directoryFold, outageFold } from '../../src/app/fold.ts';
import { readDirectory, readOutage } from '../../src/app/read-outages.ts';
import { directoryEventSchema } from '../../src/domain/directory-event.ts';
import { outageEventSchema } from '../../src/domain/outage-event.ts';
import { outageStatistics } from '../../src/domain/outage-statistics.ts';
import { phraseEventSchema } from '../../src/intent/phrase-event.ts';
import { readBackupText } from '../../src/storage/backup-text.ts';
import type { Contents } from '../../src/storage/backup-text.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import type { StreamName } from '../../src/storage/store.ts';

/**
 * Records as earlier versions wrote them, each file under the day it was kept on: at least one event of every kind there
 * was. They are never changed. An event that gets another shape goes on being read in its old one, or this fails; a new
 * version keeps a file of its own beside them.
 */
const folder = join(import.meta.dirname, 'kept');
const kept = globSync('*.backup', { cwd: folder }).map(
  (file) => [file, readBackupText(readFileSync(join(folder, file), 'utf8'))] as const,
);

function schemaOf(stream: StreamName) {
  if (stream === 'directory') return directoryEventSchema;
  return stream === 'phrases' ? phraseEventSchema : outageEventSchema;
}

const foldOf = (stream: StreamName) =>
  stream === 'directory'
    ? directoryFold()
    : outageFold(stream.slice(stream.indexOf('/') + 1), stream.startsWith('drills'));

async function storeWith(contents: Contents) {
  const store = createMemoryStore();
  for (const [stream, records] of contents) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await store.takeOver(stream, records);
  }
  return store;
}

test('a file of what is written today is kept', () => {
  expect(kept.map(([file]) => file)).toContain('2026-11-27.backup');
});

describe.each(kept)('records as they were written: %s', (_file, contents) => {
  test('are read, every event of them, and nothing of any is lost on the way', () => {
    for (const [stream, records] of contents) {
      const entries = records.flatMap((record) => record.entries);
      expect(entries.map((entry) => schemaOf(stream).parse(entry))).toEqual(entries);
    }
  });

  test('fold to a state, and each stream can be written on', async () => {
    await using store = await storeWith(contents);
    for (const [stream, records] of contents) {
      const appended = store.append({ stream, expectedVersion: records.length, recordedAt: 1, entries: [] });
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await appended).toMatchObject({ record: { previous: records.at(-1)?.hash } });
    }
    for (const [stream, records] of [...contents].filter(([name]) => name !== 'phrases')) {
      const fold = foldOf(stream);
      fold.take(records);
      expect(fold.version).toBe(records.length);
    }
  });
});

test('what was kept on 27 November 2026 still means what it meant then', async () => {
  const contents = new Map(kept).get('2026-11-27.backup') ?? new Map();
  await using store = await storeWith(contents);
  const { announced, directory } = await readDirectory(store);
  expect([...directory.units.values()].map(({ name }) => name)).toEqual([
    'Avdelning 24',
    'Avdelning 31',
    'Ange bistand',
    'Timra bistand',
    'Hc Centrum',
  ]);
  const read = await Promise.all(announced.map((one) => readOutage(store, one)));
  const [outage] = read.flatMap((one) => one?.outage ?? []);
  if (outage === undefined) throw new Error('There is no outage');
  expect(outage).toMatchObject({ state: 'closed', kind: 'unplanned', reason: 'Klart' });
  expect(outageStatistics(outage, directory).whole).toMatchObject({ cases: 2, entries: 3, confirmed: 1 });
  const now = (): Date => new Date(outage.endedAt ?? 0);
  const books = createBooks({ store, now, configuredCoordinators: [], issueNotices: () => [] });
  expect((await books.world()).outages.size).toBe(0);
});
