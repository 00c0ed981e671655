import { describe, expect, test } from 'vitest';
import { deliveryListAnswer } from '../../src/cards/delivery-list.ts';
import { outageBoardAnswer } from '../../src/cards/outage-board.ts';
import type { OutageState } from '../../src/domain/outage.ts';
import type { Outbox } from '../../src/domain/outbox.ts';
import {
  act,
  at,
  directory,
  failed,
  issued,
  outage,
  outboxOf,
  posted,
  unit,
} from '../support/outage-samples.ts';
import { factsOf, headingsOf, linesOf, verbsOf } from '../support/said.ts';

const now = at('09:00');
const units = [
  unit(),
  unit({ id: 'unit-2', name: 'Hemsjukvården', organisation: 'ange', careSetting: 'municipality' }),
  unit({ id: 'unit-3', name: 'HC Ankaret', careSetting: 'primary-care' }),
];
const people = [{ id: 'p1', name: 'Bo Ek', tenant: 't', profile: {} }];
const known = directory({ units, people });
const listed = (outbox: Outbox, page = 1) =>
  deliveryListAnswer('outage-1', { outbox, directory: known }, { now, page });
const mixed = outboxOf(
  issued(1, ['unit:unit-1', 'unit:unit-2', 'unit:unit-3', 'person:p1', 'person:p2']),
  posted(1, 'unit:unit-1'),
  failed(1, 'unit:unit-2'),
  failed(1, 'unit:unit-3', { reason: 'Throttled', status: 429, nextTryAt: at('09:05') }),
);

describe('what became of each notice', () => {
  test('what needs doing comes first, with why, the next try and what to do', () => {
    const [section] = listed(mixed).sections;
    expect(section?.rows).toEqual([
      {
        title: 'Hemsjukvården, Ånge kommun',
        state: 'Går inte fram',
        isProblem: true,
        details: [
          'Avbrottet har börjat (meddelande 1)',
          'Appen är borttagen ur teamet.',
          'Be enheten lägga till appen i teamet igen. Det skickas inte igen: ring enheten.',
        ],
      },
      {
        title: 'Bo Ek, egen chatt',
        state: 'Väntar',
        details: [
          'Avbrottet har börjat (meddelande 1)',
          'Det är inte skickat än.',
          'Det skickas av sig självt.',
        ],
      },
      {
        title: 'En samordnare, egen chatt',
        state: 'Väntar',
        details: [
          'Avbrottet har börjat (meddelande 1)',
          'Det är inte skickat än.',
          'Det skickas av sig självt.',
        ],
      },
      {
        title: 'HC Ankaret, Region Västernorrland',
        state: 'Väntar',
        isProblem: true,
        details: [
          'Avbrottet har börjat (meddelande 1)',
          'Teams har mycket att göra just nu. Nästa försök kl. 09.05.',
          'Det skickas av sig självt.',
        ],
      },
      {
        title: 'Avdelning 12, Region Västernorrland',
        state: 'Skickat',
        details: ['Avbrottet har börjat (meddelande 1)', 'Skickat kl. 08.21'],
      },
    ]);
  });

  test('they are counted', () => {
    expect(factsOf(listed(mixed))).toEqual({ Meddelanden: 'Skickade: 1, väntar: 3, går inte fram: 1' });
  });

  test('a later notice that came through takes the place of one that did not', () => {
    const outbox = outboxOf(
      issued(1, ['unit:unit-1']),
      failed(1, 'unit:unit-1'),
      issued(2, ['unit:unit-1']),
      posted(2, 'unit:unit-1'),
    );
    const [section] = listed(outbox).sections;
    expect(section?.rows?.map(({ state }) => state)).toEqual(['Skickat']);
  });

  test('what waits for the app has no next try', () => {
    const outbox = outboxOf(
      issued(1, ['unit:unit-1']),
      failed(1, 'unit:unit-1', { nextTryAt: at('10:00'), awaitsInstallation: true }),
    );
    expect(JSON.stringify(listed(outbox))).not.toContain('Nästa försök');
  });

  test('nothing sent yet is said to be that', () => {
    expect(linesOf(listed(outboxOf()))).toEqual(['Inget meddelande har skickats än.']);
  });
});

describe('an outage at a glance', () => {
  test('its terms, who did what last, what came through and what was reported', () => {
    const answer = outageBoardAnswer(
      outage({
        outbox: mixed,
        reports: [{ act: act('08:10', 'Eva Dahl'), message: 'Kommer inte in', unit: 'unit-1' }],
      }),
      { now, directory: known },
    );
    expect(answer.title).toBe('Avbrott pågår');
    expect(factsOf(answer)).toMatchObject({
      Sedan: 'tisdag 24 november kl. 08.10',
      Senast: 'Utlyst av Anna Berg kl. 08.20',
      Meddelanden: 'Skickade: 1, väntar: 3, går inte fram: 1',
      Anmälningar: '1',
    });
    expect(headingsOf(answer)).toEqual(['Nås inte: ska ringas', 'Anmälningarna, den senaste först']);
    expect(verbsOf(answer)).toEqual([
      'outage.update',
      'outage.restored',
      'outage.end',
      'delivery.list',
      'unit.list',
    ]);
  });

  test.each<[OutageState, string, readonly string[]]>([
    ['planned', 'Planerat avbrott', ['outage.update', 'outage.cancel']],
    ['reported', 'Anmält, inte utlyst', ['outage.declare', 'outage.dismiss']],
    ['restored', 'Lifecare SP svarar igen: kontroll pågår', ['outage.end', 'outage.resume', 'outage.update']],
    ['ended', 'Avbrottet är slut', ['outage.close']],
    ['closed', 'Avbrottet är stängt', []],
  ])('%s: %s, and what can be done then', (state, title, verbs) => {
    const answer = outageBoardAnswer(outage({ state }), { now, directory: known });
    expect(answer.title).toBe(title);
    expect(verbsOf(answer)).toEqual([...verbs, 'delivery.list', 'unit.list']);
  });

  test('six whom nothing reaches are shown as five and one more', () => {
    const recipients = Array.from({ length: 6 }, (_, index) => `unit:u${index}` as const);
    const outbox = outboxOf(issued(1, recipients), ...recipients.map((one) => failed(1, one)));
    const answer = outageBoardAnswer(outage({ outbox }), { now, directory: known });
    expect(answer.sections[0]?.rows).toHaveLength(5);
    expect(linesOf(answer)).toContain('… och 1 till. Se alla under Visa leveranser.');
  });
});
