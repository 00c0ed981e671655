import { describe, expect, test } from 'vitest';
import { levelLines } from '../../src/cards/level-lines.ts';
import { careGroups } from '../../src/domain/care-group.ts';
import { reregistrationTasks } from '../../src/domain/ids.ts';
import { reregistrationLevels } from '../../src/domain/reregistration.ts';
import { askedNames, awaitedNames, levelNames, taskNames } from '../../src/text/names.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';
import { everyCase } from '../support/every-case.ts';

const { routine } = await builtInKnowledge();

describe('the decision table in words', () => {
  test.each(careGroups)('says of %s, in all 32 cases, each level of each task and nothing else', (group) => {
    for (const facts of everyCase) {
      const levels = reregistrationLevels(group, facts);
      const expected = reregistrationTasks
        .filter((task) => levels[task] !== 'notApplicable')
        .map((task) => {
          const level = levels[task];
          const words = { await: awaitedNames[task], ask: askedNames[task] };
          const said = level === 'await' || level === 'ask' ? words[level] : taskNames[task];
          return `${levelNames[level]}: ${said}`;
        });
      const lines = levelLines(group, reregistrationTasks, { known: facts, routine });
      const told = lines.flatMap(({ text }) => {
        const [level = '', words = ''] = text.split(/: (.*)/);
        return words.split(' · ').map((one) => `${level}: ${one}`);
      });
      expect(told.toSorted()).toEqual(expected.toSorted());
    }
  });

  test('every line says where it comes from: the routine’s heading, or that it is a reading', () => {
    for (const group of careGroups) {
      for (const facts of everyCase) {
        for (const { heading, basis } of levelLines(group, reregistrationTasks, { known: facts, routine })) {
          expect([heading, basis].filter((source) => source !== undefined)).toHaveLength(1);
        }
      }
    }
  });

  test('who waits for another, by a reading, is told that it is one', () => {
    const known = { admitted: true, discharged: false };
    const [waiting] = levelLines('municipality', ['admissionNotice'], { known, routine });
    expect(waiting).toEqual({
      text: 'INVÄNTA: slutenvårdens inskrivningsmeddelande, och kvittera det',
      basis: 'tolkning, rutinen är otydlig här',
    });
  });

  test('a reading that the customer has decided is said as the routine’s own', () => {
    const readings = routine.readings.map((one) =>
      one.id === 'A11' ? { ...one, kind: 'decided' as const } : one,
    );
    const known = { admitted: true, discharged: false };
    const [waiting] = levelLines('municipality', ['admissionNotice'], {
      known,
      routine: { ...routine, readings },
    });
    expect(waiting).not.toHaveProperty('basis');
  });
});
