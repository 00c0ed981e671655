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

test('a drill is marked first, facts follow the title, and the footer ends it', () => {
  const text = textOf({
    banner: 'ÖVNING',
    facts: [
      { label: 'Sedan', value: 'i dag kl. 14.05' },
      { label: 'Gäller', value: 'alla' },
    ],
    footer: 'Meddelande 3',
    withoutRoutine: true,
  });
  expect(text).toBe('ÖVNING\n\nRubrik\n\nSedan: i dag kl. 14.05\nGäller: alla\n\nMeddelande 3');
});

test('a row stands with its state, and its details under it', () => {
  const rows = [
    { title: 'Avdelning 24', state: 'Svarar inte', isProblem: true, details: ['Slutenvård', 'Sundsvall'] },
    { title: 'Ankaret', details: [] },
  ] as const;
  expect(textOf({ sections: [{ heading: 'Enheter', rows, lines: [] }] })).toContain(
    'Enheter:\n• Avdelning 24 – Svarar inte\n  Slutenvård\n  Sundsvall\n• Ankaret',
  );
});

test('what only a button can do is named', () => {
  const action = { verb: 'outage.end', data: {} };
  const actions = [
    { ...action, title: 'Uppdatera' },
    { ...action, title: 'Avsluta' },
  ];
  expect(textOf({ actions, withoutRoutine: true })).toBe('Rubrik\n\nKnappar i Teams: Uppdatera · Avsluta');
});
