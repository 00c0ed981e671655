import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupText, readBackupText } from '../../src/storage/backup-text.ts';
import type { Contents } from '../../src/storage/backup-text.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { StoreFault } from '../../src/storage/store.ts';
import type { StreamName } from '../../src/storage/store.ts';
import { append } from './append-builder.ts';

const store = createMemoryStore();
const streams: readonly StreamName[] = ['directory', 'outages/a1', 'drills/b2'];
for (const stream of streams) {
  for (const recordedAt of [1, 2, 3]) await store.append(append({ stream, recordedAt }));
}
const contents: Contents = new Map(
  await Promise.all(streams.map(async (stream) => [stream, await store.read(stream, 0)] as const)),
);
const text = backupText(contents);

describe('a backup', () => {
  test('gives back every record as it was, with its version and its hash', () => {
    expect([...readBackupText(text)]).toEqual([...contents]);
    expect(backupText(readBackupText(text))).toBe(text);
  });

  test('of nothing is read as nothing', () => {
    expect(readBackupText(backupText(new Map()))).toEqual(new Map());
    expect(readBackupText(backupText(new Map([['directory', []]])))).toEqual(new Map());
  });

  test('of which any byte is another is refused', () => {
    const bytes = Buffer.from(text);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ change;
        expect(() => readBackupText(changed.toString())).toThrow(StoreFault);
      }),
      { numRuns: 500 },
    );
  });

  test('that is cut off anywhere is refused', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), (length) => {
        expect(() => readBackupText(text.slice(0, length))).toThrow(StoreFault);
      }),
    );
  });

  test.each(['', '\n', '{}\n', 'hej', '{"avbrottsboten":"backup","format":2}\n{"sha256":""}\n'])(
    '%j is none',
    (other) => {
      expect(() => readBackupText(other)).toThrow(/ingen säkerhetskopia/);
    },
  );

  test('sealed anew over a changed record is refused by the chain', () => {
    const changed = new Map(contents).set(
      'outages/a1',
      (contents.get('outages/a1') ?? []).map((record) => ({ ...record, recordedAt: 9 })),
    );
    expect(() => readBackupText(backupText(changed))).toThrow('kedjan i outages/a1 håller inte efter post 0');
  });
});
