import { describe, expect, test } from 'vitest';
import { deliveryListAnswer } from '../../src/cards/delivery-list.ts';
import { outageBoardAnswer } from '../../src/cards/outage-board.ts';
import type { Outage, OutageDeed, OutageState } from '../../src/domain/outage.ts';
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
  team,
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
const listed = (outbox: Outbox, page = 1) => deliveryListAnswer(outage({ outbox }), known, { now, page });
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

  test.each([
    [
      'the app is not in the team',
      directory({ units: [unit()], teams: [team({ isInstalled: false })] }),
      'Appen är borttagen ur teamet.',
      'Be enheten lägga till appen i teamet igen. Då skickas meddelandet. Ring enheten så länge.',
    ],
    [
      'the channel is gone',
      directory({ units: [unit({ state: 'channel-deleted' })] }),
      'Kanalen är borttagen.',
      'Be enheten ansluta en annan kanal. Då skickas meddelandet. Ring enheten så länge.',
    ],
    [
      'the channel is disconnected',
      directory({ units: [unit({ state: 'disconnected' })] }),
      'Kanalen är bortkopplad.',
      'Ska enheten ha meddelanden: be den ansluta kanalen igen. Det skickas inte igen: ring enheten.',
    ],
  ])('before any try, %s is the reason', (_case, where, why, advice) => {
    const outbox = outboxOf(issued(1, ['unit:unit-1']));
    const [section] = deliveryListAnswer(outage({ outbox }), where, { now, page: 1 }).sections;
    expect(section?.rows).toEqual([
      {
        title: 'Avdelning 12, Region Västernorrland',
        state: 'Väntar',
        isProblem: true,
        details: ['Avbrottet har börjat (meddelande 1)', why, advice],
      },
    ]);
  });

  test('what is held behind an earlier notice has the reason of that one', () => {
    const outbox = outboxOf(
      issued(1, ['unit:unit-1']),
      failed(1, 'unit:unit-1', { reason: 'Throttled', status: 429, nextTryAt: at('09:05') }),
      issued(2, ['unit:unit-1'], 'coordinators'),
    );
    const [section] = listed(outbox).sections;
    expect(section?.rows?.[1]).toEqual({
      title: 'Avdelning 12, Region Västernorrland',
      state: 'Väntar',
      isProblem: true,
      details: [
        'Avbrottet har börjat (meddelande 2)',
        'Väntar på meddelande 1: Teams har mycket att göra just nu. Nästa försök kl. 09.05.',
        'Det skickas av sig självt.',
      ],
    });
  });

  test('what waits behind one that is on its way is on its way itself', () => {
    const outbox = outboxOf(issued(1, ['unit:unit-1']), issued(2, ['unit:unit-1']));
    const [section] = listed(outbox).sections;
    expect(section?.rows?.[0]?.details[1]).toBe('Det är inte skickat än.');
    expect(section?.rows?.[0]).not.toHaveProperty('isProblem');
  });

  test('the way back to the outage is a button', () => {
    expect(verbsOf(listed(mixed))).toEqual(['outage.show']);
  });

  test('of a drill they are marked and named as a drill’s', () => {
    const drill = outage({ kind: 'drill', outbox: outboxOf(issued(1, ['unit:unit-1'])) });
    const answer = deliveryListAnswer(drill, known, { now, page: 1 });
    expect(answer.banner).toBe('ÖVNING');
    expect(answer.sections[0]?.rows?.[0]?.details[0]).toBe('Övningen har börjat (meddelande 1)');
    expect(answer.actions?.map(({ title }) => title)).toEqual(['Visa övningen']);
  });

  test('nothing sent yet is said to be that', () => {
    expect(linesOf(listed(outboxOf()))).toEqual(['Inget meddelande har skickats än.']);
  });
});

const moment = (clock: string) => Date.parse(`2026-11-24T${clock}+01:00`);
const boardOf = (over: Partial<Outage>) => outageBoardAnswer(outage(over), { now, directory: known });

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
    ['restored', 'Lifecare SP svarar igen, kontroll pågår', ['outage.end', 'outage.resume', 'outage.update']],
    ['ended', 'Avbrottet är slut', ['outage.close']],
    ['closed', 'Avbrottet är stängt', []],
  ])('%s: %s, and what can be done then', (state, title, verbs) => {
    const answer = outageBoardAnswer(outage({ state }), { now, directory: known });
    expect(answer.title).toBe(title);
    expect(verbsOf(answer)).toEqual([...verbs, 'delivery.list', 'unit.list']);
  });

  test.each<[string, Partial<Outage>]>([
    ['Det planerade avbrottet är inställt', { kind: 'planned', deeds: { cancelled: act('08:30') } }],
    ['Anmälan är stängd: det var inget avbrott', { kind: 'reported', deeds: { dismissed: act('08:30') } }],
    ['Det planerade avbrottet är en del av det som pågår', { kind: 'planned', joinedTo: 'outage-2' }],
    ['Avbrottet är stängt', { endedAt: at('08:40'), deeds: { closed: act('08:50') } }],
    ['Övningen är stängd', { kind: 'drill', endedAt: at('08:40'), deeds: { closed: act('08:50') } }],
  ])('one that is closed is named by how that was: %s', (title, over) => {
    expect(boardOf({ ...over, state: 'closed' }).title).toBe(title);
  });

  test.each<[Partial<Outage>, Readonly<Record<string, string>>]>([
    [{ kind: 'planned' }, { 'Planerad start': 'tisdag 24 november kl. 08.10', Gällde: 'alla' }],
    [
      { kind: 'reported', reports: [{ act: act('08:10'), message: '' }] },
      { Anmält: 'tisdag 24 november kl. 08.10' },
    ],
    [{ kind: 'reported' }, { 'Första samtalet': 'tisdag 24 november kl. 08.10' }],
  ])('of one that never came nothing is told as if it had: %j', (over, facts) => {
    const {
      Senast: _,
      Meddelanden: __,
      Anmälningar: ___,
      ...others
    } = factsOf(boardOf({ ...over, state: 'closed' }));
    expect(others).toEqual(facts);
  });

  test.each<[OutageState, string]>([
    ['ongoing', 'Övning pågår'],
    ['restored', 'I övningen svarar Lifecare SP igen, kontroll pågår'],
    ['ended', 'Övningen är slut'],
    ['closed', 'Övningen är stängd'],
  ])('a drill that is %s is named as a drill', (state, title) => {
    const answer = boardOf({ kind: 'drill', state });
    expect(answer.title).toBe(title);
    expect(JSON.stringify(answer.actions)).not.toContain('vbrott');
  });

  test('a drill that was broken off is named as that', () => {
    expect(boardOf({ kind: 'drill', state: 'ended', isInterrupted: true }).title).toBe(
      'Övningen är avbruten',
    );
  });

  test.each<[OutageDeed, Partial<Outage>, string]>([
    ['declared', { kind: 'drill' }, 'Startat av Anna Berg kl. 08.30'],
    ['declared', { kind: 'planned', deeds: { planned: act('08:30') } }, 'Planerat av Anna Berg kl. 08.30'],
    ['restored', {}, 'Anna Berg kl. 08.30: Lifecare SP svarar igen'],
    ['restored', { kind: 'drill' }, 'Anna Berg kl. 08.30: i övningen svarar Lifecare SP igen'],
    ['resumed', {}, 'Anna Berg kl. 08.30: Lifecare SP slutade fungera igen'],
    ['dismissed', {}, 'Anna Berg kl. 08.30: det är inget avbrott'],
    ['ended', {}, 'Avslutat av Anna Berg kl. 08.30'],
  ])('who last did or said something: %s %j', (lastDeed, over, text) => {
    const deeds = { ...over.deeds, [lastDeed]: act('08:30') };
    expect(factsOf(boardOf({ ...over, lastDeed, deeds }))['Senast']).toBe(text);
  });

  test.each([
    ['08:10:50', '08:10:55', 'mindre än en minut'],
    ['08:10:50', '08:20:10', '10 minuter'],
    ['08:10:10', '08:20:50', '10 minuter'],
  ])('from %s to %s lasted %s, as clocks show it', (from, to, lasted) => {
    const facts = factsOf(boardOf({ state: 'ended', startedAt: moment(from), endedAt: moment(to) }));
    expect(facts['Varade']).toBe(lasted);
  });

  test('six whom nothing reaches are shown as five and one more', () => {
    const recipients = Array.from({ length: 6 }, (_, index) => `unit:u${index}` as const);
    const outbox = outboxOf(issued(1, recipients), ...recipients.map((one) => failed(1, one)));
    const answer = outageBoardAnswer(outage({ outbox }), { now, directory: known });
    expect(answer.sections[0]?.rows).toHaveLength(5);
    expect(linesOf(answer)).toContain('… och 1 till. Se alla under Visa leveranser.');
  });
});
