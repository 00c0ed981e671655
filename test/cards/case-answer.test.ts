import { describe, expect, test } from 'vitest';
import { answerText } from '../../src/cards/answer-text.ts';
import { caseAnswer } from '../../src/cards/case-answer.ts';
import type { HandoverEvent } from '../../src/domain/handover-event.ts';
import { aCode, acknowledged, actAt, corrected, wardKind, withdrawn } from '../support/build-log.ts';
import {
  ange,
  callAt,
  caseContext,
  codeTaken,
  ended,
  routine,
  rowsOf,
  titlesOf,
  buttonsOf,
} from '../support/log-answer-samples.ts';
import { at } from '../support/outage-samples.ts';
import { headingsOf, linesOf } from '../support/said.ts';

const show = (events: readonly HandoverEvent[], over: Parameters<typeof caseContext>[1] = {}) =>
  caseAnswer(caseContext(events, over));
const calls = (events: readonly HandoverEvent[]) =>
  show(events).sections.find(({ heading }) => heading === 'Samtalen')?.rows ?? [];

const otherCode = 'C2M-4X';
const toHealthCentre = { party: 'primary-care', counterpart: 'Bo, sjuksköterska' } as const;
const canReceive = callAt('12:20', {
  direction: 'received',
  items: ['canReceive'],
  outcome: 'given',
});

test('the code is large and spelled, and the title does not tell it', () => {
  const answer = show([codeTaken]);
  expect(answer.code).toEqual({ text: 'K7M-3F', spelled: 'Kalle, sju, Martin – tre, Filip' });
  expect(answer.title).not.toContain(aCode);
});

test('the record is kept elsewhere: said last, and not twice', () => {
  const answer = show([codeTaken, callAt('13:00')]);
  expect(linesOf(answer).at(-1)).toBe('Dokumentera i journalen; boten ersätter den inte.');
  expect(answerText(answer, routine).match(/Dokumentera i journalen/g)).toHaveLength(1);
});

test('a drill’s case is marked', () => {
  expect(show([codeTaken], { about: { kind: 'drill' } }).banner).toBe('ÖVNING');
  expect(show([codeTaken])).not.toHaveProperty('banner');
});

describe('what was handed over besides', () => {
  test('stands by receiver and by how far it has come, each confirmation with its time', () => {
    const rows = show([
      codeTaken,
      callAt('09:10', { items: ['admission', 'planningBasis'] }),
      callAt('09:30', { items: ['expectedDischarge'], outcome: 'given' }),
      callAt('09:40', { ...toHealthCentre, items: ['admission'] }),
    ]).sections.find(({ heading }) => heading === 'Det här har ni lämnat')?.rows;
    expect(rows).toEqual([
      {
        title: 'Ånge kommun',
        state: 'upprepat i telefon',
        details: ['Inskrivning 09.10, Planeringsunderlag 09.10'],
      },
      {
        title: 'Ånge kommun',
        state: 'lämnat, ej bekräftat',
        details: ['Beräknat utskrivningsdatum'],
        isProblem: true,
      },
      { title: 'Hälsocentralen', state: 'upprepat i telefon', details: ['Inskrivning 09.40'] },
    ]);
  });

  test('what the gate shows is not said again', () => {
    expect(headingsOf(show([codeTaken, callAt('13:05')]))).not.toContain('Det här har ni lämnat');
  });
});

describe('the receiver’s half', () => {
  const story = [codeTaken, callAt('13:00', { items: ['admission', 'planningBasis'], outcome: 'given' })];

  test('what the sender says was handed over, and what of it the unit has confirmed', () => {
    const answer = show([...story, acknowledged('ack', { items: ['admission'], calledAt: at('13:10') })], {
      unit: ange,
    });
    expect(answer.sections[0]).toMatchObject({
      heading: 'Avdelning 12 har lämnat till er',
      rows: [
        { title: 'Bekräftat av er', details: ['Inskrivning'] },
        { title: 'Inte bekräftat av er', details: ['Planeringsunderlag'] },
      ],
    });
    expect(titlesOf(answer)[0]).toBe('Bekräfta mottagen');
    expect(buttonsOf(answer)['Bekräfta mottagen']).toMatchObject({
      verb: 'handover.acknowledge',
      data: { code: aCode },
      opensForm: true,
    });
  });

  test('nothing of it speaks of acknowledging as Lifecare SP does', () => {
    expect(answerText(show(story, { unit: ange }), routine)).not.toMatch(/kvitter/i);
  });

  test('the calls of the sender are not shown', () => {
    expect(JSON.stringify(show(story, { unit: ange }))).not.toContain('Lisa');
  });
});

describe('the times', () => {
  const story = [
    codeTaken,
    callAt('10:40', {
      items: ['readyForDischarge'],
      counterpart: 'Lisa',
      facts: { admittedAt: at('22:30', '2026-11-23'), dischargedAt: at('15:00') },
    }),
    callAt('12:05', { ...toHealthCentre, counterpart: 'Bo', items: ['readyForDischarge'] }),
  ];
  const times = show(story).sections.find(({ heading }) => heading === 'Tider')?.lines ?? [];

  test('are the law’s, each with where it is from, and what was told to the minute', () => {
    expect(times.map(({ text }) => text)).toEqual([
      'Inskriven måndag 23 november kl. 22.30. Skrivs ut tisdag 24 november kl. 15.00.',
      'Inskrivningsmeddelande senast tisdag 24 november kl. 22.30 (24 timmar).',
      'Nödvändig information senast tisdag 24 november (samma dag).',
      'Utskrivningsklar meddelat 10.40 till Lisa (före 12.00).',
      'Utskrivningsklar meddelat 12.05 till Bo (klockan 12.00 eller senare).',
      'Behövs SIP: kallelse senast fredag 27 november (tre dagar).',
    ]);
    expect(times.flatMap(({ basis }) => basis ?? [])).toEqual([
      'utöver rutinen: lag (2017:612) 2 kap. 2–3 §§',
      'utöver rutinen: lag (2017:612) 3 kap. 2 §',
      'utöver rutinen: lag (2017:612) 4 kap. 3 §',
    ]);
  });

  test('say nothing of money', () => {
    expect(JSON.stringify(times)).not.toMatch(/kronor|kostnad|betal/i);
  });

  test('of each who was told again, the first time counts', () => {
    const again = callAt('11:00', { items: ['readyForDischarge'], counterpart: 'Lisa' });
    const answer = show([...story, again]);
    expect(linesOf(answer).filter((text) => text.startsWith('Utskrivningsklar meddelat'))).toHaveLength(2);
  });
});

describe('the calls', () => {
  test('stand in the order that they were made, with all that was logged', () => {
    expect(calls([codeTaken, callAt('13:05'), canReceive])).toEqual([
      {
        title: '12.20 från Ånge kommun',
        state: 'mottaget',
        details: ['Kan ta emot patienten', 'Lisa, biståndshandläggare · loggat av Anna'],
      },
      {
        title: '13.05 till Ånge kommun',
        state: 'upprepat av mottagaren',
        details: ['Utskrivningsmeddelande', 'Lisa, biståndshandläggare · loggat av Anna'],
      },
    ]);
  });

  test.each<[string, readonly HandoverEvent[]]>([
    ['efterhand, loggat 13.36', [callAt('13:05', {}, { act: actAt(at('13:36')) })]],
    ['medlemskap ej kontrollerat', [callAt('13:05', {}, { isUnverified: true })]],
    [
      'rättad 13.10: Fel klockslag',
      [callAt('13:05'), corrected('call-13:05', { calledAt: at('13:04') }, { act: actAt(at('13:10')) })],
    ],
    [
      'tillbakatagen av Anna 13.10: Fel patient',
      [callAt('13:05'), withdrawn('call-13:05', { act: actAt(at('13:10')) })],
    ],
  ])('how a call was logged is said: %s', (note, events) => {
    expect(calls([codeTaken, ...events])[0]?.details.at(-1)).toContain(` · ${note}`);
  });

  test('half an hour after the call is not late yet', () => {
    const [row] = calls([codeTaken, callAt('13:05', {}, { act: actAt(at('13:35')) })]);
    expect(row?.details.join()).not.toContain('efterhand');
  });

  test('one that was taken back is there still, and is said to be that first', () => {
    const events = [codeTaken, callAt('13:05'), withdrawn('call-13:05', { act: actAt(at('13:10')) })];
    expect(calls(events)[0]?.state).toBe('tillbakatagen 13.10');
  });

  test('one that was moved to another code is there still as it was, and is said to be that first', () => {
    const events = [
      codeTaken,
      callAt('13:05', { counterpart: 'Lisa' }),
      corrected('call-13:05', { code: otherCode, counterpart: 'Eva' }, { act: actAt(at('13:10')) }),
    ];
    expect(calls(events)).toEqual([
      {
        title: '13.05 till Ånge kommun',
        state: `flyttad till ${otherCode}`,
        details: ['Utskrivningsmeddelande', 'Lisa · loggat av Anna · flyttad 13.10: Fel klockslag'],
      },
    ]);
    const unanswered = callAt('13:05', { outcome: 'no-answer', counterpart: '' });
    const moved = corrected('call-13:05', {
      code: otherCode,
      outcome: 'no-answer',
      counterpart: '',
      calledAt: at('13:05'),
    });
    expect(calls([codeTaken, unanswered, moved])[0]).not.toHaveProperty('isProblem');
  });

  test('one that nobody answered calls for a new one until somebody rings again', () => {
    const unanswered = callAt('13:05', { outcome: 'no-answer', counterpart: '' });
    expect(calls([codeTaken, unanswered])[0]).toMatchObject({ state: 'inget svar', isProblem: true });
    expect(calls([codeTaken, unanswered, callAt('13:40')])[0]).not.toHaveProperty('isProblem');
  });

  const many = Array.from({ length: 20 }, (_, index) =>
    callAt(`09:${10 + index}`, { items: ['planningBasis'] }),
  );

  test('of many the last ones stand beside the rest, and the earlier ones on pages of their own', () => {
    const pages = [1, 2, 3].map((page) => show([codeTaken, ...many], { page }));
    const times = pages.map((page) =>
      rowsOf(page).flatMap(({ title }) => (title.startsWith('09.') ? title.slice(0, 5) : [])),
    );
    expect(times.map(({ length }) => length)).toEqual([6, 12, 2]);
    expect(times.toReversed().flat()).toEqual(many.map((_, index) => `09.${10 + index}`));
    expect(pages.map((page) => buttonsOf(page)['Tidigare samtal']?.data)).toEqual([
      { code: aCode, page: '2' },
      { code: aCode, page: '3' },
      undefined,
    ]);
    expect(pages.map(({ title }) => title)).toEqual([
      'Patientens överlämningar',
      'Patientens tidigare samtal',
      'Patientens tidigare samtal',
    ]);
  });

  test.each([0, -1, Number.NaN])('page %d is the first', (page) => {
    expect(show([codeTaken], { page }).title).toBe('Patientens överlämningar');
  });
});

describe('after the end', () => {
  const admitted = callAt('09:10', { items: ['admission'], facts: { admittedAt: at('08:30') } });

  test('what is owed for the case is said, by level', () => {
    const answer = show([codeTaken, admitted], { about: ended });
    const owed = answer.sections.find(({ heading }) => heading === 'Registrera i efterhand');
    expect(owed?.lines.map(({ text }) => text)).toEqual([
      'SKA: Inskrivningsmeddelande',
      'OM MÖJLIGT: Patientinformation',
      'FORTSÄTT SOM VANLIGT: Planeringsunderlag',
    ]);
  });

  test('before it, nothing is', () => {
    expect(headingsOf(show([codeTaken, admitted]))).not.toContain('Registrera i efterhand');
  });

  test('after a drill nothing is to be registered', () => {
    const answer = show([codeTaken, admitted], { about: { ...ended, kind: 'drill' } });
    expect(linesOf(answer)).toContain('Inget ska registreras i Lifecare SP efter en övning.');
  });

  test('what another unit logged is not owed by this one', () => {
    const second = { ...admitted, unit: 'ange', as: wardKind };
    expect(linesOf(show([codeTaken, second], { about: ended })).join()).not.toContain('SKA: Inskrivning');
  });
});
