import { describe, expect, test } from 'vitest';
import { outstandingAnswer } from '../../src/cards/outstanding-answer.ts';
import type { Unit } from '../../src/domain/directory.ts';
import type { HandoverEvent } from '../../src/domain/handover-event.ts';
import type { Outage } from '../../src/domain/outage.ts';
import { aCode, acknowledged, actAt, logAfter, marked } from '../support/build-log.ts';
import {
  ange,
  buttonsOf,
  callAt,
  codeTaken,
  ended,
  rowsOf,
  titlesOf,
  ward,
} from '../support/log-answer-samples.ts';
import { at, directory, issued, outage, outboxOf, team, unit } from '../support/outage-samples.ts';
import { factsOf, headingsOf, linesOf } from '../support/said.ts';

type Over = {
  readonly about?: Partial<Outage>;
  readonly units?: readonly Unit[];
  readonly isInstalled?: boolean;
  readonly page?: number;
  readonly organisation?: 'region' | 'ange';
};

function outstanding(events: readonly HandoverEvent[], over: Over = {}) {
  const { about, isInstalled = true, page = 1, units = [ward, ange], ...rest } = over;
  return outstandingAnswer({
    outage: outage({ log: logAfter(...events), ...ended, ...about }),
    directory: directory({ units, teams: [team({ isInstalled })] }),
    now: at('16:30'),
    page,
    ...rest,
  });
}

const story = [
  codeTaken,
  callAt('09:10', { items: ['admission', 'planningBasis'], facts: { admittedAt: at('08:30') } }),
  acknowledged('ack', { items: ['planningBasis'], calledAt: at('09:20') }),
];
const done = marked([{ task: 'admissionNotice', level: 'must' }], { act: actAt(at('14:20')) });

describe('what each unit has left', () => {
  test('is counted by kind, with its age and how far the unit has come', () => {
    const answer = outstanding([...story, done]);
    expect(rowsOf(answer)).toEqual([
      {
        title: 'Avdelning 12',
        state: 'klart 1 av 3, 2 kvar',
        details: [
          'Region Västernorrland, äldst 2 timmar 20 minuter',
          'Patientinformation 1, Kontrollera och kvittera meddelanden 1',
        ],
      },
      {
        title: 'Ånge bistånd',
        state: 'klart 0 av 1, 1 kvar',
        details: ['Ånge kommun, äldst 2 timmar 20 minuter', 'Kontrollera och kvittera meddelanden 1'],
      },
    ]);
    expect(factsOf(answer)).toEqual({
      Läget: 'klart 1 av 4, 3 kvar',
      'Enheter med något kvar': '2 av 2',
      'Sedan avbrottet tog slut': '2 timmar 20 minuter',
    });
  });

  test('never shows a code', () => {
    expect(JSON.stringify(outstanding(story))).not.toContain(aCode);
  });

  test('is summed up for each organisation, where there are several', () => {
    const answer = outstanding(story);
    expect(headingsOf(answer)).toEqual(['Per organisation']);
    expect(linesOf(answer)).toEqual(
      expect.arrayContaining([
        'Region Västernorrland: klart 0 av 3, 3 kvar',
        'Ånge kommun: klart 0 av 1, 1 kvar',
      ]),
    );
    expect(headingsOf(outstanding(story, { units: [ward] }))).toEqual([]);
  });

  test('of one organisation alone is that one’s', () => {
    const answer = outstanding(story, { organisation: 'ange' });
    expect(rowsOf(answer).map(({ title }) => title)).toEqual(['Ånge bistånd']);
    expect(factsOf(answer)).toMatchObject({ Organisation: 'Ånge kommun', Läget: 'klart 0 av 1, 1 kvar' });
  });

  test('a unit that was told and logged nothing owes its messages', () => {
    const silent = unit({ id: 'silent', name: 'Avdelning 9' });
    const about = { outbox: outboxOf(issued(1, ['unit:silent'])) };
    expect(rowsOf(outstanding([], { units: [silent], about }))[0]?.details[1]).toBe(
      'Kontrollera och kvittera meddelanden 1',
    );
  });
});

describe('units that no reminder reaches', () => {
  test('are to be rung, stand first, and have their number', () => {
    const gone = { ...ange, state: 'disconnected', directNumber: '0690-25 01 99' } as const;
    const answer = outstanding(story, { units: [ward, gone] });
    expect(rowsOf(answer)[0]).toMatchObject({
      title: 'Ånge bistånd',
      state: 'ska ringas, klart 0 av 1, 1 kvar',
      isProblem: true,
    });
    expect(rowsOf(answer)[0]?.details[0]).toContain('ring 0690-25 01 99');
    expect(linesOf(answer)[0]).toBe('1 enhet får inga påminnelser i Teams och ska ringas.');
  });

  test('are those whose app is gone too', () => {
    const answer = outstanding(story, { isInstalled: false });
    expect(rowsOf(answer).every(({ isProblem }) => isProblem === true)).toBe(true);
    expect(linesOf(answer)[0]).toBe('2 enheter får inga påminnelser i Teams och ska ringas.');
  });
});

test('when all is done it says so', () => {
  const { code: _, ...once } = marked([{ task: 'acknowledgeMessages', level: 'must' }]);
  const answer = outstanding([once], {
    units: [ward],
    about: { outbox: outboxOf(issued(1, ['unit:ward'])) },
  });
  expect(linesOf(answer)[0]).toBe('Alla enheter är klara.');
  expect(rowsOf(answer)).toEqual([]);
});

test('before the end nothing is counted', () => {
  const { endedAt: _, ...running } = outage({ log: logAfter(...story) });
  const answer = outstandingAnswer({
    outage: running,
    directory: directory({ units: [ward] }),
    now: at('12:00'),
    page: 1,
  });
  expect(linesOf(answer)[0]).toBe('Inget räknas förrän avbrottet är slut: listorna är inte färdiga.');
  expect(rowsOf(answer)).toEqual([]);
});

test('a drill’s is marked, and nothing of it is to be registered', () => {
  const answer = outstanding(story, { about: { kind: 'drill' } });
  expect(answer.banner).toBe('ÖVNING');
  expect(linesOf(answer)[0]).toBe('Inget ska registreras i Lifecare SP efter en övning.');
});

test('from it the statistics are shown and the outage closed', () => {
  const answer = outstanding(story);
  expect(titlesOf(answer)).toEqual(['Visa statistik', 'Stäng avbrottet']);
  expect(buttonsOf(answer)['Visa statistik']).toMatchObject({
    verb: 'statistics.show',
    data: { outage: 'outage-1' },
  });
  expect(buttonsOf(answer)['Stäng avbrottet']).toMatchObject({ verb: 'outage.close', opensForm: true });
});

test('sixty units come in three pages', () => {
  const units = Array.from({ length: 60 }, (_, index) => unit({ id: `u${index}`, name: `Enhet ${index}` }));
  const about = {
    outbox: outboxOf(
      issued(
        1,
        units.map(({ id }) => `unit:${id}` as const),
      ),
    ),
  };
  const pages = [1, 2, 3].map((page) => outstanding([], { units, about, page }));
  expect(pages.map((page) => rowsOf(page).length)).toEqual([25, 25, 10]);
  expect(buttonsOf(pages[0] ?? outstanding([]))['Nästa sida']).toMatchObject({
    verb: 'tasks.list',
    data: { outage: 'outage-1', page: '2' },
  });
});
