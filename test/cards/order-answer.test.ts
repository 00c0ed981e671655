import { describe, expect, test } from 'vitest';
import { orderPrefill } from '../../src/cards/order-answer.ts';

const prefill = (text: string, entities: Parameters<typeof orderPrefill>[1] = {}) =>
  orderPrefill('outage.start', entities, text);

describe('what is to be declared', () => {
  test.each([
    'starta en övning',
    'Starta övningen nu',
    'kör en avbrottsövning',
    'STARTA EN OVNING',
    'utlys ett övningsavbrott',
    'planera en övning',
  ])('"%s" is a drill', (text) => {
    expect(prefill(text)).toEqual({ kind: 'drill' });
  });

  test.each(['planera ett avbrott', 'lägg in ett planerat avbrott', 'Planerat driftstopp'])(
    '"%s" is a plan',
    (text) => {
      expect(prefill(text)).toEqual({ kind: 'planned' });
    },
  );

  test.each([
    'utlys avbrott',
    'utlys avbrott, det är ingen övning',
    'utlys avbrott, det här är inte en övning',
    'utlys avbrott på riktigt, inte övning',
    'avbryt övningen och utlys avbrott',
    'utlys ett oplanerat avbrott',
    'utlys avbrott, det är inte planerat',
  ])('"%s" is left to the form', (text) => {
    expect(prefill(text)).toEqual({});
  });
});

test('a single time of today is filled in, and not into a plan', () => {
  expect(prefill('starta en övning kl 9', { time: '09:00' })).toEqual({ kind: 'drill', startedAt: '09:00' });
  expect(prefill('planera ett avbrott kl 9', { time: '09:00' })).toEqual({ kind: 'planned' });
  expect(orderPrefill('outage.end', { time: '09:00' }, 'avsluta övningen kl 9')).toEqual({
    endedAt: '09:00',
  });
});
