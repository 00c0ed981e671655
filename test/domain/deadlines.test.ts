import { describe, expect, test } from 'vitest';
import { deadlinesOf } from '../../src/domain/deadlines.ts';
import type { Deadline } from '../../src/domain/deadlines.ts';
import type { Call } from '../../src/domain/handover-event.ts';
import { day, hour, minute, noon } from '../support/build-outage.ts';
import {
  ange,
  caseA,
  corrects,
  hears,
  logIn,
  opens,
  past,
  rings,
  saved,
  statesFacts,
  story,
  toAnge,
  toCentre,
  toWard,
  ward,
  withdraws,
} from '../support/log-commands.ts';
import type { Wish } from '../support/log-commands.ts';
import { logAfter, recorded } from '../support/build-log.ts';

const deadlines = (wishes: readonly Wish[], unit = 'ward') =>
  deadlinesOf(logIn(story(...wishes)), unit, caseA);
const of = (kind: Deadline['kind'], ...wishes: readonly Wish[]) =>
  deadlines(wishes).filter((one) => one.kind === kind);
const told = (call: Partial<Call> = {}, now = past(0)) =>
  opens(ward, now, { ...toAnge, items: ['planningBasis'], ...call });
const again = (now: number, call: Partial<Call> = {}) =>
  rings(ward, now, { ...toCentre, items: ['planningBasis'], ...call });
const ready = { items: ['readyForDischarge' as const] };
const notReady = { items: ['readyForDischargeWithdrawn' as const] };
/** Of a call at a time by Swedish clocks, with winter and summer time in it. */
const readyAt = (iso: string) =>
  deadlinesOf(logAfter(recorded('e', { ...ready, calledAt: Date.parse(iso), code: caseA })), 'ward', caseA);

test('nothing runs that was not told', () => {
  expect(deadlines([told({ items: ['admission', 'dischargeNotice'] })])).toEqual([]);
  expect(deadlines([told()], 'ange')).toEqual([]);
});

describe('the admission notice', () => {
  test('is due 24 hours after the admission, by the latest time that was told', () => {
    const one = told({ facts: { admittedAt: past(-60) } });
    expect(of('admission', one)).toEqual([{ kind: 'admission', at: past(-60) + day }]);
    const corrected = statesFacts(ward, past(5), { admittedAt: past(-90) });
    expect(of('admission', one, corrected)).toEqual([{ kind: 'admission', at: past(-90) + day }]);
    expect(of('admission', one, withdraws(one, past(5)))).toEqual([]);
  });

  test('is 24 hours and not a day by the clock when clocks are moved', () => {
    const admittedAt = Date.parse('2026-10-24T12:00+02:00');
    const [found] = of('admission', told({ facts: { admittedAt } }));
    expect(found).toEqual({ kind: 'admission', at: Date.parse('2026-10-25T11:00+01:00') });
  });
});

const dischargedAt = (iso: string) => of('discharge', told({ facts: { dischargedAt: Date.parse(iso) } }));

test('necessary information is due the day of the discharge, by Swedish calendars', () => {
  expect(dischargedAt('2026-11-21T00:00+01:00')).toEqual([{ kind: 'discharge', on: '2026-11-21' }]);
  expect(dischargedAt('2026-11-20T23:59+01:00')).toEqual([{ kind: 'discharge', on: '2026-11-20' }]);
  expect(dischargedAt('2027-07-01T22:30Z')).toEqual([{ kind: 'discharge', on: '2027-07-02' }]);
});

describe('that the patient is ready', () => {
  test('is kept to the minute, with who heard it and whether before noon, each time that it was said', () => {
    const wishes = [
      told({ ...ready, counterpart: 'Lisa' }),
      again(past(30), { ...ready, counterpart: 'Eva' }),
    ];
    expect(of('ready', ...wishes)).toEqual([
      { kind: 'ready', at: past(0), isBeforeNoon: false, receiver: 'Lisa' },
      { kind: 'ready', at: past(30), isBeforeNoon: false, receiver: 'Eva' },
    ]);
  });

  test.each([
    ['2026-11-20T11:59+01:00', true],
    ['2026-11-20T12:00+01:00', false],
    ['2026-11-20T00:00+01:00', true],
    ['2026-11-20T23:59+01:00', false],
    ['2026-06-15T09:59Z', true],
    ['2026-06-15T10:00Z', false],
  ])('at %s: before noon is %s', (iso, isBeforeNoon) => {
    expect(readyAt(iso)[0]).toMatchObject({ kind: 'ready', isBeforeNoon });
  });

  test('is the receiver’s own fact where it heard it: nobody’s name is the receiver’s', () => {
    const heard = hears(ange, past(1), { ...toWard, ...ready, counterpart: 'Anna, avdelningen' });
    expect(deadlines([told(ready), heard], 'ange')[0]).toEqual({
      kind: 'ready',
      at: past(1),
      isBeforeNoon: false,
      receiver: '',
    });
  });

  test('is nothing where nobody answered, and nothing any more when it is taken back', () => {
    const tried = { outcome: 'no-answer', counterpart: '' } as const;
    expect(deadlines([told({ ...ready, ...tried })])).toEqual([]);
    expect(deadlines([told(ready), again(past(5), notReady)])).toEqual([]);
    expect(of('ready', told(ready), again(past(5), { ...notReady, ...tried }))).toHaveLength(1);
    const anew = again(past(9), ready);
    expect(of('ready', told(ready), again(past(5), notReady), anew).map((one) => one.kind)).toEqual([
      'ready',
    ]);
    expect(deadlines([told({ items: [...ready.items, ...notReady.items] })])).toEqual([]);
    const wrong = told(ready);
    expect(deadlines([wrong, withdraws(wrong, past(2))])).toEqual([]);
  });
});

describe('the summons to the SIP', () => {
  test('is due three days after the first word, by Swedish calendars', () => {
    expect(of('sip', told(ready), again(past(13 * 60), ready))).toEqual([{ kind: 'sip', on: '2026-11-23' }]);
    const late = again(past(60), { ...ready, calledAt: past(-13 * 60) });
    expect(of('sip', told(ready), late)).toEqual([{ kind: 'sip', on: '2026-11-22' }]);
  });

  test('is counted anew when it was taken back and said again', () => {
    const wishes = [told(ready), again(past(5), notReady), again(noon + 2 * day, ready)];
    expect(of('sip', ...wishes)).toEqual([{ kind: 'sip', on: '2026-11-25' }]);
  });

  test.each([
    ['2026-10-22T23:30+02:00', '2026-10-25'],
    ['2026-10-23T00:10+02:00', '2026-10-26'],
    ['2026-03-26T23:59+01:00', '2026-03-29'],
    ['2026-03-28T23:59+01:00', '2026-03-31'],
  ])('of what was said at %s, over the night when clocks are moved, is due on %s', (iso, on) => {
    expect(readyAt(iso).at(-1)).toEqual({ kind: 'sip', on });
  });
});

test('a correction moves what runs', () => {
  const one = told({ ...ready, facts: { admittedAt: past(-60) } });
  const earlier = corrects(one, past(9), { calledAt: noon - hour, facts: { admittedAt: noon - 2 * hour } });
  expect(deadlinesOf(logIn(saved(story(one), earlier)), 'ward', caseA)).toEqual([
    { kind: 'admission', at: noon + 22 * hour },
    { kind: 'ready', at: noon - 60 * minute, isBeforeNoon: true, receiver: 'Lisa, biståndshandläggare' },
    { kind: 'sip', on: '2026-11-23' },
  ]);
});
