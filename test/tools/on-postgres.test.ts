import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPhrases } from '../../src/app/phrases.ts';
import { openFileStore } from '../../src/storage/file-store.ts';
import { closedOutage, timrasOwn, wardsOwn } from '../support/closed-outage.ts';
import type { ClosedOutage } from '../support/closed-outage.ts';
import { temporaryDirectory } from '../storage/temporary-directory.ts';
import { newPostgresPlace } from '../support/postgres-place.ts';
import type { PostgresPlace } from '../support/postgres-place.ts';
import { runTool } from '../support/run-tool.ts';
import type { ToolRun } from '../support/run-tool.ts';

/** A database with what the directory of a service had. */
let closed: ClosedOutage;
let database: PostgresPlace;
beforeAll(async () => {
  [closed, database] = await Promise.all([closedOutage(), newPostgresPlace()]);
  await missSomething(closed.data);
  const { code, stderr } = await onDatabase('move', '--from', closed.data);
  if (code !== 0) throw new Error(stderr);
});
afterAll(() => Promise.all([closed[Symbol.asyncDispose](), database[Symbol.asyncDispose]()]));

const onDatabase = (tool: string, ...args: readonly string[]): Promise<ToolRun> =>
  runTool(tool, args, { DATABASE_URL: database.url });

const everyRecord = async (): Promise<string> =>
  JSON.stringify(await database.run('select * from bot_records'));

const failed = (error: unknown): never => {
  throw error;
};

async function missSomething(data: string): Promise<void> {
  await using store = await openFileStore(data);
  await using phrases = createPhrases({ store, now: () => new Date(0), failed });
  phrases.missed('a', 'ring xylofonen', []);
}

describe('with DATABASE_URL', () => {
  test('what can be taken out beside the service is what the database has', async () => {
    const commands = [
      [['export', '--list'], new RegExp(`^${closed.outage}\\tunplanned\\tclosed\\t`)],
      [['export', '--outage', closed.outage, '--organisation', 'region'], /Lisa Handläggare/],
      [['audit', '--outage', closed.outage], /\tPerson 21\t.*\tläste loggen\t/],
      [['phrases'], /^ring □;;;1$/m],
    ] as const;
    const runs = commands.map(async ([[tool, ...args], told]) => {
      expect(await onDatabase(tool, ...args)).toMatchObject({
        code: 0,
        stderr: '',
        stdout: expect.stringMatching(told),
      });
    });
    await Promise.all(runs);
  });

  test('what is copied, and what is not put back, names the database and nothing that opens it', async () => {
    await using place = await temporaryDirectory();
    const copy = join(place.path, 'kopia');
    const { host, pathname } = new URL(database.url);
    const name = `databasen ${pathname.slice(1)} på ${host}`;
    const copied = await onDatabase('backup', '--to', copy);
    expect(copied).toMatchObject({ code: 0, stderr: '' });
    expect(copied.stdout.split(', ur ')[1]).toBe(`${name}\n`);
    const { code, stderr } = await onDatabase('restore', '--from', copy);
    expect(code).toBe(2);
    expect(stderr.split(' finns redan ')[0]).toBe(`I ${name}`);
  });

  test('erase takes one organisation’s log away, and the chain holds', async () => {
    const wanted = ['--outage', closed.outage, '--organisation', 'region', '--decision', 'DNR 2026/1'];
    const ofWard = wardsOwn.slice(0, 2);
    const before = await everyRecord();
    for (const own of ofWard) expect(before).toContain(own);
    const erased = await onDatabase('erase', ...wanted);
    expect(erased).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/DNR 2026\/1/) });
    const text = await everyRecord();
    for (const own of ofWard) expect(text).not.toContain(own);
    for (const others of timrasOwn) expect(text).toContain(others);
    const { code, stdout } = await onDatabase('audit');
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^outages\/.*kedjan håller/m),
    });
  });
});
