import { describe, expect, test } from 'vitest';
import type { World } from '../../src/domain/decision.ts';
import type { Counterparty } from '../../src/domain/handover-log.ts';
import type { HandoverItem } from '../../src/domain/ids.ts';
import { canReceiveOf, isConfirmed, receiptOf, sideOf } from '../../src/domain/receipts.ts';
import { unitReceipts } from '../../src/domain/unit-receipts.ts';
import { gateOf } from '../support/gate-story.ts';
import {
  acknowledges,
  ange,
  angeAndCentre,
  canReceive,
  caseA,
  caseB,
  caseIn,
  centre,
  clinic,
  corrects,
  gateIn,
  hears,
  logIn,
  opens,
  past,
  rings,
  saved,
  story,
  toAnge,
  toCentre,
  toClinic,
  toTimra,
  toWard,
  ward,
  withdraws,
} from '../support/log-commands.ts';
import type { Wish } from '../support/log-commands.ts';

const notice = 'dischargeNotice' as const;
const given = { outcome: 'given' } as const;
const unanswered = { outcome: 'no-answer', counterpart: '' } as const;
/** The ward tells Ånge of the discharge; nothing is repeated. */
const angeTold = opens(ward, past(0), { ...toAnge, ...given }, { receivers: angeAndCentre });

const receiptIn = (world: World, to: Counterparty, item: HandoverItem = notice) =>
  receiptOf(logIn(world), caseIn(world), [to, item]);
const stateAfter = (...wishes: readonly Wish[]) => receiptIn(story(...wishes), toAnge).state;

const canIn = (...wishes: readonly Wish[]) => {
  const world = story(...wishes);
  return canReceiveOf(logIn(world), caseIn(world), toAnge).state;
};

const toldIn = (world: World, onlyCode?: string) =>
  unitReceipts(logIn(world), 'ward', onlyCode).map(
    ({ code, item, receipt, to }) =>
      `${code === caseA ? 'A' : 'B'} ${to.municipality ?? to.party} ${item} ${receipt.state}`,
  );

describe('how far one thing has come to one receiver', () => {
  test('not at all where nobody has rung, or nobody answered', () => {
    const world = story(opens(ward, past(0), { ...toAnge, ...unanswered }));
    expect(receiptIn(world, toAnge).state).toBe('not-given');
    expect(receiptIn(world, toAnge).call?.unit).toBe('ward');
    expect(receiptIn(world, toCentre)).toEqual({ state: 'not-given' });
    expect(receiptIn(world, toAnge, 'admission')).toEqual({ state: 'not-given' });
  });

  test('given, read back or acknowledged: only the last two are confirmed', () => {
    const receipts = [
      receiptIn(story(angeTold), toAnge),
      receiptIn(story(opens(ward, past(0), toAnge)), toAnge),
      receiptIn(story(angeTold, acknowledges(ange, past(1))), toAnge),
    ];
    expect(receipts.map(({ state }) => state)).toEqual(['given', 'read-back', 'acknowledged']);
    expect(receipts.map(isConfirmed)).toEqual([false, true, true]);
    expect(receipts[2]?.acknowledgement?.unit).toBe('ange');
    expect(receipts[0]?.acknowledgement).toBe(undefined);
  });

  test('by the latest call, never the best, whenever it was logged', () => {
    const good = opens(ward, past(0), toAnge);
    expect(stateAfter(good, rings(ward, past(5), { ...toAnge, ...given }))).toBe('given');
    expect(stateAfter(good, rings(ward, past(5), { ...toAnge, ...unanswered }))).toBe('not-given');
    expect(stateAfter(good, rings(ward, past(0), { ...toAnge, ...given }))).toBe('given');
    expect(stateAfter(good, rings(ward, past(9), { ...toAnge, ...given, calledAt: past(-1) }))).toBe(
      'read-back',
    );
    expect(stateAfter(good, rings(ward, past(5), { ...toAnge, ...given, items: ['admission'] }))).toBe(
      'read-back',
    );
  });

  test('by that receiver alone', () => {
    const world = story(opens(ward, past(0), toAnge), rings(ward, past(1), { ...toTimra, ...given }));
    expect([toAnge, toTimra, toCentre].map((to) => receiptIn(world, to).state)).toEqual([
      'read-back',
      'given',
      'not-given',
    ]);
  });
});

describe('an acknowledgement', () => {
  test('counts for what was ticked', () => {
    const items: HandoverItem[] = ['admission', 'planningBasis', notice];
    const told = opens(ward, past(0), { ...toAnge, ...given, items });
    const world = story(told, acknowledges(ange, past(1), ['admission', notice]));
    expect(items.map((item) => receiptIn(world, toAnge, item).state)).toEqual([
      'acknowledged',
      'given',
      'acknowledged',
    ]);
  });

  test('counts from any unit of that side, and for that side alone', () => {
    const told = [angeTold, rings(ward, past(0), { ...toCentre, ...given })];
    const world = story(...told, acknowledges({ ...ange, id: 'ange-2' }, past(1)));
    expect(receiptIn(world, toAnge).state).toBe('acknowledged');
    expect(receiptIn(world, toCentre).state).toBe('given');
  });

  test('counts not for a call that was logged after it', () => {
    const again = rings(ward, past(5), { ...toAnge, ...given });
    expect(stateAfter(angeTold, acknowledges(ange, past(1)), again)).toBe('given');
    const late = rings(ward, past(5), { ...toAnge, ...given, calledAt: past(0) });
    expect(stateAfter(angeTold, acknowledges(ange, past(1)), late)).toBe('given');
    const another = acknowledges(ange, past(6));
    expect(stateAfter(angeTold, acknowledges(ange, past(1)), again, another)).toBe('acknowledged');
  });

  test('counts not of a call that was made before the one that counts', () => {
    const early = hears(ange, past(6), { ...toWard, items: [notice], calledAt: past(0) });
    const again = rings(ward, past(5), { ...toAnge, ...given });
    expect(stateAfter(angeTold, again, early)).toBe('given');
  });

  test('counts not where nobody answered last', () => {
    const tried = rings(ward, past(2), { ...toAnge, ...unanswered });
    expect(stateAfter(angeTold, tried, acknowledges(ange, past(3)))).toBe('not-given');
  });

  test('is gone when it is taken back, moved or corrected', () => {
    const heard = hears(ange, past(1), { ...toWard, items: [notice] });
    expect(stateAfter(angeTold, heard)).toBe('acknowledged');
    expect(stateAfter(angeTold, heard, withdraws(heard, past(2)))).toBe('given');
    expect(stateAfter(angeTold, heard, corrects(heard, past(2), { items: ['admission'] }))).toBe('given');
    const other = opens(ward, past(0), { ...toAnge, ...given }, { newCode: '1' });
    expect(stateAfter(angeTold, other, heard, corrects(heard, past(2), { code: caseB }))).toBe('given');
  });

  test('is the full form as well as the short one', () => {
    const heard = hears(ange, past(0), { ...toWard, items: [notice], outcome: 'read-back' });
    expect(stateAfter(angeTold, heard)).toBe('acknowledged');
  });

  test('is nothing that the owner logs itself', () => {
    const own = hears(ward, past(1), { ...toAnge, items: ['currentServices'] });
    expect(stateAfter(angeTold, own)).toBe('given');
    const forwarded = { ...toAnge, ...given, items: ['forwarded' as const] };
    const within = story(opens(ange, past(0), forwarded), hears(ange, past(1), forwarded));
    expect(receiptIn(within, toAnge, 'forwarded').state).toBe('given');
    const colleague = hears({ ...ange, id: 'ange-2' }, past(1), forwarded);
    expect(receiptIn(saved(within, colleague), toAnge, 'forwarded').state).toBe('acknowledged');
  });
});

describe('a correction of the call', () => {
  const readBack = opens(ward, past(0), toAnge, { receivers: angeAndCentre });

  test('makes what was read back stale, from when it was corrected', () => {
    const world = story(readBack, corrects(readBack, past(9), { counterpart: 'Karin' }));
    expect(receiptIn(world, toAnge)).toMatchObject({
      state: 'stale',
      stale: { kind: 'corrected', at: past(9) },
    });
  });

  test('makes what was acknowledged as it was told before stale or open', () => {
    const asGiven = corrects(angeTold, past(9), { counterpart: 'Karin' });
    expect(stateAfter(angeTold, acknowledges(ange, past(1)), asGiven)).toBe('given');
    const asReadBack = corrects(angeTold, past(9), { outcome: 'read-back' });
    expect(stateAfter(angeTold, acknowledges(ange, past(1)), asReadBack)).toBe('stale');
  });

  test('that was never confirmed may say that it was read back', () => {
    expect(stateAfter(angeTold, corrects(angeTold, past(9), { outcome: 'read-back' }))).toBe('read-back');
    const tried = opens(ward, past(0), { ...toAnge, ...unanswered });
    const reached = { outcome: 'read-back', counterpart: 'Karin' } as const;
    expect(stateAfter(tried, corrects(tried, past(9), reached))).toBe('read-back');
  });

  test('stays stale when it is corrected back, until somebody confirms anew', () => {
    const there = corrects(readBack, past(8), { counterpart: 'Karin' });
    const back = corrects(readBack, past(9), {});
    expect(stateAfter(readBack, there, back)).toBe('stale');
    expect(stateAfter(readBack, there, back, acknowledges(ange, past(10)))).toBe('acknowledged');
    expect(stateAfter(readBack, there, back, rings(ward, past(10), toAnge))).toBe('read-back');
  });

  test('is news to the others, not to who confirms it as it is told now', () => {
    const other = rings(ward, past(1), toCentre);
    const dated = corrects(angeTold, past(9), { facts: { dischargedAt: past(90) } });
    const world = story(angeTold, other, dated, acknowledges(ange, past(10)));
    expect(receiptIn(world, toAnge).state).toBe('acknowledged');
    expect(receiptIn(world, toCentre)).toMatchObject({
      state: 'stale',
      stale: { kind: 'discharge-changed' },
    });
    const again = corrects(angeTold, past(11), { facts: { dischargedAt: past(120) } });
    expect(receiptIn(story(angeTold, other, dated, acknowledges(ange, past(10)), again), toAnge).state).toBe(
      'given',
    );
  });

  test('to no answer is no handover', () => {
    expect(stateAfter(readBack, corrects(readBack, past(9), unanswered))).toBe('not-given');
  });

  test('that moves it leaves the one before it to count on the old code, and is stale on the new', () => {
    const other = opens(ward, past(1), { ...toAnge, items: ['admission'] }, { newCode: '1' });
    const moved = story(readBack, other, corrects(readBack, past(9), { code: caseB }));
    expect(receiptIn(moved, toAnge).state).toBe('not-given');
    expect(receiptOf(logIn(moved), caseIn(moved, caseB), [toAnge, notice]).state).toBe('stale');
  });
});

describe('that the municipality can receive', () => {
  test('is what the owner heard from that municipality last', () => {
    expect(canIn(angeTold)).toBe('not-given');
    expect(canIn(angeTold, canReceive(past(1)))).toBe('acknowledged');
    expect(canIn(angeTold, canReceive(past(1), toTimra))).toBe('not-given');
    expect(canIn(angeTold, canReceive(past(1), { items: ['currentServices'] }))).toBe('not-given');
  });

  test('is stale after a change, wherever it was told, until it is said anew', () => {
    const changed = rings(ward, past(5), { ...toCentre, items: ['expectedDischargeChanged'] });
    expect(canIn(angeTold, canReceive(past(1)), changed)).toBe('stale');
    expect(canIn(angeTold, canReceive(past(9), { calledAt: past(1) }), changed)).toBe('stale');
    expect(canIn(angeTold, canReceive(past(1)), changed, canReceive(past(6)))).toBe('acknowledged');
  });
});

describe('all that a unit has handed over', () => {
  const world = story(
    angeTold,
    rings(ward, past(1), { ...toCentre, ...unanswered, items: [notice, 'admission'] }),
    rings(ward, past(2), { ...toAnge, items: [notice] }),
    hears(ward, past(3), { ...toAnge, items: ['currentServices'] }),
    opens(ward, past(4), toTimra, { newCode: '1' }),
  );

  test('is each thing to each receiver once, in the order of the log and of the things', () => {
    expect(toldIn(world)).toEqual([
      'A ange dischargeNotice read-back',
      'A primary-care admission not-given',
      'A primary-care dischargeNotice not-given',
      'B timra dischargeNotice read-back',
    ]);
    expect(toldIn(world, caseB)).toEqual(['B timra dischargeNotice read-back']);
    expect(unitReceipts(logIn(world), 'ange')).toEqual([]);
  });

  test('holds what a receiver hands over on another’s code too', () => {
    const back = rings(ange, past(5), { ...toWard, ...given, items: ['currentServices'] });
    const world = story(angeTold, back, hears(ward, past(6), { ...toAnge, items: ['currentServices'] }));
    expect(unitReceipts(logIn(world), 'ange').map(({ receipt, to }) => [to, receipt.state])).toEqual([
      [toWard, 'acknowledged'],
    ]);
  });
});

test('a unit is to others what is rung: a municipality by its name, the region by the kind of care', () => {
  expect([ward, ange, centre, clinic].map(sideOf)).toEqual([toWard, toAnge, toCentre, toClinic]);
});

describe('what is confirmed is what was said', () => {
  test('however late it is confirmed: what was said before a change is stale', () => {
    const changed = rings(ward, past(5), { ...toCentre, items: ['expectedDischargeChanged', notice] });
    const told = [angeTold, changed, acknowledges(ange, past(10)), canReceive(past(11))];
    expect(gateIn(story(...told))).toEqual(gateOf('stale date-changed', 'acknowledged', 'read-back'));
  });

  test('and by whom: what was heard from somebody else confirms nothing', () => {
    const services = ['currentServices' as const];
    const told = opens(centre, past(0), { ...toAnge, ...given, items: services });
    const fromClinic = hears(ange, past(1), { ...toClinic, items: services });
    expect(receiptIn(story(told, fromClinic), toAnge, 'currentServices').state).toBe('given');
  });

  test('also where the acknowledgement was moved to the code: a correction makes it stale', () => {
    const other = opens(ward, past(0), { ...toAnge, ...given }, { newCode: '1' });
    const heard = hears(ange, past(1), { ...toWard, code: caseB, items: [notice] });
    const wishes = [angeTold, other, heard, corrects(heard, past(2), { code: caseA })];
    expect(stateAfter(...wishes)).toBe('acknowledged');
    expect(stateAfter(...wishes, corrects(angeTold, past(9), { outcome: 'read-back' }))).toBe('stale');
  });

  test('to one receiver, whether or not a municipality stands beside a health centre', () => {
    const told = [
      opens(ward, past(0), { ...toCentre, ...given }),
      rings(ward, past(1), { ...toCentre, ...given, municipality: 'ange' }),
    ];
    expect(unitReceipts(logIn(story(...told)), 'ward')).toHaveLength(1);
  });

  test('to nobody else: what another side confirmed makes no correction of it stale', () => {
    const both = [angeTold, rings(ward, past(0), { ...toCentre, ...given }), acknowledges(centre, past(1))];
    expect(stateAfter(...both, corrects(angeTold, past(9), { outcome: 'read-back' }))).toBe('read-back');
  });
});
