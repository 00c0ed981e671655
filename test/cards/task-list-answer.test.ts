import { describe, expect, test } from 'vitest';
import { savedTaskAnswer, taskListAnswer } from '../../src/cards/task-list-answer.ts';
import type { HandoverEvent } from '../../src/domain/handover-event.ts';
import type { Outage } from '../../src/domain/outage.ts';
import { aCode, actAt, angeKind, logAfter, marked, opened, recorded } from '../support/build-log.ts';
import {
  ange,
  buttonsOf,
  callAt,
  codeTaken,
  ended,
  routine,
  threeUnits,
  titlesOf,
  ward,
} from '../support/log-answer-samples.ts';
import { at, outage } from '../support/outage-samples.ts';
import { factsOf, headingsOf, linesOf } from '../support/said.ts';

const admitted = callAt('09:10', {
  items: ['admission', 'readyForDischarge'],
  facts: { admittedAt: at('08:30') },
});

/** The cases `C01`, `C02` … of the ward, each with a patient admitted during the outage. */
const cases = (count: number): readonly HandoverEvent[] =>
  Array.from({ length: count }, (_, index) => `C0${index + 1}`).flatMap((code) => [
    opened({ code, act: actAt(at('09:00')) }),
    recorded(`call-${code}`, {
      code,
      calledAt: at('09:10'),
      items: ['admission'],
      facts: { admittedAt: at('08:30') },
    }),
  ]);

type Over = Partial<Parameters<typeof taskListAnswer>[0]> & { readonly about?: Partial<Outage> };

function context(events: readonly HandoverEvent[], { about = ended, ...over }: Over = {}) {
  return {
    outage: outage({ log: logAfter(...events), ...about }),
    unit: ward,
    now: at('14:30'),
    routine,
    directory: threeUnits,
    page: 1,
    ...over,
  };
}

const list = (events: readonly HandoverEvent[], over: Over = {}) => taskListAnswer(context(events, over));

/** What is to be written of an outage. */
const phrase = (about: Partial<Outage>) =>
  list([codeTaken, admitted], { about }).sections.find(({ heading }) => heading === 'När ni registrerar')
    ?.lines[0];
const saved = (events: readonly HandoverEvent[], over: object) =>
  savedTaskAnswer({ ...context(events), mark: 'done', code: aCode, ...over });

describe('the unit’s own list', () => {
  test('what is owed once comes first, in the routine’s words, then case by case', () => {
    const answer = list([codeTaken, admitted]);
    expect(headingsOf(answer)).toEqual(['Meddelanden i Lifecare SP', aCode, 'När ni registrerar']);
    expect(answer.sections[0]?.lines.map(({ text }) => text)).toEqual([
      'SKA: Kontrollera och kvittera meddelanden',
      routine.groups.inpatient.tasks.acknowledgeMessages.text,
      'Jämför fördröjda meddelanden med det ni sagt i telefon. Det senast bekräftade gäller.',
    ]);
    expect(answer.sections[1]?.lines.map(({ text }) => text)).toEqual([
      'SKA: Inskrivningsmeddelande',
      'OM MÖJLIGT: Patientinformation',
      'SKA INTE: Utskrivningsklar meddelande · Planeringsunderlag',
    ]);
    expect(linesOf(answer).at(-1)).toBe('Dokumentera i journalen; boten ersätter den inte.');
  });

  test('a municipality is told to acknowledge all, and that inpatient care registers', () => {
    const lines = linesOf(list([], { unit: ange }));
    expect(lines).toContain(routine.groups.municipality.tasks.acknowledgeMessages.text);
    expect(lines.join('\n')).toContain('Slutenvården registrerar in- och utskrivning.');
  });

  test('who came and went need not be registered, and that is said', () => {
    const went = callAt('13:00', { items: ['dischargeNotice'], facts: { dischargedAt: at('13:30') } });
    expect(linesOf(list([codeTaken, admitted, went]))).toContain(
      'BEHÖVER INTE: Inskrivningsmeddelande · Utskrivningsmeddelande · Patientinformation',
    );
  });

  test('a case that nothing is owed for says so', () => {
    const heard = callAt(
      '09:10',
      { direction: 'received', party: 'inpatient-ward', outcome: 'given', items: ['planningBasis'] },
      { unit: 'ange', as: angeKind },
    );
    expect(linesOf(list([codeTaken, heard], { unit: ange }))).toContain('Inget att registrera i efterhand.');
  });

  test('what was told by phone need not be written again: said once', () => {
    const text = 'Tidigare kommunicerad information behöver inte föras in retroaktivt.';
    expect(JSON.stringify(list(cases(5))).split(text)).toHaveLength(2);
  });

  test('what to write explains the late entry, and is no word of the routine', () => {
    expect(phrase(ended)).toEqual({
      text: 'Skriv till exempel: ”Efterregistrerat efter driftstopp 24 november kl. 08.10–14.10. Uppgifterna lämnades per telefon.”',
      basis: 'utöver rutinen',
    });
    expect(phrase({ state: 'ended', endedAt: at('03:10', '2026-11-25') })?.text).toContain(
      '24 november kl. 08.10 – 25 november kl. 03.10.',
    );
  });

  test('how many are left is counted, and what is done is not', () => {
    expect(factsOf(list([codeTaken, admitted]))).toEqual({ Kvar: '3 av 3' });
    const done = marked([{ task: 'admissionNotice', level: 'must' }], { act: actAt(at('14:20')) });
    const answer = list([codeTaken, admitted, done]);
    expect(factsOf(answer)).toEqual({ Kvar: '2 av 3' });
    expect(linesOf(answer)).toContain('Inskrivningsmeddelande – klar av Anna 14.20');
  });

  test('an empty log leaves the messages', () => {
    const answer = list([]);
    expect(linesOf(answer)[0]).toBe('Ingen patient står i er logg.');
    expect(factsOf(answer)).toEqual({ Kvar: '1 av 1' });
    expect(titlesOf(answer)).toEqual(['Meddelanden kvitterade']);
  });

  test('while the outage goes on it is not finished, and nothing is counted or marked', () => {
    const answer = list([codeTaken, admitted], { about: {} });
    expect(linesOf(answer)[0]).toBe('Avbrottet pågår: listan är inte färdig.');
    expect(answer).not.toHaveProperty('facts');
    expect(titlesOf(answer)).toEqual([]);
  });

  test('a report that was no outage leaves nothing to register', () => {
    expect(linesOf(list([], { about: { state: 'closed', kind: 'reported' } }))[0]).toBe(
      'Det blev inget avbrott: inget ska registreras i efterhand.',
    );
  });

  test('a drill is marked, and nothing is to be registered', () => {
    const answer = list([codeTaken, admitted], { about: { ...ended, kind: 'drill' } });
    expect(answer.banner).toBe('ÖVNING');
    expect(linesOf(answer)[0]).toBe('Inget ska registreras i Lifecare SP efter en övning.');
    const running = list([codeTaken, admitted], { about: { kind: 'drill' } });
    expect(linesOf(running)).toContain('Övningen pågår: listan är inte färdig.');
  });

  test('a closed outage is read only', () => {
    expect(titlesOf(list([codeTaken, admitted], { about: { ...ended, state: 'closed' } }))).toEqual([]);
  });
});

describe('the buttons of the list', () => {
  test('up to five cases have one each, beside the messages', () => {
    const answer = list(cases(5));
    expect(titlesOf(answer)).toEqual([
      'Meddelanden kvitterade',
      'Klar: C01',
      'Klar: C02',
      'Klar: C03',
      'Klar: C04',
      'Klar: C05',
    ]);
    expect(buttonsOf(answer)['Klar: C03']).toEqual({
      title: 'Klar: C03',
      verb: 'task.done',
      data: { outage: 'outage-1', case: 'C03' },
      opensForm: true,
    });
    expect(buttonsOf(answer)['Meddelanden kvitterade']).toMatchObject({
      verb: 'task.done',
      data: { outage: 'outage-1', tasks: 'acknowledgeMessages' },
    });
    expect(linesOf(answer)).toContain(
      'När en patient är registrerad: tryck Klar, eller skriv ”klar C01” till mig.',
    );
  });

  test('more come in pages of four, each with the way to the others and to this unit’s list', () => {
    const pages = [1, 2, 3].map((page) => list(cases(9), { page }));
    expect(pages.map((page) => titlesOf(page))).toEqual([
      ['Meddelanden kvitterade', 'Klar: C01', 'Klar: C02', 'Klar: C03', 'Klar: C04', 'Nästa sida'],
      ['Klar: C05', 'Klar: C06', 'Klar: C07', 'Klar: C08', 'Nästa sida', 'Förra sidan'],
      ['Klar: C09', 'Förra sidan'],
    ]);
    expect(pages.map((page) => buttonsOf(page)['Nästa sida']?.data)).toEqual([
      { outage: 'outage-1', unit: 'ward', page: '2' },
      { outage: 'outage-1', unit: 'ward', page: '3' },
      undefined,
    ]);
    expect(buttonsOf(pages[0] ?? list([]))['Nästa sida']?.opensForm).toBe(true);
  });

  test('cases that are done come last, and can be looked at', () => {
    const tasks = [
      { task: 'admissionNotice', level: 'must' },
      { task: 'patientInformation', level: 'ifPossible' },
    ] as const;
    const answer = list([...cases(2), marked([...tasks], { code: 'C01', act: actAt(at('14:20')) })]);
    expect(headingsOf(answer).slice(1, 3)).toEqual(['C02', 'C01']);
    expect(titlesOf(answer)).toEqual(['Meddelanden kvitterade', 'Klar: C02', 'Visa C01']);
  });

  test('where a time decides what is owed, that is asked for', () => {
    const untimed = callAt('09:10', { items: ['admission'] });
    const answer = list([codeTaken, untimed]);
    expect(linesOf(answer).join('\n')).toContain('FRÅGA: När skrevs patienten in? Det avgör:');
    expect(buttonsOf(answer)['Ange tider: K7M-3F']).toMatchObject({
      verb: 'case.facts',
      data: { code: aCode },
    });
  });

  test('that messages are acknowledged can be taken back', () => {
    const { code: _, ...done } = marked([{ task: 'acknowledgeMessages', level: 'must' }]);
    const answer = list([done]);
    expect(buttonsOf(answer)['Ångra: kvittering']).toMatchObject({
      verb: 'task.reopen',
      data: { outage: 'outage-1', task: 'acknowledgeMessages' },
    });
  });
});

describe('what was marked is saved', () => {
  const done = marked([{ task: 'admissionNotice', level: 'must' }], { act: actAt(at('14:20')) });

  test('what it was, how many are left, and what is next', () => {
    const answer = saved([codeTaken, admitted, ...cases(1), done], {});
    expect(linesOf(answer)).toEqual([
      'Klart: Inskrivningsmeddelande (K7M-3F).',
      'Kvar på er lista: 4 av 5.',
      'Kvar för K7M-3F: Patientinformation.',
      'Dokumentera i journalen; boten ersätter den inte.',
    ]);
    expect(titlesOf(answer)).toEqual([
      'Klar: K7M-3F',
      'Klar: C01',
      'Meddelanden kvitterade',
      'Visa er lista',
      'Visa K7M-3F',
    ]);
  });

  test('the tasks that are named are the ones that are told', () => {
    const lines = linesOf(saved([codeTaken, admitted], { mark: 'open', tasks: ['admissionNotice'] }));
    expect(lines[0]).toBe('Åter på listan: Inskrivningsmeddelande (K7M-3F).');
  });

  test('what is open again and not named is told by its code', () => {
    expect(linesOf(saved([codeTaken, admitted], { mark: 'open' }))[0]).toBe('Åter på listan: K7M-3F.');
  });

  test('when nothing is left it says that', () => {
    const { code: _, ...once } = marked([{ task: 'acknowledgeMessages', level: 'must' }]);
    const answer = savedTaskAnswer({ ...context([once]), mark: 'done' });
    expect(linesOf(answer).slice(0, 2)).toEqual([
      'Klart: Kontrollera och kvittera meddelanden.',
      'Allt på er lista är klart.',
    ]);
    expect(titlesOf(answer)).toEqual(['Visa er lista']);
  });
});
