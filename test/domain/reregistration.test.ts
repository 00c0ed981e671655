import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { careSettings, levels, reregistrationTasks } from '../../src/domain/ids.ts';
import type { CareSetting, Level, ReregistrationTask } from '../../src/domain/ids.ts';
import { readingsBehind, reregistrationLevels } from '../../src/domain/reregistration.ts';
import type { CaseFacts } from '../../src/domain/reregistration.ts';
import { everyCase } from '../support/every-case.ts';

const columns: Readonly<Record<string, ReregistrationTask>> = {
  INS: 'admissionNotice',
  UTM: 'dischargeNotice',
  PI: 'patientInformation',
  PIM: 'mailPatientInformation',
  UKM: 'readyForDischarge',
  PU: 'planningBasis',
  FVK: 'namedContact',
  SIPK: 'sipSummons',
  KV: 'acknowledgeMessages',
  BL: 'sendForm',
};
const words: Readonly<Record<string, Level>> = {
  SKA: 'must',
  'OM MÖJLIGT': 'ifPossible',
  'BEHÖVER INTE': 'needNot',
  'SKA INTE': 'mustNot',
  INVÄNTA: 'await',
  FORTSÄTT: 'continue',
  'SKA (om använd)': 'mustIfFormUsed',
  FRÅGA: 'ask',
  '–': 'notApplicable',
};
const settings: Readonly<Record<string, readonly CareSetting[]>> = {
  slutenvård: ['inpatient-somatic', 'inpatient-psychiatric'],
  öppenvård: ['primary-care', 'psychiatric-outpatient'],
  kommun: ['municipality'],
};

type Row = Readonly<Record<string, string>>;
const table: Row[] = parse(readFileSync(new URL('decision-table.csv', import.meta.url)), {
  columns: true,
  bom: true,
});

const factsOf = (row: Row): CaseFacts => ({
  admitted: row['inskriven_under'] === 'J',
  discharged: row['utskriven_under'] === 'J',
  wentHome: row['gatt_hem'] === 'J',
  readyForDischarge: row['utskrivningsklar_under'] === 'J',
  sipDateAgreed: row['sip_datum_overenskommet'] === 'J',
});
const levelsOf = (row: Row) =>
  Object.fromEntries(Object.entries(columns).map(([column, task]) => [task, words[row[column] ?? '']]));
const titled = table.map((row) => [Object.values(row).slice(0, 6).join(' '), row] as const);

describe('the decision table', () => {
  test('has every combination of care group and facts', () => {
    expect(table).toHaveLength(96);
    expect(new Set(titled.map(([title]) => title)).size).toBe(96);
    expect(Object.values(columns)).toEqual(reregistrationTasks);
    expect(Object.values(words).toSorted()).toEqual([...levels].toSorted());
  });

  test.each(titled)('%s: levels and readings', (_title, row) => {
    for (const careSetting of settings[row['role'] ?? ''] ?? []) {
      expect(reregistrationLevels(careSetting, factsOf(row))).toEqual(levelsOf(row));
      expect(readingsBehind(careSetting, factsOf(row)).join(' ')).toBe(row['flags']);
    }
  });
});

describe('in every case of every care setting', () => {
  const each = careSettings.flatMap((careSetting) =>
    everyCase.map((facts) => ({ careSetting, facts, levels: reregistrationLevels(careSetting, facts) })),
  );

  test('utskrivningsklar is never registered afterwards', () => {
    expect(new Set(each.map((one) => one.levels.readyForDischarge))).toEqual(
      new Set(['mustNot', 'notApplicable']),
    );
  });

  test('a patient who came and went need not be registered', () => {
    for (const { facts, levels } of each.filter((one) => one.facts.admitted && one.facts.discharged)) {
      expect(
        [levels.admissionNotice, levels.dischargeNotice, levels.patientInformation],
        JSON.stringify(facts),
      ).toEqual(['needNot', 'needNot', 'needNot']);
    }
  });

  test('messages are always acknowledged', () => {
    expect(new Set(each.map((one) => one.levels.acknowledgeMessages))).toEqual(new Set(['must']));
  });

  test('only outpatient care sends the summons to SIP, and only where a date was agreed', () => {
    for (const { careSetting, facts, levels } of each) {
      const outpatient = careSetting === 'primary-care' || careSetting === 'psychiatric-outpatient';
      expect(levels.sipSummons === 'must').toBe(outpatient && facts.sipDateAgreed);
    }
  });

  test('only inpatient care registers admissions and discharges', () => {
    const registering = each.filter(
      (one) => one.levels.admissionNotice === 'must' || one.levels.dischargeNotice === 'must',
    );
    expect(new Set(registering.map((one) => one.careSetting))).toEqual(
      new Set(['inpatient-somatic', 'inpatient-psychiatric']),
    );
  });
});
