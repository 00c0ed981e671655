import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '../../src/cards/answer.ts';
import { answerMessage } from '../../src/cards/answer-card.ts';
import { answerText } from '../../src/cards/answer-text.ts';
import { noticeMessage, noticeView } from '../../src/cards/notice-card.ts';
import { spelledCode } from '../../src/text/spelled-code.ts';
import { cardFaults, elementsOf } from '../support/card-faults.ts';
import { liveMarkdown } from '../support/live-markdown.ts';
import { parseFaults } from '../support/parse-faults.ts';

const routine = { document: { version: '1.0', date: '2025-10-02', status: 'EJ BESLUTAD' } };
const code = { text: 'K7M-3F', spelled: spelledCode('K7M-3F') };
const answer: Answer = { title: 'Sparat', code, sections: [{ lines: [{ text: 'Säg koden.' }] }] };
const { card, summary } = answerMessage(answer, routine, { callLinks: 'none' });

const runs = (shown: unknown) => elementsOf(shown).filter(({ type }) => type === 'TextRun');

test('a code stands very large under the title, with its spelling below', () => {
  expect(runs(card).slice(0, 3)).toEqual([
    { type: 'TextRun', text: 'K7M-3F', size: 'extraLarge', weight: 'bolder', fontType: 'monospace' },
    { type: 'TextRun', text: 'Kalle, sju, Martin – tre, Filip' },
    { type: 'TextRun', text: 'Säg koden.' },
  ]);
  expect(
    elementsOf(card)
      .filter(({ type }) => type === 'TextBlock')
      .map(({ text }) => text),
  ).toEqual(['Sparat']);
  expect([...cardFaults(card), ...parseFaults(card)]).toEqual([]);
});

test('a notification does not show it', () => {
  expect(summary).toBe('Svar: Sparat');
});

test('it is heard, and read where the card cannot be', () => {
  expect(card['speak']).toContain('Kalle, sju, Martin – tre, Filip');
  expect(card['fallbackText']).toContain('K7M-3F');
  expect(answerText(answer, routine)).toMatch(
    /^Sparat\n\nKod: K7M-3F\nKalle, sju, Martin – tre, Filip\n\n• Säg koden\./,
  );
});

test('without one there is nothing in its place', () => {
  const { code: _, ...without } = answer;
  const shown = answerMessage(without, routine, { callLinks: 'none' }).card;
  expect(JSON.stringify(shown)).not.toContain('monospace');
  expect(answerText(without, routine)).not.toContain('Kod:');
});

test('a notice keeps it until it is sent, and those stored without one are read still', () => {
  const view: unknown = JSON.parse(JSON.stringify(noticeView({ answer, text: 'Bekräftat', routine })));
  expect(runs(noticeMessage(view).card)[0]).toMatchObject({ text: 'K7M-3F' });
  const { code: _, ...without } = answer;
  const earlier: unknown = JSON.parse(JSON.stringify(noticeView({ answer: without, text: 'Slut', routine })));
  expect(runs(noticeMessage(earlier).card)[0]).toMatchObject({ text: 'Säg koden.' });
});

test('whatever stands there, the card is sound and no Markdown of it is alive', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const hostile = answerMessage({ ...answer, code: { text, spelled: text } }, routine, {
        callLinks: 'none',
      });
      expect(cardFaults(hostile.card)).toEqual([]);
      expect(liveMarkdown(hostile.card)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
