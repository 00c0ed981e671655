import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closedOutage, timrasOwn } from '../support/closed-outage.ts';
import type { ClosedOutage } from '../support/closed-outage.ts';
import { runTool } from '../support/run-tool.ts';
import type { ToolRun } from '../support/run-tool.ts';

let closed: ClosedOutage;
let lines: readonly string[];
beforeAll(async () => {
  closed = await closedOutage();
  const text = await readFile(join(closed.data, 'outages', `${closed.outage}.jsonl`), 'utf8');
  lines = text.split('\n').slice(0, -1);
});
afterAll(() => closed[Symbol.asyncDispose]());

const audit = (...args: readonly string[]): Promise<ToolRun> =>
  runTool('audit', args, { DATA_DIR: closed.data });
const hashAt = (line: number): string => /"hash":"([0-9a-f]+)"/.exec(lines.at(line) ?? '')?.[1] ?? '';

/** The audit of a copy whose outage has these lines instead. */
async function auditOf(changed: readonly string[], ...args: readonly string[]): Promise<ToolRun> {
  const copy = closed.beside('changed');
  await rm(copy, { recursive: true, force: true });
  await cp(closed.data, copy, { recursive: true });
  const text = changed.map((line) => `${line}\n`).join('');
  await writeFile(join(copy, 'outages', `${closed.outage}.jsonl`), text);
  return runTool('audit', ['--data', copy, ...args]);
}

describe('an audit', () => {
  test('says of every stream that its chain holds, and what it ends with', async () => {
    const { code, stderr, stdout } = await audit();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^directory: \d+ poster, kedjan håller, slutar med [0-9a-f]{64}$/m);
    expect(stdout).toContain(
      `outages/${closed.outage}: ${lines.length} poster, kedjan håller, slutar med ${hashAt(-1)}`,
    );
  });

  test('of an outage lists who read and changed what, when', async () => {
    const { stdout } = await audit('--outage', closed.outage);
    expect(stdout).toMatch(
      /^\d+\t2026-11-24 09:00:00 \+01:00\tÅsa Öberg\t33\S+\tAvdelning 24\tRegion Västernorrland\tloggade ett samtal\t\S{6}$/m,
    );
    expect(stdout).toMatch(/\tPerson 21\t\S+\tAvdelning 24\tRegion Västernorrland\tläste loggen\t/);
    expect(stdout).toMatch(/\tMegan Samordnare\t\S+\t\t\tavslutade avbrottet\t$/m);
  });

  test('of one organisation has nothing of another’s but who read what it handed over, as a spreadsheet too', async () => {
    const { stdout } = await audit('--outage', closed.outage, '--organisation', 'region', '--csv');
    expect(stdout).toMatch(/^\uFEFFpost;sparat;vem;/);
    expect(stdout).toContain('Avdelning 24');
    for (const text of [...timrasOwn, closed.codes.timra]) expect(stdout).not.toContain(text);
    const ofOthers = stdout.split('\n').filter((row) => row.includes(';Ange bistand;'));
    const read = new RegExp(`;Bo Bistånd;[^;]+;Ange bistand;Ånge kommun;läste loggen;${closed.codes.ward};`);
    expect(ofOthers).toEqual([expect.stringMatching(read)]);
  });

  test('knows a checksum that a card has shown, by its first twelve characters', async () => {
    const shown = hashAt(2).slice(0, 12);
    const { code, stdout } = await audit('--head', shown.toUpperCase());
    expect(code).toBe(0);
    expect(stdout).toContain(
      `Kontrollsumman ${shown} är post 3 av ${lines.length} i outages/${closed.outage}.`,
    );
  });

  test('knows one from before an erasure, with the decision', async () => {
    await using erased = await closedOutage();
    const path = join(erased.data, 'outages', `${erased.outage}.jsonl`);
    const before = (await readFile(path, 'utf8')).split('\n');
    const shown = /"hash":"([0-9a-f]{12})/.exec(before[4] ?? '')?.[1] ?? '';
    const args = ['--data', erased.data, '--outage', erased.outage, '--organisation', 'timra'];
    await runTool('erase', [...args, '--decision', 'DNR 7']);
    const { code, stdout } = await runTool('audit', ['--data', erased.data, '--head', shown]);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(
        new RegExp(`Kontrollsumman ${shown} är post 5 som den var före gallringen .*, DNR 7, i outages/`),
      ),
    });
  });
});

/** What is told of a chain that does not hold. */
const told = (...said: readonly string[]) => ({
  code: 1,
  stderr: `FEL:\n${said.map((one) => `outages/${closed.outage}: ${one}\n`).join('')}`,
  stdout: expect.stringMatching(/kedjan håller INTE/),
});

describe('an audit finds', () => {
  test('a record that was changed', async () => {
    const changed = lines.map((line) => line.replace('Sven Sjuksköterska', 'Nils Sjuksköterska'));
    const at = lines.findIndex((line) => line.includes('Sven Sjuksköterska')) + 1;
    expect(await auditOf(changed)).toEqual(told(`rad ${at} är ändrad: den är inte som den skrevs`));
  });

  test('one that was removed', async () => {
    expect(await auditOf(lines.toSpliced(2, 1))).toEqual(told('post 3 saknas'));
  });

  test('two that changed places', async () => {
    const changed = lines.with(2, lines[3] ?? '').with(3, lines[2] ?? '');
    expect(await auditOf(changed)).toEqual(
      told('post 3 står fel, på rad 4: flyttad, eller skriven två gånger'),
    );
  });

  test('an end that was cut off, by the checksum that was printed', async () => {
    const shown = hashAt(-1);
    expect(await auditOf(lines.slice(0, -2))).toMatchObject({ code: 0 });
    expect(await auditOf(lines.slice(0, -2), '--head', shown)).toMatchObject({
      code: 1,
      stderr: `FEL:\nKontrollsumman ${shown} finns inte: slutet är avklippt, eller loggen är utbytt.\n`,
    });
  });

  test('a log that is gone altogether', async () => {
    const copy = closed.beside('gone');
    await cp(closed.data, copy, { recursive: true });
    await rm(join(copy, 'outages', `${closed.outage}.jsonl`));
    expect(await runTool('audit', ['--data', copy])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/är anmäld i registret men finns inte/),
    });
  });
});

test.each([
  ['a checksum that is none', ['--head', 'xyz'], /head: ska vara kontrollsumman/],
  ['an outage that there is not', ['--outage', 'nix'], /det avbrottet finns inte/],
  ['a table of no outage', ['--csv'], /outage: saknas/],
])('%s is refused, and how it is done is told', async (_what, args, told) => {
  const { code, stderr } = await audit(...args);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(told) });
});

test('a directory that has nothing is refused: the name is wrong', async () => {
  expect(await runTool('audit', ['--data', closed.beside('fel')])).toMatchObject({ code: 2 });
});
