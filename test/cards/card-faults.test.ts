import { expect, test } from 'vitest';
import { cardFaults } from '../support/card-faults.ts';
import { parseFaults } from '../support/parse-faults.ts';

const heading = { type: 'TextBlock', style: 'heading', text: 'Ring så här', wrap: true };
const execute = {
  type: 'Action.Execute',
  title: 'Hjälp',
  verb: 'help.choose',
  data: { intent: 'help' },
  fallback: {
    type: 'Action.Submit',
    title: 'Hjälp',
    data: { verb: 'help.choose', intent: 'help' },
  },
};

function cardWith(...body: readonly object[]): object {
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    msteams: { width: 'Full' },
    fallbackText: 'Ring så här',
    speak: 'Ring så här',
    body: [heading, ...body],
  };
}

const actionSet = (...actions: readonly object[]): object => ({ type: 'ActionSet', actions });
const text = (value: string): object => ({ type: 'TextBlock', text: value, wrap: true });
const call = { type: 'Action.OpenUrl', title: 'Ring', url: 'tel:112' };

test('a sound card has no fault', () => {
  const card = cardWith(text('112'), actionSet(execute));
  expect(cardFaults(card)).toEqual([]);
  expect(parseFaults(card)).toEqual([]);
});

test.each<[string, object, RegExp]>([
  ['a later version', { ...cardWith(), version: '1.6' }, /version/],
  ['no fallback text', { ...cardWith(), fallbackText: '' }, /fallbackText/],
  ['nothing to read aloud', { ...cardWith(), speak: undefined }, /speak/],
  ['half the width', { ...cardWith(), msteams: {} }, /msteams/],
  ['20 001 characters', cardWith(text('x'.repeat(20_000))), /characters/],
  ['an expression left standing', cardWith(text('Ring ${name}')), /expression/],
  ['a refresh', { ...cardWith(), refresh: { action: execute } }, /refreshes/],
  ['no heading', { ...cardWith(), body: [text('112')] }, /heading/],
  ['a text on one line', cardWith({ type: 'TextBlock', text: '112' }), /TextBlock does not wrap/],
  ['an empty text', cardWith(text(' ')), /TextBlock without text/],
  ['a nameless button', cardWith(actionSet({ ...call, title: '' })), /Action.OpenUrl without text/],
  [
    'a link to a web site',
    cardWith(actionSet({ ...call, url: 'http://example.com' })),
    /leads to no telephone/,
  ],
  ['a table', cardWith({ type: 'Table' }), /Table is not shown/],
  ['an input without label', cardWith({ type: 'Input.Text', id: 'a' }), /Input.Text without label/],
  ['an image without description', cardWith({ type: 'Image', url: 'https://example.com/a.png' }), /altText/],
  ['four buttons that ask', cardWith(actionSet(execute, execute, execute, execute)), /4 buttons that ask/],
  ['seven buttons', cardWith(actionSet(...Array.from({ length: 7 }, () => call))), /7 buttons/],
  ['an Execute among the elements', { ...cardWith(), actions: [execute] }, /outside an ActionSet/],
  ['an Execute without fallback', cardWith(actionSet({ ...execute, fallback: 'drop' })), /does not send/],
  [
    'a fallback without the verb',
    cardWith(actionSet({ ...execute, fallback: { ...execute.fallback, data: { intent: 'help' } } })),
    /does not send/,
  ],
])('%s is a fault', (_what, card, fault) => {
  expect(cardFaults(card).join('\n')).toMatch(fault);
});

test('what the library does not know is a fault', () => {
  expect(parseFaults(cardWith({ type: 'Badge' })).join()).toMatch(/Badge/);
});
