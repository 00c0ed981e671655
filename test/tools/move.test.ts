import { expect, test } from 'vitest';
import { openFileStore } from '../../src/storage/file-store.ts';
import { openPostgresStore } from '../../src/storage/postgres-store.ts';
import type { Store, StreamName } from '../../src/storage/store.ts';
import { append } from '../storage/append-builder.ts';
import { temporaryDirectory } from '../storage/temporary-directory.ts';
import { newPostgresPlace } from '../support/postgres-place.ts';
import { run } from '../support/run-process.ts';

const counts: readonly (readonly [StreamName, number])[] = [
  ['directory', 3],
  ['drills/b2', 1],
  ['outages/a1', 450],
];

/** A directory with records of every kind of stream, and an empty database. */
async function openStage() {
  await using stack = new AsyncDisposableStack();
  const directory = stack.use(await temporaryDirectory());
  const place = stack.use(await newPostgresPlace());
  await using from = await openFileStore(directory.path);
  for (const [stream, count] of counts) await fill(from, stream, count);
  const all = stack.move();
  return {
    path: directory.path,
    to: () => openPostgresStore(place.url),
    move: async (...args: readonly string[]) => {
      const moving = run('tools/move.ts', { DATABASE_URL: place.url }, args);
      const said: string[] = [];
      moving.child.stdout?.on('data', (text) => said.push(String(text)));
      return { ...(await moving.ended()), stdout: said.join('') };
    },
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

const fill = (store: Store, stream: StreamName, count: number, begin = 0): Promise<unknown> =>
  Promise.all(
    Array.from({ length: count }, (_none, at) => {
      const entries = [{ kind: 'noted', at: begin + at, text: 'Åäö "😀" \\ \u0000' }];
      return store.append(append({ stream, recordedAt: begin + at, entries }));
    }),
  );

test('every record is moved, with its place, time and hash, and the directory is left as it was', async () => {
  await using stage = await openStage();
  const { code, said, stdout } = await stage.move('--from', stage.path);
  expect({ code, said }).toEqual({ code: 0, said: '' });
  expect(stdout.split('\n').slice(0, 4)).toEqual([
    'directory\t3',
    'drills/b2\t1',
    'outages/a1\t450',
    'Flyttat: 454 poster i 3 strömmar. Båda är lästa igen och lika, post för post.',
  ]);
  await using from = await openFileStore(stage.path);
  await using to = await stage.to();
  expect(await to.streams()).toEqual(counts.map(([stream]) => stream));
  for (const [stream, count] of counts) {
    const records = await from.read(stream, 0);
    expect(records).toHaveLength(count);
    expect(await to.read(stream, 0)).toEqual(records);
  }
});

test('a move that was broken off is finished when it is run again, and once more changes nothing', async () => {
  await using stage = await openStage();
  await using to = await stage.to();
  await fill(to, 'outages/a1', 200);
  const first = await stage.move('--from', stage.path);
  expect([first.code, first.said]).toEqual([0, '']);
  expect(await stage.move('--from', stage.path)).toEqual(first);
  expect(await to.read('outages/a1', 0)).toHaveLength(450);
});

test('a directory that a service uses is not moved', async () => {
  await using stage = await openStage();
  const service = await openFileStore(stage.path);
  const { code, said } = await stage.move('--from', stage.path);
  await service[Symbol.asyncDispose]();
  expect([code, said]).toEqual([1, expect.stringContaining(`används redan av process ${process.pid}`)]);
  await using to = await stage.to();
  expect(await to.streams()).toEqual([]);
});

test.each<readonly [string, StreamName, number]>([
  ['another stream', 'outages/other', 0],
  ['another record', 'outages/a1', 7],
])('a database that has %s is left as it is', async (_what, stream, begin) => {
  await using stage = await openStage();
  await using to = await stage.to();
  await fill(to, stream, 1, begin);
  const { code, said } = await stage.move('--from', stage.path);
  expect([code, said]).toEqual([1, expect.stringContaining(`inte kommer från mappen (${stream})`)]);
  expect(await to.streams()).toEqual([stream]);
  expect(await to.read(stream, 0)).toHaveLength(1);
});

test('what is missing is said, with how it is done', async () => {
  await using stage = await openStage();
  const without = await run('tools/move.ts', {}, ['--from', stage.path]).ended();
  expect([without.code, without.said]).toEqual([
    1,
    expect.stringMatching(/^DATABASE_URL: saknas; ange till exempel postgres:/),
  ]);
  expect((await stage.move()).said).toMatch(/^Så flyttar du in allt/);
  expect((await stage.move('--from', '/finns/inte')).said).toMatch(/^Mappen \/finns\/inte finns inte\./);
});
