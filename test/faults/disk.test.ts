import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { createDisk, systemError } from '../storage/disk-double.ts';
import type { DiskDouble } from '../storage/disk-double.ts';
import { temporaryDirectory } from '../storage/temporary-directory.ts';
import { freePort } from '../support/free-port.ts';
import { buildFaultStage, declared, kindsIn, unitsOf, updated } from '../support/fault-stage.ts';
import type { FaultStage } from '../support/fault-stage.ts';

const main = join(import.meta.dirname, '../../src/main.ts');
const start = /Avbrott i Lifecare SP sedan/;
const refuse = (code: string) => (): Promise<never> => Promise.reject(systemError(code));

/** Nothing is called saved, questions are answered, operations are told. */
async function expectUnsaved(stage: FaultStage): Promise<void> {
  const answer = await stage.coordinate('outage.declare', declared);
  expect(answer).toContain('Det gick inte att spara');
  expect(answer).toContain('Driften felsöker.');
  expect(answer).not.toContain('Sparat');
  expect((await stage.ask()).at(-1)).toContain('0690');
  expect((await stage.ready()).status).toBe(503);
  expect((await fetch(`http://127.0.0.1:${stage.bot().port}/health`)).status).toBe(200);
}

/** It is saved and told once, as if nothing had been. */
async function expectSaved(stage: FaultStage): Promise<void> {
  expect(await stage.coordinate('outage.declare', declared)).toContain('Sparat');
  await stage.settled();
  expect((await stage.ready()).status).toBe(200);
  for (const unit of unitsOf(stage)) expect(stage.posts(unit, start)).toHaveLength(1);
  expect(kindsIn(await stage.records()).filter((kind) => kind === 'outageDeclared')).toHaveLength(1);
}

describe.each([
  ['full', 'ENOSPC'],
  ['over its quota', 'EDQUOT'],
  ['read-only', 'EROFS'],
])('a disk that becomes %s under the service', (_what, code) => {
  test('makes nothing be called saved: the form comes back, questions are answered, and it is saved when it can be', async () => {
    const disk = createDisk();
    await using stage = await buildFaultStage({ openFile: disk.openFile });
    disk.trouble.write = refuse(code);
    await expectUnsaved(stage);
    expect(kindsIn(await stage.records())).not.toContain('outageDeclared');
    delete disk.trouble.write;
    await expectSaved(stage);
  });

  test('while notices go out makes none be sent twice: what Teams took is recorded when it can be', async () => {
    const disk = createDisk();
    await using stage = await buildFaultStage({ openFile: disk.openFile });
    const release = stage.double.connector.hold();
    await stage.coordinate('outage.declare', declared);
    await stage.double.connector.reached(3);
    disk.trouble.write = refuse(code);
    release();
    await stage.logs(/notice not recorded/, 3);
    delete disk.trouble.write;
    await stage.settled();
    for (const unit of unitsOf(stage)) expect(stage.posts(unit, start)).toHaveLength(1);
  });
});

describe('a disk that does not confirm what was written', () => {
  test('makes nothing be called saved until the next start, which goes on from what is there', async () => {
    const disk: DiskDouble = createDisk();
    await using stage = await buildFaultStage({ openFile: disk.openFile });
    disk.trouble.datasync = refuse('EIO');
    await expectUnsaved(stage);
    delete disk.trouble.datasync;
    await expectUnsaved(stage);
    await stage.restart();
    expect((await stage.ready()).status).toBe(200);
    await stage.settled();
    const isThere = kindsIn(await stage.records()).includes('outageDeclared');
    const again = await stage.coordinate(
      isThere ? 'outage.update' : 'outage.declare',
      isThere ? updated : declared,
    );
    expect(again).toContain('Sparat');
  });
});

describe('a data directory that disappears under the service', () => {
  test('makes nothing be called saved, and is used again when it is back', async () => {
    await using stage = await buildFaultStage();
    const away = `${stage.directory}.away`;
    await rename(stage.directory, away);
    await expectUnsaved(stage);
    await rename(away, stage.directory);
    await expectSaved(stage);
    expect(await readdir(stage.directory)).toContain('outages');
  });

  test('for good keeps the service from calling anything saved, and it still ends well', async () => {
    await using stage = await buildFaultStage();
    await rm(stage.directory, { recursive: true });
    await expectUnsaved(stage);
    await stage.logs(/fault/);
    await stage.stop();
    expect(existsSync(stage.directory)).toBe(false);
  });

  test('and comes back as another is not written to: nothing is called saved until it is the one that was there', async () => {
    await using stage = await buildFaultStage();
    const away = `${stage.directory}.away`;
    await stage.coordinate('outage.declare', declared);
    await stage.settled();
    await rename(stage.directory, away);
    await using other = await temporaryDirectory();
    await rename(other.path, stage.directory);
    expect(await stage.coordinate('outage.update', updated)).toContain('Det gick inte att spara');
    expect(await readdir(stage.directory)).toEqual([]);
    await rm(stage.directory, { recursive: true });
    await rename(away, stage.directory);
    expect(await stage.coordinate('outage.update', updated)).toContain('Sparat');
  });
});

test.runIf(existsSync('/dev/full'))(
  'a log whose disk is full is lost, and the service goes on and ends well',
  async () => {
    await using place = await temporaryDirectory();
    const port = await freePort();
    const env = { ALLOW_ANONYMOUS: 'true', DATA_DIR: place.path, PORT: `${port}` };
    const child = spawn('sh', ['-c', 'exec "$0" "$1" > /dev/full', process.execPath, main], { env });
    const closed = once(child, 'close');
    try {
      const health = async (): Promise<number> =>
        fetch(`http://127.0.0.1:${port}/ready`).then(
          ({ status }) => status,
          () => 0,
        );
      await expect.poll(health, { timeout: 20_000, interval: 20 }).toBe(200);
      child.kill('SIGTERM');
      expect(await closed).toEqual([0, null]);
    } finally {
      child.kill('SIGKILL');
    }
  },
);

/** Runs the process to its end; what it says on stderr, and its exit code. */
async function endOf(
  shell: string,
  directory: string,
): Promise<{ readonly code: number; readonly said: string }> {
  const env = { ALLOW_ANONYMOUS: 'true', DATA_DIR: directory };
  const command = ['-c', `${shell} exec "$0" "$@"`, process.execPath, main];
  const child = spawn('sh', command, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const [[code], said] = await Promise.all([once(child, 'close'), text(child.stderr)]);
  return { code: Number(code), said };
}

describe('a start', () => {
  test('on a full disk says so and what to do, in one line', async () => {
    await using place = await temporaryDirectory();
    // Nothing can be made larger than nothing.
    expect(await endOf('ulimit -f 0;', join(place.path, 'data'))).toEqual({
      code: 1,
      said: expect.stringMatching(/^Datamappen .* \(EFBIG\)\. Disken är full: frigör plats\.\n$/),
    });
  });

  test.runIf(existsSync('/sys/kernel'))(
    'on a read-only directory says so and what to do, in one line',
    async () => {
      expect(await endOf('', '/sys/kernel')).toEqual({
        code: 1,
        said: expect.stringMatching(
          /^Datamappen \/sys\/kernel .*Ge tjänsten rätt att läsa och skriva där\.\n$/,
        ),
      });
    },
  );
});
