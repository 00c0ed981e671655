import { expect, test } from 'vitest';
import { careSettings } from '../../src/domain/ids.ts';
import { reregistrationLevels } from '../../src/domain/reregistration.ts';
import type { CaseFacts } from '../../src/domain/reregistration.ts';
import { adjustLevels } from '../../src/domain/reregistration-adjustments.ts';
import type { CaseKnowledge } from '../../src/domain/reregistration-adjustments.ts';
import type { CareSetting } from '../../src/domain/ids.ts';
import { everyCase } from '../support/every-case.ts';

const nothing: CaseFacts = {
  admitted: false,
  discharged: false,
  wentHome: false,
  readyForDischarge: false,
  sipDateAgreed: false,
};
const adjusted = (careSetting: CareSetting, facts: Partial<CaseFacts>, knowledge: CaseKnowledge) =>
  adjustLevels(careSetting, reregistrationLevels(careSetting, { ...nothing, ...facts }), knowledge);

test('A09: of all who share a case, only inpatient care owes or is asked about the letter home', () => {
  for (const facts of everyCase) {
    const owing = careSettings.filter((careSetting) =>
      ['must', 'ask'].includes(adjusted(careSetting, facts, {}).mailPatientInformation),
    );
    for (const careSetting of owing) expect(careSetting).toMatch(/^inpatient/);
  }
});

test('A09: the ward that did not send the patient home waits for the one that did', () => {
  const facts = { discharged: true, wentHome: true };
  expect(adjusted('inpatient-somatic', facts, { mailedBy: 'this-unit' }).mailPatientInformation).toBe('must');
  expect(adjusted('inpatient-somatic', facts, { mailedBy: 'another-unit' }).mailPatientInformation).toBe(
    'await',
  );
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
  expect(adjusted('primary-care', facts, knowledge).namedContact).toBe(level);
  expect(adjusted('municipality', facts, knowledge).namedContact).toBe('notApplicable');
});

test('A22: the unit that rang for the SIP sends the summons, another waits', () => {
  const facts = { sipDateAgreed: true };
  expect(adjusted('primary-care', facts, { sipRungBy: 'this-unit' }).sipSummons).toBe('must');
  expect(adjusted('psychiatric-outpatient', facts, { sipRungBy: 'another-unit' }).sipSummons).toBe('await');
  expect(adjusted('primary-care', facts, {}).sipSummons).toBe('must');
});

test('without knowledge from the log only the letter home is adjusted', () => {
  for (const careSetting of careSettings) {
    for (const facts of everyCase) {
      const before = reregistrationLevels(careSetting, facts);
      const { mailPatientInformation } = adjustLevels(careSetting, before, {});
      expect(adjustLevels(careSetting, before, {})).toEqual({ ...before, mailPatientInformation });
    }
  }
});
