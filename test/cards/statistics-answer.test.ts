import { describe, expect, test } from 'vitest';
import { statisticsAnswer } from '../../src/cards/statistics-answer.ts';
import type { Figures, OutageStatistics } from '../../src/domain/outage-statistics.ts';
import { outageStatistics } from '../../src/domain/outage-statistics.ts';
import { aCode, acknowledged, logAfter } from '../support/build-log.ts';
import { ange, callAt, codeTaken, ended, rowsOf, ward } from '../support/log-answer-samples.ts';
import { at, directory, outage } from '../support/outage-samples.ts';
import { factsOf, headingsOf, linesOf } from '../support/said.ts';

const figures = (over: Partial<Figures> = {}): Figures => ({
  cases: 6,
  entries: 14,
  handedOver: 8,
  confirmed: 6,
  medianMinutesToConfirm: 12.5,
  tasks: 12,
  doneWithin24h: 3,
  doneWithin72h: 9,
  done: 10,
  formsUsed: 4,
  formsSent: 2,
  ...over,
});
const nothing = figures({ cases: 0, entries: 0, handedOver: 0, confirmed: 0, tasks: 0, formsUsed: 0 });
const statistics = (over: Partial<OutageStatistics> = {}): OutageStatistics => ({
  whole: figures(),
  units: [{ unit: 'ward', name: 'Avdelning 12', figures: figures() }],
  municipalities: [{ municipality: 'ange', figures: figures() }],
  ...over,
});
const over = outage(ended);
const now = at('16:30');
const answer = statisticsAnswer(statistics(), over, now);

test('the whole is told as facts, with shares and what they are of', () => {
  expect(factsOf(answer)).toEqual({
    'Patienter (koder)': '6',
    Samtal: '14',
    Bekräftat: '75 % (6 av 8)',
    'Mediantid till bekräftelse': '12,5 min',
    'Att registrera': '12, klart 10',
    'Klart inom 24 timmar': '25 % (3 av 12)',
    'Klart inom 72 timmar': '75 % (9 av 12)',
  });
});

test('each unit and each municipality has a row', () => {
  expect(headingsOf(answer)).toEqual(['Enheterna', 'Kommunerna som skulle ta emot', 'Blanketter']);
  expect(rowsOf(answer)[0]).toEqual({
    title: 'Avdelning 12',
    details: [
      'Patienter 6, samtal 14, bekräftat 75 % (6 av 8), median 12,5 min',
      'Klart inom 24 timmar 25 % (3 av 12), inom 72 timmar 75 % (9 av 12)',
      'Blanketter använda: 4, inskickade: 2.',
    ],
  });
  expect(rowsOf(answer)[1]?.title).toBe('Ånge kommun');
});

test('the forms are counted for the invoices, and no amount is named', () => {
  expect(linesOf(answer)).toContain(
    'Underlag för fakturering till kommunerna: antal blanketter, inga belopp.',
  );
  expect(linesOf(answer)).toContain('Blanketter använda: 4, inskickade: 2.');
  expect(JSON.stringify(answer)).not.toMatch(/kronor|\bkr\b/);
});

test('it says from when to when', () => {
  expect(linesOf(answer)[0]).toBe(
    'Från tisdag 24 november kl. 08.10 till tisdag 24 november kl. 14.10, 6 timmar.',
  );
  expect(linesOf(statisticsAnswer(statistics(), outage(), now))[0]).toBe(
    'Sedan tisdag 24 november kl. 08.10. Avbrottet pågår: siffrorna är inte färdiga.',
  );
});

test('of nothing there is no share, and without a confirmation no time', () => {
  const { medianMinutesToConfirm: _, ...without } = nothing;
  expect(factsOf(statisticsAnswer(statistics({ whole: without }), over, now))).toMatchObject({
    Bekräftat: '–',
    'Mediantid till bekräftelse': '–',
    'Klart inom 24 timmar': '–',
  });
});

test('units that logged nothing are counted, and of many those with most calls are shown', () => {
  const units = Array.from({ length: 20 }, (_, index) => ({
    unit: `u${index}`,
    name: `Enhet ${index}`,
    figures: figures({ entries: index }),
  }));
  const many = statisticsAnswer(statistics({ units, municipalities: [] }), over, now);
  expect(rowsOf(many).map(({ title }) => title)).toEqual(
    Array.from({ length: 12 }, (_, index) => `Enhet ${19 - index}`),
  );
  expect(linesOf(many)).toEqual(
    expect.arrayContaining([
      'De 12 med flest samtal visas. 7 till har loggat samtal.',
      '1 enhet har inte loggat något samtal.',
    ]),
  );
});

test('a drill says that it is one and not counted', () => {
  const drill = statisticsAnswer(statistics(), outage({ ...ended, kind: 'drill' }), now);
  expect(drill.banner).toBe('ÖVNING');
  expect(drill.title).toBe('Övningen i siffror');
  expect(linesOf(drill)[0]).toBe('Det här är en övning. Den räknas inte i statistiken.');
});

describe('of an outage that was', () => {
  test('no code is told', () => {
    const real = outage({
      ...ended,
      log: logAfter(codeTaken, callAt('13:00'), acknowledged('ack', { calledAt: at('13:10') })),
    });
    const told = statisticsAnswer(outageStatistics(real, directory({ units: [ward, ange] })), real, now);
    expect(factsOf(told)).toMatchObject({ 'Mediantid till bekräftelse': '10 min' });
    expect(JSON.stringify(told)).not.toContain(aCode);
  });
});
