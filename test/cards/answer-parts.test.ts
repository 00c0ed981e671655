import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, CardAction, CardRow } from '../../src/cards/answer.ts';
import { answerMessage } from '../../src/cards/answer-card.ts';
import type { AnswerCardOptions } from '../../src/cards/answer-view.ts';
import { cardFaults, elementsOf } from '../support/card-faults.ts';
import { liveMarkdown } from '../support/live-markdown.ts';
import { parseFaults } from '../support/parse-faults.ts';

const routine = { document: { version: '1.0', date: '2025-10-02', status: 'EJ BESLUTAD' } };

function anAnswer(over: Partial<Answer> = {}): Answer {
  return { title: 'Avbrott i Lifecare SP', sections: [], ...over };
}

function cardOf(over: Partial<Answer>, options: Partial<AnswerCardOptions> = {}): unknown {
  return answerMessage(anAnswer(over), routine, { callLinks: 'none', ...options }).card;
}

function textsOf(card: unknown): readonly string[] {
  return elementsOf(card).flatMap(({ text }) => (typeof text === 'string' ? [text] : []));
}

function buttonsOf(card: unknown): readonly Readonly<Record<string, unknown>>[] {
  return elementsOf(card).filter(({ type }) => String(type).startsWith('Action.'));
}

function anAction(over: Partial<CardAction> = {}): CardAction {
  return { title: 'Avsluta', verb: 'outage.end', data: { outage: 'o1', version: '3' }, ...over };
}

function rows(count: number, over: Partial<CardRow> = {}): readonly CardRow[] {
  return Array.from({ length: count }, (_, at) => ({ title: `Avdelning ${at + 1}`, details: [], ...over }));
}

describe('the mark of a drill', () => {
  const drill = answerMessage(anAnswer({ banner: 'ÖVNING' }), routine, { callLinks: 'none' });

  test('stands above the title, as a word on a ground of its own', () => {
    expect(textsOf(drill.card).slice(0, 2)).toEqual(['ÖVNING', 'Avbrott i Lifecare SP']);
    expect(elementsOf(drill.card)[1]).toMatchObject({ type: 'Container', style: 'warning' });
    expect(cardFaults(drill.card)).toEqual([]);
  });

  test('is seen in the notification and heard, and read where the card cannot be', () => {
    expect(drill.summary).toBe('ÖVNING – Svar: Avbrott i Lifecare SP');
    expect(drill.card['speak']).toMatch(/^ÖVNING/);
    expect(drill.card['fallbackText']).toMatch(/^ÖVNING/);
  });

  test('is not there otherwise', () => {
    expect(JSON.stringify(cardOf({}))).not.toContain('warning');
  });
});

test('facts stand under the title, name and value, and the footer last', () => {
  const facts = [{ label: 'Sedan', value: 'i dag kl. 14.05' }];
  const texts = textsOf(cardOf({ facts, footer: 'Meddelande 3' }));
  expect(texts.slice(1, 3)).toEqual(['Sedan: ', 'i dag kl. 14.05']);
  expect(texts.at(-1)).toBe('Meddelande 3');
});

describe('rows', () => {
  test('show title, state and details; a problem is told by its word and marked by colour', () => {
    const card = cardOf({
      sections: [
        {
          lines: [],
          rows: [
            { title: 'Avdelning 24', state: 'Redo', details: ['Slutenvård', 'Region Västernorrland'] },
            { title: 'Ankaret', state: 'Svarar inte', isProblem: true, details: [] },
          ],
        },
      ],
    });
    expect(textsOf(card).slice(1, 7)).toEqual([
      'Avdelning 24',
      ' – Redo',
      'Slutenvård',
      'Region Västernorrland',
      'Ankaret',
      ' – Svarar inte',
    ]);
    const coloured = elementsOf(card).filter(({ color }) => color === 'attention');
    expect(coloured.map(({ text }) => text)).toEqual([' – Svarar inte']);
  });

  test('twenty-five with two lines each fit, and say nothing of being cut', () => {
    const detail = 'Slutenvård, Region Västernorrland, prövad 2026-11-24';
    const card = cardOf({
      sections: [{ lines: [], rows: rows(25, { state: 'Svarar inte', details: [detail, detail] }) }],
    });
    expect(cardFaults(card)).toEqual([]);
    expect(textsOf(card)).toContain('Avdelning 25');
    expect(textsOf(card).join()).not.toContain('kortad');
  });

  test('of more, the first are shown, and that there are more is said', () => {
    const texts = textsOf(cardOf({ sections: [{ lines: [], rows: rows(40) }] }));
    expect(texts).toContain('Avdelning 25');
    expect(texts).not.toContain('Avdelning 26');
    expect(texts).toContain('Listan är kortad: de första 25 av 40 visas.');
  });
});

describe('actions', () => {
  const execute = {
    type: 'Action.Execute',
    title: 'Avsluta',
    verb: 'outage.end',
    data: { outage: 'o1', version: '3' },
    fallback: {
      type: 'Action.Submit',
      title: 'Avsluta',
      data: { outage: 'o1', version: '3', verb: 'outage.end' },
    },
  };
  /** What opens a form says that nothing is filled in yet, where no dialog is fetched. */
  const opening = {
    ...execute,
    data: { ...execute.data, opens: 'form' },
    fallback: { ...execute.fallback, data: { ...execute.fallback.data, opens: 'form' } },
  };
  const dialog = {
    type: 'Action.Submit',
    title: 'Avsluta',
    data: { outage: 'o1', version: '3', verb: 'outage.end', msteams: { type: 'task/fetch' } },
  };

  test.each<[string, CardAction, AnswerCardOptions['place'], object]>([
    ['is an Execute in the personal chat', anAction(), 'personal', execute],
    ['is an Execute in a channel', anAction(), 'channel', execute],
    ['that opens a form is a dialog in a channel', anAction({ opensForm: true }), 'channel', dialog],
    [
      'that opens a form is an Execute in the personal chat',
      anAction({ opensForm: true }),
      'personal',
      opening,
    ],
    [
      'that opens a form is an Execute where nothing is said',
      anAction({ opensForm: true }),
      undefined,
      opening,
    ],
  ])('an action %s', (_what, action, place, expected) => {
    const card = cardOf({ actions: [action] }, { ...(place !== undefined && { place }) });
    expect(buttonsOf(card)).toEqual([expected]);
    expect(cardFaults(card)).toEqual([]);
    expect(parseFaults(card)).toEqual([]);
  });

  test('come before what may be asked, six buttons in all, each in a row of its own', () => {
    const actions = Array.from({ length: 5 }, (_, at) => anAction({ title: `Gör ${at}` }));
    const card = cardOf({ actions, choices: ['call.who', 'sip.how'] });
    expect(buttonsOf(card).map(({ title }) => title)).toEqual([
      ...actions.map(({ title }) => title),
      'Vem ringer jag?',
    ]);
    expect(elementsOf(card).filter(({ type }) => type === 'ActionSet')).toHaveLength(6);
  });

  test('the seventh is not shown, since Teams would hide it', () => {
    const actions = Array.from({ length: 7 }, (_, at) => anAction({ title: `Gör ${at}` }));
    expect(buttonsOf(cardOf({ actions, choices: ['sip.how'] }))).toHaveLength(6);
  });

  test('make room for the question of where one works', () => {
    const actions = Array.from({ length: 6 }, (_, at) => anAction({ title: `Gör ${at}` }));
    const openQuestion = {
      intent: 'call.who',
      text: 'vem ringer jag?',
      groups: ['inpatient', 'outpatient', 'municipality'],
    } as const;
    const titles = buttonsOf(cardOf({ actions }, { openQuestion })).map(({ title }) => title);
    expect(titles).toHaveLength(6);
    expect(titles.slice(0, 3)).toEqual(['Gör 0', 'Gör 1', 'Gör 2']);
  });

  test('what an action says is not said above it', () => {
    const card = cardOf({ actions: [anAction()], sections: [{ lines: [{ text: 'Avsluta' }] }] });
    expect(textsOf(card)).not.toContain('Avsluta');
  });
});

test('a question with the beginning of an expression is asked again by its intent alone', () => {
  const card = cardOf(
    {},
    { openQuestion: { intent: 'call.who', text: 'vem ringer jag ${här}?', groups: ['inpatient'] } },
  );
  expect(buttonsOf(card)[0]).toMatchObject({
    data: { intent: 'call.who', careSetting: 'inpatient-somatic' },
  });
  expect(JSON.stringify(card)).not.toContain('här}');
});

describe('what others wrote', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'[]()<>*_`~#|\\$ {}!-.:/"\n&at'.split('')), maxLength: 40 }),
    fc.constantFrom('x'.repeat(5000), '"'.repeat(5000), 'قسم الطوارئ', '\u202e00 01', '${foo}', '**a**'),
  );

  test('whatever it is and however much, the card is sound and no Markdown is alive', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 30 }), (text, count) => {
        const card = cardOf({
          banner: text,
          title: text,
          facts: Array.from({ length: count }, () => ({ label: text, value: text })),
          sections: [
            { heading: text, lines: [], rows: rows(count, { title: text, state: text, details: [text] }) },
          ],
          actions: [anAction({ title: text, opensForm: true })],
          footer: text,
        });
        expect(cardFaults(card)).toEqual([]);
        expect(liveMarkdown(card)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
