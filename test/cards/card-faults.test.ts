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
  ['an image without description', cardWith({ type: 'Image', url: 'https://example.com/a.png' }), /altText/],
  [
    'seven buttons that ask',
    cardWith(actionSet(...Array.from({ length: 7 }, () => execute))),
    /7 buttons that ask/,
  ],
  ['ten buttons', cardWith(actionSet(...Array.from({ length: 10 }, () => call))), /10 buttons/],
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

const input = { type: 'Input.Text', id: 'name', label: 'Namn', maxLength: 80 };
const choiceSet = {
  type: 'Input.ChoiceSet',
  id: 'items',
  label: 'Uppgifter',
  choices: [{ title: 'Inskrivning', value: 'admission' }],
};
const submit = { type: 'Action.Submit', title: 'Spara', data: { verb: 'unit.connect' } };

function formWith(...inputs: readonly object[]): object {
  return cardWith(...inputs, actionSet(submit));
}

test('a sound form has no fault', () => {
  expect(cardFaults(formWith(input, choiceSet))).toEqual([]);
});

test.each<[string, object, RegExp]>([
  ['an input without label', formWith({ ...input, label: undefined }), /Input.Text name: label/],
  ['an input without id', formWith({ ...input, id: undefined }), /Input.Text undefined: id/],
  ['an id that is not ASCII', formWith({ ...input, id: 'åtgärd' }), /not ASCII/],
  ['an id twice', formWith(input, input), /id name twice/],
  ['a text without end', formWith({ ...input, maxLength: undefined }), /maxLength/],
  ['a number', formWith({ ...input, type: 'Input.Number' }), /no input that every client has/],
  ['a Swedish date', formWith({ type: 'Input.Date', id: 'a', label: 'Dag', value: '2/11' }), /Input.Date a/],
  ['half a time', formWith({ type: 'Input.Time', id: 'a', label: 'Tid', value: '14' }), /Input.Time a/],
  ['a choice not offered', formWith({ ...choiceSet, value: 'other' }), /is no choice/],
  [
    'the same choice twice',
    formWith({ ...choiceSet, choices: [...choiceSet.choices, ...choiceSet.choices] }),
    /same value/,
  ],
  ['a comma in a choice', formWith({ ...choiceSet, choices: [{ title: 'A', value: 'a,b' }] }), /comma/],
  [
    'a search of something else',
    formWith({ ...choiceSet, 'choices.data': { type: 'Data.Query', dataset: 'wards' } }),
    /others than people/,
  ],
  ['a required field that does not say so', formWith({ ...input, isRequired: true }), /errorMessage/],
  ['a form that cannot be sent', cardWith(input), /0 buttons that send/],
  ['a Submit that says nothing', formWith({ ...input }, actionSet({ ...submit, data: {} })), /without verb/],
])('%s is a fault', (_what, card, fault) => {
  expect(cardFaults(card).join('\n')).toMatch(fault);
});

test('what the library does not know is a fault', () => {
  expect(parseFaults(cardWith({ type: 'Badge' })).join()).toMatch(/Badge/);
});
