import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eraseLog } from '../../src/app/erase-log.ts';
import { readDirectory, readOutage } from '../../src/app/read-outages.ts';
import { outageStatistics } from '../../src/domain/outage-statistics.ts';
import { checkChain } from '../../src/storage/chain.ts';
import { openFileStore } from '../../src/storage/file-store.ts';
import { readOnlyFiles } from '../../src/storage/read-only-files.ts';
import type { StoredRecord } from '../../src/storage/store.ts';
import { closedOutage, timrasOwn, wardsOwn } from '../support/closed-outage.ts';
import type { ClosedOutage } from '../support/closed-outage.ts';
import { openToOthers, withoutUmask } from '../support/open-to-others.ts';
import { runTool } from '../support/run-tool.ts';
import type { ToolRun } from '../support/run-tool.ts';

let closed: ClosedOutage;
let before: readonly StoredRecord[];
let bytesBefore: string;
let run: ToolRun;
beforeAll(async () => {
  closed = await closedOutage();
  [before, bytesBefore] = [await records(), await allBytes()];
  using mask = new DisposableStack();
  mask.use(withoutUmask());
  run = await byDecision('region');
});
afterAll(() => closed[Symbol.asyncDispose]());

const decision = 'DNR 2026/1234';
const erase = (organisation: string, ...args: readonly string[]) =>
  runTool('erase', [
    '--data',
    closed.data,
    '--outage',
    closed.outage,
    '--organisation',
    organisation,
    ...args,
  ]);
const byDecision = (organisation: string) => erase(organisation, '--decision', decision);
const records = (): Promise<readonly StoredRecord[]> =>
  readOnlyFiles(closed.data).read(`outages/${closed.outage}`, 0);
const entries = async () => (await records()).flatMap((record) => record.entries);

/** Every byte under the data directory. */
async function allBytes(): Promise<string> {
  const found = await readdir(closed.data, { recursive: true, withFileTypes: true });
  const files = found.filter((one) => one.isFile());
  return (
    await Promise.all(files.map(({ name, parentPath }) => readFile(join(parentPath, name), 'utf8')))
  ).join('');
}

/** What the ward has written, as it stands in JSON. */
const ofWard: readonly string[] = [
  ...wardsOwn.slice(0, 2),
  'HYPERLINK',
  'Det går inte att logga in på avdelningen',
];

describe('an organisation’s part of a log that is erased by a decision', () => {
  test('is in no byte of the store, nor of a backup that is taken afterwards', async () => {
    for (const text of ofWard) expect(bytesBefore).toContain(text);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(await openToOthers(closed.data)).toEqual([]);
    const copy = closed.beside('kopia');
    expect(await runTool('backup', ['--to', copy, '--data', closed.data])).toMatchObject({ code: 0 });
    for (const bytes of [await allBytes(), await readFile(copy, 'utf8')]) {
      expect(ofWard.filter((text) => bytes.includes(text))).toEqual([]);
    }
  });

  test('leaves what others logged, and who declared and ended the outage', async () => {
    const text = JSON.stringify(await entries());
    for (const own of [...timrasOwn, closed.codes.timra]) expect(text).toContain(own);
    const kinds = (await entries()).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind.startsWith('outage'))).toEqual([
      'outageReported',
      'outageDeclared',
      'outageEnded',
      'outageClosed',
    ]);
    expect(kinds.filter((kind) => kind === 'handoverRecorded')).toHaveLength(2);
  });

  test('leaves counts alone, the decision, and the hashes that the records had', async () => {
    const after = await records();
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)?.entries).toMatchObject([
      {
        kind: 'logErased',
        organisation: 'region',
        decision,
        counts: { caseOpened: 1, handoverRecorded: 1, handoverCorrected: 1, logRead: 2, outageReported: 1 },
        figures: { cases: 1, entries: 1 },
        hashes: before.map(({ hash }) => hash),
      },
    ]);
  });

  test('is told to the directory, with the hash that the chain ended with before and after', async () => {
    const [headBefore, headAfter] = [before.at(-1)?.hash, (await records()).at(-1)?.hash];
    const told = (await readOnlyFiles(closed.data).read('directory', 0)).at(-1)?.entries;
    expect(told).toMatchObject([
      { kind: 'outageErased', outage: closed.outage, decision, headBefore, headAfter },
    ]);
    expect(run.stdout).toContain(headBefore);
    expect(run.stdout).toContain(headAfter);
    expect(headBefore).not.toBe(headAfter);
  });

  test('leaves a log that the service opens, and that others’ figures can be counted in', async () => {
    await using store = await openFileStore(closed.data);
    const { announced, directory } = await readDirectory(store);
    const [read] = await Promise.all(announced.map((one) => readOutage(store, one)));
    if (read === undefined) throw new Error('The outage is gone');
    expect(read.outage.state).toBe('closed');
    const { units, whole } = outageStatistics(read.outage, directory);
    expect(whole).toMatchObject({ entries: 2 });
    const timra = units.find(({ name }) => name === 'Timra bistand');
    expect(timra?.figures).toMatchObject({ entries: 1, cases: 1 });
  });

  test('a second time is told that there is nothing left, and nothing is written', async () => {
    const bytes = await allBytes();
    expect(await byDecision('region')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/har inget i loggen/),
    });
    expect(await allBytes()).toBe(bytes);
  });

  test('that broke off before the directory was told is told when it is asked for again', async () => {
    const path = join(closed.data, 'directory.jsonl');
    const whole = await readFile(path, 'utf8');
    await writeFile(path, whole.slice(0, whole.lastIndexOf('\n', whole.length - 2) + 1));
    expect(await byDecision('region')).toMatchObject({ code: 0, stdout: expect.stringMatching(decision) });
    const told = (await readOnlyFiles(closed.data).read('directory', 0)).flatMap((record) => record.entries);
    expect(told.filter(({ kind }) => kind === 'outageErased')).toHaveLength(1);
  });
});

describe('nothing is erased', () => {
  test.each([
    ['without a decision', [], /decision: saknas/],
    ['with a decision of blanks', ['--decision', '  '], /decision: saknas/],
    [
      'with a patient’s number for a decision',
      ['--decision', '19121212-1212'],
      /decision: ser ut som ett personnummer/,
    ],
  ])('%s', async (_how, args, told) => {
    const bytes = await allBytes();
    const { code, stderr } = await erase('timra', ...args);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(told) });
    expect(stderr).not.toContain('1212');
    expect(await allBytes()).toBe(bytes);
  });

  test('while the service runs', async () => {
    const store = await openFileStore(closed.data);
    expect(await byDecision('timra')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/används redan/),
    });
    await store[Symbol.asyncDispose]();
  });

  test('of an organisation that logged nothing', async () => {
    expect(await byDecision('kramfors')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/Kramfors kommun har inget/),
    });
  });

  test('of an outage that there is not', async () => {
    const args = ['--data', closed.data, '--outage', 'nix', '--organisation', 'region'];
    expect(await runTool('erase', [...args, '--decision', decision])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/finns inte/),
    });
  });

  test('of an outage that still needs looking after', async () => {
    await using open = await closedOutage({ isSettled: false });
    const args = ['--data', open.data, '--outage', open.outage, '--organisation', 'region'];
    expect(await runTool('erase', [...args, '--decision', decision])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/inte stängt, eller inte färdigt/),
    });
  });
});

test('when every organisation’s part is erased, nothing of any call is left', async () => {
  await using all = await closedOutage();
  const stream = `outages/${all.outage}` as const;
  const { directory } = await readDirectory(readOnlyFiles(all.data));
  const erasing = { at: 1, decision, figures: {} };
  let left = await readOnlyFiles(all.data).read(stream, 0);
  for (const organisation of ['region', 'timra', 'ange'] as const) {
    left = eraseLog(left, { ...erasing, organisation }, directory).records;
  }
  const text = JSON.stringify(left);
  const { timra, ward } = all.codes;
  expect([...ofWard, ...timrasOwn, timra, ward].filter((own) => text.includes(own))).toEqual([]);
  expect(() => checkChain(left)).not.toThrow();
});
