import { describe, expect, test } from 'vitest';
import { dischargeGate } from '../../src/domain/discharge-gate.ts';
import { minute } from '../support/build-outage.ts';
import {
  angeCan,
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
  acknowledges,
  ange,
  angeAndCentre,
  canReceive,
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
  withdraws,
} from '../support/log-commands.ts';
import type { Wish } from '../support/log-commands.ts';

describe('a plain story', () => {
  test('ends with all confirmed, and with nothing before the last of it', () => {
    expect(gateIn(story(angeTold))).toEqual(gateOf('read-back', 'not-given', 'not-given'));
    expect(gateIn(story(angeTold, centreTold))).toEqual(gateOf('read-back', 'not-given', 'read-back'));
    expect(gateIn(story(...plainStory))).toEqual(greenGate);
  });

  test('may be told in any order', () => {
    const can = { ...toAnge, direction: 'received', items: ['canReceive'] } as const;
    const canFirst = opens(ward, past(0), { ...can, items: ['canReceive'] }, { receivers: angeAndCentre });
    const told = [canFirst, rings(ward, past(1), toCentre), rings(ward, past(2), toAnge)];
    expect(gateIn(story(...told))).toEqual(greenGate);
  });

  test('ends the same where the receivers’ own units confirm', () => {
    const told = [
      opens(ward, past(0), { ...toAnge, outcome: 'given' }, { receivers: angeAndCentre }),
      rings(ward, past(1), { ...toCentre, outcome: 'given' }),
      angeCan,
    ];
    expect(gateIn(story(...told))).toEqual(gateOf('given', 'acknowledged', 'given'));
    expect(gateIn(story(...told, acknowledges(ange, past(5)), acknowledges(centre, past(6))))).toEqual(
      gateOf('acknowledged', 'acknowledged', 'acknowledged'),
    );
  });
});

describe('who is to receive', () => {
  test('must be stated first', () => {
    const unstated = [opens(ward, past(0), toAnge), centreTold, angeCan];
    expect(gateIn(story(...unstated))).toEqual(['receivers-unknown']);
    const stated = statesReceivers(past(3), angeAndCentre, { reason: '' });
    expect(gateIn(story(...unstated, stated))).toEqual(greenGate);
  });

  test('is unknown where the list is empty', () => {
    const ofCase = { ...caseIn(story(...plainStory)), receivers: { parties: [] } };
    expect(dischargeGate(logIn(story(...plainStory)), ofCase)).toEqual({ kind: 'receivers-unknown' });
  });

  test('counts as it was stated last: one more is one more to confirm', () => {
    const parties = [...angeAndCentre.parties, 'psychiatric-outpatient' as const];
    const withClinic = statesReceivers(past(5), { ...angeAndCentre, parties });
    expect(gateAfter(withClinic)).toEqual([
      ...greenGate.with(0, 'unconfirmed'),
      'psychiatric-outpatient dischargeNotice not-given',
    ]);
    expect(gateAfter(withClinic, rings(ward, past(6), toClinic)).at(0)).toBe('all-confirmed');
  });

  test('may be another municipality: what Ånge confirmed and can says nothing of Timrå', () => {
    const moved = statesReceivers(past(5), { ...angeAndCentre, municipality: 'timra' });
    expect(gateAfter(moved)).toEqual([
      'unconfirmed',
      'timra dischargeNotice not-given',
      'timra canReceive not-given',
      'primary-care dischargeNotice read-back',
    ]);
    const told = [rings(ward, past(6), toTimra), hears(ward, past(7), { ...toTimra, items: ['canReceive'] })];
    expect(gateAfter(moved, ...told).at(0)).toBe('all-confirmed');
  });

  test('needs no word that it can receive where it is no municipality', () => {
    const alone = { parties: ['primary-care' as const] };
    expect(gateIn(story(opens(ward, past(0), toCentre, { receivers: alone })))).toEqual([
      'all-confirmed',
      'primary-care dischargeNotice read-back',
    ]);
  });
});

describe('it is red again', () => {
  test('after a later call that nobody answered, or that was not repeated', () => {
    const unanswered = rings(ward, past(10), { ...toAnge, outcome: 'no-answer', counterpart: '' });
    expect(gateAfter(unanswered)).toEqual(gateOf('not-given', 'acknowledged', 'read-back'));
    expect(gateAfter(rings(ward, past(10), { ...toAnge, outcome: 'given' }))).toEqual(
      gateOf('given', 'acknowledged', 'read-back'),
    );
  });

  test('where that call is logged late, after another that was confirmed', () => {
    const later = rings(ward, past(20), { ...toAnge, outcome: 'given', calledAt: past(1) });
    expect(gateAfter(later)).toEqual(gateOf('given', 'acknowledged', 'read-back'));
    const earlier = rings(ward, past(20), { ...toAnge, outcome: 'given', calledAt: past(-1) });
    expect(gateAfter(earlier)).toEqual(greenGate);
  });

  test('when a call is taken back, or moved to another patient', () => {
    expect(gateAfter(withdraws(centreTold, past(10)))).toEqual(
      gateOf('read-back', 'acknowledged', 'not-given'),
    );
    const other = opens(ward, past(8), { ...toAnge, items: ['admission'] }, { newCode: '1' });
    const moved = corrects(centreTold, past(10), { code: caseB });
    expect(gateAfter(other, moved).at(0)).toBe('unconfirmed');
    expect(gateAfter(other, moved).at(3)).toBe('primary-care dischargeNotice not-given');
  });

  test('when the word that one can receive is taken back', () => {
    expect(gateAfter(withdraws(angeCan, past(10)))).toEqual(gateOf('read-back', 'not-given', 'read-back'));
  });
});

const sooner = { items: ['expectedDischargeChanged' as const] };
const sayThree = { items: ['actualDischarge' as const], facts: { dischargedAt: three } };
const otherThings = ['admission', 'planningBasis', 'readyForDischarge', 'expectedDischarge'] as const;

describe('it stays green', () => {
  test.each<[string, readonly Wish[]]>([
    ['after other things that are said', [rings(ward, past(10), { ...toAnge, items: [...otherThings] })]],
    ['after a call to no receiver', [rings(ward, past(10), { ...toClinic, outcome: 'given' })]],
    [
      'when the same actual date is said again',
      [...threeConfirmed, rings(ward, past(10), { ...toCentre, ...sayThree })],
    ],
    [
      'when the same actual date is stated',
      [...threeConfirmed, statesFacts(ward, past(10), { dischargedAt: three })],
    ],
    [
      'when more is known of the stay',
      [statesFacts(ward, past(10), { admittedAt: past(-300), wentHome: true, formUsed: true })],
    ],
    ['whatever the health centre logs', [hears(centre, past(10), { ...toWard, ...sooner })]],
    [
      'whatever Ånge logs',
      [hears(ange, past(10), { ...toWard, ...sayThree, facts: { dischargedAt: past(500) } })],
    ],
  ])('%s', (_title, wishes) => {
    expect(gateAfter(...wishes).at(0)).toBe('all-confirmed');
  });
});

describe('what is told late is news though it is of before the confirmations', () => {
  test('a change', () => {
    const late = rings(ward, past(10), { ...toCentre, ...sooner, calledAt: past(-1) });
    expect(gateAfter(late)).toEqual(gateOf('stale date-changed', 'stale date-changed', 'stale date-changed'));
    expect(gateAfter(late, rings(ward, past(11), toAnge), rings(ward, past(12), toCentre))).toEqual(
      gateOf('read-back', 'stale date-changed', 'read-back'),
    );
  });

  test('the first actual date: that one can receive still holds', () => {
    const late = rings(ward, past(10), { ...toCentre, ...sayThree, calledAt: past(-1) });
    expect(gateAfter(late)).toEqual(gateOf('stale first-discharge', 'acknowledged', 'stale first-discharge'));
  });

  test('and a confirmation that is told late holds no better than one that was told at once', () => {
    const changed = rings(ward, past(10), { ...toCentre, ...sooner });
    const late = rings(ward, past(20), { ...toAnge, calledAt: past(9) });
    expect(gateAfter(changed, late).at(1)).toBe('ange dischargeNotice stale date-changed');
  });
});

describe('in the same minute', () => {
  test('what was logged later is later', () => {
    expect(gateAfter(rings(ward, past(2), { ...toCentre, ...sooner }))).toEqual(
      gateOf('stale date-changed', 'stale date-changed', 'stale date-changed'),
    );
    const inOneMinute = [
      opens(ward, past(0), { ...toAnge, ...sooner }, { receivers: angeAndCentre }),
      rings(ward, past(0), toAnge),
      rings(ward, past(0), toCentre),
      canReceive(past(0)),
    ];
    expect(gateIn(story(...inOneMinute))).toEqual(greenGate);
  });

  test('seconds are not seen: a date that is stated in the minute of a call came after it', () => {
    const stated = statesFacts(ward, past(1) + minute / 2, { dischargedAt: three });
    const told = [angeTold, centreTold, stated];
    expect(gateIn(story(...told)).at(3)).toBe('primary-care dischargeNotice stale first-discharge');
  });
});

test('a call is of a minute: where somebody logs its seconds, what is stated in that minute came after it', () => {
  const seconds = rings(ward, past(1) + minute / 2, { ...toCentre, calledAt: past(1) + minute / 2 });
  const stated = statesFacts(ward, past(1) + (3 * minute) / 4, { dischargedAt: three });
  expect(gateIn(story(angeTold, seconds, stated)).at(3)).toBe(
    'primary-care dischargeNotice stale first-discharge',
  );
});

describe('nobody else’s word', () => {
  test('opens it: not another municipality’s, not that of another kind of unit', () => {
    const told = [
      opens(ward, past(0), { ...toAnge, outcome: 'given' }, { receivers: angeAndCentre }),
      rings(ward, past(1), { ...toTimra, outcome: 'given' }),
      rings(ward, past(1), { ...toClinic, outcome: 'given' }),
      rings(ward, past(1), { ...toCentre, outcome: 'given' }),
      angeCan,
    ];
    expect(gateIn(story(...told, acknowledges(timra, past(5)), acknowledges(clinic, past(5))))).toEqual(
      gateOf('given', 'acknowledged', 'given'),
    );
  });

  test('is that one can receive: the municipality’s own log is not the ward’s', () => {
    const own = rings(ange, past(5), { ...toWard, items: ['canReceive'] });
    expect(gateIn(story(angeTold, centreTold, own))).toEqual(gateOf('read-back', 'not-given', 'read-back'));
  });
});
