import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { handoverItems, handoverOutcomes, handoverParties, municipalities } from '../../src/domain/ids.ts';
import { toldCall } from '../../src/intent/told-call.ts';
import { shownAt, shownWhen, swedish } from '../support/swedish-clock.ts';

const row = z.strictObject({
  about: z.string(),
  text: z.string(),
  told: z.strictObject({
    direction: z.enum(['given', 'received']).optional(),
    party: z.enum(handoverParties).optional(),
    municipality: z.enum(municipalities).optional(),
    counterpart: z.string().optional(),
    items: z.array(z.enum(handoverItems)),
    outcome: z.enum(handoverOutcomes).optional(),
    code: z.string().optional(),
    /** At six in the evening of 25 November 2026. */
    when: z.string().optional(),
    dischargedAt: z.string().optional(),
  }),
});
/** What people write, and the whole of what it tells. */
const rows = readFileSync(`${import.meta.dirname}/told-calls.jsonl`, 'utf8')
  .trim()
  .split('\n')
  .map((line) => row.parse(JSON.parse(line)));
const now = swedish('2026-11-25T18:00');

/** What a text tells, with times as clocks show them. */
function told(text: string) {
  const { dischargedAt, when, ...rest } = toldCall(text, now);
  return {
    ...rest,
    ...(when !== undefined && { when: shownWhen(when) }),
    ...(dischargedAt !== undefined && { dischargedAt: shownAt(dischargedAt) }),
  };
}
const subjects = [...new Set(rows.map(({ about }) => about))];

describe.each(subjects)('%s', (subject) => {
  test.each(rows.filter(({ about }) => about === subject))('$text', (row) => {
    expect(told(row.text)).toEqual(row.told);
  });
});

const plain = (text: string): string =>
  text.replaceAll(/[åä]/gu, 'a').replaceAll('ö', 'o').replaceAll(/[ÅÄ]/gu, 'A').replaceAll('Ö', 'O');
const toldPlain = (text: string): unknown => {
  const { counterpart = '', ...rest } = told(text);
  return { ...rest, counterpart: plain(counterpart) };
};

test.each(rows)('without å, ä and ö it says the same: $text', ({ text }) => {
  expect(toldPlain(plain(text))).toEqual(toldPlain(text));
});

test('what is beyond 1 000 characters is not read', () => {
  const padding = 'och lite till '.repeat(80);
  expect(told(`ringde Ånge 10.15 ${padding} K7M-3F`)).toEqual({
    direction: 'given',
    party: 'municipality',
    municipality: 'ange',
    items: [],
    when: '2026-11-25T10:15',
  });
  expect(told(`${padding} ringde Ånge 10.15`)).toEqual({ items: [] });
});

describe('whatever is written, something is answered', () => {
  const bits =
    `a|A| |.|,|- |? |\n|(|10.15 |14/11 |K7M-3F |k 7 m |👍|\ud800|가|İ|Ånge |ange |kommunen |avd 24 |avd 24 i Ånge, |hc |Lisa |Lisa Berg |lisa |bisthand |ringde |ringde inte |har |ska ha |fick |fick a a tag |svarade inte |upprepat |inte |pratade med |lämnat till |vi på |här |vår |om vi |och |att |som |kan du logga |ber utskr |utskrivnings|datum |fredag kl |mellan 10.15 och |mvh |hej |<at>`.split(
      '|',
    );

  test.each(bits)('a thousand characters of "%s"', (bit) => {
    expect(told(bit.repeat(1000).slice(0, 1000)).items).toEqual(expect.any(Array));
  });

  test('any row of such bits is read within the bounds of the form', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 60 }), (parts) => {
        const call = told(parts.join(''));
        expect((call.counterpart ?? '').length).toBeLessThanOrEqual(60);
        expect(call.when ?? 'unread').toMatch(/^(?:unread|\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?)$/u);
        expect(call.when ?? '').not.toMatch(/^(?:2026-11-25T(?:1[89]|2)|2026-11-2[6-9]|2026-12|202[7-9])/u);
        expect(call.code ?? 'K7M-3F').toMatch(/^[C-X2-9]{3}-[C-X2-9]{2}$/u);
        expect(call.municipality === undefined || call.party === 'municipality').toBe(true);
        expect(call.outcome === 'no-answer' && call.direction === 'received').toBe(false);
      }),
    );
  });

  test('any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(told(text).items).toEqual(expect.any(Array));
      }),
    );
  });
});
