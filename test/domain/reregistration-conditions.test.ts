import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { careGroups } from '../../src/domain/care-group.ts';
import { reregistrationTasks } from '../../src/domain/ids.ts';
import { reregistrationLevels } from '../../src/domain/reregistration.ts';
import { possibleOutcomes } from '../../src/domain/reregistration-conditions.ts';
import { everyCase } from '../support/every-case.ts';

test('a case whose facts are all known has one outcome, the table’s', () => {
  for (const group of careGroups) {
    for (const facts of everyCase) {
      const levels = reregistrationLevels(group, facts);
      for (const task of reregistrationTasks) {
        expect(possibleOutcomes(group, task, facts)).toEqual([{ level: levels[task], when: {} }]);
      }
    }
  }
});

test('in every case exactly one of the outcomes holds, and it is the table’s', () => {
  for (const group of careGroups) {
    for (const task of reregistrationTasks) {
      const outcomes = possibleOutcomes(group, task, {});
      for (const facts of everyCase) {
        const holding = outcomes.filter(({ when }) => isDeepStrictEqual({ ...facts, ...when }, facts));
        expect(holding.map((outcome) => outcome.level)).toEqual([reregistrationLevels(group, facts)[task]]);
      }
    }
  }
});

test('facts that do not matter are not asked for', () => {
  expect(possibleOutcomes('inpatient', 'admissionNotice', { admitted: true, discharged: true })).toEqual([
    { level: 'needNot', when: {} },
  ]);
  expect(possibleOutcomes('inpatient', 'acknowledgeMessages', {})).toEqual([{ level: 'must', when: {} }]);
});

test('the deciding facts are named in the routine’s order', () => {
  expect(possibleOutcomes('inpatient', 'admissionNotice', {})).toEqual([
    { level: 'needNot', when: { admitted: true, discharged: true } },
    { level: 'must', when: { admitted: true, discharged: false } },
    { level: 'notApplicable', when: { admitted: false } },
  ]);
});
