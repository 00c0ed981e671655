import { describe, expect, test } from 'vitest';
import { concerns, newsOfCase } from '../../src/domain/news-of-case.ts';
import type { NewsKind } from '../../src/domain/news-of-case.ts';
import type { StaleReason } from '../../src/domain/receipts.ts';
import { handoverItems } from '../../src/domain/ids.ts';
import { minute, noon } from '../support/build-outage.ts';
import {
  angeTold,
  centreTold,
  gateAfter,
  gateOf,
  greenGate,
  plainStory,
  three,
  threeConfirmed,
} from '../support/gate-story.ts';
import {
  ange,
  canReceive,
  caseB,
  caseIn,
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

/** What is news after the plain story, in short: `date-changed 10`, minutes past noon. */
const newsAfter = (...more: readonly Wish[]): readonly string[] =>
  newsOn(caseIn(story(...more)).code, ...more);
const newsOn = (code: string, ...wishes: readonly Wish[]): readonly string[] => {
  const world = story(...wishes);
  return newsOfCase(logIn(world), caseIn(world, code)).map(
    ({ at, kind }) => `${kind} ${(at - noon) / minute}`,
  );
};

const sooner = { items: ['expectedDischargeChanged' as const] };
const withNotice = { items: ['expectedDischargeChanged' as const, 'dischargeNotice' as const] };
const notReady = { items: ['readyForDischargeWithdrawn' as const] };
const actual = (dischargedAt?: number) => ({
  items: ['actualDischarge' as const],
  facts: dischargedAt === undefined ? {} : { dischargedAt },
});
const unanswered = { outcome: 'no-answer', counterpart: '' } as const;
const four = past(240);

describe('what makes the gate red again says why, and can be confirmed anew', () => {
  test.each<[string, readonly Wish[], StaleReason['kind'], readonly string[]]>([
    [
      'a changed date, told to the other',
      [rings(ward, past(10), { ...toCentre, ...sooner })],
      'date-changed',
      gateOf('stale date-changed', 'stale date-changed', 'stale date-changed'),
    ],
    [
      'a changed date that nobody answered',
      [rings(ward, past(10), { ...toCentre, ...sooner, ...unanswered })],
      'date-changed',
      gateOf('stale date-changed', 'stale date-changed', 'stale date-changed'),
    ],
    [
      'readiness that is withdrawn',
      [rings(ward, past(10), { ...toCentre, ...notReady })],
      'readiness-withdrawn',
      gateOf('stale readiness-withdrawn', 'stale readiness-withdrawn', 'stale readiness-withdrawn'),
    ],
    [
      'the first actual date: one can receive still',
      threeConfirmed.slice(0, 1),
      'first-discharge',
      gateOf('stale first-discharge', 'acknowledged', 'stale first-discharge'),
    ],
    [
      'another actual date',
      [...threeConfirmed, rings(ward, past(10), { ...toCentre, ...actual(four) })],
      'discharge-changed',
      gateOf('stale discharge-changed', 'stale discharge-changed', 'stale discharge-changed'),
    ],
    [
      'another actual date, said to be the same',
      [...threeConfirmed, rings(ward, past(10), { ...toCentre, ...actual(four), isSameAsBefore: true })],
      'discharge-changed',
      gateOf('stale discharge-changed', 'stale discharge-changed', 'stale discharge-changed'),
    ],
    [
      'an actual date of which nobody noted the time',
      [...threeConfirmed, rings(ward, past(10), { ...toCentre, ...actual() })],
      'discharge-changed',
      gateOf('stale discharge-changed', 'stale discharge-changed', 'stale discharge-changed'),
    ],
    [
      'another actual date that is stated outside any call',
      [...threeConfirmed, statesFacts(ward, past(10), { dischargedAt: four })],
      'discharge-changed',
      gateOf('stale discharge-changed', 'stale discharge-changed', 'stale discharge-changed'),
    ],
    [
      'a correction of what was confirmed',
      [corrects(angeTold, past(10), { counterpart: 'Karin' })],
      'corrected',
      gateOf('stale corrected', 'acknowledged', 'read-back'),
    ],
    [
      'a correction that adds a change to what was said',
      [corrects(centreTold, past(10), withNotice)],
      'discharge-changed',
      gateOf('stale discharge-changed', 'stale discharge-changed', 'stale discharge-changed'),
    ],
  ])('%s', (_title, wishes, kind, expected) => {
    expect(gateAfter(...wishes)).toEqual(expected);
    expect(expected.join(' ')).toContain(kind);
    const told = [rings(ward, past(20), toAnge), rings(ward, past(21), toCentre), canReceive(past(22))];
    expect(gateAfter(...wishes, ...told)).toEqual(greenGate);
  });

  test('told to one after the other, the second time said to be the same, it is news once', () => {
    const first = rings(ward, past(10), { ...toAnge, ...withNotice });
    const second = { ...toCentre, ...withNotice };
    expect(
      gateAfter(first, rings(ward, past(11), { ...second, isSameAsBefore: true }), canReceive(past(12))),
    ).toEqual(greenGate);
    expect(gateAfter(first, rings(ward, past(11), second), canReceive(past(12)))).toEqual(
      gateOf('stale date-changed', 'acknowledged', 'read-back'),
    );
  });
});

describe('news', () => {
  test('is of the owner’s own calls out and statements, on that code', () => {
    const told = [...plainStory, opens(ward, past(5), { ...toAnge, ...sooner }, { newCode: '1' })];
    const others = [
      hears(ange, past(6), { ...toWard, ...sooner }),
      statesFacts(ange, past(7), { dischargedAt: four }),
    ];
    expect(newsAfter(...told, ...others)).toEqual([]);
    expect(newsOn(caseB, ...told, ...others)).toEqual(['date-changed 5']);
  });

  test('the first discharge is that, whether told or stated, and whatever it is said to be', () => {
    const asSame = { ...toCentre, ...actual(), isSameAsBefore: true as const };
    expect(newsAfter(...plainStory, rings(ward, past(5), asSame))).toEqual(['first-discharge 5']);
    expect(newsAfter(...plainStory, statesFacts(ward, past(5), { dischargedAt: three }))).toEqual([
      'first-discharge 5',
    ]);
  });

  test('a date with any call counts: nobody has to tick that it was said', () => {
    const noted = rings(ward, past(5), {
      ...toCentre,
      items: ['planningBasis'],
      facts: { dischargedAt: three },
    });
    expect(newsAfter(...plainStory, noted)).toEqual(['first-discharge 5']);
  });

  test('each date that differs from the one before is news; the same time is not', () => {
    const dates = [three, three, four, four, three].map((date, index) =>
      rings(ward, past(5 + index), { ...toCentre, ...actual(date) }),
    );
    expect(newsAfter(...plainStory, ...dates)).toEqual([
      'first-discharge 5',
      'discharge-changed 7',
      'discharge-changed 9',
    ]);
  });

  test('follows the time of the calls, not of the logging', () => {
    const told = [
      rings(ward, past(10), { ...toCentre, ...actual(four), calledAt: past(9) }),
      rings(ward, past(11), { ...toCentre, ...actual(three), calledAt: past(8) }),
    ];
    expect(newsAfter(...plainStory, ...told)).toEqual(['first-discharge 8', 'discharge-changed 9']);
  });

  test('a call that is taken back takes its news along, and that is news', () => {
    const changed = rings(ward, past(5), { ...toCentre, ...sooner });
    expect(newsAfter(...plainStory, changed, withdraws(changed, past(9)))).toEqual(['discharge-changed 9']);
    expect(newsAfter(...plainStory, withdraws(centreTold, past(9)))).toEqual([]);
  });

  test('a correction is news where it changes what is said of the discharge, on both codes when it moves', () => {
    const other = opens(ward, past(4), { ...toAnge, items: ['admission'] }, { newCode: '1' });
    const date = rings(ward, past(5), { ...toCentre, ...actual(three) });
    const told = [...plainStory, other, date];
    expect(newsAfter(...told, corrects(date, past(9), { counterpart: 'Karin' }))).toEqual([
      'first-discharge 5',
    ]);
    expect(newsAfter(...told, corrects(date, past(9), actual(four)))).toEqual([
      'first-discharge 5',
      'discharge-changed 9',
    ]);
    const moved = corrects(date, past(9), { code: caseB });
    expect(newsAfter(...told, moved)).toEqual(['discharge-changed 9']);
    expect(newsOn(caseB, ...told, moved)).toEqual(['first-discharge 5', 'discharge-changed 9']);
    expect(newsAfter(...told, corrects(date, past(9), { items: ['admission'], facts: {} }))).toEqual([
      'discharge-changed 9',
    ]);
  });
});

const concerned = (kind: NewsKind) =>
  handoverItems.filter((item) => concerns({ kind, at: noon, order: 1 }, item));

test('each kind of news concerns what follows from it', () => {
  const ofDischarge = ['actualDischarge', 'dischargeNotice', 'canReceive'];
  expect(concerned('date-changed')).toEqual([
    'expectedDischarge',
    'expectedDischargeChanged',
    ...ofDischarge,
  ]);
  expect(concerned('readiness-withdrawn')).toEqual([
    'readyForDischarge',
    'readyForDischargeWithdrawn',
    ...ofDischarge,
  ]);
  expect(concerned('discharge-changed')).toEqual(ofDischarge);
  expect(concerned('first-discharge')).toEqual(['dischargeNotice']);
});

describe('nobody is spared news', () => {
  test('because the date was noted with a call that came in', () => {
    const heard = { ...toAnge, items: ['currentServices' as const], facts: { dischargedAt: four } };
    expect(gateAfter(...threeConfirmed, hears(ward, past(10), heard)).at(0)).toBe('unconfirmed');
  });

  test('because it is said to be the same, where nothing was told before', () => {
    const first = { ...toCentre, ...sooner, isSameAsBefore: true as const };
    expect(gateAfter(rings(ward, past(10), first)).at(0)).toBe('unconfirmed');
  });

  test('because the date was told earlier: another, of which nobody noted the time, took its place', () => {
    const both = ['actualDischarge' as const, 'dischargeNotice' as const];
    const told = [
      rings(ward, past(3), { ...toAnge, ...actual(three) }),
      rings(ward, past(4), { ...toAnge, items: both }),
      canReceive(past(5)),
      rings(ward, past(6), { ...toCentre, items: both, facts: { dischargedAt: three } }),
    ];
    expect(gateAfter(...told).at(0)).toBe('unconfirmed');
  });

  test('because the date that is taken back or corrected was noted with a call that came in', () => {
    const heard = hears(ward, past(10), {
      ...toAnge,
      items: ['currentServices'],
      facts: { dischargedAt: four },
    });
    const told = [...threeConfirmed, heard, rings(ward, past(11), toAnge), rings(ward, past(12), toCentre)];
    expect(gateAfter(...told, canReceive(past(13)))).toEqual(greenGate);
    const five = corrects(heard, past(20), { facts: { dischargedAt: past(300) } });
    expect(gateAfter(...told, canReceive(past(13)), five).at(0)).toBe('unconfirmed');
    expect(gateAfter(...told, canReceive(past(13)), withdraws(heard, past(20))).at(0)).toBe('unconfirmed');
  });
});

test('a call that says nothing of the discharge is no news when it is moved to its right patient', () => {
  const other = opens(ward, past(4), { ...toAnge, items: ['admission'] }, { newCode: '1' });
  const services = hears(ward, past(5), { ...toAnge, items: ['currentServices'] });
  const planned = rings(ward, past(6), { ...toAnge, items: ['planningBasis'] });
  const moved = [corrects(services, past(8), { code: caseB }), corrects(planned, past(9), { code: caseB })];
  expect(gateAfter(other, services, planned, ...moved)).toEqual(greenGate);
  expect(newsOn(caseB, ...plainStory, other, services, planned, ...moved)).toEqual([]);
});
