import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { careSettings, reregistrationTasks } from '../../src/domain/ids.ts';
import { adjustLevels } from '../../src/domain/reregistration-adjustments.ts';
import { reregistrationLevels } from '../../src/domain/reregistration.ts';
import { possibleOutcomes } from '../../src/domain/reregistration-conditions.ts';
import { everyCase } from '../support/every-case.ts';

test('a case whose facts are all known has one outcome, the adjusted table’s', () => {
  for (const careSetting of careSettings) {
    for (const facts of everyCase) {
      const levels = adjustLevels(careSetting, reregistrationLevels(careSetting, facts), {});
      for (const task of reregistrationTasks) {
        expect(possibleOutcomes(careSetting, task, facts)).toEqual([{ level: levels[task], when: {} }]);
      }
    }
  }
});

test('in every case exactly one of the outcomes holds, and it is the adjusted table’s', () => {
  for (const careSetting of careSettings) {
    for (const task of reregistrationTasks) {
      const outcomes = possibleOutcomes(careSetting, task, {});
      for (const facts of everyCase) {
        const holding = outcomes.filter(({ when }) => isDeepStrictEqual({ ...facts, ...when }, facts));
        expect(holding.map((outcome) => outcome.level)).toEqual([
          adjustLevels(careSetting, reregistrationLevels(careSetting, facts), {})[task],
        ]);
      }
    }
  }
});

test('facts that do not matter are not asked for', () => {
  expect(
    possibleOutcomes('inpatient-somatic', 'admissionNotice', { admitted: true, discharged: true }),
  ).toEqual([{ level: 'needNot', when: {} }]);
  expect(possibleOutcomes('inpatient-somatic', 'acknowledgeMessages', {})).toEqual([
    { level: 'must', when: {} },
  ]);
});

test('the deciding facts are named in the routine’s order', () => {
  expect(possibleOutcomes('inpatient-somatic', 'admissionNotice', {})).toEqual([
    { level: 'needNot', when: { admitted: true, discharged: true } },
    { level: 'must', when: { admitted: true, discharged: false } },
    { level: 'notApplicable', when: { admitted: false } },
  ]);
});
