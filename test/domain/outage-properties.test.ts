import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDeclared, runningDrill, runningOutage } from '../../src/domain/current-outage.ts';
import type { World, Write } from '../../src/domain/decision.ts';
import { decideOutage } from '../../src/domain/decide-outage.ts';
import { dueWrites, nextDueAt } from '../../src/domain/due.ts';
import type { OutageCommand } from '../../src/domain/outage-command.ts';
import { coordinatorRecipients, toldOn, unitRecipients } from '../../src/domain/outage-recipients.ts';
import {
  aUnit,
  aWorld,
  anAct,
  carriedOut,
  day,
  hour,
  minute,
  noon,
  someTerms,
  withAllSent,
} from '../support/build-outage.ts';

/** What has come of all steps so far: the world, and every write that led to it. */
type Course = {
  readonly world: World;
  readonly now: number;
  readonly writes: readonly Write[];
  readonly commands: readonly { readonly command: OutageCommand; readonly outage: string | undefined }[];
};
type Step = (course: Course) => Course;

const written = (course: Course, writes: readonly Write[]): Course => ({
  ...course,
  world: carriedOut(course.world, writes, course.now),
  writes: [...course.writes, ...writes],
});
const due: Step = (course) => written(course, dueWrites(course.world, course.now));

const wished =
  (make: (course: Course) => OutageCommand): Step =>
  (course) => {
    const command = make(course);
    const decision = decideOutage(command, course.world, course.now);
    if (decision.kind !== 'decided') return course;
    const commands = [...course.commands, { command, outage: decision.outage }];
    return { ...written(course, decision.writes), commands };
  };

/** One of the outages there are; where there is none, one that is not. */
const chosen = ({ world }: Course, index: number): string =>
  [...world.outages.keys()].at(index % Math.max(world.outages.size, 1)) ?? 'none';
const newId = ({ commands }: Course): string => `o${commands.length + 1}`;

const spans = fc.oneof(fc.constantFrom(0, 1, minute, hour, 2 * hour, day, 7 * day), fc.nat({ max: 9 * day }));
const someScope = fc.subarray(['timra', 'region', 'ange'] as const);
const someTimes = fc.record({
  scope: someScope,
  ahead: fc.option(spans, { nil: undefined }),
  promise: fc.option(spans, { nil: undefined }),
});
const termsAt = (
  from: number,
  {
    ahead,
    promise,
    scope,
  }: { scope: ('timra' | 'region' | 'ange')[]; ahead: number | undefined; promise: number | undefined },
) =>
  someTerms({
    scope,
    ...(ahead !== undefined && { expectedEndAt: from + ahead }),
    ...(promise !== undefined && { nextUpdateAt: from + promise }),
  });

const reports = fc.constant(
  wished((course) => ({
    kind: 'report',
    act: anAct({ at: course.now }),
    newOutage: newId(course),
    message: '',
  })),
);
const declares = fc
  .record({
    outageKind: fc.constantFrom('unplanned' as const, 'planned' as const, 'drill' as const),
    times: someTimes,
    away: spans,
    isAhead: fc.boolean(),
  })
  .map(({ away, isAhead, outageKind, times }) =>
    wished((course) => ({
      kind: 'declare',
      act: anAct({ at: course.now }),
      newOutage: newId(course),
      outageKind,
      startedAt: course.now + (isAhead && outageKind === 'planned' ? away : -away),
      terms: termsAt(course.now + (isAhead ? away : 0), times),
    })),
  );
const updates = fc
  .record({ index: fc.nat(), times: someTimes, away: fc.integer({ min: -day, max: 9 * day }) })
  .map(({ away, index, times }) =>
    wished((course) => ({
      kind: 'update',
      act: anAct({ at: course.now }),
      outage: chosen(course, index),
      startedAt: course.now + away,
      terms: termsAt(course.now + Math.max(away, 0), times),
    })),
  );
const others = fc
  .record({
    index: fc.nat(),
    kind: fc.constantFrom('restored', 'resume', 'end', 'dismiss', 'cancel', 'close'),
  })
  .map(({ index, kind }) =>
    wished((course) => {
      const { now } = course;
      const on = { act: anAct({ at: now }), outage: chosen(course, index) };
      if (kind === 'restored') return { kind, ...on, restoredAt: now };
      if (kind === 'resume') return { kind, ...on, resumedAt: now };
      if (kind === 'end') return { kind, ...on, endedAt: now, message: '' };
      if (kind === 'dismiss') return { kind, ...on, reason: 'ingenting' };
      return { kind: kind === 'cancel' ? 'cancel' : 'close', ...on, reason: 'ingenting' };
    }),
  );
const units = fc
  .record({
    id: fc.constantFrom('ward', 'timra', 'lead', 'late'),
    organisation: fc.constantFrom('timra' as const, 'region' as const),
    state: fc.constantFrom('connected' as const, 'disconnected' as const),
  })
  .map(({ id, organisation, state }): Step => (course) => {
    const connected = anAct({ at: course.now });
    const unit = aUnit(id, { organisation, state, connected, isCoordination: id === 'lead' });
    const { directory } = course.world;
    const changed = { ...directory, units: new Map([...directory.units, [id, unit]]) };
    return { ...course, world: { ...course.world, directory: changed } };
  });
const deliveries = fc.constant<Step>((course) => ({ ...course, world: withAllSent(course.world) }));
const waits = spans.map((span): Step => (course) => ({ ...course, now: course.now + span }));

/** After each step the clock's work is done, or not: the service may be down. */
const courses = fc.array(
  fc.record({
    step: fc.oneof(
      { weight: 3, arbitrary: waits },
      { weight: 3, arbitrary: declares },
      { weight: 3, arbitrary: others },
      updates,
      reports,
      units,
      deliveries,
    ),
    isUp: fc.boolean(),
  }),
  { maxLength: 40, size: 'max' },
);
const start: Course = { world: aWorld(), now: noon, writes: [], commands: [] };

/** The course after each of its steps. */
const through = (steps: readonly { step: Step; isUp: boolean }[]): readonly Course[] => {
  const passed: Course[] = [];
  let course = start;
  for (const { isUp, step } of steps) {
    course = isUp ? due(step(course)) : step(course);
    passed.push(course);
  }
  return passed;
};
const always = (hold: (course: Course) => void): void => {
  fc.assert(
    fc.property(courses, (steps) => {
      for (const course of through(steps)) hold(course);
    }),
    { numRuns: 300 },
  );
};

test('at most one outage runs and one drill, and no drill once the clock was heard', () => {
  always((course) => {
    const { outages } = course.world;
    const current = [...outages.values()].filter(
      (outage) => outage.state === 'reported' || isDeclared(outage),
    );
    expect(current.filter(({ kind }) => kind !== 'drill').length).toBeLessThanOrEqual(1);
    expect(current.filter(({ kind }) => kind === 'drill').length).toBeLessThanOrEqual(1);
    const { world } = due(course);
    const real = runningOutage(world);
    const isDisturbed = real !== undefined && isDeclared(real) && runningDrill(world) !== undefined;
    expect(isDisturbed).toBe(false);
  });
});

test('what the clock causes is done once: asked again at the same time, there is nothing to do', () => {
  always((course) => {
    const { now, world } = due(course);
    expect(dueWrites(world, now)).toEqual([]);
  });
});

test('a key is said or dropped once, and never both', () => {
  always(({ writes }) => {
    const keys = writes.flatMap((write) =>
      write.stream === 'directory'
        ? []
        : [
            ...write.events.flatMap((event) => (event.kind === 'noticeDropped' ? [event.key] : [])),
            ...write.notices.flatMap(({ key }) => (key === undefined ? [] : [key])),
          ].map((key) => `${write.outage} ${key}`),
    );
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});

test('a form that was carried out is carried out once, and known as that of its outage', () => {
  always(({ commands, now, world }) => {
    for (const { command, outage = '' } of commands) {
      const again = decideOutage(command, world, now);
      const isThere = world.outages.has(outage);
      expect(isThere ? again : { kind: 'repeated', outage }).toEqual({ kind: 'repeated', outage });
      const holders = [...world.outages.values()].filter(({ forms }) => forms.has(command.act.form.id));
      expect(holders.map(({ id }) => id)).toEqual(isThere ? [outage] : []);
    }
  });
});

test('every connected unit that a declared outage concerns has been told of it', () => {
  always((course) => {
    const { world } = due(course);
    const untold = [...world.outages.values()]
      .filter((outage) => isDeclared(outage))
      .flatMap((outage) => {
        const told = toldOn(outage.outbox, 'units');
        return unitRecipients(outage, world.directory).filter((recipient) => !told.has(recipient));
      });
    expect(untold).toEqual([]);
  });
});

test('every coordinator who can be reached has been told of what runs', () => {
  always((course) => {
    const { world } = due(course);
    const untold = [runningOutage(world), runningDrill(world)]
      .filter((outage) => outage !== undefined)
      .flatMap((outage) => {
        const told = toldOn(outage.outbox, 'coordinators');
        return coordinatorRecipients(world).filter((recipient) => !told.has(recipient));
      });
    expect(untold).toEqual([]);
  });
});

test('the clock has nothing to do before the next moment, and something at it', () => {
  fc.assert(
    fc.property(courses, fc.double({ min: 0, max: 1, noNaN: true }), (steps, part) => {
      const { now, world } = due(through(steps).at(-1) ?? start);
      const next = nextDueAt(world, now);
      const until = next ?? now + 30 * day;
      const between = Math.min(until - 1, Math.floor(now + part * (until - now)));
      expect(dueWrites(world, between)).toEqual([]);
      expect(next === undefined || dueWrites(world, next).length > 0).toBe(true);
    }),
    { numRuns: 800 },
  );
});
