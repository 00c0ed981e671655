import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createBooks } from '../../src/app/books.ts';
import { openFileStore } from '../../src/storage/file-store.ts';
import { readOnlyFiles } from '../../src/storage/read-only-files.ts';
import type { Entry, Store, StreamName } from '../../src/storage/store.ts';
import { openToOthers, withoutUmask } from '../support/open-to-others.ts';
import { runTool } from '../support/run-tool.ts';
import { declared, logged, openLogStage } from '../support/unit-stage.ts';
import { temporaryDirectory } from '../storage/temporary-directory.ts';

/** Every file under a directory but the lock, by its name. */
async function filesIn(directory: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries.filter((one) => one.isFile()).map(({ name, parentPath }) => join(parentPath, name));
  const texts = paths
    .filter((path) => !path.endsWith('/lock'))
    .toSorted()
    .map(async (path) => [path.slice(directory.length), await readFile(path, 'utf8')] as const);
  return new Map(await Promise.all(texts));
}

const worldIn = (store: Store) =>
  createBooks({ store, now: () => new Date(0), configuredCoordinators: [], issueNotices: () => [] }).world();

/** A service's directory in which an outage runs and a call is logged, and room for copies beside it. */
async function openService() {
  const place = await temporaryDirectory();
  const data = join(place.path, 'data');
  const store = await openFileStore(data);
  const stage = await openLogStage(store);
  await declared(stage);
  await logged(stage);
  return {
    store,
    data,
    copy: join(place.path, 'kopia.backup'),
    restored: join(place.path, 'restored'),
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]();
      await place[Symbol.asyncDispose]();
    },
  };
}

describe('a backup', () => {
  test('taken beside the service and put into an empty store is the same, byte for byte', async () => {
    using mask = new DisposableStack();
    mask.use(withoutUmask());
    await using service = await openService();
    const { copy, data, restored, store } = service;
    expect(await runTool('backup', ['--to', copy], { DATA_DIR: data })).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/kopia\.backup: 2 strömmar, \d+ poster/),
      stderr: '',
    });
    const { code, stdout } = await runTool('restore', ['--from', copy, '--data', restored]);
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^directory: \d+ poster/m),
    });
    expect(stdout).toContain(`är tillbaka i ${restored}, och`);
    expect(await filesIn(restored)).toEqual(await filesIn(data));
    for (const path of [data, copy, restored]) expect(await openToOthers(path)).toEqual([]);
    await using again = await openFileStore(restored);
    expect(await worldIn(again)).toEqual(await worldIn(store));
  });

  test('taken while writing goes on is each stream from its beginning, and every outage in it is announced', async () => {
    await using place = await temporaryDirectory();
    const data = join(place.path, 'data');
    await using store = await openFileStore(data);
    const writing = new AbortController();
    const written = writeOn(store, writing.signal);
    const copies = ['a', 'b', 'c'].map((name) => join(place.path, name));
    for (const copy of copies) {
      expect(await runTool('backup', ['--to', copy, '--data', data])).toMatchObject({ code: 0, stderr: '' });
    }
    writing.abort();
    expect(await written).toBeGreaterThan(100);
    const all = await filesIn(data);
    for (const copy of copies) {
      const restored = `${copy}-restored`;
      expect(await runTool('restore', ['--from', copy, '--data', restored])).toMatchObject({ code: 0 });
      const files = await filesIn(restored);
      for (const [name, text] of files) expect(all.get(name)?.startsWith(text)).toBe(true);
      const announced = files.get('/directory.jsonl') ?? '';
      const outages = [...files.keys()].filter((name) => name.startsWith('/outages/'));
      expect(
        outages.filter((name) => !announced.includes(name.slice('/outages/'.length, -'.jsonl'.length))),
      ).toEqual([]);
      expect(outages.length).toBeGreaterThan(0);
    }
  });

  test('is not written over another file', async () => {
    await using service = await openService();
    await writeFile(service.copy, 'en annan');
    const { code, stderr } = await runTool('backup', ['--to', service.copy, '--data', service.data]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/finns redan/) });
    expect(await readFile(service.copy, 'utf8')).toBe('en annan');
  });

  test('of a directory that has nothing is refused: the name is wrong', async () => {
    await using place = await temporaryDirectory();
    const run = await runTool('backup', ['--to', join(place.path, 'x'), '--data', join(place.path, 'fel')]);
    expect(run).toMatchObject({ code: 2, stderr: expect.stringMatching(/inget att kopiera i .*fel/) });
    expect(await readdir(place.path)).toEqual([]);
  });

  test('of a damaged store is refused, and names the file and the line', async () => {
    await using service = await openService();
    const path = join(service.data, 'directory.jsonl');
    await writeFile(path, (await readFile(path, 'utf8')).replace('Avdelning 24', 'Avdelning 25'));
    const { code, stderr } = await runTool('backup', ['--to', service.copy, '--data', service.data]);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/directory\.jsonl rad \d+ är skadad/),
    });
  });
});

describe('restoring', () => {
  test('into a store that has something is refused, and changes nothing', async () => {
    await using service = await openService();
    await runTool('backup', ['--to', service.copy, '--data', service.data]);
    await service.store[Symbol.asyncDispose]();
    const before = await filesIn(service.data);
    const run = await runTool('restore', ['--from', service.copy, '--data', service.data]);
    expect(run).toMatchObject({ code: 2, stderr: expect.stringMatching(/finns redan 2 strömmar/) });
    expect(await filesIn(service.data)).toEqual(before);
  });

  test('where a service runs is refused', async () => {
    await using service = await openService();
    await runTool('backup', ['--to', service.copy, '--data', service.data]);
    const run = await runTool('restore', ['--from', service.copy, '--data', service.data]);
    expect(run).toMatchObject({ code: 1, stderr: expect.stringMatching(/används redan av process/) });
  });

  test('a damaged backup changes nothing', async () => {
    await using service = await openService();
    await runTool('backup', ['--to', service.copy, '--data', service.data]);
    await writeFile(service.copy, (await readFile(service.copy, 'utf8')).replace('Lisa', 'Elsa'));
    const run = await runTool('restore', ['--from', service.copy, '--data', service.restored]);
    expect(run).toMatchObject({ code: 1, stderr: expect.stringMatching(/kontrollsumman/) });
    expect(await readOnlyFiles(service.restored).streams()).toEqual([]);
  });

  test.each([
    ['without a file', [], /from: saknas/],
    ['with an option that is none', ['--form', 'x'], /form/],
  ])('%s says how it is done', async (_how, args, told) => {
    const { code, stderr } = await runTool('restore', args);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(told) });
    expect(stderr).toMatch(/npm run --silent restore/);
  });
});

/** Announces outages and writes in them, and tells of notices all the time, until told to stop; how much it wrote. */
async function writeOn(store: Store, signal: AbortSignal): Promise<number> {
  let written = 0;
  let outages = 0;
  const write = async (stream: StreamName, entry: Entry): Promise<void> => {
    await store.append({ stream, expectedVersion: 'any', recordedAt: written, entries: [entry] });
    written += 1;
  };
  while (!signal.aborted) {
    if (written >= outages * 300) outages += 1;
    const outage = `o${outages}`;
    if (written < (outages - 1) * 300 + 3)
      await write('directory', { kind: 'outageOpened', outage, isDrill: false });
    await write('directory', { kind: 'noticeStepDone', text: 'å'.repeat(300) });
    await write(`outages/${outage}`, { kind: 'noted', text: 'Ringde Ånge' });
    await write('phrases', { kind: 'phraseMissed' });
  }
  return written;
}
