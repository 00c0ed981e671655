import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { closedOutage, timrasOwn, wardsOwn } from '../support/closed-outage.ts';
import type { ClosedOutage } from '../support/closed-outage.ts';
import { runTool } from '../support/run-tool.ts';

let closed: ClosedOutage;
beforeAll(async () => {
  closed = await closedOutage();
});
afterAll(() => closed[Symbol.asyncDispose]());

const exported = (...args: readonly string[]) =>
  runTool('export', ['--data', closed.data, '--outage', closed.outage, ...args]);
const logSchema = z.object({
  outage: z.string(),
  organisation: z.string(),
  whole: z.object({ entries: z.number() }),
  log: z.array(z.looseObject({ record: z.number(), recordedAt: z.iso.datetime(), kind: z.string() })),
});

describe('an organisation’s export of an outage', () => {
  test('as JSON has its statistics and all that its units logged and read, in order', async () => {
    const { code, stdout } = await exported('--organisation', 'region');
    expect(code).toBe(0);
    const told = logSchema.parse(JSON.parse(stdout));
    expect(told).toMatchObject({ outage: closed.outage, organisation: 'region', whole: { entries: 1 } });
    expect(told.log.map(({ kind }) => kind)).toEqual([
      'outageReported',
      'caseOpened',
      'handoverRecorded',
      'handoverCorrected',
      'logRead',
      'logRead',
    ]);
    expect(told.log.map(({ record }) => record)).toEqual(
      told.log.map(({ record }) => record).toSorted((a, b) => a - b),
    );
  });

  test.each([
    ['region', ['Lisa Handläggare', 'Fel mottagare angavs', 'HYPERLINK'], timrasOwn],
    ['timra', timrasOwn, wardsOwn],
    ['ange', ['"handoverRecorded"'], [...timrasOwn, ...wardsOwn]],
  ] as const)('of %s has nothing of another’s', async (organisation, own, others) => {
    const { stdout } = await exported('--organisation', organisation);
    for (const text of own) expect(stdout).toContain(text);
    for (const text of others) expect(stdout).not.toContain(text);
  });

  test('as CSV opens in a Swedish spreadsheet: byte order mark, semicolons, no formula', async () => {
    const { stdout } = await exported('--organisation', 'region', '--csv');
    expect(stdout.startsWith('\uFEFFpost;sparat;vem;')).toBe(true);
    const rows: unknown = parse(stdout, { delimiter: ';', bom: true, columns: true });
    expect(rows).toMatchObject([
      { vad: 'anmälde ett avbrott', anteckning: 'Det går inte att logga in på avdelningen' },
      { vad: 'öppnade en kod', enhet: 'Avdelning 24', kod: closed.codes.ward },
      {
        vad: 'loggade ett samtal',
        vem: 'Åsa Öberg',
        riktning: 'lämnat',
        motpart: 'Ånge kommun',
        'talade med': 'Lisa Handläggare',
        om: 'Inskrivning, Beräknat utskrivningsdatum',
        'samtalets tid': expect.stringMatching(/^2026-11-24 \d\d:\d\d:00 \+01:00$/),
      },
      { vad: 'rättade ett samtal', 'talade med': `'${wardsOwn[2]}`, anteckning: 'Fel mottagare angavs' },
      { vad: 'läste loggen', vem: 'Person 21' },
      { vad: 'läste loggen', vem: 'Person 21', kod: closed.codes.ward },
    ]);
  });

  test('has no cell that begins a formula, whatever somebody wrote', async () => {
    const { stdout } = await exported('--organisation', 'region', '--csv');
    const rows = z.array(z.array(z.string())).parse(parse(stdout, { delimiter: ';', bom: true }));
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });
});

describe('the statistics', () => {
  test('are of the whole outage where no organisation is named, and hold no code and no name', async () => {
    const { stdout } = await exported();
    expect(JSON.parse(stdout)).toMatchObject({ outage: closed.outage, whole: { cases: 2, entries: 3 } });
    for (const text of [...wardsOwn, ...timrasOwn, closed.codes.ward]) expect(stdout).not.toContain(text);
  });

  test('of an organisation come as CSV as well', async () => {
    const { stdout } = await exported('--organisation', 'timra', '--csv', '--statistics');
    expect(stdout).toMatch(/^\uFEFFnivå;namn;patienter;/);
    expect(stdout).toMatch(/^enhet;Timra bistand;1;1;/m);
    expect(stdout).not.toContain('Avdelning 24');
  });
});

test('the outages that there are can be listed', async () => {
  const { stdout } = await runTool('export', ['--list'], { DATA_DIR: closed.data });
  expect(stdout).toMatch(
    new RegExp(`^${closed.outage}\tunplanned\tclosed\t2026-11-24T07:05:00.000Z\t2026-11-24T13:10:00.000Z\n$`),
  );
});

test.each([
  ['an outage that there is not', ['--outage', 'nix'], /Det avbrottet finns inte/],
  ['an id that is none', ['--outage', '../etc'], /outage: är inget id/],
  [
    'an organisation that there is not',
    ['--outage', 'x', '--organisation', 'umea'],
    /organisation: är ingen av region/,
  ],
])('%s is refused, and how it is done is told', async (_what, args, told) => {
  const { code, stderr, stdout } = await runTool('export', ['--data', closed.data, ...args]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(told);
  expect(stderr).toMatch(/Så tar du ut/);
});
