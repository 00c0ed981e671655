import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { World } from '../../src/domain/decision.ts';
import { isOpen, logTarget } from '../../src/domain/log-target.ts';
import { newOutage } from '../../src/domain/evolve-outage.ts';
import type { Outage } from '../../src/domain/outage.ts';
import type { OutageCommand } from '../../src/domain/outage-command.ts';
import { afterCommand, anOutage, aWorld, day, hour, minute, noon } from '../support/build-outage.ts';
import { because, declare, drill, end, plan, report } from '../support/outage-commands.ts';

/** The world after commands, each at its time in minutes past noon. */
const after = (...steps: readonly (readonly [minutes: number, command: OutageCommand])[]): World =>
  steps.reduce(
    (world, [minutes, command]) => afterCommand(world, command, noon + minutes * minute),
    aWorld(),
  );
/** Where a call goes, in short: `o1`, `new`, `none`, `ambiguous`; times in minutes past noon. */
const target = (world: World, calledAt: number, asked: { now?: number; named?: string } = {}): string => {
  const { named, now = 600 } = asked;
  const found = logTarget(
    world,
    { calledAt: noon + calledAt * minute, ...(named !== undefined && { named }) },
    noon + now * minute,
  );
  return found.kind === 'one' ? found.outage.id : found.kind;
};

const one = declare({ startedAt: noon });
const two = declare({ startedAt: noon + 180 * minute, newOutage: 'o2' });
/** o1 from noon till one, o2 from three till four. */
const both = after(
  [0, one],
  [60, end({ endedAt: noon + hour })],
  [180, two],
  [240, end({ outage: 'o2', endedAt: noon + 4 * hour })],
);

describe('the outage is chosen from the time of the call', () => {
  test.each([
    [-1, 'none'],
    [0, 'o1'],
    [59, 'o1'],
    [60, 'none'],
    [179, 'none'],
    [180, 'o2'],
    [239, 'o2'],
    [240, 'new'],
    [600, 'new'],
  ])('of two that are over, a call at %i goes to %s', (calledAt, expected) => {
    expect(target(both, calledAt)).toBe(expected);
  });

  test('while one goes on, a call of now is its, and one of an earlier outage that one’s', () => {
    const running = after([0, one], [60, end({ endedAt: noon + hour })], [180, two]);
    expect([30, 100, 180, 600].map((calledAt) => target(running, calledAt))).toEqual([
      'o1',
      'o2',
      'o2',
      'o2',
    ]);
  });

  test('a call of before it was reported is its too: it may have begun earlier', () => {
    expect(target(after([0, report()]), -30)).toBe('o1');
  });

  test('a late call is logged until the outage is closed', () => {
    const over = after([0, one], [60, end({ endedAt: noon + hour })]);
    expect(target(over, 30, { now: 5 * 24 * 60 })).toBe('o1');
    const closed = afterCommand(over, because('close', ''), noon + 2 * hour);
    expect(target(closed, 30)).toBe('new');
    expect(target(closed, 30, { now: 30 + 24 * 60 })).toBe('new');
    expect(target(closed, 30, { now: 31 + 24 * 60 })).toBe('none');
  });

  test('none was known: a call of the last 24 hours opens one, an older one none', () => {
    expect(target(aWorld(), 0, { now: 0 })).toBe('new');
    expect(target(aWorld(), 0, { now: 24 * 60 })).toBe('new');
    expect(target(aWorld(), 0, { now: 24 * 60 + 1 })).toBe('none');
  });

  test('a plan is none until it begins, nor is an opened stream where nothing has happened', () => {
    const planned = after([0, plan({ startedAt: noon + day })]);
    expect(target(planned, 0)).toBe('new');
    const opened = aWorld({ outages: new Map([['o1', newOutage('o1')]]) });
    expect(target(opened, 0)).toBe('new');
    expect(isOpen(newOutage('o1'))).toBe(false);
    expect(isOpen(anOutage('o1', []))).toBe(false);
  });
});

describe('a drill', () => {
  test('gets the calls while it alone runs, and those that say so', () => {
    const drilling = after([0, drill()]);
    expect(target(drilling, 5)).toBe('drill');
    expect(target(drilling, 5, { named: 'drill' })).toBe('drill');
  });

  test('and a reported outage: nobody guesses', () => {
    const mixed = after([0, drill()], [1, report()]);
    expect(target(mixed, 5)).toBe('ambiguous');
    expect(target(mixed, 5, { named: 'drill' })).toBe('drill');
    expect(target(mixed, 5, { named: 'o1' })).toBe('o1');
    expect(target(mixed, 5, { named: 'nonsense' })).toBe('ambiguous');
  });

  test('gets nothing when a real outage is declared, unless it is named', () => {
    const broken = after([0, drill()], [10, declare({ startedAt: noon + 10 * minute })]);
    expect(target(broken, 15)).toBe('o1');
    expect(target(broken, 5, { named: 'drill' })).toBe('drill');
    expect(target(broken, 15, { named: 'drill' })).toBe('drill');
  });

  test('a real one that is named gets nothing of a drill', () => {
    const mixed = after([0, report()], [5, drill()]);
    expect(target(mixed, 30, { named: 'o1' })).toBe('o1');
  });
});

describe('nobody guesses', () => {
  const drillLater = after(
    [0, one],
    [60, end({ endedAt: noon + hour })],
    [300, declare({ outageKind: 'drill', newOutage: 'drill', startedAt: noon + 5 * hour })],
  );

  test('a late call of a real outage does not go to the drill that runs when it is logged', () => {
    expect(target(drillLater, 30)).toBe('o1');
  });

  test('a late call of a drill that is over raises no real alarm', () => {
    const over = after([0, drill()], [60, end({ outage: 'drill', endedAt: noon + hour })]);
    expect(target(over, 30)).toBe('drill');
    expect(target(over, 60)).toBe('new');
  });

  test('a call that names an outage which is closed goes to no other', () => {
    const closed = after(
      [0, drill()],
      [60, end({ outage: 'drill', endedAt: noon + hour })],
      [61, because('close', '', 'drill')],
    );
    expect(target(closed, 30, { named: 'drill' })).toBe('none');
    const another = afterCommand(closed, report({ newOutage: 'o1' }), noon + 70 * minute);
    expect(target(another, 30, { named: 'drill' })).toBe('none');
  });

  test('a call of before the last outage began is not the one’s that runs now', () => {
    const running = after([0, one], [60, end({ endedAt: noon + hour })], [180, report({ newOutage: 'o2' })]);
    expect(target(running, -10)).toBe('none');
  });

  test('a call of days before is not the one’s that runs now', () => {
    expect(target(after([0, report()]), -3 * 24 * 60)).toBe('none');
    expect(target(after([0, report()]), -24 * 60)).toBe('o1');
    expect(target(after([0, report()]), -24 * 60 - 1)).toBe('none');
  });

  test('a late call of when a drill was broken off may be of either', () => {
    const broken = after([0, drill()], [10, declare({ startedAt: noon + 5 * minute })]);
    expect([-1, 4, 7, 12].map((calledAt) => target(broken, calledAt))).toEqual([
      'o1',
      'ambiguous',
      'o1',
      'o1',
    ]);
    const over = afterCommand(broken, end({ endedAt: noon + hour }), noon + hour);
    expect([4, 7, 12].map((calledAt) => target(over, calledAt))).toEqual(['drill', 'ambiguous', 'o1']);
  });

  test('a call of just before the drill that runs opens no real outage: the form said ÖVNING', () => {
    expect(target(after([0, drill()]), -2, { now: 5 })).toBe('drill');
  });
});

/** Outages and drills that lie anyhow. */
const anyOutages = fc
  .array(
    fc.record({
      isDrill: fc.boolean(),
      from: fc.integer({ min: -40, max: 40 }),
      length: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
      isClosed: fc.boolean(),
    }),
    { maxLength: 4 },
  )
  .map((all) => all.map((one, index): Outage => lying(String(index), one)));

type Lying = {
  readonly from: number;
  readonly isClosed: boolean;
  readonly isDrill: boolean;
  readonly length: number | undefined;
};

function lying(id: string, { from, isClosed, isDrill, length }: Lying): Outage {
  const startedAt = noon + from * hour;
  const state = length === undefined ? ('ongoing' as const) : ('ended' as const);
  return {
    ...newOutage(id),
    kind: isDrill ? 'drill' : 'unplanned',
    revision: 1,
    startedAt,
    state: isClosed ? 'closed' : state,
    ...(length !== undefined && { endedAt: startedAt + length * hour }),
  };
}

const isOfTheTime = ({ endedAt = Infinity, startedAt }: Outage, calledAt: number): boolean =>
  calledAt >= startedAt && calledAt < endedAt;

const chosen = (all: readonly Outage[], calledAt: number, named?: string) =>
  logTarget(
    aWorld({ outages: new Map(all.map((one) => [one.id, one])) }),
    { calledAt, ...(named !== undefined && { named }) },
    noon + 50 * hour,
  );

describe('however outages and drills lie, a call goes', () => {
  const calls = fc.integer({ min: -50, max: 50 }).map((hours) => noon + hours * hour);

  test('to none that is closed, and of those that are over to one of its time', () => {
    fc.assert(
      fc.property(anyOutages, calls, (all, calledAt) => {
        const found = chosen(all, calledAt);
        const open = all.filter((one) => one.state !== 'closed');
        const may = open.filter((one) => isOfTheTime(one, calledAt) || one.endedAt === undefined);
        expect(found.kind !== 'one' || may.includes(found.outage)).toBe(true);
        const isOfSome = open.some((one) => isOfTheTime(one, calledAt));
        expect(isOfSome && found.kind === 'new').toBe(false);
      }),
      { numRuns: 1500 },
    );
  });

  test('to a drill where a drill is named, and to none where a real outage is', () => {
    const named = fc.nat(3).map(String);
    fc.assert(
      fc.property(anyOutages, calls, named, (all, calledAt, name) => {
        const meant = all.find(({ id }) => id === name);
        fc.pre(meant !== undefined);
        const found = chosen(all, calledAt, name);
        const isClosed = meant.state === 'closed';
        expect(found.kind === 'none' || !isClosed).toBe(true);
        const isOfKind = found.kind === 'one' && (found.outage.kind === 'drill') === (meant.kind === 'drill');
        expect(isOfKind || isClosed || (meant.kind !== 'drill' && found.kind !== 'one')).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});
