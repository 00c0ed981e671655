import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/cards/answer.ts';
import { answerCard } from '../../src/cards/answer-card.ts';
import { noticeMessage, noticeView, noticeViewSchema } from '../../src/cards/notice-card.ts';
import type { NoticeCardOptions, NoticeParts } from '../../src/cards/notice-card.ts';
import { cardFaults, elementsOf } from '../support/card-faults.ts';

const routine = { document: { version: '1.0', date: '2025-10-02', status: 'EJ BESLUTAD' } };

/** An answer with everything that one can have. */
const whole: Answer = {
  banner: 'ÖVNING',
  title: 'Avbrott i Lifecare SP',
  facts: [{ label: 'Sedan', value: 'i dag kl. 14.05' }],
  sections: [
    {
      heading: 'Ring',
      phones: [
        {
          name: 'Ånge kommuns växel',
          place: 'Ånge',
          number: '0690-25 01 00',
          e164: '+46690250100',
          askFor: 'biståndshandläggaren',
          hours: 'vardagar',
          menu: 'tonval 2',
          email: 'a@example.com',
          heading: 'Kommunikation vid driftstopp',
          basis: 'utöver rutinen: katalogen',
        },
      ],
      rows: [{ title: 'Avdelning 24', details: ['Slutenvård'], state: 'Svarar inte', isProblem: true }],
      lines: [
        { text: 'Ring först.', heading: 'Omfattning' },
        { text: 'Upprepa.', basis: 'utöver rutinen' },
      ],
      ordered: true,
    },
  ],
  actions: [{ title: 'Avsluta', verb: 'outage.end', data: { outage: 'o1' }, opensForm: true }],
  choices: ['call.who', 'handover.what'],
  footer: 'Meddelande 3',
  withoutRoutine: false,
};

function parts(over: Partial<NoticeParts> = {}): NoticeParts {
  return { answer: whole, text: 'Avbrott i Lifecare SP sedan 14.05', routine, ...over };
}

/** As it comes back from the store. */
function stored(view: unknown): unknown {
  return JSON.parse(JSON.stringify(view));
}

test('a notice that was stored is the card that was meant', () => {
  const { card, summary } = noticeMessage(stored(noticeView(parts())));
  expect(card).toEqual(answerCard(whole, routine, { callLinks: 'none', place: 'channel' }));
  expect(cardFaults(card)).toEqual([]);
  expect(summary).toBe('Avbrott i Lifecare SP sedan 14.05');
});

test.each([
  ['channel', ['Action.Submit']],
  ['personal', ['Action.Execute']],
  [undefined, ['Action.Submit']],
] as const)('one view is shown in every place: in a %s a form is opened by %j', (place, types) => {
  const options: NoticeCardOptions = place === undefined ? {} : { place };
  const { card } = noticeMessage(stored(noticeView(parts())), options);
  const buttons = elementsOf(card).filter(({ title }) => title === 'Avsluta');
  expect(buttons.map(({ type }) => type)).toEqual(types);
});

test('numbers can be called as the service is set to', () => {
  const view = stored(noticeView(parts()));
  const links = elementsOf(noticeMessage(view, { callLinks: 'tel' }).card).filter(
    ({ type }) => type === 'Action.OpenUrl',
  );
  expect(links.map(({ url }) => url)).toEqual(['tel:+46690250100']);
});

/** Written by version 1 of the bot: this text must be readable for ever. Never change it. */
const fromVersion1 = `{"v":1,"answer":{"banner":"ÖVNING","title":"Avbrott i Lifecare SP",
  "facts":[{"label":"Sedan","value":"i dag kl. 14.05"}],
  "sections":[{"lines":[{"text":"Ring först.","heading":"Omfattning"}]},
    {"heading":"Enheter","rows":[{"title":"Avdelning 24","details":["Slutenvård"],"state":"Redo"}],"lines":[]}],
  "actions":[{"title":"Avsluta","verb":"outage.end","data":{"outage":"o1"},"opensForm":true}],
  "choices":["call.who","an.intent.since.removed"],"footer":"Meddelande 3"},
  "text":"Avbrott i Lifecare SP","document":{"version":"1.0","date":"2025-10-02","status":"EJ BESLUTAD"}}`;

describe('what an earlier or later version stored', () => {
  test('is shown; a choice that is no more is left out', () => {
    const { card } = noticeMessage(JSON.parse(fromVersion1));
    const titles = elementsOf(card).flatMap(({ type, title }) =>
      String(type).startsWith('Action.') ? [title] : [],
    );
    expect(titles).toEqual(['Avsluta', 'Vem ringer jag?']);
    expect(JSON.stringify(card)).toContain('EJ BESLUTAD');
    expect(noticeViewSchema.parse(JSON.parse(fromVersion1)).answer.choices).toEqual(['call.who']);
  });

  test.each([
    ['a later version', { v: 2, text: 'Avbrott sedan 14.05', blocks: [] }],
    ['a part that is not known', { ...noticeView(parts({ text: 'Avbrott sedan 14.05' })), sound: 'bell' }],
  ])('%s is told by its text, so that nobody is left untold', (_what, view) => {
    const { card, summary } = noticeMessage(view);
    expect(summary).toBe('Avbrott sedan 14.05');
    expect(JSON.stringify(card)).toContain('Avbrott sedan 14.05');
    expect(cardFaults(card)).toEqual([]);
  });

  test('what has no text is a fault', () => {
    expect(() => noticeMessage({ v: 1 })).toThrow('text');
  });
});

test('what could not be read back is not stored', () => {
  expect(() => noticeView(parts({ text: '' }))).toThrow('text');
});

test('whatever a message says, the card is sound', () => {
  const anyText = fc.string({
    unit: fc.oneof(fc.constantFrom('$', '{', '"', '*', '[', '\u202e'), fc.string()),
  });
  fc.assert(
    fc.property(anyText, (text) => {
      const answer = { ...whole, sections: [{ lines: [{ text }] }], footer: text };
      const view = noticeView(parts({ answer, text: `Avbrott: ${text}` }));
      expect(cardFaults(noticeMessage(stored(view)).card)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
