import { expect, test } from 'vitest';
import { careGroups } from '../../src/domain/care-group.ts';
import type { CareGroup } from '../../src/domain/care-group.ts';
import { reregistrationLevels } from '../../src/domain/reregistration.ts';
import type { CaseFacts } from '../../src/domain/reregistration.ts';
import { adjustLevels } from '../../src/domain/reregistration-adjustments.ts';
import type { CaseKnowledge } from '../../src/domain/reregistration-adjustments.ts';
import { everyCase } from '../support/every-case.ts';

const nothing: CaseFacts = {
  admitted: false,
  discharged: false,
  wentHome: false,
  readyForDischarge: false,
  sipDateAgreed: false,
};
const adjusted = (group: CareGroup, facts: Partial<CaseFacts>, knowledge: CaseKnowledge) =>
  adjustLevels(group, reregistrationLevels(group, { ...nothing, ...facts }), knowledge);

test('A09: of all who share a case, only inpatient care owes the letter home', () => {
  for (const facts of everyCase) {
    const owing = careGroups.filter((group) => adjusted(group, facts, {}).mailPatientInformation === 'must');
    expect(owing.filter((group) => group !== 'inpatient')).toEqual([]);
  }
});

test('A10: where nothing is registered all three are asked whether the patient was informed', () => {
  const facts = { admitted: true, discharged: true, wentHome: true };
  for (const group of careGroups) {
    expect(adjusted(group, facts, { mailedBy: 'another-unit' }).mailPatientInformation).toBe('ask');
  }
});

test('A09: the ward that did not send the patient home waits for the one that did', () => {
  const facts = { discharged: true, wentHome: true };
  expect(adjusted('inpatient', facts, { mailedBy: 'this-unit' }).mailPatientInformation).toBe('must');
  expect(adjusted('inpatient', facts, { mailedBy: 'another-unit' }).mailPatientInformation).toBe('await');
});

test.each<[string, Partial<CaseFacts>, CaseKnowledge, string]>([
  ['discharged, given by phone', { discharged: true }, { namedContactGiven: true }, 'must'],
  ['discharged, not given', { discharged: true }, { namedContactGiven: false }, 'notApplicable'],
  ['discharged, not known', { discharged: true }, {}, 'ask'],
  ['neither, given by phone', {}, { namedContactGiven: true }, 'must'],
  ['admitted, not given', { admitted: true }, { namedContactGiven: false }, 'must'],
  [
    'came and went, given by phone',
    { admitted: true, discharged: true },
    { namedContactGiven: true },
    'needNot',
  ],
])('A12: fast vårdkontakt – %s', (_title, facts, knowledge, level) => {
  expect(adjusted('outpatient', facts, knowledge).namedContact).toBe(level);
  expect(adjusted('municipality', facts, knowledge).namedContact).toBe('notApplicable');
});

test('A22: the unit that rang for the SIP sends the summons, another waits', () => {
  const facts = { sipDateAgreed: true };
  expect(adjusted('outpatient', facts, { sipRungBy: 'this-unit' }).sipSummons).toBe('must');
  expect(adjusted('outpatient', facts, { sipRungBy: 'another-unit' }).sipSummons).toBe('await');
  expect(adjusted('outpatient', facts, {}).sipSummons).toBe('must');
});

test('without knowledge from the log the table is not adjusted', () => {
  for (const group of careGroups) {
    for (const facts of everyCase) {
      const levels = reregistrationLevels(group, facts);
      expect(adjustLevels(group, levels, {})).toEqual(levels);
    }
  }
});
