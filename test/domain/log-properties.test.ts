import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dischargeGate } from '../../src/domain/discharge-gate.ts';
import { evolveOutage } from '../../src/domain/evolve-outage.ts';
import {
  callOf,
  emptyLog,
  entriesOn,
  laterCall,
  logOf,
  markKey,
  standing,
  unitsOn,
} from '../../src/domain/handover-log.ts';
import type { Call } from '../../src/domain/handover-event.ts';
import type { Entry, HandoverLog } from '../../src/domain/handover-log.ts';
import { outageEventSchema } from '../../src/domain/outage-event.ts';
import { outageStatistics } from '../../src/domain/outage-statistics.ts';
import type { Outage } from '../../src/domain/outage.ts';
import { owedTasks } from '../../src/domain/owed-tasks.ts';
import { unitSummary } from '../../src/domain/unit-summary.ts';
import { isAssured } from '../support/gate-oracle.ts';
import { caseIn, decideWish, logUnits, ongoingWorld, outageOf } from '../support/log-commands.ts';
import { courses, endingCourses, inWords, through } from '../support/log-courses.ts';
import type { Course } from '../support/log-courses.ts';
import type { Level } from '../../src/domain/ids.ts';
import { owedBy } from '../support/tasks-oracle.ts';

/** Holds after every step of courses. */
const always = (hold: (course: Course, before: Course) => void, of = courses, numRuns = 400): void => {
  fc.assert(
    fc.property(of, (steps) => {
      const passed = through(steps);
      for (const [index, course] of passed.entries()) hold(course, passed[index - 1] ?? course);
    }),
    { numRuns },
  );
};
/** Holds at the end of courses. */
const atLast = (hold: (course: Course, outage: Outage) => void, of = endingCourses, numRuns = 400): void => {
  fc.assert(
    fc.property(of, (steps) => {
      const [last] = through(steps).slice(-1);
      if (last !== undefined) hold(last, outageOf(last.world));
    }),
    { numRuns },
  );
};
const codesIn = ({ world }: Course): readonly string[] => [...outageOf(world).log.cases.keys()];
const isGreen = ({ world }: Course, code: string): boolean =>
  dischargeGate(outageOf(world).log, caseIn(world, code)).kind === 'all-confirmed';

describe('the discharge gate', () => {
  test('is never open where design.md says that it is not', () => {
    let greens = 0;
    always(
      (course) => {
        for (const code of codesIn(course).filter((one) => isGreen(course, one))) {
          greens += 1;
          expect(isAssured(course.accepted, code), inWords(course)).toBe(true);
        }
      },
      courses,
      3000,
    );
    // The courses come there: else nothing would be shown.
    expect(greens).toBeGreaterThan(1000);
  });

  test('opens where design.md says so', () => {
    always(
      (course) => {
        for (const code of codesIn(course).filter((one) => isAssured(course.accepted, one))) {
          expect(isGreen(course, code), inWords(course)).toBe(true);
        }
      },
      courses,
      1500,
    );
  });

  test('says of every cell that is not confirmed how far it has come, and of what is stale why', () => {
    always(({ world }) => {
      const { cases, ...log } = outageOf(world).log;
      for (const found of cases.values()) {
        const gate = dischargeGate({ cases, ...log }, found);
        if (gate.kind === 'receivers-unknown') continue;
        for (const { receipt } of gate.cells) {
          expect(receipt.stale !== undefined).toBe(receipt.state === 'stale');
          expect(receipt.call === undefined).toBe(
            receipt.state === 'not-given' && receipt.call === undefined,
          );
        }
      }
    });
  });
});

/** Which of two wards mails, and who summons where nobody rang, has tests of its own: one of them waits. */
const isShared = (key: string): boolean => /mailPatientInformation|sipSummons/.test(key);
const agreed = ([key, level]: readonly [string, Level], found: Level | undefined): Level | undefined =>
  isShared(key) && level === 'must' && found === 'await' ? level : found;

describe('what is owed', () => {
  test('is what the decision table says by the commands, with A02, A12 and A22, and is asked only where it matters', () => {
    atLast((course, outage) => {
      for (const unit of logUnits) {
        const owed = owedTasks(outage.log, unit, outage).filter(({ code }) => code !== undefined);
        const levels = new Map(owed.map(({ code = '', level, task }) => [`${code} ${task}`, level]));
        const expected = owedBy(course.accepted, unit, outage);
        const rows = [...expected];
        expect(
          rows.map(([key, level]) => `${key} ${agreed([key, level], levels.get(key))}`),
          inWords(course),
        ).toEqual(rows.map(([key, level]) => `${key} ${level}`));
        for (const [key, level] of levels) expect(expected.has(key) || level === 'notApplicable').toBe(true);
        for (const { asks, level } of owed) expect(asks.length === 0 || level === 'ask').toBe(true);
      }
    });
  });

  test('is owed once: a task of a case by each unit, the letter home and the summons by one of a code, and by one', () => {
    atLast((course, outage) => {
      const owed = logUnits.map((unit) => ({ unit, tasks: owedTasks(outage.log, unit, outage) }));
      for (const { tasks } of owed) {
        const keys = tasks.map(({ code, task }) => markKey(task, code));
        expect(new Set(keys).size).toBe(keys.length);
      }
      const shared = owed
        .flatMap(({ tasks }) => tasks)
        .filter(({ task }) => task === 'mailPatientInformation' || task === 'sipSummons');
      const musts = shared
        .filter(({ level }) => level === 'must')
        .map(({ code = '', task }) => `${code} ${task}`);
      expect(new Set(musts).size, inWords(course)).toBe(musts.length);
      // What the table gives to somebody is somebody's, or asked of somebody.
      const asked = shared
        .filter(({ level }) => level === 'ask')
        .map(({ code = '', task }) => `${code} ${task}`);
      const byTable = logUnits.flatMap((unit) => [...owedBy(course.accepted, unit, outage)]);
      const due = byTable.filter(([key, level]) => isShared(key) && level === 'must').map(([key]) => key);
      expect(
        due.filter((key) => !musts.includes(key) && !asked.includes(key)),
        inWords(course),
      ).toEqual([]);
    });
  });

  test('has every case with something standing, and no mark is lost', () => {
    atLast((_course, outage) => {
      for (const unit of logUnits) {
        const owed = owedTasks(outage.log, unit, outage);
        const log = logOf(outage.log, unit.id);
        for (const code of new Set(standing(log).map((entry) => callOf(entry).code))) {
          expect(owed.filter((task) => task.code === code)).toHaveLength(9);
        }
        const shown = owed.filter(({ formerMark, mark }) => mark !== undefined || formerMark !== undefined);
        expect(shown.map(({ code, task }) => markKey(task, code)).toSorted()).toEqual(
          [...log.marks.keys()].toSorted(),
        );
      }
    });
  });

  test('adds up: summaries and statistics count the same, and no more is confirmed or done than there is', () => {
    atLast(({ world }, outage) => {
      const { units, whole } = outageStatistics(outage, world.directory);
      const sum = (count: (figures: typeof whole) => number) =>
        units.reduce((total, { figures }) => total + count(figures), 0);
      expect(sum(({ entries }) => entries)).toBe(whole.entries);
      expect(sum(({ tasks }) => tasks)).toBe(whole.tasks);
      expect(whole.cases).toBeLessThanOrEqual(outage.log.cases.size);
      expect(whole.confirmed).toBeLessThanOrEqual(whole.handedOver);
      expect(whole.done).toBeLessThanOrEqual(whole.tasks);
      for (const unit of logUnits) {
        const { calls, outstanding, outstandingCount } = unitSummary(outage, unit);
        const figures = units.find((one) => one.unit === unit.id)?.figures;
        expect(calls).toBe(figures?.entries);
        expect(outstanding.reduce((total, { count }) => total + count, 0)).toBe(outstandingCount);
      }
    });
  });
});

describe('the log', () => {
  test('finds by a code just what stands on it', () => {
    always(({ world }) => {
      const { log } = outageOf(world);
      for (const { id } of logUnits) {
        for (const code of log.cases.keys()) {
          const found = entriesOn(log, id, code).map((entry) => entry.id);
          const all = standing(logOf(log, id)).filter((entry) => callOf(entry).code === code);
          expect(found.toSorted()).toEqual(all.map((entry) => entry.id).toSorted());
          expect(all.length === 0 || unitsOn(log, code).includes(id)).toBe(true);
        }
      }
    }, endingCourses);
  });

  test('has nobody asked to ring again but who got no answer last from that side about that patient', () => {
    always(({ world }) => {
      const { log } = outageOf(world);
      const calls = [...log.units.values()].flatMap(standing).toSorted(laterCall);
      const last = new Map(calls.map((entry) => [`${entry.unit} ${aboutWhom(callOf(entry))}`, entry]));
      const waiting = [...last.values()].filter((entry) => callOf(entry).outcome === 'no-answer');
      expect([...log.unanswered.keys()].toSorted()).toEqual(waiting.map(({ id }) => id).toSorted());
    }, endingCourses);
  });
});

const aboutWhom = ({ code, municipality, party }: Call): string =>
  `${code} ${party} ${party === 'municipality' ? municipality : ''}`;

describe('the record', () => {
  test('can be read again, one event after the other, in any batches, and comes to the same', () => {
    const batches = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(endingCourses, batches, (steps, sizes) => {
        const [last] = through(steps).slice(-1);
        const events = last?.writes.flatMap((write) => (write.stream === 'outage' ? write.events : [])) ?? [];
        const read = events.map((event) => outageEventSchema.parse(event));
        expect(read).toEqual(events);
        const begun = { ...outageOf(ongoingWorld()), log: emptyLog };
        const whole = evolveOutage(begun, read);
        let outage = begun;
        for (let from = 0, turn = 0; from < read.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          outage = evolveOutage(outage, read.slice(from, from + size));
          from += size;
        }
        expect(outage).toEqual(whole);
        expect(whole.log).toEqual(last && outageOf(last.world).log);
      }),
      { numRuns: 300 },
    );
  });

  test('keeps every version: nothing is changed but by adding to it, what is taken back stays as it was', () => {
    always((course, before) => {
      const later = entriesIn(outageOf(course.world).log);
      for (const [id, entry] of entriesIn(outageOf(before.world).log)) {
        const now = later.get(id);
        expect(now?.versions.slice(0, entry.versions.length)).toEqual(entry.versions);
        expect(entry.withdrawn === undefined ? entry : now).toEqual(entry);
      }
    }, endingCourses);
  });

  test('is each unit’s own: nobody’s command touches another unit’s log', () => {
    always((course, before) => {
      const [acted] = course.accepted.slice(before.accepted.length);
      if (acted === undefined || course.accepted.length !== before.accepted.length + 1) return;
      for (const { id } of logUnits.filter((unit) => unit.id !== acted.command.unit.id)) {
        expect(outageOf(course.world).log.units.get(id)).toEqual(outageOf(before.world).log.units.get(id));
      }
    }, endingCourses);
  });

  test('has each form once: again it is repeated, with other content it is used', () => {
    atLast(
      ({ accepted, now, world }) => {
        for (const { command } of accepted) {
          const { act } = command;
          expect(decideWish({ command, now }, world)).toEqual({ kind: 'repeated', outage: 'o1' });
          const form = { ...act.form, digest: 'otherwise' };
          const other = { ...command, act: { ...act, form } };
          expect(decideWish({ command: other, now }, world)).toMatchObject({
            refusals: [{ kind: 'form-used' }],
          });
        }
      },
      endingCourses,
      150,
    );
  });
});

function entriesIn({ units }: HandoverLog): ReadonlyMap<string, Entry> {
  return new Map([...units.values()].flatMap(({ entries }) => [...entries]));
}
