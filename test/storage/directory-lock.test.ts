import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { lockDirectory } from '../../src/storage/directory-lock.ts';
import { openFileStore } from '../../src/storage/file-store.ts';
import { isAlive, ownIdentity, processIdentity } from '../../src/storage/process-identity.ts';
import type { ProcessIdentity } from '../../src/storage/process-identity.ts';
import { StoreFault } from '../../src/storage/store.ts';
import { append } from './append-builder.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** Locks each directory that it is given on stdin, keeps it, and says whether it got it. */
const locker = `
  import { createInterface } from 'node:readline';
  import { lockDirectory } from ${JSON.stringify(join(import.meta.dirname, '../../src/storage/directory-lock.ts'))};
  console.log('ready');
  for await (const directory of createInterface(process.stdin)) {
    console.log(await lockDirectory(directory).then(() => 'got it', (fault) => fault.message));
  }
`;

/** A process of its own that locks; it lives until it is killed. */
async function startLocker() {
  const child = spawn(process.execPath, ['--input-type=module', '-e', locker], {
    env: {},
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string> => String((await lines.next()).value);
  expect(await nextLine()).toBe('ready');
  return {
    pid: child.pid,
    lock(directory: string): Promise<string> {
      child.stdin.write(`${directory}\n`);
      return nextLine();
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
    },
  };
}

/** No process has this id: it is beyond the highest that Linux gives. */
const nobody = 4_194_304 + 1;
const lockText = (changes: Partial<ProcessIdentity>): string =>
  JSON.stringify({ ...ownIdentity(), ...changes });
const identityIn = async (path: string): Promise<ProcessIdentity> =>
  processIdentity.parse(JSON.parse(await readFile(path, 'utf8')));

describe('a data directory that is in use', () => {
  test('is refused to whoever comes second in the same process, until it is closed', async () => {
    await using place = await temporaryDirectory();
    const first = await openFileStore(place.path);
    await expect(openFileStore(place.path)).rejects.toThrow(
      new StoreFault(
        `Datamappen ${place.path} används redan av process ${process.pid}. Stäng den först, eller ange en ` +
          'annan mapp för den här. Bara en process i taget får använda en datamapp.',
      ),
    );
    await first[Symbol.asyncDispose]();
    await using second = await openFileStore(place.path);
    expect(await second.append(append())).toMatchObject({ kind: 'appended' });
  });

  test('is refused to another process while the first lives, and is free when it was killed', async () => {
    await using place = await temporaryDirectory();
    await using other = await startLocker();
    expect(await other.lock(place.path)).toBe('got it');
    await expect(openFileStore(place.path)).rejects.toThrow(`används redan av process ${other.pid}.`);
    await other[Symbol.asyncDispose]();
    await using store = await openFileStore(place.path);
    expect(await store.fault()).toBeUndefined();
    expect(await identityIn(join(place.path, 'lock'))).toEqual(ownIdentity());
  });

  test('leaves no files of those that were refused', async () => {
    await using place = await temporaryDirectory();
    const lock = await lockDirectory(place.path);
    await expect(lockDirectory(place.path)).rejects.toThrow(StoreFault);
    expect(await readdir(place.path)).toEqual(['lock']);
    await lock.release();
    expect(await readdir(place.path)).toEqual([]);
  });
});

describe('a lock that was left behind', () => {
  test.each<[string, () => string]>([
    ['by a process that is dead', () => lockText({ pid: nobody })],
    ['before the machine was restarted', () => lockText({ bootId: 'an earlier one' })],
    ['by a container before its restart: the same process id', () => lockText({ startedAt: '1' })],
    ['by a process whose id another one has now', () => lockText({ pid: process.ppid, startedAt: '1' })],
    ['empty, by a loss of power', () => ''],
    ['by something else', () => '{"pid":"x"}'],
  ])('%s is taken over', async (_, text) => {
    await using place = await temporaryDirectory();
    await writeFile(join(place.path, 'lock'), text());
    const lock = await lockDirectory(place.path);
    lock.check();
    expect(await identityIn(join(place.path, 'lock'))).toEqual(ownIdentity());
    expect(await readdir(place.path)).toEqual(['lock']);
  });

  test('is taken over also where the last one to do so died in the middle', async () => {
    await using place = await temporaryDirectory();
    for (const name of ['lock', 'lock.removal', 'lock.removal.removal']) {
      await writeFile(join(place.path, name), lockText({ pid: nobody }));
    }
    await lockDirectory(place.path);
    expect(await readdir(place.path)).toEqual(['lock']);
  });

  test('goes to one of those that start at once', async () => {
    await using place = await temporaryDirectory();
    const lockers = await Promise.all(Array.from({ length: 4 }, () => startLocker()));
    for (let round = 0; round < 30; round++) {
      const directory = join(place.path, String(round));
      await mkdir(directory);
      if (round % 3 > 0) await writeFile(join(directory, 'lock'), lockText({ pid: nobody }));
      if (round % 3 > 1) await writeFile(join(directory, 'lock.removal'), lockText({ pid: nobody }));
      const outcomes = await Promise.all(lockers.map((one) => one.lock(directory)));
      expect(outcomes.filter((outcome) => outcome === 'got it')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome.includes('används redan av process'))).toHaveLength(3);
    }
    await Promise.all(lockers.map((one) => one[Symbol.asyncDispose]()));
  });
});

describe('a store whose directory another process has taken over', () => {
  test('writes no more, says why, and leaves the lock to the other', async () => {
    await using place = await temporaryDirectory();
    const store = await openFileStore(place.path);
    await store.append(append());
    const taken = lockText({ startedAt: '1' });
    await writeFile(join(place.path, 'lock'), taken);
    const before = await readFile(join(place.path, 'outages/a1.jsonl'), 'utf8');
    await expect(store.append(append())).rejects.toThrow(/har tagits över av en annan process/);
    await expect(store.erase('outages/a1')).rejects.toThrow(StoreFault);
    expect(await store.fault()).toMatch(/Inget mer sparas härifrån\. Se till att bara en instans kör/);
    expect(await readFile(join(place.path, 'outages/a1.jsonl'), 'utf8')).toBe(before);
    await store[Symbol.asyncDispose]();
    expect(await readFile(join(place.path, 'lock'), 'utf8')).toBe(taken);
  });
});

test('a process is told from a later one by when it began', () => {
  const own = ownIdentity();
  expect(isAlive(own)).toBe(true);
  expect(isAlive({ ...own, startedAt: `${own.startedAt}0` })).toBe(false);
  expect(isAlive({ ...own, bootId: 'another' })).toBe(false);
  expect(isAlive({ ...own, pid: nobody })).toBe(false);
});

test.runIf(process.platform === 'linux')(
  'a process that has ended is dead before its parent has asked',
  async () => {
    // The shell's child ends; the shell has become a program that never asks how.
    const child = spawn('bash', ['-c', 'sleep 0.2 & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [line] = await once(createInterface(child.stdout), 'line');
    const pid = Number(line);
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const identity = { ...ownIdentity(), pid, startedAt: stat.split(') ')[1]?.split(' ')[19] ?? '' };
    expect(isAlive(identity)).toBe(true);
    await expect.poll(() => isAlive(identity), { timeout: 10_000 }).toBe(false);
    expect(await readFile(`/proc/${pid}/stat`, 'utf8')).toContain(') Z ');
    child.kill('SIGKILL');
  },
);
