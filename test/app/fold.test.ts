import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { outageFold } from '../../src/app/fold.ts';
import { outageEventSchema } from '../../src/domain/outage-event.ts';
import { readBackupText } from '../../src/storage/backup-text.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import type { Entry } from '../../src/storage/store.ts';
import { mutated } from '../support/fuzz-mutation.ts';

/** Events of every kind, as they were kept. */
const kept = readBackupText(readFileSync(join(import.meta.dirname, 'kept/2026-11-27.backup'), 'utf8'));
const events = [...kept]
  .filter(([stream]) => /^(?:outages|drills)\//.test(stream))
  .flatMap(([, records]) => records.flatMap(({ entries }) => entries));
/** Enough that the check of them is compiled. */
const many: readonly Entry[] = Array.from({ length: 25_000 }, (_none, at) => ({
  kind: 'noticeDropped',
  at,
  key: `key-${at}`,
}));

/** The records of a stream, of which each has so many of the entries. */
async function recordsOf(entries: readonly Entry[], perRecord: number) {
  await using store = createMemoryStore();
  for (let from = 0; from < entries.length; from += perRecord) {
    const some = entries.slice(from, from + perRecord);
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await store.append({ stream: 'outages/o1', expectedVersion: 'any', recordedAt: 1, entries: some });
  }
  return store.read('outages/o1', 0);
}

/** What is wrong with the first of them that is no event; undefined where each is one. */
async function refusalOf(entries: readonly Entry[]): Promise<unknown> {
  const records = await recordsOf(entries, 30_000);
  try {
    outageFold('o1', false).take(records);
    return undefined;
  } catch (error) {
    return error instanceof z.ZodError ? error.issues : error;
  }
}

test('a stream that is read at once comes to what it came to as it was written', async () => {
  const records = await recordsOf([...events, ...many], 1_000);
  const whole = outageFold('o1', false);
  whole.take(records);
  const grown = outageFold('o1', false);
  for (const record of records) grown.take([record]);
  expect([whole.version, whole.head]).toEqual([grown.version, grown.head]);
  expect(whole.state).toEqual(grown.state);
  expect(whole.state.outbox.keys.has('key-24999')).toBe(true);
});

test('what is no event is refused among very many as it is alone', async () => {
  const odd: Entry = { kind: 'noticeDropped', at: 'noon', key: 'odd' };
  const alone = await refusalOf([odd]);
  expect(alone).toMatchObject([{ path: ['at'] }]);
  expect(await refusalOf([...many, odd])).toEqual(alone);
  expect(await refusalOf(many)).toBeUndefined();
});

test('the compiled check takes what the schema takes, of every kind of event, whatever is changed in it', () => {
  const compiled = z.compile(outageEventSchema, { strict: true });
  const mutation = fc.record({
    at: fc.nat(),
    how: fc.constantFrom('remove' as const, 'replace' as const, 'wrap' as const, 'add-key' as const),
    junk: fc.oneof(
      fc.constantFrom(null, '', 'region', 'K7M-3F', 0, -1, 1.5, true, '2026-02-30'),
      fc.jsonValue(),
    ),
  });
  for (const event of events) expect(compiled.validate(event)).toBe(true);
  fc.assert(
    fc.property(fc.constantFrom(...events), mutation, (event, change) => {
      const odd = mutated(event, change);
      expect(compiled.validate(odd)).toBe(outageEventSchema.safeParse(odd).success);
    }),
    { numRuns: 5_000 },
  );
});
