import { describe, expect, test } from 'vitest';
import type { World } from '../../src/domain/decision.ts';
import type { Call, StayFacts } from '../../src/domain/handover-event.ts';
import { isAdmittedBefore, knownStay, latestStay, toldOfStay } from '../../src/domain/stay-of-case.ts';
import type { OutageWindow } from '../../src/domain/stay-of-case.ts';
import { minute, noon } from '../support/build-outage.ts';
import {
  ange,
  caseA,
  caseB,
  corrects,
  hears,
  logIn,
  opens,
  past,
  rings,
  statesFacts,
  story,
  toAnge,
  toCentre,
  toWard,
  ward,
  withdraws,
} from '../support/log-commands.ts';
import type { Wish } from '../support/log-commands.ts';

const window: OutageWindow = { startedAt: noon, endedAt: past(60) };
const of = (world: World, unit = 'ward') => [logIn(world), unit, caseA] as const;
const stay = (...wishes: readonly Wish[]) => latestStay(...of(story(...wishes)));
const known = (...wishes: readonly Wish[]) => knownStay(logIn(story(...wishes)), ['ward', caseA], window);
const told = (call: Partial<Call> = {}, now = past(0)) =>
  opens(ward, now, { ...toAnge, items: ['planningBasis'], ...call });
const again = (now: number, call: Partial<Call> = {}) =>
  rings(ward, now, { ...toCentre, items: ['planningBasis'], ...call });

describe('what is told of a stay', () => {
  test('holds as it was told last, each for itself, by the time of the call and not of the logging', () => {
    const one = told({ facts: { admittedAt: past(-90), wentHome: true } });
    const two = again(past(10), { facts: { wentHome: false, sipOn: '2026-11-27' } });
    expect(stay(one, two)).toEqual({ admittedAt: past(-90), wentHome: false, sipOn: '2026-11-27' });
    const late = again(past(20), { calledAt: past(5), facts: { wentHome: true, formUsed: true } });
    expect(stay(one, two, late)).toEqual({
      admittedAt: past(-90),
      wentHome: false,
      sipOn: '2026-11-27',
      formUsed: true,
    });
  });

  test('in the same minute holds as it was logged last, stated or told', () => {
    const one = told({ facts: { wentHome: true } });
    expect(stay(one, again(past(0), { facts: { wentHome: false } }))).toEqual({ wentHome: false });
    expect(stay(one, statesFacts(ward, past(0) + minute / 2, { wentHome: false }))).toEqual({
      wentHome: false,
    });
    const stated = statesFacts(ward, past(9) + minute / 2, { wentHome: false });
    expect(
      stay(one, stated, again(past(9) + minute / 2, { calledAt: past(9), facts: { wentHome: true } })),
    ).toEqual({
      wentHome: true,
    });
  });

  test('is a unit’s own, of that code, and as it stands', () => {
    const one = told({ facts: { admittedAt: past(-90) } });
    const theirs = hears(ange, past(1), {
      ...toWard,
      items: ['admission'],
      facts: { admittedAt: past(-80) },
    });
    const other = opens(ward, past(2), { ...toAnge, facts: { admittedAt: past(-70) } }, { newCode: '1' });
    const world = story(one, theirs, other);
    expect(latestStay(...of(world))).toEqual({ admittedAt: past(-90) });
    expect(latestStay(...of(world, 'ange'))).toEqual({ admittedAt: past(-80) });
    expect(latestStay(logIn(world), 'ward', caseB)).toEqual({ admittedAt: past(-70) });
    expect(stay(one, withdraws(one, past(5)))).toEqual({});
    expect(stay(one, corrects(one, past(5), { facts: { wentHome: true } }))).toEqual({ wentHome: true });
  });

  test('is told whether or not somebody answered', () => {
    const tried = { outcome: 'no-answer', counterpart: '', facts: { admittedAt: past(-5) } } as const;
    expect(stay(told(tried))).toEqual({ admittedAt: past(-5) });
  });

  test('is listed with when it was told', () => {
    const world = story(told({ facts: { wentHome: true } }), statesFacts(ward, past(3), { formUsed: true }));
    expect(toldOfStay(...of(world)).map(({ at, facts }) => [at, facts])).toEqual([
      [past(0), { wentHome: true }],
      [past(3), { formUsed: true }],
    ]);
  });
});

/** The patient came so many minutes after the outage began, and this is known of the notice. */
const came = (minutes: number, isSent?: boolean): StayFacts => ({
  admittedAt: past(minutes),
  ...(isSent !== undefined && { admissionNoticeSent: isSent }),
});
const ofAdmission: Partial<Call> = { items: ['admission'] };
const isBefore = (world: World, unit = 'ward') =>
  isAdmittedBefore({ ...window, log: logIn(world) }, unit, caseA);
const rungAgain = again(past(1), ofAdmission);

describe('A02: who came before the outage is admitted where the notice had not been sent', () => {
  test.each<[string, readonly Wish[], boolean | undefined]>([
    ['came before, and nothing is told of the notice', [told({ facts: came(-5) })], false],
    ['came before, and it was sent', [told({ facts: came(-5, true) })], false],
    ['came before, and it was not sent', [told({ facts: came(-5, false) })], true],
    ['came before, and the ward rang about it', [told({ ...ofAdmission, facts: came(-5) })], undefined],
    ['the same, and it was sent', [told({ ...ofAdmission, facts: came(-5, true) })], false],
    ['the same, and it was not sent', [told({ ...ofAdmission, facts: came(-5, false) })], true],
    ['came before, and the ward rang at once', [told({ ...ofAdmission, facts: came(-1) })], undefined],
    [
      'came before, and the ward rang before it began',
      [told({ ...ofAdmission, calledAt: past(-1), facts: came(-5) })],
      false,
    ],
    [
      'came before, and the ward rang in the last minute',
      [told({ ...ofAdmission, facts: came(-5) }, past(59))],
      undefined,
    ],
    [
      'came before, and the ward rang when all was clear',
      [told({ ...ofAdmission, facts: came(-5) }, past(60))],
      false,
    ],
    ['came when it began, though it is told as sent', [told({ facts: came(0, true) })], true],
    ['came when all was clear, though told as not sent', [told({ facts: came(60, false) }, past(90))], false],
    ['no time, and nothing of an admission', [told()], false],
    ['no time, and the ward rang about it', [told(ofAdmission)], undefined],
    [
      'no time, and the ward rang about it outside the outage',
      [told({ ...ofAdmission, calledAt: past(-1) })],
      undefined,
    ],
    ['no time, and it was sent', [told({ ...ofAdmission, facts: { admissionNoticeSent: true } })], false],
    ['no time, and it was not sent', [told({ facts: { admissionNoticeSent: false } })], true],
    [
      'told of the notice twice: the last word',
      [told({ facts: came(-5, true) }), statesFacts(ward, past(2), { admissionNoticeSent: false })],
      true,
    ],
    [
      'the call about it was taken back',
      [told({ facts: came(-5) }), rungAgain, withdraws(rungAgain, past(5))],
      false,
    ],
  ])('%s', (_title, wishes, expected) => {
    expect(known(...wishes).admitted).toBe(expected);
  });

  test('is asked of the unit that rang about it, not of one that heard', () => {
    const heard = hears(ange, past(1), { ...toWard, ...ofAdmission, facts: came(-5) });
    const world = story(told({ ...ofAdmission, facts: came(-5) }), heard);
    const admitted = (unit: string) => knownStay(logIn(world), [unit, caseA], window).admitted;
    expect([admitted('ward'), admitted('ange')]).toEqual([undefined, false]);
    const untimed = story(told(ofAdmission), hears(ange, past(1), { ...toWard, ...ofAdmission }));
    expect(knownStay(logIn(untimed), ['ange', caseA], window).admitted).toBe(undefined);
  });

  test('came before is who is known to have: by the unit’s own log, and its last word', () => {
    expect(isBefore(story(told()))).toBe(false);
    expect(isBefore(story(told({ facts: came(-1) })))).toBe(true);
    expect(isBefore(story(told({ facts: came(-1) })), 'ange')).toBe(false);
    expect(isBefore(story(told({ facts: came(0) })))).toBe(false);
    expect(isBefore(story(told({ facts: came(-1) }), statesFacts(ward, past(2), came(1))))).toBe(false);
  });
});

const isReady = (...wishes: readonly Wish[]) => known(...wishes).readyForDischarge;

describe('the five facts', () => {
  test('are false of what was never logged: no task is invented', () => {
    expect(known(told())).toEqual({
      admitted: false,
      discharged: false,
      wentHome: false,
      readyForDischarge: false,
      sipDateAgreed: false,
    });
  });

  test.each<[string, number, boolean]>([
    ['a minute before it began', past(-1), false],
    ['when it began', past(0), true],
    ['a minute before all clear', past(59), true],
    ['at all clear', past(60), false],
  ])('admitted or discharged %s: %s', (_title, at, isIn) => {
    const world = [told({ items: ['admission', 'dischargeNotice'], facts: { dischargedAt: at } }, past(0))];
    expect(known(...world).discharged).toBe(isIn);
    expect(known(told({ facts: { admittedAt: at }, calledAt: past(59) }, past(120))).admitted).toBe(isIn);
  });

  test('have no end while the outage goes on', () => {
    const log = logIn(story(told({ facts: { dischargedAt: past(9999) } })));
    expect(knownStay(log, ['ward', caseA], { startedAt: noon }).discharged).toBe(true);
  });

  test.each<[string, Partial<Call>, readonly string[]]>([
    ['admission', { items: ['admission'] }, ['admitted']],
    ['a discharge notice', { items: ['dischargeNotice'] }, ['discharged', 'wentHome']],
    ['an actual date', { items: ['actualDischarge'] }, ['discharged', 'wentHome']],
    ['both', { items: ['admission', 'actualDischarge'] }, ['admitted', 'discharged', 'wentHome']],
    [
      'a discharge of somebody who went home',
      { items: ['dischargeNotice'], facts: { wentHome: true } },
      ['discharged'],
    ],
    ['an expected date', { items: ['expectedDischarge', 'expectedDischargeChanged'] }, []],
    [
      'a discharge with its time',
      { items: ['dischargeNotice'], facts: { dischargedAt: past(30) } },
      ['wentHome'],
    ],
    [
      'one of another time than the outage’s',
      { items: ['dischargeNotice'], facts: { dischargedAt: past(90) } },
      [],
    ],
  ])('are unknown where %s was logged and not when', (_title, call, unknown) => {
    const facts = known(told(call));
    const absent = (
      ['admitted', 'discharged', 'wentHome', 'readyForDischarge', 'sipDateAgreed'] as const
    ).filter((fact) => facts[fact] === undefined);
    expect(absent).toEqual(unknown);
  });

  test('are a receiver’s as it has heard them', () => {
    const world = story(
      told(),
      hears(ange, past(1), { ...toWard, items: ['admission', 'readyForDischarge'] }),
    );
    expect(knownStay(logIn(world), ['ange', caseA], window)).toEqual({
      discharged: false,
      wentHome: false,
      readyForDischarge: true,
      sipDateAgreed: false,
    });
  });

  test('ready is the last word on it, said during the outage', () => {
    const ready = { items: ['readyForDischarge' as const] };
    const not = { items: ['readyForDischargeWithdrawn' as const] };
    expect(isReady(told(ready))).toBe(true);
    expect(isReady(told(ready), again(past(5), not))).toBe(false);
    expect(isReady(told(ready), again(past(5), not), again(past(6), ready))).toBe(true);
    expect(isReady(told(ready), again(past(5), { ...not, calledAt: past(-1) }))).toBe(true);
    expect(isReady(told({ ...ready, calledAt: past(-1) }))).toBe(false);
    expect(isReady(told(ready, past(60)))).toBe(false);
    expect(isReady(told({ items: [...ready.items, ...not.items] }))).toBe(false);
    expect(isReady(told(ready), again(past(0), not))).toBe(false);
  });

  test.each<[string, StayFacts, boolean]>([
    ['agreed', { sipOn: '2026-11-27' }, true],
    ['not heard of', {}, false],
  ])('a date for the SIP that is %s', (_title, facts, isAgreed) => {
    expect(known(told(), statesFacts(ward, past(2), facts)).sipDateAgreed).toBe(isAgreed);
  });
});
