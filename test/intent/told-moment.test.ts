import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { toldMoments } from '../../src/intent/told-moment.ts';
import { shownWhen, swedish } from '../support/swedish-clock.ts';

const tense = z.enum(['past', 'future']);
const row = z.strictObject({
  text: z.string(),
  now: z.string(),
  about: tense,
  /** `YYYY-MM-DDTHH:mm`, `YYYY-MM-DD`, or nothing. */
  expect: z.string().nullable(),
  kind: z.enum(['time', 'date', 'none']),
});
/** What people write of when, and what they mean by it. */
const rows = readFileSync(`${import.meta.dirname}/told-moments.jsonl`, 'utf8')
  .trim()
  .split('\n')
  .map((line) => row.parse(JSON.parse(line)));

/** The different moments and days that a text tells of, as clocks and calendars show them. */
function told(text: string, now: string, about: z.infer<typeof tense>): readonly string[] {
  const moments = toldMoments(text, { now: swedish(now), tense: about });
  return [...new Set(moments.map(({ value }) => shownWhen(value)))];
}

describe.each(['time', 'date', 'none'])('what is written of when: %s', (kind) => {
  test.each(rows.filter((one) => one.kind === kind))('$text, at $now', (line) => {
    const meant = line.expect === null ? [] : [line.expect];
    expect(told(line.text, line.now, line.about)).toEqual(meant);
  });
});

const plain = (text: string): string =>
  text.replaceAll(/[åä]/gu, 'a').replaceAll('ö', 'o').replaceAll(/[ÅÄ]/gu, 'A').replaceAll('Ö', 'O');

test.each(rows)('without å, ä and ö, and in capitals, it says the same: $text', (line) => {
  const read = told(line.text, line.now, line.about);
  expect(told(plain(line.text), line.now, line.about)).toEqual(read);
  expect(told(line.text.toUpperCase(), line.now, line.about)).toEqual(read);
});

test('the list is whole', () => {
  expect(rows.length).toBe(260);
});

const tenses = fc.constantFrom(...tense.options);

type Case = readonly [text: string, now: string, about: z.infer<typeof tense>, meant: readonly string[]];

const meansEach = (cases: readonly Case[]): void => {
  test.each(cases)('%s, at %s, of the %s', (text, now, about, meant) => {
    expect(told(text, now, about)).toEqual(meant);
  });
};

describe('over midnight', () => {
  meansEach([
    ['ringde 23.50', '2026-11-25T00:10', 'past', ['2026-11-24T23:50']],
    ['ringde 00.05', '2026-11-25T00:10', 'past', ['2026-11-25T00:05']],
    ['ringde fem i tolv', '2026-11-25T00:10', 'past', ['2026-11-24T23:55']],
    ['ringde fem över tolv', '2026-11-25T00:10', 'past', ['2026-11-25T00:05']],
    ['klart 00.30', '2026-11-24T23:50', 'future', ['2026-11-25T00:30']],
    ['klart kl 24', '2026-11-24T23:50', 'future', ['2026-11-25T00:00']],
    ['klart klockan tolv i kväll', '2026-11-24T20:00', 'future', ['2026-11-25T00:00']],
    ['ringde halv elva ikväll', '2026-11-25T00:30', 'past', ['2026-11-24T22:30']],
    ['ringde igår kväll vid tio', '2026-11-25T00:30', 'past', ['2026-11-24T22:00']],
    ['ringde igårkväll vid åtta', '2026-11-24T23:00', 'past', ['2026-11-23T20:00']],
    ['gick ner i natt vid tre', '2026-11-24T23:30', 'past', ['2026-11-24T03:00']],
    ['klart i natt vid tre', '2026-11-24T23:30', 'future', ['2026-11-25T03:00']],
    ['klart i natt vid tre', '2026-11-25T01:30', 'future', ['2026-11-25T03:00']],
    ['natten till torsdag kl 23', '2026-11-24T10:40', 'future', ['2026-11-25T23:00']],
    ['natten till torsdag kl 01.30', '2026-11-24T10:40', 'future', ['2026-11-26T01:30']],
    ['gick ner för en halvtimme sedan', '2027-01-01T00:10', 'past', ['2026-12-31T23:40']],
  ]);
});

describe('the night when summer time begins', () => {
  meansEach([
    ['gick ner för en timme sedan', '2026-03-29T03:30', 'past', ['2026-03-29T01:30']],
    ['klart om en timme', '2026-03-29T01:30', 'future', ['2026-03-29T03:30']],
    ['ringde kvart i två i natt', '2026-03-29T07:00', 'past', ['2026-03-29T01:45']],
    ['ringde halv fyra', '2026-03-29T04:00', 'past', ['2026-03-29T03:30']],
  ]);

  test.each(['ringde 02.30', 'ringde halv tre', 'ringde halv tre i natt', 'ringde 29/3 kl 02.30'])(
    'what no clock showed is no moment: %s',
    (text) => expect(told(text, '2026-03-29T07:00', 'past')).toEqual([]),
  );
});

describe('the night when summer time ends', () => {
  const first = swedish('2026-10-25T02:30');
  const hour = 3_600_000;
  const at = (text: string, now: number, about: z.infer<typeof tense>): unknown =>
    toldMoments(text, { now, tense: about }).map(({ value }) => value.kind === 'moment' && value.at - first);

  test.each([
    ['the hour has come once', first + hour / 3, 'past', 0],
    ['it has come twice', first + hour + hour / 3, 'past', hour],
    ['it is yet to come once', first + hour / 3, 'future', hour],
    ['it is yet to come twice', first - hour / 3, 'future', 0],
  ] as const)('02.30, when %s', (_when, now, about, after) => {
    expect(at('ringde 02.30', now, about)).toEqual([after]);
    expect(at('ringde halv tre i natt', now, about)).toEqual([after]);
  });

  test('what clocks showed in the first hour has been, though they show less again', () => {
    const atTen = first + hour - hour / 3;
    expect(at('ringde 02.30', atTen, 'past')).toEqual([0]);
  });

  test('an hour is an hour', () => {
    expect(at('för en timme sedan', first + hour, 'past')).toEqual([0]);
    expect(at('om en timme', first, 'future')).toEqual([hour]);
  });
});

describe('the leap day', () => {
  meansEach([
    ['hem imorgon', '2028-02-28T10:00', 'future', ['2028-02-29']],
    ['inlagd igår', '2028-03-01T10:00', 'past', ['2028-02-29']],
    ['inlagd igår', '2027-03-01T10:00', 'past', ['2027-02-28']],
    ['hem 29/2', '2028-02-20T10:00', 'future', ['2028-02-29']],
    ['hem 29/2', '2026-02-20T10:00', 'future', []],
    ['hem sista februari', '2028-02-20T10:00', 'future', ['2028-02-29']],
    ['hem sista februari', '2027-02-20T10:00', 'future', ['2027-02-28']],
    ['utskrivning om en vecka', '2028-02-23T10:00', 'future', ['2028-03-01']],
  ]);
});

describe('which day', () => {
  meansEach([
    ['ringde måndag 23/11 kl 10.15', '2026-11-24T10:40', 'past', ['2026-11-23T10:15']],
    ['hem lördag 5 december', '2026-11-24T10:40', 'future', ['2026-12-05']],
    ['hem lördag 6 december', '2026-11-24T10:40', 'future', []],
    ['hem på tisdag', '2026-11-24T10:40', 'future', ['2026-12-01']],
    ['ringde i tisdags', '2026-11-24T10:40', 'past', ['2026-11-17']],
    ['hem nästa fredag', '2026-11-24T10:40', 'future', []],
    ['hem nästa fredag', '2026-11-28T10:40', 'future', ['2026-12-04']],
    ['ringde förra fredagen', '2026-11-28T10:40', 'past', []],
    ['hem fredag nästa vecka', '2026-11-24T10:40', 'future', ['2026-12-04']],
    ['hem på torsdag om en vecka', '2026-11-24T10:40', 'future', ['2026-12-03']],
    ['hem vecka 49, måndag', '2026-11-24T10:40', 'future', ['2026-11-30']],
    ['hem måndag v 1', '2026-11-24T10:40', 'future', ['2027-01-04']],
    ['hem måndag v 53', '2026-11-24T10:40', 'future', ['2026-12-28']],
    ['hem måndag v 53', '2027-11-24T10:40', 'future', []],
    ['hem måndag v 99', '2026-11-24T10:40', 'future', []],
    ['hem en fredag', '2026-11-24T10:40', 'future', []],
    ['hem på juldagen', '2026-11-24T10:40', 'future', ['2026-12-25']],
    ['hem på långfredagen', '2026-11-24T10:40', 'future', ['2027-03-26']],
    ['hem alla helgons dag', '2026-10-24T10:40', 'future', ['2026-10-31']],
    ['ringde 24/12', '2026-01-03T10:40', 'past', ['2025-12-24']],
    ['ringde den 31:a', '2026-11-24T10:40', 'past', ['2026-10-31']],
    ['ringde 31/2', '2026-11-24T10:40', 'past', []],
    ['ringde imorgon kl 10', '2026-11-24T10:40', 'past', []],
    ['hem igår kl 10', '2026-11-24T10:40', 'future', []],
  ]);
});

describe('which time of the day', () => {
  meansEach([
    ['ringde kl 8', '2026-11-24T21:15', 'past', ['2026-11-24T08:00']],
    ['ringde klockan åtta', '2026-11-24T21:15', 'past', ['2026-11-24T20:00']],
    ['ringde igår vid två', '2026-11-24T10:40', 'past', ['2026-11-23T14:00']],
    ['hem imorgon vid nio', '2026-11-24T10:40', 'future', ['2026-11-25T09:00']],
    ['ringde kl 3 igår eftermiddag', '2026-11-24T10:40', 'past', ['2026-11-23T15:00']],
    ['ringde igår natt vid tre', '2026-11-24T10:40', 'past', []],
    ['ringde i kväll kl 19', '2026-11-24T18:00', 'past', []],
    ['ringde kl 14 i natt', '2026-11-24T18:00', 'past', []],
    ['klart inom en timme', '2026-11-24T10:40', 'future', ['2026-11-24T11:40']],
    ['för 2 tim 15 min sedan', '2026-11-24T10:40', 'past', ['2026-11-24T08:25']],
    ['om halvannan timme', '2026-11-24T10:40', 'future', ['2026-11-24T12:10']],
    ['om ett halvt dygn', '2026-11-24T10:40', 'future', []],
    ['ringde 10.15 och 10.30', '2026-11-24T10:40', 'past', ['2026-11-24T10:15', '2026-11-24T10:30']],
    ['ringde igår 10.15 och 10.30', '2026-11-24T10:40', 'past', ['2026-11-23T10:15', '2026-11-23T10:30']],
    ['ringde igår 14.20, idag 9.10', '2026-11-24T10:40', 'past', ['2026-11-23T14:20', '2026-11-24T09:10']],
    ['igår ringde vi Ånge om Lisa, klockan var tio', '2026-11-24T10:40', 'past', ['2026-11-23T10:00']],
  ]);
});

describe('what is no time', () => {
  test.each([
    'avd 24',
    'tio samtal',
    'K7M-3F',
    'halva listan',
    'för ett par timmar sedan',
    'för en till två timmar sedan',
    'för 2-3 timmar sen',
    'klart om två tre timmar',
    'har väntat i tre timmar',
    'vi är tre i natt',
    'vi är ca 10',
    'efter tre försök',
    'till en som ringde',
    'mellan tio och tolv patienter',
    'från 8 till 9 patienter',
    'till 14:an',
    'ring 060 18 10 00',
    'noll sex elva och sen en åtta',
    'statistik 2026',
    '1234',
    'plus 1400',
    'blodtryck 120/80',
    'öppet 24/7',
    'f 451224',
    'pnr 20451224-1234',
    'den andra svarade',
    'varje fredag',
  ])('%s', (text) => {
    expect(told(text, '2026-11-24T10:40', 'past')).toEqual([]);
    expect(told(text, '2026-11-24T10:40', 'future')).toEqual([]);
  });
});

const places = (text: string): readonly string[] =>
  toldMoments(text, { now: swedish('2026-11-24T10:40'), tense: 'past' }).map(({ start, end }) =>
    text.slice(start, end),
  );

describe('where it stands', () => {
  test.each([
    ['ringde Ånge igår kväll vid åtta, inskrivning', ['igår kväll vid åtta']],
    ['👍 ringde kl 9 och Ånge kvart över tio', ['kl 9', 'kvart över tio']],
    ['ringde för en timme sedan', ['för en timme sedan']],
  ])('%s', (text, written) => expect(places(text)).toEqual(written));
});

describe('whatever is written, it is read at once', () => {
  const bits =
    '10.15 |1/1 9.00 |tjugo |halv |om en |kl |en och en halv |natten till |den |i |mellan |för |1|a| |å|👍|vid tolv |och |10.15-11.15 |måndag v |kvart i |2026-|noll |strax efter |., |\n|e\u0301 |가|İ'.split(
      '|',
    );

  test.each(bits)('20 000 characters of "%s"', (bit) => {
    const text = bit.repeat(20_000).slice(0, 20_000);
    const took = (): number => {
      const from = process.cpuUsage();
      toldMoments(text, { now: swedish('2026-11-24T10:40'), tense: 'past' });
      return process.cpuUsage(from).user / 1_000;
    };
    // Milliseconds of this process alone, the best of some: what else the machine does is not measured.
    expect(Math.min(...Array.from({ length: 8 }, took))).toBeLessThan(10);
  });

  test('any row of such bits tells of moments in the direction told of, at their places', () => {
    const now = swedish('2026-11-24T10:40');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 40 }), tenses, (parts, about) => {
        const text = parts.join('');
        for (const { end, start, value } of toldMoments(text, { now, tense: about })) {
          expect(text.slice(start, end)).not.toBe('');
          expect(shownWhen(value)).toMatch(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/u);
        }
      }),
    );
  });

  test('any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), tenses, (text, about) => {
        expect(toldMoments(text, { now: 0, tense: about })).toEqual(expect.any(Array));
      }),
    );
  });
});
