import { describe, expect, test } from 'vitest';
import { evolveLog } from '../../src/domain/evolve-log.ts';
import { isLogEvent } from '../../src/domain/handover-event.ts';
import { evolveOutage, newOutage } from '../../src/domain/evolve-outage.ts';
import type { HandoverEvent } from '../../src/domain/handover-event.ts';
import {
  emptyLog,
  entriesOn,
  firstCalledAt,
  isLogged,
  logOf,
  markKey,
  standing,
  statementsOn,
} from '../../src/domain/handover-log.ts';
import type { HandoverLog } from '../../src/domain/handover-log.ts';
import { outageEventSchema } from '../../src/domain/outage-event.ts';
import {
  aCall,
  aCode,
  actAt,
  angeKind,
  entryIn,
  logAfter,
  opened,
  recorded,
  wardKind,
} from '../support/build-log.ts';
import { aNotice, anAct, noon } from '../support/build-outage.ts';
import { past, toAnge, toCentre, toTimra } from '../support/log-commands.ts';

const otherCode = 'C2M-4X';
const first = recorded('first');
const corrected = (entry: string, call: Parameters<typeof aCall>[0], unit = 'ward'): HandoverEvent => ({
  kind: 'handoverCorrected',
  act: actAt(past(50), 'Karin'),
  unit,
  entry,
  call: aCall(call),
  reason: 'Fel',
});
const withdrawn = (entry: string, unit = 'ward'): HandoverEvent => ({
  kind: 'handoverWithdrawn',
  act: actAt(past(60), 'Karin'),
  unit,
  entry,
  reason: 'Fel patient',
});
const stated: HandoverEvent = {
  kind: 'factsStated',
  act: actAt(past(5)),
  unit: 'ward',
  as: wardKind,
  code: aCode,
  facts: { wentHome: true },
};
const marked = (mark: 'done' | 'dismissed' | 'open', code?: string): HandoverEvent => ({
  kind: 'tasksMarked',
  act: actAt(past(70)),
  unit: 'ward',
  ...(code !== undefined && { code }),
  tasks: [{ task: 'sendForm', level: 'mustIfFormUsed' }],
  mark,
  note: '',
});
const read: HandoverEvent = {
  kind: 'logRead',
  at: past(6),
  by: { id: 'eva', name: 'Eva' },
  unit: 'ward',
  code: aCode,
};
const restated: HandoverEvent = {
  kind: 'receiversStated',
  act: actAt(past(7)),
  unit: 'ward',
  code: aCode,
  receivers: { parties: ['primary-care'] },
  reason: 'Flyttar',
};
/** As the record holds them. */
const stored = (events: readonly object[]) =>
  events.map((event) => outageEventSchema.parse(event)).filter(isLogEvent);
const every: readonly HandoverEvent[] = [
  opened(),
  first,
  recorded('ack', { direction: 'received', party: 'inpatient-ward' }, { unit: 'ange', as: angeKind }),
  read,
  restated,
  stated,
  corrected('first', { counterpart: 'Eva' }),
  recorded('second', { ...toCentre, outcome: 'no-answer' }),
  withdrawn('ack', 'ange'),
  marked('done', aCode),
  marked('dismissed'),
  marked('open', aCode),
];

const isIn = (...events: readonly HandoverEvent[]) => isLogged(logAfter(...events), 'ward', aCode);

describe('the log', () => {
  test('is a fold: one by one it comes to the same as at once, and nothing that was given is changed', () => {
    const steps: HandoverLog[] = [emptyLog];
    for (const event of every) steps.push(evolveLog(steps.at(-1) ?? emptyLog, [event]));
    expect(steps.at(-1)).toEqual(logAfter(...every));
    expect(emptyLog.lastOrder).toBe(0);
    expect([emptyLog.units, emptyLog.cases, emptyLog.unanswered].map(({ size }) => size)).toEqual([0, 0, 0]);
    for (const [index, step] of steps.entries()) expect(step).toEqual(logAfter(...every.slice(0, index)));
  });

  test('counts what is logged in the order of the stream, whatever unit’s; that somebody read is no part of it', () => {
    const log = logAfter(...every);
    expect(log.lastOrder).toBe(every.length - 1);
    expect(entryIn(log, 'first').versions.map(({ order }) => order)).toEqual([2, 6]);
    expect(entryIn(log, 'ack', 'ange').withdrawn?.order).toBe(8);
    expect(statementsOn(log, 'ward', aCode).map(({ order }) => order)).toEqual([5]);
  });

  test('is of every kind of event that the record can hold', () => {
    expect(new Set(every.map(({ kind }) => kind)).size).toBe(8);
    for (const event of every) {
      expect(isLogEvent(event)).toBe(true);
      expect(outageEventSchema.parse(event)).toEqual(event);
    }
    expect(isLogEvent(aNotice())).toBe(false);
    expect(isLogEvent({ kind: 'outageReported' })).toBe(false);
  });

  test('knows each unit’s own, and nothing of one that has logged nothing', () => {
    const log = logAfter(...every);
    expect([...log.units.keys()]).toEqual(['ward', 'ange']);
    const { entries, forms, marks, statements } = logOf(log, 'timra');
    expect([entries.size, forms.size, marks.size, statements.size]).toEqual([0, 0, 0, 0]);
    expect(standing(logOf(log, 'ward')).map(({ id }) => id)).toEqual(['first', 'second']);
    expect(standing(logOf(log, 'ange'))).toEqual([]);
    expect(entriesOn(log, 'ward', otherCode)).toEqual([]);
  });

  test('keeps what was told of each stay by itself, in the order that it was told', () => {
    const again = { ...stated, facts: { wentHome: false } };
    const other = { ...stated, code: otherCode, facts: { formUsed: true } };
    const log = logAfter(opened(), stated, other, again);
    expect([...logOf(log, 'ward').statements.keys()]).toEqual([aCode, otherCode]);
    expect(statementsOn(log, 'ward', aCode).map(({ facts, order }) => [facts, order])).toEqual([
      [{ wentHome: true }, 2],
      [{ wentHome: false }, 4],
    ]);
    expect(statementsOn(log, 'ward', otherCode).map(({ facts }) => facts)).toEqual([{ formUsed: true }]);
    expect(statementsOn(log, 'ange', aCode)).toEqual([]);
  });

  test('has of a code what stands on it: calls, or what was told of the stay', () => {
    expect([isIn(), isIn(opened()), isIn(opened(), first), isIn(stated)]).toEqual([false, false, true, true]);
    expect(isIn(opened(), first, withdrawn('first'))).toBe(false);
    expect(isIn(opened(), first, stated, withdrawn('first'))).toBe(true);
    expect(isLogged(logAfter(opened(), first, stated), 'ange', aCode)).toBe(false);
    expect(isLogged(logAfter(opened(), first, stated), 'ward', otherCode)).toBe(false);
  });

  test.each([
    ['checked', undefined],
    ['not checked', true],
  ])('keeps of whatever was done that the membership was %s', (_title, isUnverified) => {
    const done = [first, restated, stated, marked('done', aCode), withdrawn('first')];
    const marks = isUnverified === true ? { isUnverified } : {};
    const log = logAfter(opened(), ...stored(done.map((event) => ({ ...event, ...marks }))));
    const kept = [
      log.cases.get(aCode)?.statements.at(-1),
      statementsOn(log, 'ward', aCode).at(0),
      logOf(log, 'ward').marks.get(markKey('sendForm', aCode)),
      entryIn(log, 'first').withdrawn,
    ];
    expect(kept).toHaveLength(4);
    for (const one of kept) {
      expect(one).toMatchObject({ act: {} });
      expect(one?.isUnverified).toBe(isUnverified);
      expect(Object.hasOwn(one ?? {}, 'isUnverified')).toBe(isUnverified === true);
    }
  });

  test('keeps what a unit was when it logged', () => {
    expect(entryIn(logAfter(...every), 'ack', 'ange').as).toEqual(angeKind);
    expect(logAfter(...every).cases.get(aCode)?.as).toEqual(wardKind);
  });

  test('keeps who is to receive as it was stated each time; the last holds', () => {
    const found = logAfter(...every).cases.get(aCode);
    expect(found?.receivers).toEqual({ parties: ['primary-care'] });
    expect(found?.statements.map(({ reason }) => reason)).toEqual(['', 'Flyttar']);
    expect(logAfter({ ...restated, code: otherCode }).cases.size).toBe(0);
  });

  test('forgets no mark but the one that is opened', () => {
    expect([...logOf(logAfter(...every), 'ward').marks.keys()]).toEqual([':sendForm']);
    expect(logOf(logAfter(marked('done', aCode)), 'ward').marks.size).toBe(1);
  });

  test('lets nothing be done to a call that there is not, or that another unit logged', () => {
    const log = logAfter(opened(), first);
    for (const event of [
      corrected('none', {}),
      withdrawn('none'),
      corrected('first', {}, 'ange'),
      withdrawn('first', 'ange'),
    ]) {
      expect(entryIn(evolveLog(log, [event]), 'first')).toEqual(entryIn(log, 'first'));
      expect(logOf(evolveLog(log, [event]), 'ange').entries.size).toBe(0);
    }
  });

  test('begins with the earliest call that stands', () => {
    const early = recorded('early', { calledAt: past(-20) });
    expect(firstCalledAt(emptyLog)).toBe(undefined);
    expect(firstCalledAt(logAfter(opened(), first, early))).toBe(past(-20));
    expect(firstCalledAt(logAfter(opened(), first, early, withdrawn('early')))).toBe(noon);
    const moved = corrected('early', { calledAt: past(-30) });
    expect(firstCalledAt(logAfter(opened(), first, early, moved))).toBe(past(-30));
  });
});

const unanswered = (id: string, minutes: number, to: Parameters<typeof aCall>[0] = toAnge) =>
  recorded(id, { ...to, outcome: 'no-answer', calledAt: past(minutes) });
const waiting = (...events: readonly HandoverEvent[]) => [...logAfter(opened(), ...events).unanswered.keys()];

describe('a call that nobody answered waits', () => {
  test('until the unit rings that side again for that patient, or is rung by it', () => {
    expect(waiting(unanswered('a', 0))).toEqual(['a']);
    expect(waiting(unanswered('a', 0), recorded('b', { calledAt: past(5) }))).toEqual([]);
    expect(waiting(unanswered('a', 0), unanswered('b', 5))).toEqual(['b']);
    const rungBack = recorded('b', { direction: 'received', items: ['canReceive'], calledAt: past(5) });
    expect(waiting(unanswered('a', 0), rungBack)).toEqual([]);
  });

  test('whatever is told another side, of another patient, or by another unit', () => {
    const others = [
      recorded('b', { ...toCentre, calledAt: past(5) }),
      recorded('c', { ...toTimra, calledAt: past(5) }),
      recorded('d', { code: otherCode, calledAt: past(5) }),
      recorded('e', { calledAt: past(5) }, { unit: 'ward2' }),
    ];
    expect(waiting(unanswered('a', 0), ...others)).toEqual(['a']);
  });

  test('no longer when it is taken back, or was answered after all', () => {
    expect(waiting(unanswered('a', 0), withdrawn('a'))).toEqual([]);
    expect(waiting(unanswered('a', 0), corrected('a', {}))).toEqual([]);
    expect(waiting(unanswered('a', 0), corrected('a', { outcome: 'no-answer', counterpart: 'x' }))).toEqual([
      'a',
    ]);
  });
});

const batches = (events: Parameters<typeof evolveOutage>[1], size: number) => {
  let outage = newOutage('o1');
  for (let from = 0; from < events.length; from += size) {
    outage = evolveOutage(outage, events.slice(from, from + size));
  }
  return outage;
};

describe('an outage', () => {
  const stream = [
    ...every.slice(0, 2),
    aNotice(),
    ...every.slice(2),
    { kind: 'outageReported', act: anAct(), message: '' } as const,
  ];

  test('is begun by its first call, once, however its record is read', () => {
    const whole = evolveOutage(newOutage('o1'), stream);
    expect(whole).toMatchObject({ state: 'reported', startedAt: noon, revision: 1, lastDeed: 'reported' });
    for (const size of [1, 2, 3, 5]) expect(batches(stream, size)).toEqual(whole);
  });

  test('that was reported began with the report, though a call was made before it', () => {
    const report = { kind: 'outageReported', act: anAct({ at: past(10) }), message: '' } as const;
    const outage = evolveOutage(newOutage('o1'), [report, opened(), first]);
    expect(outage).toMatchObject({ startedAt: past(10), revision: 1 });
  });
});

describe('that somebody has rung again', () => {
  test('is not so where an earlier call is logged late', () => {
    expect(waiting(unanswered('a', 10), recorded('b', { calledAt: past(0) }))).toEqual(['a']);
  });

  test('is so where a later call was logged before', () => {
    expect(waiting(recorded('b', { calledAt: past(10) }), unanswered('a', 0))).toEqual([]);
  });

  test('is not so where that call is taken back, or was another patient’s', () => {
    const again = recorded('b', { calledAt: past(5) });
    expect(waiting(unanswered('a', 0), again, withdrawn('b'))).toEqual(['a']);
    expect(waiting(unanswered('a', 0), again, corrected('b', { code: otherCode }))).toEqual(['a']);
  });

  test('is asked of a call that is corrected to have had no answer', () => {
    expect(waiting(first, corrected('first', { outcome: 'no-answer', counterpart: '' }))).toEqual(['first']);
  });
});
