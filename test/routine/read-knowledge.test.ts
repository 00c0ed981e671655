import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readDirectory } from '../../src/routine/read-directory.ts';
import { readKnowledge } from '../../src/routine/knowledge.ts';
import { readRoutine } from '../../src/routine/read-routine.ts';

const folder = mkdtempSync(join(tmpdir(), 'avbrottsboten-'));
afterAll(() => rmSync(folder, { recursive: true }));
const written = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const faultsOf = (loaded: { readonly kind: string; readonly faults?: readonly string[] }): string =>
  (loaded.faults ?? []).join('\n');

describe('another version of the routine', () => {
  const builtIn = readFileSync(new URL('../../src/routine/avbrottsrutin.json', import.meta.url), 'utf8');

  test('a decided version is only another file', async () => {
    const decided = builtIn
      .replace('"status": "EJ BESLUTAD"', '"status": "Hälso- och sjukvårdsdirektören"')
      .replace('"version": "1.0"', '"version": "2.0"');
    const routine = await readRoutine(written('beslutad.json', decided));
    expect(routine).toMatchObject({
      kind: 'loaded',
      value: { document: { version: '2.0', status: 'Hälso- och sjukvårdsdirektören' } },
    });
  });

  test.each<[string, (json: string) => string, string]>([
    [
      'a number that dials another',
      (json) => json.replace('+46690250100', '+46690250101'),
      'phones[3].e164: är inte samma nummer som ”printed”',
    ],
    [
      'a municipality without a switchboard',
      (json) => json.replace('"organisation": "ange"', '"organisation": "timra"'),
      'phones: ska ha en växel för ange, har 0',
    ],
    [
      'a missing statement',
      (json) => json.replace('"dischargeGate"', '"dischargeGates"'),
      'general.dischargeGate',
    ],
    ['a date that is none', (json) => json.replace('2025-10-02', '2025-13-02'), 'document.date'],
    [
      'an empty sentence',
      (json) => json.replace(/"text": "Bekräfta fast vårdkontakt"/, '"text": " "'),
      'groups.outpatient.tasks.namedContact.text',
    ],
    ['a reading left out', (json) => json.replace('"id": "A02"', '"id": "A01"'), 'readings: A02 saknas'],
    [
      'a reading twice',
      (json) => json.replace('"id": "A02"', '"id": "A01"'),
      'readings: A01 står två gånger',
    ],
    [
      'a person marked in a step that does not name them, so that pages would',
      (json) => json.replace('"person": "Victoria', '"person": "Viktoria'),
      'groups.inpatient.sendFormSteps[2].person: nämns inte i ”text”',
    ],
    ['broken JSON', (json) => json.slice(0, -20), 'är inte giltig JSON'],
  ])('%s stops the start and says where', async (name, spoil, place) => {
    const routine = await readRoutine(written(`${name}.json`, spoil(builtIn)));
    expect(routine.kind).toBe('faulty');
    expect(faultsOf(routine)).toContain(place);
  });

  test('all faults are told at once', async () => {
    const spoilt = builtIn.replace('2025-10-02', 'i höstas').replace('+46690250100', '+46690250101');
    const routine = await readRoutine(written('två fel.json', spoilt));
    expect(faultsOf(routine)).toMatch(/document\.date[^]*phones\[3\]\.e164/);
  });
});

describe('the directory', () => {
  const header = 'organisation,party,name,careSetting,number,hours,menu,source,checkedOn';
  const ward =
    'region,inpatient-ward,Medicinavdelning 24,inpatient-somatic,0660-891 00,,,Avdelningschefen,2026-11-01';

  test('rows are read with their numbers, with comma or semicolon, with or without a byte order mark', async () => {
    const comma = await readDirectory(written('comma.csv', `${header}\n${ward}\n`));
    const semicolon = await readDirectory(
      written('semicolon.csv', `\uFEFF${header}\r\n${ward}\r\n`.replaceAll(',', ';')),
    );
    expect(comma).toEqual(semicolon);
    expect(comma).toMatchObject({
      kind: 'loaded',
      value: [{ name: 'Medicinavdelning 24', number: { printed: '0660-891 00', e164: '+4666089100' } }],
    });
  });

  test('no file is an empty directory', async () => {
    expect(await readDirectory()).toEqual({ kind: 'loaded', value: [] });
  });

  test.each([
    ['a missing column', 'organisation,party,name\n', 'rad 1: kolumnen ”number” saknas'],
    ['an unknown column', `${header},fax\n${ward},1\n`, 'rad 1: kolumnen ”fax” är okänd'],
    ['an organisation that is none', `${header}\n${ward.replace('region', 'umea')}`, 'rad 2, organisation'],
    [
      'a number without area code',
      `${header}\n${ward.replace('0660-891 00', '891 00')}`,
      'rad 2, number: saknar riktnummer',
    ],
    [
      'a number that is words',
      `${header}\n${ward.replace('0660-891 00', 'växeln')}`,
      'rad 2, number: har annat än siffror',
    ],
    ['a missing source', `${header}\n${ward.replace('Avdelningschefen', '')}`, 'rad 2, source: saknas'],
    [
      'a date in another form',
      `${header}\n${ward.replace('2026-11-01', '1/11')}`,
      'rad 2, checkedOn: ska vara en dag som',
    ],
    ['a field too few', `${header}\nregion,inpatient-ward\n`, 'rad 2, har 2 fält, ska ha 9'],
    [
      'the same unit twice',
      `${header}\n${ward}\n${ward}\n`,
      'rad 3, name: ”Medicinavdelning 24” står redan på rad 2',
    ],
    [
      'municipal care in the region',
      `${header}\n${ward.replace('inpatient-somatic', 'municipality')}`,
      'rad 2, careSetting: finns inte i den organisationen',
    ],
    [
      'a ward in a municipality',
      `${header}
${ward.replace('region', 'timra')}`,
      'rad 2, party: finns inte i den organisationen',
    ],
    [
      'a column twice',
      `${header},name
${ward},x`,
      'rad 1: kolumnen ”name” står två gånger',
    ],
    ['an open quote', `${header}\n"${ward}\n`, 'kan inte läsas som CSV'],
    ['an empty file', '', 'rad 1: kolumnen ”organisation” saknas'],
  ])('%s stops the start and says which line', async (name, csv, fault) => {
    const directory = await readDirectory(written(`${name}.csv`, csv));
    expect(directory.kind).toBe('faulty');
    expect(faultsOf(directory)).toContain(fault);
  });

  test('the line is told as the spreadsheet numbers it, blank rows and all', async () => {
    const csv = `${header}\n${ward}\n\n,,,,,,,,\n${ward.replace('24', '25').replace('0660-891 00', '1')}\n`;
    expect(faultsOf(await readDirectory(written('rader.csv', csv)))).toMatch(/^rad 5, number/);
  });

  test('a file in another encoding is told how to be saved', async () => {
    const latin1 = Buffer.from(`${header}\n${ward.replace('Medicin', 'Bröst')}\n`, 'latin1');
    expect(faultsOf(await readDirectory(written('latin1.csv', latin1)))).toContain('inte sparad som UTF-8');
  });
});

test('a number that only the links of the document dial is refused', async () => {
  const directoryFile = written(
    'länk.csv',
    'organisation,party,name,careSetting,number,hours,menu,source,checkedOn\nsundsvall,municipality,Sundsvall,,060-19 15 65,,,Nätet,2026-11-01\n',
  );
  expect(faultsOf(await readKnowledge({ directoryFile }))).toContain(
    '”Sundsvall” har ett nummer som bara finns i rutinens länkar',
  );
});

test('the faults of both files are told at once, each with its variable', async () => {
  const knowledge = await readKnowledge({ routineFile: '/finns/inte.json', directoryFile: folder });
  expect(faultsOf(knowledge)).toBe(
    `ROUTINE_FILE (/finns/inte.json): filen finns inte\nDIRECTORY_FILE (${folder}): är en mapp, inte en fil`,
  );
});
