import { describe, expect, test } from 'vitest';
import type { World } from '../../src/domain/decision.ts';
import { outageStatistics } from '../../src/domain/outage-statistics.ts';
import { minute } from '../support/build-outage.ts';
import {
  acknowledges,
  ange,
  angeAndCentre,
  caseA,
  caseB,
  ended,
  hears,
  marks,
  opens,
  outageOf,
  past,
  rings,
  saved,
  statesFacts,
  statesReceivers,
  story,
  timra,
  toAnge,
  toCentre,
  toTimra,
  toWard,
  ward,
} from '../support/log-commands.ts';

const given = { outcome: 'given' } as const;
const statistics = (world: World) => outageStatistics(outageOf(world), world.directory);
const ofUnit = (world: World, id: string) => statistics(world).units.find(({ unit }) => unit === id)?.figures;
const ofMunicipality = (world: World) =>
  statistics(world).municipalities.map(({ figures, municipality }) => [
    municipality,
    figures.cases,
    figures.formsUsed,
  ]);

/** Ånge's patient, told to both, one of them confirms after 10 minutes; Timrå's, told and read back. */
const told = story(
  opens(
    ward,
    past(0),
    {
      ...toAnge,
      ...given,
      items: ['admission', 'dischargeNotice'],
      facts: { admittedAt: past(-5), formUsed: true },
    },
    { receivers: angeAndCentre },
  ),
  rings(ward, past(1), { ...toCentre, outcome: 'no-answer', counterpart: '' }),
  acknowledges(ange, past(10), ['admission']),
  opens(
    ward,
    past(2),
    { ...toTimra, items: ['admission'], facts: { admittedAt: past(-3) } },
    { newCode: '1', receivers: { parties: ['municipality'], municipality: 'timra' } },
  ),
);
const over = ended(told, past(60));

describe('an outage in numbers', () => {
  test('counts patients once, calls in all logs, and what was handed over to somebody', () => {
    expect(statistics(over).whole).toMatchObject({
      cases: 2,
      entries: 4,
      handedOver: 3,
      confirmed: 2,
      medianMinutesToConfirm: 10,
      formsUsed: 1,
      formsSent: 0,
      done: 0,
    });
  });

  test('counts each unit’s own', () => {
    expect(ofUnit(over, 'ward')).toMatchObject({ cases: 2, entries: 3, handedOver: 3 });
    expect(ofUnit(over, 'ange')).toMatchObject({ cases: 1, entries: 1, handedOver: 0, confirmed: 0 });
    expect(ofUnit(over, 'timra')).toMatchObject({ cases: 0, entries: 0, tasks: 1 });
    expect(ofUnit(over, 'lead')).toBe(undefined);
  });

  test('counts each municipality’s by the cases that it was to receive as last stated', () => {
    expect(ofMunicipality(over)).toEqual([
      ['timra', 1, 0],
      ['ange', 1, 1],
    ]);
    const moved = saved(over, statesReceivers(past(70), { ...angeAndCentre, municipality: 'timra' }));
    expect(ofMunicipality(moved)).toEqual([['timra', 2, 1]]);
  });

  test('has no code and nobody’s name', () => {
    for (const secret of [caseA, caseB, 'Lisa', 'Anna']) {
      expect(JSON.stringify(statistics(over))).not.toContain(secret);
    }
  });

  test('of an outage where nothing was logged is nothing but messages to look at', () => {
    const { whole, municipalities } = statistics(ended(story(), past(60)));
    expect(whole).toEqual({
      cases: 0,
      entries: 0,
      handedOver: 0,
      confirmed: 0,
      tasks: 6,
      doneWithin24h: 0,
      doneWithin72h: 0,
      done: 0,
      formsUsed: 0,
      formsSent: 0,
    });
    expect(municipalities).toEqual([]);
  });
});

const mark = (minutes: number) => marks(ward, past(60 + minutes), { tasks: ['sendForm'], code: caseA });

describe('what is done', () => {
  const day = 24 * 60;

  test.each([
    [0, [1, 1, 1]],
    [day, [1, 1, 1]],
    [day + 1, [0, 1, 1]],
    [3 * day, [0, 1, 1]],
    [3 * day + 1, [0, 0, 1]],
  ])('%i minutes after the end is counted in time or not', (minutes, expected) => {
    const figures = ofUnit(saved(over, mark(minutes)), 'ward');
    expect([figures?.doneWithin24h, figures?.doneWithin72h, figures?.done]).toEqual(expected);
    expect(figures?.formsSent).toBe(1);
  });

  test('is not what is written off, opened again, or owed otherwise since', () => {
    const off = { tasks: ['sendForm'], code: caseA, mark: 'dismissed', note: 'Nej' } as const;
    expect(
      ofUnit(saved(over, marks(ward, past(61), { ...off, tasks: [...off.tasks] })), 'ward'),
    ).toMatchObject({
      done: 0,
      formsSent: 0,
    });
    const opened = marks(ward, past(62), { tasks: ['sendForm'], code: caseA, mark: 'open' });
    expect(ofUnit(saved(over, mark(1), opened), 'ward')).toMatchObject({ done: 0, formsSent: 0 });
    const unused = statesFacts(ward, past(63), { formUsed: false });
    expect(ofUnit(saved(over, mark(1), unused), 'ward')).toMatchObject({ done: 0, formsUsed: 0 });
  });
});

/** The median where each of several patients was told of at noon and confirmed so many minutes later. */
const confirmedAfter = (...minutes: readonly number[]) => {
  const world = minutes.reduce((then, after, index) => {
    const call = opens(ward, past(0), { ...toAnge, ...given }, { newCode: String(index) });
    const next = saved(then, call);
    const code = [...outageOf(next).log.cases.keys()].at(-1) ?? '';
    return saved(next, acknowledges(ange, past(after), ['dischargeNotice'], { code }));
  }, story());
  return ofUnit(world, 'ward')?.medianMinutesToConfirm;
};

describe('the median time to confirm', () => {
  test.each<[readonly number[], number | undefined]>([
    [[], undefined],
    [[0], 0],
    [[7], 7],
    [[1, 9], 5],
    [[30, 1, 4], 4],
    [[10, 1, 4, 100], 7],
  ])('of %j is %s', (minutes, expected) => {
    expect(confirmedAfter(...minutes)).toBe(expected);
  });

  test('is of the receivers’ own confirmations: nobody knows how long a read-back took', () => {
    expect(ofUnit(story(opens(ward, past(0), toAnge)), 'ward')).toMatchObject({ confirmed: 1 });
    expect(ofUnit(story(opens(ward, past(0), toAnge)), 'ward')).not.toHaveProperty('medianMinutesToConfirm');
  });

  test('is of what holds, from the call to the logging', () => {
    const early = opens(ward, past(0), { ...toAnge, ...given });
    const heard = hears(ange, past(12) + minute / 4, {
      ...toWard,
      items: ['dischargeNotice'],
      calledAt: past(0),
    });
    expect(ofUnit(story(early, heard), 'ward')?.medianMinutesToConfirm).toBe(12);
    const changed = rings(ward, past(20), { ...toCentre, items: ['expectedDischargeChanged'] });
    expect(ofUnit(story(early, heard, changed), 'ward')).not.toHaveProperty('medianMinutesToConfirm');
  });
});

test('a form counts in the case of its owner, once, whoever else has it', () => {
  const heard = saved(
    told,
    statesFacts(ange, past(20), { formUsed: true }),
    statesFacts(ward, past(21), { formUsed: true }),
  );
  expect(statistics(heard).whole.formsUsed).toBe(1);
  expect(ofUnit(heard, 'ange')?.formsUsed).toBe(0);
  const own = saved(
    told,
    opens(timra, past(22), { ...toWard, items: ['canReceive'], facts: { formUsed: true } }, { newCode: '2' }),
  );
  expect(ofUnit(own, 'timra')?.formsUsed).toBe(1);
});
