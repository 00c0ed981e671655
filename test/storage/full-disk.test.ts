import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { isNextInChain } from '../../src/storage/chain.ts';
import { openFileStore } from '../../src/storage/file-store.ts';
import { append } from './append-builder.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const large = { kind: 'noted', text: 'å'.repeat(2500) };

/** Writes until nothing fits, then what is small enough; says what came of it. */
const writer = `
  import { openFileStore } from ${JSON.stringify(join(import.meta.dirname, '../../src/storage/file-store.ts'))};
  const store = await openFileStore(process.argv[1]);
  const append = (stream, entry) =>
    store.append({ stream, expectedVersion: 'any', recordedAt: 1, entries: [entry] })
      .then(({ record }) => record.version, (fault) => fault.message);
  let last;
  let refused;
  while (refused === undefined) {
    const outcome = await append('outages/a1', ${JSON.stringify(large)});
    if (typeof outcome === 'number') last = outcome;
    else refused = outcome;
  }
  const small = await append('outages/a1', { kind: 'small' });
  const other = await append('directory', ${JSON.stringify(large)});
  console.log(JSON.stringify({ last, refused, small, other }));
`;
const outcome = z.object({ last: z.number(), refused: z.string(), small: z.number(), other: z.number() });

test('where no more fits, whole records stay, smaller ones still go in, and other files are not touched', async () => {
  await using place = await temporaryDirectory();
  // The system's limit on the size of a file, in blocks of 1024 bytes.
  const { stdout } = await promisify(execFile)(
    'bash',
    ['-c', 'ulimit -f 32; exec "$0" "$@"', process.execPath, '--input-type=module', '-e', writer, place.path],
    { env: {} },
  );
  const { last, refused, small, other } = outcome.parse(JSON.parse(stdout));
  expect(refused).toMatch(/a1\.jsonl kunde inte skrivas\. Inget av det sparades \(EFBIG\)\. Disken är full/);
  expect({ small, other }).toEqual({ small: last + 1, other: 1 });
  await using store = await openFileStore(place.path);
  const records = await store.read('outages/a1', 0);
  expect(records.map(({ entries }) => entries)).toEqual([
    ...Array.from({ length: last }, () => [large]),
    [{ kind: 'small' }],
  ]);
  expect(records.every((record, at) => isNextInChain(records[at - 1], record))).toBe(true);
});

const shell = (command: string): void => {
  execFileSync('bash', ['-c', command], { stdio: 'ignore' });
};
const canMount = ((): boolean => {
  try {
    shell('unshare -m mount -t tmpfs tmpfs /mnt');
    return true;
  } catch {
    return false;
  }
})();

test.runIf(canMount)('a disk that is full is a fault until something is removed from it', async () => {
  await using place = await temporaryDirectory();
  shell(`mount -t tmpfs -o size=128k tmpfs ${place.path}`);
  try {
    await using store = await openFileStore(place.path);
    const fill = async (): Promise<never> => {
      for (;;) await store.append(append({ stream: 'drills/filler', entries: [large] }));
    };
    await store.append(append());
    await expect(fill()).rejects.toThrow(/filler\.jsonl kunde inte skrivas.*\(ENOSPC\)\. Disken är full/);
    expect(await store.fault()).toMatch(/Inget kan skrivas.*\(ENOSPC\)/);
    await store.erase('drills/filler');
    expect(await store.fault()).toBeUndefined();
    expect(await store.append(append({ expectedVersion: 1 }))).toMatchObject({ record: { version: 2 } });
  } finally {
    shell(`umount ${place.path}`);
  }
});
