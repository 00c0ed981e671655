import { describe, expect, test } from 'vitest';
import type { World } from '../../src/domain/decision.ts';
import type { Call } from '../../src/domain/handover-event.ts';
import { callOf, logOf } from '../../src/domain/handover-log.ts';
import { entryIn } from '../support/build-log.ts';
import { afterCommand, eventsOf, noticesOf, writesOf } from '../support/build-outage.ts';
import {
  acknowledges,
  ange,
  caseA,
  caseB,
  centre,
  corrects,
  decideWish,
  ended,
  hears,
  logIn,
  opens,
  past,
  rings,
  saved,
  story,
  timra,
  toAnge,
  toCentre,
  toWard,
  ward,
  withdraws,
} from '../support/log-commands.ts';
import type { Wish } from '../support/log-commands.ts';
import { because, declare, faultsOf } from '../support/outage-commands.ts';

const first = opens(ward, past(0), { ...toAnge, outcome: 'given' }, { newEntry: 'first' });
const world = story(first);
const faults = (wish: Wish, then: World = world) => faultsOf(decideWish(wish, then));
const written = (wish: Wish, then: World = world) => writesOf(decideWish(wish, then));
const versionsIn = (then: World) =>
  entryIn(logIn(then), 'first').versions.map(({ act, call, reason = '–' }) => [
    call.counterpart,
    act.at,
    reason,
  ]);

describe('a correction', () => {
  test('keeps all that was told, who told it, when and why', () => {
    const then = saved(
      world,
      corrects(first, past(5), { counterpart: 'Karin' }),
      corrects(first, past(6), { counterpart: 'Karin', outcome: 'read-back' }, { reason: 'Hon upprepade' }),
    );
    expect(versionsIn(then)).toEqual([
      ['Lisa, biståndshandläggare', past(0), '–'],
      ['Karin', past(5), 'Fel i loggen'],
      ['Karin', past(6), 'Hon upprepade'],
    ]);
    expect(callOf(entryIn(logIn(then), 'first')).outcome).toBe('read-back');
  });

  test('may be by a colleague of the unit, marked where nobody could check the membership', () => {
    const then = saved(world, corrects(first, past(5), { counterpart: 'Karin' }, { isUnverified: true }));
    expect(entryIn(logIn(then), 'first').versions.map(({ isUnverified }) => isUnverified)).toEqual([
      undefined,
      true,
    ]);
  });

  test('needs a reason, and something that is not as it was', () => {
    expect(faults(corrects(first, past(5), { counterpart: 'Karin' }, { reason: '  ' }))).toEqual([
      'reason missing',
    ]);
    expect(faults(corrects(first, past(5), { counterpart: 'Karin' }, { reason: 'x'.repeat(1001) }))).toEqual([
      'reason too-long',
    ]);
    expect(faults(corrects(first, past(5), {}))).toEqual(['reason unchanged']);
    expect(faults(corrects(first, past(5), { code: '' }))).toEqual(['reason unchanged']);
    const two: Call['items'] = ['dischargeNotice', 'admission'];
    const told = story(opens(ward, past(0), { ...toAnge, items: two }, { newEntry: 'first' }));
    const turned = corrects(first, past(5), { outcome: 'read-back', items: two.toReversed() });
    expect(faults(turned, told)).toEqual(['reason unchanged']);
  });

  test('is held to what a call is held to', () => {
    expect(faults(corrects(first, past(5), { items: [] }))).toEqual(['items missing']);
    expect(faults(corrects(first, past(5), { calledAt: past(6) }))).toEqual(['calledAt in-future']);
    expect(faults(corrects(first, past(5), { items: ['canReceive'] }))).toEqual(['items not-between']);
    expect(faults(corrects(first, past(5), { counterpart: '' }))).toEqual(['counterpart missing']);
  });

  test('may turn the call round', () => {
    const round = corrects(first, past(5), { direction: 'received', items: ['currentServices'] });
    expect(callOf(entryIn(logIn(saved(world, round)), 'first')).direction).toBe('received');
  });

  test('is refused under another outage’s name, of no entry, and of another unit’s', () => {
    const change = { counterpart: 'Karin' };
    expect(faults(corrects(first, past(5), change, { outage: 'o2' }))).toEqual(['no-such-entry']);
    expect(faults(corrects(first, past(5), change, { entry: 'none' }))).toEqual(['no-such-entry']);
    for (const unit of [ange, timra, centre]) {
      expect(decideWish(corrects(first, past(5), change, { unit }), world)).toEqual(
        decideWish(corrects(first, past(5), change, { unit, entry: 'none' }), world),
      );
    }
  });

  test('goes on when the outage is over, until it is closed', () => {
    const over = ended(world, past(60));
    const change = corrects(first, past(90), { counterpart: 'Karin' });
    expect(faults(change, over)).toEqual([]);
    const closed = afterCommand(over, because('close', ''), past(70));
    expect(faults(change, closed)).toEqual(['log-closed']);
    expect(faults(withdraws(first, past(90)), closed)).toEqual(['log-closed']);
  });
});

describe('a moved call', () => {
  const other = opens(ward, past(1), { ...toCentre, items: ['admission'] }, { newCode: '1' });

  test('stands on the new code and no longer on the old, with all its versions', () => {
    const then = saved(world, other, corrects(first, past(5), { code: caseB }));
    const entry = entryIn(logIn(then), 'first');
    expect(entry.versions.map(({ call }) => call.code)).toEqual([caseA, caseB]);
  });

  test('goes to no code that the unit has nothing to do with, nor to one of another outage', () => {
    const theirs = opens(timra, past(1), { ...toWard, items: ['currentServices'] }, { newCode: '1' });
    const centres = opens(centre, past(1), { ...toAnge, items: ['sipNeed'] }, { newCode: '2' });
    const then = saved(world, theirs, centres);
    const codes = [...logIn(then).cases.values()].map(({ code }) => code);
    expect(
      codes.map((code) => faults(corrects(first, past(5), { code, counterpart: 'Karin' }), then)),
    ).toEqual([[], [], ['no-handover-on-code']]);
    const over = afterCommand(
      ended(then, past(10)),
      declare({ newOutage: 'o2', startedAt: past(11) }),
      past(11),
    );
    const next = saved(over, opens(ward, past(12), toAnge, { newCode: 'f' }));
    const [code = ''] = logIn(next, 'o2').cases.keys();
    expect(faults(corrects(first, past(13), { code }), next)).toEqual(['no-handover-on-code']);
  });
});

describe('a withdrawal', () => {
  test('keeps the call, and says who took it back, when and why', () => {
    const then = saved(world, withdraws(first, past(5)));
    const { versions, withdrawn } = entryIn(logIn(then), 'first');
    expect(versions).toHaveLength(1);
    expect(withdrawn).toMatchObject({ act: { at: past(5) }, reason: 'Fel patient' });
    expect(eventsOf(written(withdraws(first, past(5))))).toEqual(['o1 handoverWithdrawn']);
  });

  test('needs a reason', () => {
    expect(faults(withdraws(first, past(5), { reason: ' ' }))).toEqual(['reason missing']);
  });

  test('is the last word: it is neither corrected nor taken back again', () => {
    const then = saved(world, withdraws(first, past(5)));
    expect(faults(withdraws(first, past(6)), then)).toEqual(['entry-withdrawn']);
    expect(faults(corrects(first, past(6), { counterpart: 'Karin' }), then)).toEqual(['entry-withdrawn']);
    const [refusal] = [decideWish(withdraws(first, past(6)), then)].flatMap((decision) =>
      decision.kind === 'refused' ? decision.refusals : [],
    );
    expect(refusal).toMatchObject({ act: { at: past(5) } });
  });

  test('is the unit’s own: another’s call is as if there were none', () => {
    for (const unit of [ange, timra]) {
      expect(faults(withdraws(first, past(5), { unit }))).toEqual(['no-such-entry']);
    }
    expect(logOf(logIn(world), 'ange').entries.size).toBe(0);
  });
});

describe('whoever handed over hears', () => {
  test.each<[string, Wish]>([
    ['in full', hears(ange, past(2), { ...toWard, items: ['dischargeNotice'] })],
    ['in short', acknowledges(ange, past(2))],
  ])('when a receipt that was logged %s is taken back', (_title, receipt) => {
    const then = saved(world, receipt);
    expect(noticesOf(written(withdraws(receipt, past(5)), then))).toEqual(['receipt post log → unit:ward']);
  });

  test('when a receipt is told otherwise, though it no longer says what was handed over', () => {
    const receipt = hears(ange, past(2), { ...toWard, items: ['dischargeNotice'] });
    const otherwise = corrects(receipt, past(5), { items: ['admission'] });
    expect(noticesOf(written(otherwise, saved(world, receipt)))).toEqual(['receipt post log → unit:ward']);
  });

  test('nothing of the receiver’s other calls, and the owner nothing of its own', () => {
    const answer = rings(ange, past(2), { ...toWard, items: ['currentServices'] });
    expect(noticesOf(written(withdraws(answer, past(5)), saved(world, answer)))).toEqual([]);
    expect(noticesOf(written(withdraws(first, past(5))))).toEqual([]);
    expect(noticesOf(written(corrects(first, past(5), { counterpart: 'Karin' })))).toEqual([]);
  });
});
