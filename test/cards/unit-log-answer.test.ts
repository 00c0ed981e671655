import { describe, expect, test } from 'vitest';
import { unitLogAnswer } from '../../src/cards/unit-log-answer.ts';
import type { HandoverEvent } from '../../src/domain/handover-event.ts';
import type { Outage } from '../../src/domain/outage.ts';
import { aCode, acknowledged, actAt, logAfter, opened, recorded, withdrawn } from '../support/build-log.ts';
import {
  ange,
  buttonsOf,
  callAt,
  codeTaken,
  ended,
  routine,
  rowsOf,
  threeUnits,
  titlesOf,
  ward,
} from '../support/log-answer-samples.ts';
import { at, outage } from '../support/outage-samples.ts';
import { headingsOf, linesOf } from '../support/said.ts';

type Over = Partial<Parameters<typeof unitLogAnswer>[0]> & { readonly about?: Partial<Outage> };

function log(events: readonly HandoverEvent[], { about, ...over }: Over = {}) {
  return unitLogAnswer({
    outage: outage({ log: logAfter(...events), ...about }),
    unit: ward,
    now: at('14:00'),
    page: 1,
    routine,
    directory: threeUnits,
    ...over,
  });
}

const unanswered = callAt('13:05', { outcome: 'no-answer', counterpart: '', items: ['admission'] });
const second = [
  opened({ code: 'C9D-4T', act: actAt(at('09:30')) }),
  recorded('second', { code: 'C9D-4T', items: ['admission'], calledAt: at('09:40') }),
];

test('each case stands with whom it was handed to, its gate and its last call, the newest first', () => {
  const canReceive = callAt('12:20', { direction: 'received', items: ['canReceive'], outcome: 'given' });
  expect(rowsOf(log([codeTaken, ...second, callAt('12:00'), canReceive]))).toEqual([
    {
      title: aCode,
      state: 'RÖTT: alla har inte bekräftat',
      isProblem: true,
      details: ['Lämnat till: Ånge kommun', 'Mottaget från: Ånge kommun', '2 samtal, det senaste kl. 12.20'],
    },
    {
      title: 'C9D-4T',
      state: 'RÖTT: alla har inte bekräftat',
      isProblem: true,
      details: ['Lämnat till: Ånge kommun', '1 samtal, det senaste kl. 09.40'],
    },
  ]);
});

test('a case that all have confirmed says so, and calls for nothing', () => {
  const only = opened({ act: actAt(at('09:00')), receivers: { parties: ['primary-care'] } });
  const [row] = rowsOf(log([only, callAt('13:00', { party: 'primary-care' })]));
  expect(row?.state).toBe('Alla mottagare ni angett har bekräftat');
  expect(row).not.toHaveProperty('isProblem');
});

test('the receiver’s log has no gate', () => {
  const answer = log([codeTaken, callAt('13:00'), acknowledged('ack', { calledAt: at('13:10') })], {
    unit: ange,
  });
  expect(rowsOf(answer)).toEqual([
    { title: aCode, details: ['Mottaget från: Avdelningen', '1 samtal, det senaste kl. 13.10'] },
  ]);
});

test('a case whose calls were all taken back is there still', () => {
  const answer = log([codeTaken, callAt('13:00'), withdrawn('call-13:00')]);
  expect(rowsOf(answer)[0]).toMatchObject({ title: aCode, details: ['Inget samtal står kvar.'] });
});

describe('calls that nobody answered', () => {
  test('stand first, with the number to ring', () => {
    const answer = log([codeTaken, unanswered, ...second]);
    expect(headingsOf(answer)).toEqual(['Ring igen', 'Patienterna']);
    expect(rowsOf(answer)[0]).toEqual({
      title: 'K7M-3F: Ånge kommun',
      state: 'inget svar 13.05',
      details: ['Inskrivning', 'Ånge kommuns växel 0690-25 01 00'],
      isProblem: true,
    });
    expect(titlesOf(answer)[0]).toBe('Visa K7M-3F');
  });

  test('are done with when somebody rings again, and when it is over', () => {
    expect(headingsOf(log([codeTaken, unanswered, callAt('13:40')]))).not.toContain('Ring igen');
    expect(headingsOf(log([codeTaken, unanswered], { about: ended }))).not.toContain('Ring igen');
  });

  test('of many the first are shown, and the rest counted', () => {
    const many = Array.from({ length: 8 }, (_, index) => [
      opened({ code: `C0${index}` }),
      recorded(`n${index}`, { code: `C0${index}`, outcome: 'no-answer', counterpart: '' }),
    ]).flat();
    expect(linesOf(log(many))).toContain('… och 3 till.');
  });
});

describe('the buttons', () => {
  test('show a case each, and log a call', () => {
    const answer = log([codeTaken, callAt('12:00'), ...second]);
    expect(titlesOf(answer)).toEqual(['Visa K7M-3F', 'Visa C9D-4T', 'Logga överlämning']);
    expect(buttonsOf(answer)['Visa C9D-4T']).toEqual({
      title: 'Visa C9D-4T',
      verb: 'handover.list',
      data: { code: 'C9D-4T' },
      opensForm: true,
    });
    expect(buttonsOf(answer)['Logga överlämning']).toMatchObject({ verb: 'handover.record', data: {} });
  });

  test('of a drill, a call is the drill’s', () => {
    const answer = log([codeTaken], { about: { kind: 'drill' } });
    expect(answer.banner).toBe('ÖVNING');
    expect(buttonsOf(answer)['Logga överlämning']?.data).toEqual({ outage: 'outage-1' });
  });

  test('after the end the list of what is owed is there, this unit’s', () => {
    expect(buttonsOf(log([codeTaken], { about: ended }))['Visa er lista']).toMatchObject({
      verb: 'tasks.list',
      data: { outage: 'outage-1', unit: 'ward' },
    });
  });

  test('when the outage is closed, nothing is logged', () => {
    expect(titlesOf(log([codeTaken], { about: { state: 'closed' } }))).toEqual(['Visa K7M-3F']);
  });

  test('twenty-two cases come in three pages, in all of which no more than six buttons are', () => {
    const many = Array.from({ length: 22 }, (_, index) =>
      opened({ code: `C${10 + index}`, act: actAt(at(`09:${10 + index}`)) }),
    );
    const pages = [1, 2, 3].map((page) => log(many, { page }));
    expect(pages.map((page) => rowsOf(page).length)).toEqual([10, 10, 2]);
    expect(pages.map((page) => titlesOf(page).length)).toEqual([6, 6, 4]);
    expect(buttonsOf(pages[1] ?? log([]))['Nästa sida']?.data).toEqual({
      outage: 'outage-1',
      unit: 'ward',
      page: '3',
    });
  });
});

test('an empty log says so, and how to log', () => {
  const answer = log([]);
  expect(linesOf(answer)).toEqual([
    'Inget samtal är loggat än.',
    'Tryck på Logga överlämning när du har ringt, eller skriv till exempel ”ringde Ånge 09.10, pratade med Lisa, inskrivning bekräftad”.',
    'Dokumentera i journalen; boten ersätter den inte.',
  ]);
  expect(titlesOf(answer)).toEqual(['Logga överlämning']);
});
