import { expect, test } from 'vitest';
import { z } from 'zod';
import { cardRenderer } from '../../src/cards/render-card.ts';

const view = z.strictObject({ text: z.string(), rows: z.array(z.strictObject({ name: z.string() })) });
const frame = { type: 'AdaptiveCard', version: '1.5' };
const template = {
  ...frame,
  body: [{ $data: '${rows}', type: 'TextBlock', text: '${name}: ${$root.text}' }],
};
const render = cardRenderer(template, view);

test('a view becomes a card, row by row', () => {
  expect(render({ text: 'växel', rows: [{ name: 'Ånge' }, { name: 'Timrå' }] })).toEqual({
    kind: 'card',
    card: {
      ...frame,
      body: [
        { type: 'TextBlock', text: 'Ånge: växel' },
        { type: 'TextBlock', text: 'Timrå: växel' },
      ],
    },
  });
});

test('one compiled template serves many views, and no view leaks into the next', () => {
  expect(render({ text: 'a', rows: [{ name: '1' }] })).toEqual(render({ text: 'a', rows: [{ name: '1' }] }));
  expect(render({ text: 'b', rows: [] })).toEqual({ kind: 'card', card: { ...frame, body: [] } });
});

test('a view that lacks what the template reads is a fault', () => {
  expect(() => cardRenderer({ ...frame, body: '${missing}' }, z.object({}))({})).toThrow('missing');
  // @ts-expect-error: a view of the wrong shape
  expect(() => render({ text: 'a' })).toThrow('rows');
});

test('an expression in the data is not evaluated and does not pass', () => {
  expect(() => render({ text: '${rows[0].name}', rows: [{ name: 'x' }] })).toThrow('${rows[0].name}');
});

test('a card that is too long says how long', () => {
  const rendered = render({ text: 'x'.repeat(20_000), rows: [{ name: 'Ånge' }] });
  expect(rendered).toEqual({ kind: 'too-long', characters: expect.any(Number) });
});

test('a template of another version is a fault', () => {
  expect(() => cardRenderer({ type: 'AdaptiveCard', version: '1.6' }, z.object({}))({})).toThrow('1.5');
});
