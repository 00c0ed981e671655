import { expect, test } from 'vitest';
import type { Answer } from '../../src/cards/answer.ts';
import { answerText } from '../../src/cards/answer-text.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';

const { routine } = await builtInKnowledge();
const line = (text: string, heading: string) => ({ text, heading });
const textOf = (answer: Partial<Answer>): string =>
  answerText({ title: 'Rubrik', sections: [], ...answer }, routine);

test('a number stands beside its name and place, and what to ask for', () => {
  const phone = {
    name: 'Servicedesk',
    place: 'Region Västernorrland',
    number: '0660 890 70',
    e164: '+4666089070',
  };
  expect(
    textOf({
      sections: [{ phones: [{ ...phone, askFor: 'Lifecare SP', hours: 'dygnet runt' }], lines: [] }],
    }),
  ).toContain('☎ 0660 890 70  Servicedesk, Region Västernorrland (fråga efter Lifecare SP; dygnet runt)');
});

test('steps are numbered and other lines are not', () => {
  const lines = [{ text: 'först' }, { text: 'sedan' }];
  expect(textOf({ sections: [{ lines, ordered: true }] })).toContain('1. först\n2. sedan');
  expect(textOf({ sections: [{ lines }] })).toContain('• först\n• sedan');
});

test('what goes beyond the routine says on what it rests', () => {
  expect(
    textOf({ sections: [{ lines: [{ text: 'Upprepa.', basis: 'utöver rutinen: Vårdhandboken' }] }] }),
  ).toContain('• Upprepa. [utöver rutinen: Vårdhandboken]');
});

test('two headings are cited in full, more by the part of the routine they stand in', () => {
  const two = [line('a', 'Omfattning'), line('b', 'Kommunens ansvar › Kvittera meddelanden')];
  expect(textOf({ sections: [{ lines: two }] })).toContain(
    'Ur: Omfattning; Kommunens ansvar › Kvittera meddelanden.',
  );
  const three = [...two, line('c', 'Kommunens ansvar › Dokumentation')];
  expect(textOf({ sections: [{ lines: three }] })).toContain('Ur: Omfattning; Kommunens ansvar.');
});

test('where nothing of the routine is said, no version of it is shown', () => {
  expect(textOf({ withoutRoutine: true })).toBe('Rubrik');
});
