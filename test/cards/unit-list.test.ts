import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/cards/answer.ts';
import { unitListAnswer } from '../../src/cards/unit-list.ts';
import type { World } from '../../src/domain/decision.ts';
import type { Unit } from '../../src/domain/directory.ts';
import type { Outage } from '../../src/domain/outage.ts';
import type { Outbox } from '../../src/domain/outbox.ts';
import { emptyOutbox } from '../../src/domain/outbox.ts';
import { anAct } from '../support/build-outage.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';
import {
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
import { factsOf, headingsOf } from '../support/said.ts';

const knowledge = await builtInKnowledge();
const now = at('09:00');

function worldOf(units: readonly Unit[], outbox: Outbox = emptyOutbox, isInstalled = true): World {
  return {
    directory: directory({ units, teams: [team({ isInstalled })], outbox }),
    outages: new Map(),
    configuredCoordinators: [],
  };
}

function rowsOf(world: World, page = 1) {
  return unitListAnswer(world, knowledge, { now, page }).sections.flatMap(({ rows = [] }) => rows);
}

const told = issued(1, ['unit:unit-1']);

describe('a unit’s readiness', () => {
  test('one that was reached is ready', () => {
    expect(rowsOf(worldOf([unit()], outboxOf(told, posted(1, 'unit:unit-1'))))).toEqual([
      {
        title: 'Avdelning 12',
        state: 'Redo',
        details: ['Region Västernorrland · Somatisk slutenvård', 'Senaste meddelandet kom fram kl. 08.21'],
      },
    ]);
  });

  test('one that nothing was sent to, or that something is on its way to, is not proven', () => {
    for (const outbox of [emptyOutbox, outboxOf(told)]) {
      const [row] = rowsOf(worldOf([unit()], outbox));
      expect(row?.state).toBe('Inte provad');
      expect(row).not.toHaveProperty('isProblem');
    }
  });

  test('one that was reached before is ready while the next is on its way', () => {
    const outbox = outboxOf(told, posted(1, 'unit:unit-1'), issued(2, ['unit:unit-1']));
    expect(rowsOf(worldOf([unit()], outbox))[0]?.state).toBe('Redo');
  });

  test('one that cannot be reached says why and what to do', () => {
    const outbox = outboxOf(told, failed(1, 'unit:unit-1', { reason: 'NotEnoughPermissions' }));
    expect(rowsOf(worldOf([unit()], outbox))[0]).toEqual({
      title: 'Avdelning 12',
      state: 'Nås inte',
      isProblem: true,
      details: [
        'Region Västernorrland · Somatisk slutenvård',
        'Boten får inte skriva i kanalen.',
        'Be teamets ägare låta boten skriva där. Det skickas inte igen: ring enheten.',
      ],
    });
  });

  test('what an outage’s notices met counts too', () => {
    const outbox = outboxOf(told, failed(1, 'unit:unit-1', { nextTryAt: at('09:10'), reason: 'Throttled' }));
    const world = { ...worldOf([unit()]), outages: new Map([['outage-1', outage({ outbox })]]) };
    expect(rowsOf(world)[0]?.state).toBe('Väntar');
  });

  test.each<[string, World]>([
    ['Appen borttagen', worldOf([unit()], emptyOutbox, false)],
    ['Kanalen borttagen', worldOf([unit({ state: 'channel-deleted' })])],
  ])('%s', (state, world) => {
    expect(rowsOf(world)[0]).toMatchObject({ state, isProblem: true });
  });

  test('a disconnected one is to be rung, and comes last', () => {
    const rows = rowsOf(worldOf([unit({ state: 'disconnected' }), unit({ id: 'u2', name: 'Ö' })]));
    expect(rows.map(({ state }) => state)).toEqual(['Inte provad', 'Bortkopplad']);
    expect(rows[1]?.details).toContain('Får inga meddelanden. Ska ringas.');
  });
});

test('a channel without a care setting gets messages only, and the coordinators’ own is told apart', () => {
  const { careSetting: _, ...without } = unit();
  const details = rowsOf(worldOf([without, unit({ id: 'u2', isCoordination: true })])).map(
    (row) => row.details[0],
  );
  expect(details).toEqual([
    'Region Västernorrland · Bara meddelanden',
    'Region Västernorrland · Samordningskanal',
  ]);
});

test('an organisation that no connected channel belongs to is to be rung, at its number', () => {
  const answer = unitListAnswer(worldOf([unit({ organisation: 'ange' })]), knowledge, { now, page: 1 });
  expect(headingsOf(answer)).toEqual(['Organisationer utan kanal (ska ringas)']);
  const phones = answer.sections.flatMap((section) => section.phones ?? []);
  expect(phones).toHaveLength(7);
  expect(phones.map(({ place }) => place)).not.toContain('Ånge');
  expect(factsOf(answer)).toEqual({ Redo: '0 av 1' });
});

const pagesFrom = ({ actions = [] }: Answer) => actions.flatMap(({ data }) => data['page'] ?? []);

test('fifty-two units come in three pages, each with the way to the others', () => {
  const units = Array.from({ length: 52 }, (_, index) => unit({ id: `u${index}`, name: `Enhet ${index}` }));
  const world = worldOf(units);
  const pages = [1, 2, 3].map((page) => unitListAnswer(world, knowledge, { now, page }));
  expect(pages.map(({ sections }) => sections[0]?.rows?.length)).toEqual([25, 25, 2]);
  expect(pages.map(pagesFrom)).toEqual([['2'], ['3', '1'], ['2']]);
  const titles = pages.flatMap(({ sections }) => sections[0]?.rows?.map(({ title }) => title) ?? []);
  expect(new Set(titles).size).toBe(52);
});

test('a team that units share is asked about, and not again when a coordinator has agreed', () => {
  const world = worldOf([unit({ id: 'u1', name: 'Avdelning 12' }), unit({ id: 'u2', name: 'Avdelning 13' })]);
  const asked = unitListAnswer(world, knowledge, { now, page: 1 });
  expect(JSON.stringify(asked)).toContain('Avdelning 12, Avdelning 13. Alla i teamet kan läsa båda.');
  expect(asked.actions).toContainEqual(expect.objectContaining({ verb: 'unit.share' }));
  const teams = new Map(
    [...world.directory.teams].map(([id, one]) => [id, { ...one, sharingConfirmed: anAct() }]),
  );
  const agreed = { ...world, directory: { ...world.directory, teams } };
  expect(JSON.stringify(unitListAnswer(agreed, knowledge, { now, page: 1 }))).not.toContain('unit.share');
});

test.each([0, -1, 99, Number.NaN])('page %d is the nearest one that there is', (page) => {
  expect(rowsOf(worldOf([unit()]), page)).toHaveLength(1);
});

const showing = (over: Partial<Outage>) =>
  unitListAnswer({ ...worldOf([unit()]), outages: new Map([['outage-1', outage(over)]]) }, knowledge, {
    now,
    page: 1,
  }).actions?.find(({ verb }) => verb === 'outage.show');

describe('the way to what runs', () => {
  test.each<[string, Partial<Outage>]>([
    ['Visa läget', {}],
    ['Visa övningen', { kind: 'drill' }],
  ])('%s', (title, over) => {
    expect(showing(over)).toEqual({ title, verb: 'outage.show', data: { outage: 'outage-1' } });
  });

  test('where nothing runs there is none', () => {
    expect(showing({ state: 'ended', endedAt: at('08:50') })).toBeUndefined();
  });

  test('there are never more buttons than a card has room for', () => {
    const units = Array.from({ length: 80 }, (_, index) =>
      unit({ id: `u${index}`, team: `t${Math.floor(index / 2)}` }),
    );
    const teams = Array.from({ length: 40 }, (_, index) => team({ id: `t${index}`, name: `Team ${index}` }));
    const coordinators = new Map([['anna', { name: 'Anna Berg', added: anAct() }]]);
    const world = {
      directory: { ...directory({ units, teams }), coordinators },
      outages: new Map([['outage-1', outage()]]),
      configuredCoordinators: [],
    };
    const { actions = [] } = unitListAnswer(world, knowledge, { now, page: 2 });
    expect(actions).toHaveLength(6);
    expect(actions.map(({ verb }) => verb)).toEqual([
      'unit.list',
      'unit.list',
      'outage.show',
      'unit.share',
      'coordinator.add',
      'coordinator.remove',
    ]);
  });
});
