import { describe, expect, test } from 'vitest';
import { orderPrefill } from '../../src/cards/order-answer.ts';
import { swedish } from '../support/swedish-clock.ts';

const now = swedish('2026-11-24T10:40');
const prefill = (text: string, order: Parameters<typeof orderPrefill>[0] = 'outage.start') =>
  orderPrefill(order, text, now);

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

const at = (name: string, moment: string): Readonly<Record<string, string>> => {
  const [on, time = ''] = moment.split('T');
  return { [`${name}On`]: on ?? '', [`${name}At`]: time };
};

describe('the times that an order tells are filled in', () => {
  test.each([
    ['starta en övning kl 9', { kind: 'drill', ...at('started', '2026-11-24T09:00') }],
    ['utlys avbrott, Lifecare gick ner halv nio', at('started', '2026-11-24T08:30')],
    ['utlys avbrott, nere sedan 23.10', at('started', '2026-11-23T23:10')],
    ['utlys avbrott, nere sedan igår', at('started', '2026-11-23')],
    ['utlys avbrott, det gick ner för en kvart sedan', at('started', '2026-11-24T10:25')],
    ['utlys avbrott, beräknas klart kl 14', at('expectedEnd', '2026-11-24T14:00')],
    [
      'starta avbrott sedan kl 9, klart 15',
      { ...at('started', '2026-11-24T09:00'), ...at('expectedEnd', '2026-11-24T15:00') },
    ],
    ['starta avbrott nu, klart 10', {}],
    [
      'utlys avbrott, nere sedan tio i tre inatt, beräknas klart vid tolv, nästa besked kl 11',
      {
        ...at('started', '2026-11-24T02:50'),
        ...at('expectedEnd', '2026-11-24T12:00'),
        ...at('nextUpdate', '2026-11-24T11:00'),
      },
    ],
  ])('of an outage: %s', (text, values) => expect(prefill(text)).toEqual(values));

  test.each([
    ['planerat avbrott på torsdag kl 18', at('started', '2026-11-26T18:00')],
    ['planerat stopp på torsdag', at('started', '2026-11-26')],
    [
      'planerat stopp lördag 5 december mellan 22 och 02',
      { ...at('started', '2026-12-05T22:00'), ...at('expectedEnd', '2026-12-06T02:00') },
    ],
    [
      'planerat stopp natten till 12 december kl 22-02',
      { ...at('started', '2026-12-11T22:00'), ...at('expectedEnd', '2026-12-12T02:00') },
    ],
    ['planera ett avbrott kl 9', {}],
    ['planera ett avbrott kl 22', {}],
    ['planera ett avbrott kl 13 till 15', {}],
  ])('of a plan, with its day: %s', (text, values) =>
    expect(prefill(text)).toEqual({ kind: 'planned', ...values }),
  );

  test.each([
    ['Avbrottet förlängs till 22', at('expectedEnd', '2026-11-24T22:00')],
    ['klart om två timmar', at('expectedEnd', '2026-11-24T12:40')],
    ['klart vid två i natt', at('expectedEnd', '2026-11-25T02:00')],
    ['Sluttiden flyttas till i morgon kl 8', at('expectedEnd', '2026-11-25T08:00')],
    ['det blir tidigast i morgon bitti', at('expectedEnd', '2026-11-25')],
    ['felsökning pågår, ny info kommer 11.00', at('nextUpdate', '2026-11-24T11:00')],
    [
      'nästa info kl 14, klart 16',
      { ...at('nextUpdate', '2026-11-24T14:00'), ...at('expectedEnd', '2026-11-24T16:00') },
    ],
    ['inte klart kl 15, utan 17', {}],
    ['felet är inte löst, ny sluttid 16', at('expectedEnd', '2026-11-24T16:00')],
    ['ändra starttiden till 08.15', {}],
  ])('of an update: %s', (text, values) => expect(prefill(text, 'outage.update')).toEqual(values));

  test.each([
    ['avsluta övningen kl 9', at('ended', '2026-11-24T09:00')],
    ['uppe igen sedan halv tio', at('ended', '2026-11-24T09:30')],
    ['avsluta avbrottet som började 08.15', {}],
    ['avsluta avbrottet som började 08.15, uppe igen 10.00', at('ended', '2026-11-24T10:00')],
  ])('of an end: %s', (text, values) => expect(prefill(text, 'outage.end')).toEqual(values));

  test('a channel is connected at no time', () => {
    expect(prefill('koppla kanalen kl 9', 'unit.connect')).toEqual({});
  });
});

describe('a time that may be another is left to the form', () => {
  test.each([
    ['it is still to come', 'starta en övning kl 11'],
    ['it is the one before or the one to come', 'boka in avbrottsövning onsdag 10.00'],
    ['it is long ago', 'starta avbrott 3/11 kl 10'],
    ['it is of today alone', 'starta avbrott idag'],
    ['there are two', 'starta avbrott 08.15, det var nog 08.30'],
    ['its beginning is not known', 'lägg in servicefönster natten mot torsdag, 00:30 till ungefär 04'],
  ])('%s: %s', (_why, text) =>
    expect(Object.keys(prefill(text)).filter((name) => name !== 'kind')).toEqual([]),
  );

  test.each([
    ['it is still to come', 'outage.end', 'avsluta avbrottet kl 15'],
    ['what is moved is not said', 'outage.update', 'flytta fram det planerade stoppet från 22 till 23'],
    ['it is denied', 'outage.update', 'det blir inte klart kl 15'],
    ['it holds no more', 'outage.update', 'prognosen kl 15 gäller inte längre'],
    ['it was not so', 'outage.end', 'det blev inte klart kl 9'],
    ['there are two', 'outage.update', 'justera beräknat slut från 15 till 16.30'],
  ] as const)('%s: %s, %s', (_why, order, text) => expect(prefill(text, order)).toEqual({}));
});
