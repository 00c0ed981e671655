import { describe, expect, test } from 'vitest';
import type { OutageCommand } from '../../src/domain/outage-command.ts';
import {
  aDirectory,
  aUnit,
  afterCommand,
  day,
  hour,
  minute,
  noon,
  someTerms,
} from '../support/build-outage.ts';
import {
  report,
  declare,
  plan,
  update,
  restored,
  resume,
  end,
  because,
  after,
  decide,
  refusalsOf,
  faultsOf,
  eventsFrom,
  noticesFrom,
  at,
} from '../support/outage-commands.ts';

describe('an update', () => {
  test('tells the units that it concerns now and those that were told before', () => {
    const world = after(declare({ terms: someTerms({ scope: ['timra'] }) }));
    expect(noticesFrom(update({ terms: someTerms({ scope: ['region'] }) }), world)).toEqual([
      'update revise units → unit:ward unit:timra unit:lead',
      'coordination amend coordinators → unit:lead',
    ]);
  });

  test('leaves out units that are no longer connected', () => {
    const world = after(declare());
    const units = [aUnit('timra', { state: 'disconnected' }), aUnit('ward')];
    const later = { ...world, directory: aDirectory({ units }) };
    expect(noticesFrom(update(), later)).toEqual(['update revise units → unit:ward']);
  });

  test('may leave a promise that has passed as it was, and may not make one', () => {
    const nextUpdateAt = noon + minute;
    const world = after(declare({ terms: someTerms({ nextUpdateAt, expectedEndAt: nextUpdateAt }) }));
    const same = update({ terms: someTerms({ nextUpdateAt, expectedEndAt: nextUpdateAt }) });
    expect(decide(same, world, noon + hour).kind).toBe('decided');
    const other = someTerms({ nextUpdateAt: nextUpdateAt + 1, expectedEndAt: nextUpdateAt + 1 });
    expect(faultsOf(decide(update({ terms: other }), world, noon + hour))).toEqual([
      'expectedEndAt in-past',
      'nextUpdateAt in-past',
    ]);
  });

  test('may correct the start, not into the future nor past what followed', () => {
    const world = after(declare({ terms: someTerms({ expectedEndAt: noon + hour }) }), restored());
    const corrected = (startedAt: number, expectedEndAt = noon + hour) =>
      faultsOf(decide(update({ startedAt, terms: someTerms({ expectedEndAt }) }), world, noon + minute));
    expect(corrected(noon - hour)).toEqual([]);
    expect(corrected(noon + 1)).toEqual(['restoredAt before-start']);
    expect(corrected(noon + 2 * hour)).toEqual([
      'startedAt in-future',
      'restoredAt before-start',
      'expectedEndAt before-start',
    ]);
  });

  test('from a form that was shown before another change is refused, by whose change', () => {
    const first = update({ revision: 1 });
    const world = after(declare(), first);
    expect(refusalsOf(decide(update({ revision: 1 }), world))).toEqual([
      { kind: 'changed-meanwhile', deed: 'updated', act: first.act },
    ]);
    expect(decide(update({ revision: 2 }), world).kind).toBe('decided');
    expect(decide(update(), world).kind).toBe('decided');
  });

  test('may not move the start into the outage before, where it is moved', () => {
    const world = after(
      declare({ newOutage: 'o0', startedAt: noon - 2 * hour }),
      end({ outage: 'o0' }),
      declare(),
    );
    expect(faultsOf(decide(update({ startedAt: noon - 1 }), world))).toEqual(['startedAt before-last-end']);
    expect(decide(update(), world).kind).toBe('decided');
  });

  test('may not name another year by mistake, and may leave what was said long ago', () => {
    const away = 366 * day + 1;
    const far = update({
      startedAt: noon - away,
      terms: someTerms({ expectedEndAt: noon + away, nextUpdateAt: noon + away }),
    });
    expect(faultsOf(decide(far, after(declare())))).toEqual([
      'startedAt too-far',
      'expectedEndAt too-far',
      'nextUpdateAt too-far',
    ]);
    const terms = someTerms({ expectedEndAt: noon + hour });
    const old = after(declare({ terms }));
    expect(decide(update({ terms }), old, noon + 2 * away).kind).toBe('decided');
  });

  test('from a form that was shown before a plan began is told that it has begun', () => {
    const startedAt = noon + hour;
    const planned = plan({ startedAt, newOutage: 'o1' });
    const begun = at(after(planned), startedAt);
    const refusal = { kind: 'begun-meanwhile', at: startedAt };
    expect(refusalsOf(decide(update({ startedAt, revision: 1 }), begun, startedAt))).toEqual([refusal]);
    expect(refusalsOf(decide(because('cancel'), begun, startedAt))).toEqual([refusal]);
    expect(refusalsOf(decide(because('close'), begun, startedAt))).toEqual([refusal]);
    expect(decide(update({ startedAt, revision: 2 }), begun, startedAt).kind).toBe('decided');
    const first = update({ startedAt });
    const updated = afterCommand(begun, first, startedAt);
    expect(refusalsOf(decide(update({ startedAt, revision: 1 }), updated, startedAt))).toEqual([
      { kind: 'changed-meanwhile', deed: 'updated', act: first.act },
    ]);
    expect(refusalsOf(decide(because('cancel'), updated, startedAt))).toEqual([refusal]);
  });

  test('from a form that was shown before a report holds', () => {
    expect(decide(update({ revision: 1 }), after(declare(), report())).kind).toBe('decided');
  });
});

describe('restored, resumed and ended', () => {
  test('coordinators alone are told that the system answers, and that it fell again', () => {
    expect(noticesFrom(restored(), after(declare()))).toEqual([
      'coordination revise coordinators → unit:lead',
    ]);
    expect(noticesFrom(resume(), after(declare(), restored()))).toEqual([
      'coordination revise coordinators → unit:lead',
    ]);
  });

  test.each([
    ['ongoing', [declare()]],
    ['restored', [declare(), restored()]],
  ])('all clear is said from %s to all who were told', (_state, before) => {
    expect(noticesFrom(end(), after(...before))).toEqual([
      'end conclude units → unit:ward unit:timra unit:lead',
      'coordination amend coordinators → unit:lead',
    ]);
  });

  test.each<[string, OutageCommand, readonly string[]]>([
    ['restored in the future', restored(noon + 1), ['restoredAt in-future']],
    ['restored before the start', restored(noon - 1), ['restoredAt before-start']],
    ['ended in the future', end({ endedAt: noon + 1 }), ['endedAt in-future']],
    ['ended before the start', end({ endedAt: noon - 1 }), ['endedAt before-start']],
    ['ended with too many words', end({ message: 'x'.repeat(1001) }), ['message too-long']],
  ])('%s is refused', (_what, command, faults) => {
    expect(faultsOf(decide(command, after(declare())))).toEqual(faults);
  });

  test('all clear before the system answered is refused', () => {
    const world = after(declare({ startedAt: noon - hour }), restored());
    expect(faultsOf(decide(end({ endedAt: noon - 1 }), world))).toEqual(['endedAt before-restored']);
    expect(faultsOf(decide(end({ endedAt: noon - 2 * hour }), world))).toEqual(['endedAt before-start']);
    expect(decide(end(), world).kind).toBe('decided');
  });

  test('all clear may be earlier than an answer that did not last', () => {
    const world = after(declare({ startedAt: noon - hour }), restored(), resume());
    expect(decide(end({ endedAt: noon - 1 }), world).kind).toBe('decided');
  });

  test.each([
    ['before it was restored', noon - 1, ['restoredAt before-restored']],
    ['in the future', noon + 1, ['restoredAt in-future']],
  ])('falling again %s is refused', (_what, resumedAt, faults) => {
    expect(faultsOf(decide(resume(resumedAt), after(declare(), restored())))).toEqual(faults);
  });
});

describe('what is dismissed, cancelled or closed', () => {
  test.each<['dismiss' | 'cancel', OutageCommand]>([
    ['dismiss', report()],
    ['cancel', plan({ newOutage: 'o1' })],
  ])('%s needs a reason', (kind, before) => {
    expect(faultsOf(decide(because(kind, ' '), after(before)))).toEqual(['reason missing']);
    expect(faultsOf(decide(because(kind, 'x'.repeat(1001)), after(before)))).toEqual(['reason too-long']);
    expect(decide(because(kind), after(before)).kind).toBe('decided');
  });

  test('an ended outage may be closed without a reason', () => {
    expect(eventsFrom(because('close', ''), after(declare(), end()))).toEqual(['o1 outageClosed']);
  });

  test("the coordinators' card says what became of a report", () => {
    expect(noticesFrom(because('dismiss'), after(report()))).toEqual([
      'coordination amend coordinators → unit:lead',
    ]);
  });
});
