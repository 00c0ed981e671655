import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unitLogAnswer } from '../../src/cards/unit-log-answer.ts';
import { evolveOutage } from '../../src/domain/evolve-outage.ts';
import { emptyLog, firstCalledAt } from '../../src/domain/handover-log.ts';
import { kept, keptBy } from '../../src/domain/kept.ts';
import { outageActivity } from '../../src/domain/outage-activity.ts';
import { outageStatistics } from '../../src/domain/outage-statistics.ts';
import type { Outage } from '../../src/domain/outage.ts';
import { owedTasks } from '../../src/domain/owed-tasks.ts';
import { outstandingByUnit } from '../../src/domain/owing-units.ts';
import { unitReceipts } from '../../src/domain/unit-receipts.ts';
import { unitSummary } from '../../src/domain/unit-summary.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';
import { hour } from '../support/build-outage.ts';
import { logUnits, ongoingWorld, outageOf } from '../support/log-commands.ts';
import { endingCourses, inWords, through } from '../support/log-courses.ts';
import type { Course } from '../support/log-courses.ts';

const { routine } = await builtInKnowledge();

/** All that is derived from a log and kept. */
function derived(outage: Outage, { now, world: { directory } }: Course): object {
  return {
    statistics: outageStatistics(outage, directory),
    activity: outageActivity(outage, directory, now + hour),
    outstanding: outstandingByUnit(outage, directory),
    first: firstCalledAt(outage.log),
    units: logUnits.map((unit) => [
      owedTasks(outage.log, unit, outage),
      unitReceipts(outage.log, unit.id),
      unitSummary(outage, unit),
      unitLogAnswer({ outage, now, page: 1, directory, routine, unit: unitIn(directory, unit) }),
    ]),
  };
}

function unitIn({ units }: Course['world']['directory'], { careSetting, id }: (typeof logUnits)[number]) {
  const unit = units.get(id);
  if (unit === undefined) throw new Error(id);
  return { ...unit, careSetting };
}

/** The same outage, of objects of which nothing is kept. */
function anew({ writes }: Course, { endedAt, state }: Outage): Outage {
  const events = writes.flatMap((write) => (write.stream === 'outage' ? write.events : []));
  const begun = { ...outageOf(ongoingWorld()), log: emptyLog };
  return {
    ...evolveOutage(begun, events),
    state,
    ...(endedAt !== undefined && { endedAt }),
  };
}

describe('what is kept of what was derived', () => {
  test('is what it would be if it were derived anew, after every step', () => {
    let steps = 0;
    fc.assert(
      fc.property(endingCourses, (course) => {
        for (const passed of through(course)) {
          const outage = outageOf(passed.world);
          expect(derived(outage, passed), inWords(passed)).toEqual(derived(anew(passed, outage), passed));
          steps += 1;
        }
      }),
      { numRuns: 80 },
    );
    expect(steps).toBeGreaterThan(500);
  });

  test('is made once for each object and key, and anew for another', () => {
    const keep = keptBy<number>();
    let made = 0;
    const make = (): number => (made += 1);
    const [one, other] = [{}, {}];
    expect([
      keep(one, 'a', make),
      keep(one, 'a', make),
      keep(one, 'b', make),
      keep(other, 'a', make),
    ]).toEqual([1, 1, 2, 3]);
    for (let key = 0; key < 1_000; key += 1) keep(one, `${key}`, make);
    expect(keep(other, 'a', make)).toBe(3);
    const size = kept((all: readonly number[]) => ({ size: all.length }));
    const list = [1, 2];
    expect(size(list)).toBe(size(list));
    expect(size([1, 2])).not.toBe(size(list));
  });
});
