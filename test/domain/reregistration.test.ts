import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { careGroups } from '../../src/domain/care-group.ts';
import type { CareGroup } from '../../src/domain/care-group.ts';
import { levels, reregistrationTasks } from '../../src/domain/ids.ts';
import type { Level, ReregistrationTask } from '../../src/domain/ids.ts';
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
const groupOf: Readonly<Record<string, CareGroup>> = {
  slutenvård: 'inpatient',
  öppenvård: 'outpatient',
  kommun: 'municipality',
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
    const group = groupOf[row['role'] ?? ''] ?? 'inpatient';
    expect(reregistrationLevels(group, factsOf(row))).toEqual(levelsOf(row));
    expect(readingsBehind(group, factsOf(row)).join(' ')).toBe(row['flags']);
  });
});

describe('in every case of every group', () => {
  const each = careGroups.flatMap((group) =>
    everyCase.map((facts) => ({ group, facts, levels: reregistrationLevels(group, facts) })),
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
    for (const { group, facts, levels } of each) {
      expect(levels.sipSummons === 'must').toBe(group === 'outpatient' && facts.sipDateAgreed);
    }
  });

  test('only inpatient care registers admissions and discharges', () => {
    const registering = each.filter(
      (one) => one.levels.admissionNotice === 'must' || one.levels.dischargeNotice === 'must',
    );
    expect(new Set(registering.map((one) => one.group))).toEqual(new Set(['inpatient']));
  });
});
