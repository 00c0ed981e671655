import { describe, expect, test } from 'vitest';
import type { World } from '../../src/domain/decision.ts';
import { handoverItems } from '../../src/domain/ids.ts';
import type { Call } from '../../src/domain/handover-event.ts';
import { callOf } from '../../src/domain/handover-log.ts';
import type { Counterparty } from '../../src/domain/handover-log.ts';
import type { LogUnit } from '../../src/domain/log-command.ts';
import { entryIn } from '../support/build-log.ts';
import {
  aPerson,
  afterCommand,
  anAct,
  day,
  eventsOf,
  hour,
  minute,
  noon,
  noticesOf,
  writesOf,
} from '../support/build-outage.ts';
import {
  acknowledges,
  ange,
  angeAndCentre,
  caseA,
  caseIn,
  centre,
  clinic,
  decideWish,
  ended,
  hears,
  logIn,
  ongoingWorld,
  opens,
  outageOf,
  past,
  quietWorld,
  rings,
  saved,
  statesFacts,
  statesReceivers,
  story,
  timra,
  toAnge,
  toCentre,
  toClinic,
  toTimra,
  toWard,
  ward,
} from '../support/log-commands.ts';
import type { Wish } from '../support/log-commands.ts';
import { declare, drill, faultsOf, report } from '../support/outage-commands.ts';

const written = (wish: Wish, world: World) => writesOf(decideWish(wish, world));
const faults = (wish: Wish, world: World = ongoingWorld()) => faultsOf(decideWish(wish, world));
const angeTold = opens(ward, past(0), { ...toAnge, outcome: 'given' }, { receivers: angeAndCentre });
const angeKnows = story(angeTold);

describe('the first call on a patient', () => {
  test('takes a code in the same record, with who is to receive', () => {
    expect(eventsOf(written(angeTold, ongoingWorld()))).toEqual(['o1 caseOpened', 'o1 handoverRecorded']);
    expect(caseIn(angeKnows)).toMatchObject({ code: caseA, owner: 'ward', receivers: angeAndCentre });
    expect(decideWish(angeTold, ongoingWorld())).toMatchObject({ outage: 'o1' });
  });

  test('takes one that is free, and never one of another outage that is not closed', () => {
    const again = opens(timra, past(1), { ...toWard, items: ['currentServices'] }, { newCode: '0' });
    const world = saved(angeKnows, again);
    expect([...logIn(world).cases.keys()]).toHaveLength(2);
    const drilling = afterCommand(
      ended(angeKnows, past(5)),
      declare({ outageKind: 'drill', newOutage: 'drill', startedAt: past(6) }),
      past(6),
    );
    const mixed = saved(drilling, opens(ward, past(7), toAnge, { newCode: '0' }));
    expect(outageOf(mixed, 'drill').log.cases.size).toBe(1);
    const codes = [...mixed.outages.values()].flatMap(({ log }) => [...log.cases.keys()]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('goes into the drill that is named, and nothing of it into the real one', () => {
    const world = afterCommand(afterCommand(quietWorld(), drill(), noon), report(), noon);
    expect(faults(opens(ward, past(1), toAnge), world)).toEqual(['which-outage']);
    const drilled = saved(world, opens(ward, past(1), toAnge, { outage: 'drill' }));
    expect(outageOf(drilled, 'drill').log.cases.size).toBe(1);
    expect(outageOf(drilled, 'o1').log.cases.size).toBe(0);
    expect(written(opens(ward, past(1), toAnge, { outage: 'drill' }), world)).toMatchObject([
      { isDrill: true },
    ]);
    const real = saved(world, opens(ward, past(1), toAnge, { outage: 'o1' }));
    expect(outageOf(real, 'o1').log.cases.size).toBe(1);
  });

  test('of another time than any outage’s is refused', () => {
    const old = opens(ward, noon, { ...toAnge, calledAt: noon - 25 * hour });
    expect(faults(old, quietWorld())).toEqual(['calledAt no-outage-then']);
  });
});

describe('where nothing is reported, the first call', () => {
  const first = opens(ward, noon, { ...toAnge, calledAt: noon - 5 * minute });
  const world = saved(quietWorld(), first);

  test('opens a reported outage that began with the call, and tells the coordinators', () => {
    const writes = written(first, quietWorld());
    expect(eventsOf(writes)).toEqual(['directory outageOpened', 'o2 caseOpened', 'o2 handoverRecorded']);
    expect(noticesOf(writes)).toEqual(['report post coordinators → unit:lead']);
    expect(outageOf(world, 'o2')).toMatchObject({
      state: 'reported',
      startedAt: noon - 5 * minute,
      revision: 1,
    });
  });

  test('is followed by others that change the coordinators’ card silently, on the case and on new ones', () => {
    const second = rings(ward, past(1), toCentre);
    const another = opens(centre, past(2), { ...toAnge, items: ['sipNeed'] }, { newCode: '1' });
    expect(noticesOf(written(second, world))).toEqual(['report amend coordinators → unit:lead']);
    expect(noticesOf(written(another, world))).toEqual(['report amend coordinators → unit:lead']);
    expect(eventsOf(written(another, world))).toEqual(['o2 caseOpened', 'o2 handoverRecorded']);
  });

  test('stays in the log when the report is declared, and nobody is told of calls from then on', () => {
    const declared = afterCommand(world, declare({ startedAt: noon - hour }), past(10));
    expect(outageOf(declared, 'o2').state).toBe('ongoing');
    expect(noticesOf(written(rings(ward, past(11), toCentre), declared))).toEqual([]);
  });
});

describe('a call', () => {
  test.each<[string, Partial<Call>, readonly string[]]>([
    ['with nobody', { counterpart: ' ' }, ['counterpart missing']],
    ['with somebody of a very long name', { counterpart: 'x'.repeat(61) }, ['counterpart too-long']],
    ['about nothing', { items: [] }, ['items missing']],
    ['that is to come', { calledAt: past(1) }, ['calledAt in-future']],
    ['of long ago', { calledAt: noon - 367 * day }, ['calledAt too-far']],
    ['about what a ward does not say', { items: ['canReceive'] }, ['items not-between']],
    ['to another ward', { ...toWard }, ['party not-between']],
    ['admitted in the future', { facts: { admittedAt: past(1) } }, ['admittedAt in-future']],
    ['admitted long ago', { facts: { admittedAt: noon - 367 * day } }, ['admittedAt too-far']],
    ['discharged in a far future', { facts: { dischargedAt: noon + 367 * day } }, ['dischargedAt too-far']],
    [
      'discharged before admitted',
      { facts: { admittedAt: noon, dischargedAt: noon - 1 } },
      ['dischargedAt before-admitted'],
    ],
  ])('%s is refused', (_title, call, expected) => {
    expect(faults(opens(ward, noon, { ...toAnge, ...call }))).toEqual(expected);
  });

  test('that nobody answered needs no name, and cannot be one that came in', () => {
    expect(faults(opens(ward, noon, { ...toAnge, outcome: 'no-answer', counterpart: '' }))).toEqual([]);
    const heard = { ...toAnge, items: ['canReceive' as const], outcome: 'no-answer' as const };
    expect(faults(hears(ward, noon, { ...heard, code: '' }))).toEqual(['outcome not-between']);
  });

  test('to a municipality says which; within one it is the own', () => {
    expect(faults(opens(ward, noon, { party: 'municipality' }))).toEqual(['municipality missing']);
    const forwarded = { items: ['forwarded' as const] };
    expect(faults(opens(ange, noon, { ...toAnge, ...forwarded }))).toEqual([]);
    expect(faults(opens(ange, noon, { ...toTimra, ...forwarded }))).toEqual([
      'municipality other-organisation',
    ]);
  });

  test('says what goes from that side to the other, and hears what goes the other way', () => {
    const sides: readonly (readonly [LogUnit, Counterparty])[] = [
      [ward, toWard],
      [ange, toAnge],
      [centre, toCentre],
      [clinic, toClinic],
    ];
    for (const [unit, from] of sides) {
      for (const [other, to] of sides) {
        const said = handoverItems.filter(
          (item) => faults(opens(unit, noon, { ...to, items: [item] })).length === 0,
        );
        const heard = handoverItems.filter(
          (item) => faults(hears(other, noon, { ...from, code: '', items: [item] })).length === 0,
        );
        expect(heard).toEqual(said);
      }
    }
  });

  test('may be logged by somebody whose membership nobody could check: it is marked', () => {
    const unchecked = rings(ward, past(1), toCentre, { isUnverified: true, newEntry: 'e' });
    const world = saved(angeKnows, unchecked);
    expect(entryIn(logIn(world), 'e').versions[0].isUnverified).toBe(true);
  });

  test('on a case tells whoever handed over when it is the receiver’s', () => {
    const { directory } = angeKnows;
    const heard = hears(ange, past(1), { ...toWard, items: ['dischargeNotice'] });
    expect(noticesOf(written(heard, angeKnows))).toEqual(['receipt post log → unit:ward']);
    const known = { ...directory, people: new Map([['anna', aPerson('anna')]]) };
    expect(noticesOf(written(heard, { ...angeKnows, directory: known }))).toEqual([
      'receipt post log → person:anna',
    ]);
    expect(noticesOf(written(rings(ward, past(1), toCentre), angeKnows))).toEqual([]);
  });
});

describe('who is to receive', () => {
  const others = { parties: ['primary-care' as const] };
  const reordered = { ...angeAndCentre, parties: angeAndCentre.parties.toReversed() };

  test('is stated with the first call that says so, and only by the owner', () => {
    const unstated = story(opens(ward, past(0), toAnge));
    expect(eventsOf(written(rings(ward, past(1), toCentre, { receivers: others }), unstated))).toEqual([
      'o1 receiversStated',
      'o1 handoverRecorded',
    ]);
    const byAnge = rings(ange, past(1), { ...toWard, items: ['canReceive'] }, { receivers: others });
    expect(eventsOf(written(byAnge, unstated))).toEqual(['o1 handoverRecorded']);
  });

  test('is changed with a reason, in a form of its own', () => {
    expect(faults(rings(ward, past(1), toCentre, { receivers: others }), angeKnows)).toEqual([
      'receivers needs-reason',
    ]);
    expect(faults(rings(ward, past(1), toCentre, { receivers: reordered }), angeKnows)).toEqual([]);
    expect(faults(statesReceivers(past(1), others, { reason: ' ' }), angeKnows)).toEqual(['reason missing']);
    expect(faults(statesReceivers(past(1), reordered), angeKnows)).toEqual(['receivers unchanged']);
    const world = saved(angeKnows, statesReceivers(past(1), others));
    expect(caseIn(world).receivers).toEqual(others);
    expect(caseIn(world).statements.map(({ reason }) => reason)).toEqual(['', 'Flyttar']);
  });

  test('is somebody, and which municipality', () => {
    expect(faults(statesReceivers(past(1), { parties: [] }), angeKnows)).toEqual(['receivers missing']);
    expect(faults(statesReceivers(past(1), { parties: ['municipality'] }), angeKnows)).toEqual([
      'receivingMunicipality missing',
    ]);
    expect(faults(opens(ward, past(0), toAnge, { receivers: { parties: [] } }))).toEqual([
      'receivers missing',
    ]);
  });

  test('is not a receiver’s to say', () => {
    expect(faults(statesReceivers(past(1), others, { unit: ange }), angeKnows)).toEqual([
      'no-handover-on-code',
    ]);
  });
});

describe('to confirm what was received', () => {
  test('logs it as received now, from the owner’s side and whoever rang', () => {
    const wish = acknowledges(ange, past(3) + minute / 2, ['dischargeNotice'], { newEntry: 'ack' });
    const world = saved(angeKnows, wish);
    expect(callOf(entryIn(logIn(world), 'ack', 'ange'))).toEqual({
      code: caseA,
      direction: 'received',
      ...toWard,
      counterpart: 'Anna',
      items: ['dischargeNotice'],
      outcome: 'given',
      calledAt: past(3),
      facts: {},
    });
    expect(noticesOf(written(wish, angeKnows))).toEqual(['receipt post log → unit:ward']);
  });

  test('is of something, and of what was handed over', () => {
    expect(faults(acknowledges(ange, past(1), []), angeKnows)).toEqual(['items missing']);
    expect(faults(acknowledges(ange, past(1), ['admission', 'dischargeNotice']), angeKnows)).toEqual([
      'items not-given',
    ]);
  });
});

test('what is known of a stay is stated by who has to do with the case, and may lie ahead if it is the discharge', () => {
  expect(faults(statesFacts(ange, past(1), { dischargedAt: past(90) }), angeKnows)).toEqual([]);
  expect(faults(statesFacts(ange, past(1), { admittedAt: past(90) }), angeKnows)).toEqual([
    'admittedAt in-future',
  ]);
  expect(faults(statesFacts(timra, past(1), { admittedAt: past(0) }), angeKnows)).toEqual([
    'no-handover-on-code',
  ]);
});

describe('a form', () => {
  const act = anAct({ at: past(1) });
  const other = { ...act, form: { ...act.form, digest: 'filled in otherwise' } };
  const withAct = ({ command, now }: Wish, one: typeof act): Wish => ({
    now,
    command: { ...command, act: one },
  });
  const wishes: readonly Wish[] = [
    rings(ward, past(2), toCentre),
    opens(ward, past(2), toCentre, { newCode: '1' }),
    opens(timra, past(2), { ...toWard, items: ['currentServices'] }, { newCode: '1' }),
    acknowledges(ange, past(2)),
    statesFacts(ange, past(2), { wentHome: true }),
    statesReceivers(past(2), { parties: ['primary-care'] }),
  ];

  test('is carried out once, whoever sends it again and whatever it then says', () => {
    for (const first of wishes) {
      const world = saved(angeKnows, withAct(first, act));
      for (const again of wishes) {
        expect(decideWish(withAct(again, act), world)).toEqual({ kind: 'repeated', outage: 'o1' });
        expect(decideWish(withAct(again, other), world)).toEqual({
          kind: 'refused',
          refusals: [{ kind: 'form-used', act }],
          outage: 'o1',
        });
      }
    }
  });

  test('of one outage is known in another, and that of a report or a declaration is known here', () => {
    const drilled = saved(
      afterCommand(afterCommand(quietWorld(), drill(), noon), report({ act }), noon),
      withAct(opens(ward, past(1), toAnge, { outage: 'drill' }), anAct({ at: past(1) })),
    );
    const again = withAct(opens(ward, past(2), toAnge, { outage: 'drill' }), act);
    expect(decideWish(again, drilled)).toEqual({ kind: 'repeated', outage: 'o1' });
  });

  test('that was refused may be sent again', () => {
    const refused = withAct(opens(ward, past(1), { ...toAnge, items: [] }), act);
    expect(faults(refused, angeKnows)).toEqual(['items missing']);
    expect(faults(withAct(opens(ward, past(1), toAnge, { newCode: '1' }), act), angeKnows)).toEqual([]);
  });
});
