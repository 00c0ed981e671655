import * as fc from 'fast-check';
import type { World, Write } from '../../src/domain/decision.ts';
import type { Call } from '../../src/domain/handover-event.ts';
import { itemsBetween, partyOf } from '../../src/domain/handover-items.ts';
import { callOf, logOf } from '../../src/domain/handover-log.ts';
import type { Counterparty, Entry } from '../../src/domain/handover-log.ts';
import type { HandoverItem } from '../../src/domain/ids.ts';
import type { LogCommand, LogUnit } from '../../src/domain/log-command.ts';
import { isDuty, owedTasks } from '../../src/domain/owed-tasks.ts';
import { wholeMinute } from '../../src/domain/swedish-time.ts';
import { actAt } from './build-log.ts';
import {
  factsAtTimes,
  notEveryTime,
  someFacts,
  someItems,
  someOutcome,
  someReceivers,
  someSide,
  someUnit,
  waits,
} from './log-values.ts';
import { carriedOut, minute, noon } from './build-outage.ts';
import { plainStory } from './gate-story.ts';
import {
  ange,
  centre,
  clinic,
  decideWish,
  ended,
  logUnits,
  ongoingWorld,
  otherWard,
  outageOf,
  timra,
  ward,
} from './log-commands.ts';
import type { Wish } from './log-commands.ts';

/** A command that was carried out, with the code that its case has. */
export type Accepted = { readonly now: number; readonly command: LogCommand; readonly code: string };

/** What has come of all steps so far in the outage `o1`, which began an hour before noon. */
export type Course = {
  readonly world: World;
  readonly now: number;
  readonly accepted: readonly Accepted[];
  readonly writes: readonly Write[];
};
/** Something that may happen next; what is refused changes nothing. */
export type Step = (course: Course) => Course;

/** What somebody wants next; undefined where there is nothing to want it of. */
type Wanted = (course: Course) => LogCommand | undefined;

function tried(course: Course, { command, now }: Wish): Course {
  const { accepted, world, writes } = course;
  const decision = decideWish({ command, now }, world);
  // A call of another time than the outage's would open another one: that is no part of the course.
  if (decision.kind !== 'decided' || decision.outage !== 'o1') return { ...course, now };
  const more = { now, command, code: codeIn(command, decision.writes) };
  return {
    now,
    world: carriedOut(world, decision.writes, now),
    accepted: [...accepted, more],
    writes: [...writes, ...decision.writes],
  };
}

function codeIn(command: LogCommand, writes: readonly Write[]): string {
  if (command.kind === 'state-facts' || command.kind === 'state-receivers') return command.code;
  const events = writes.flatMap((write) => (write.stream === 'outage' ? write.events : []));
  for (const event of events) {
    if (event.kind === 'handoverRecorded' || event.kind === 'handoverCorrected') return event.call.code;
  }
  return '';
}

const wanted =
  (wait: number, want: Wanted): Step =>
  (course) => {
    const now = course.now + wait;
    const command = want({ ...course, now });
    return command === undefined ? { ...course, now } : tried(course, { command, now });
  };

const acting = (unit: LogUnit, { now }: Course) => ({ act: actAt(now), unit, isUnverified: false });

/** The code of one of the cases there are; empty, a new one, where there is none or it is wanted. */
function codeAt({ world }: Course, index: number): string {
  const codes = [...outageOf(world).log.cases.keys()];
  return codes.length === 0 || index % 11 === 10 ? '' : (codes[index % codes.length] ?? '');
}

/** What is possible between the two of what was wished; something, where none of it is. */
function possible(
  unit: LogUnit,
  { direction, party }: Pick<Call, 'direction' | 'party'>,
  items: readonly HandoverItem[],
) {
  const own = partyOf(unit.careSetting);
  const all = direction === 'given' ? itemsBetween(own, party) : itemsBetween(party, own);
  const some = items.filter((item) => all.includes(item));
  return some.length > 0 ? some : all.slice(0, 1);
}

const calls = fc
  .record({
    wait: waits,
    unit: someUnit,
    side: someSide,
    isReceived: fc.constantFrom(false, false, false, true),
    items: someItems,
    outcome: someOutcome,
    ago: fc.constantFrom(0, 0, 0, 1, 2, 5),
    facts: factsAtTimes,
    isSame: fc.constantFrom(false, false, true),
    index: fc.nat(99),
    receivers: notEveryTime(someReceivers, 3),
    seed: fc.nat(2),
  })
  .map((one) =>
    wanted(one.wait, (course): LogCommand => {
      const direction = one.isReceived ? ('received' as const) : ('given' as const);
      const outcome = one.isReceived && one.outcome === 'no-answer' ? 'given' : one.outcome;
      const call: Call = {
        ...one.side,
        code: codeAt(course, one.index),
        direction,
        counterpart: outcome === 'no-answer' ? '' : 'Lisa',
        items: [...possible(one.unit, { direction, party: one.side.party }, one.items)],
        outcome,
        calledAt: wholeMinute(course.now) - one.ago * minute,
        facts: one.facts,
        ...(one.isSame && { isSameAsBefore: true }),
      };
      const ids = { newOutage: 'o2', newEntry: idOf(course), newCode: String(one.seed) };
      return {
        kind: 'record',
        ...acting(one.unit, course),
        ...ids,
        call,
        ...(one.receivers !== undefined && { receivers: one.receivers }),
      };
    }),
  );

const idOf = ({ accepted }: Course): string => `e${accepted.length + 1}`;

const receipts = fc
  .record({
    wait: waits,
    unit: fc.constantFrom(ange, ange, centre, centre, timra, clinic, ward),
    items: fc.oneof(fc.constant<HandoverItem[]>(['dischargeNotice']), someItems),
    index: fc.nat(99),
  })
  .map(({ index, items, unit, wait }) =>
    wanted(wait, (course) => ({
      kind: 'acknowledge',
      ...acting(unit, course),
      newEntry: idOf(course),
      code: codeAt(course, index),
      items,
    })),
  );

/** One of the calls that are logged, whoever's. */
function entryAt({ world }: Course, index: number): Entry | undefined {
  const entries = logUnits.flatMap(({ id }) => [...logOf(outageOf(world).log, id).entries.values()]);
  return entries[index % Math.max(entries.length, 1)];
}

const unitOf = ({ unit }: Entry): LogUnit => logUnits.find(({ id }) => id === unit) ?? ward;

const changes = fc.oneof(
  fc.record({ counterpart: fc.constantFrom('Eva', 'Karin') }),
  fc.record({ outcome: someOutcome, counterpart: fc.constant('Eva') }),
  fc.record({ items: someItems }),
  fc.record({ facts: someFacts }),
  fc.record({ index: fc.nat(99) }),
  fc.record({ side: someSide }),
  fc.record({ later: fc.integer({ min: -9, max: 9 }) }),
  fc.record({ direction: fc.constantFrom('given' as const, 'received' as const), outcome: someOutcome }),
);
type Change = Partial<Pick<Call, 'counterpart' | 'outcome' | 'items' | 'facts' | 'direction'>> & {
  readonly index?: number;
  readonly side?: Counterparty;
  readonly later?: number;
};

function changedCall(entry: Entry, { index, later = 0, side, ...rest }: Change, course: Course): Call {
  const before = callOf(entry);
  const call = { ...before, ...side, ...rest, calledAt: before.calledAt + later * minute };
  const items = [...possible(unitOf(entry), call, call.items)];
  return { ...call, items, code: index === undefined ? before.code : codeAt(course, index) };
}

const corrections = fc
  .record({ wait: waits, which: fc.nat(99), change: changes })
  .map(({ change, wait, which }) =>
    wanted(wait, (course) => {
      const entry = entryAt(course, which);
      if (entry === undefined) return undefined;
      const call = changedCall(entry, change, course);
      const of = { outage: 'o1', entry: entry.id, reason: 'Fel' };
      return { kind: 'correct', ...acting(unitOf(entry), course), ...of, call };
    }),
  );

const withdrawals = fc.record({ wait: waits, which: fc.nat(99) }).map(({ wait, which }) =>
  wanted(wait, (course) => {
    const entry = entryAt(course, which);
    if (entry === undefined) return undefined;
    return {
      kind: 'withdraw',
      ...acting(unitOf(entry), course),
      outage: 'o1',
      entry: entry.id,
      reason: 'Fel',
    };
  }),
);

const statements = fc
  .record({ wait: waits, unit: someUnit, facts: someFacts, index: fc.nat(99) })
  .map(({ facts, index, unit, wait }) =>
    wanted(wait, (course) => ({
      kind: 'state-facts',
      ...acting(unit, course),
      code: codeAt(course, index),
      facts,
    })),
  );

const restatements = fc
  .record({
    wait: waits,
    unit: fc.constantFrom(ward, ward, otherWard),
    receivers: someReceivers,
    index: fc.nat(99),
  })
  .map(({ index, receivers, unit, wait }) =>
    wanted(wait, (course) => {
      const of = { code: codeAt(course, index), receivers, reason: 'Flyttar' };
      return { kind: 'state-receivers', ...acting(unit, course), ...of };
    }),
  );

const plain: Step = (course) =>
  plainStory.reduce(
    (then, { command }) => tried(then, { command: renewed(command, then), now: then.now }),
    course,
  );

/** The same wish as another form, so that the story can be told in every course. */
function renewed(command: LogCommand, course: Course): LogCommand {
  if (command.kind !== 'record') return command;
  const call = { ...command.call, calledAt: wholeMinute(course.now) };
  return { ...command, act: actAt(course.now), newEntry: idOf(course), call };
}

const ends: fc.Arbitrary<Step> = fc.constant((course) =>
  outageOf(course.world).state === 'ongoing'
    ? { ...course, now: course.now + minute, world: ended(course.world, wholeMinute(course.now + minute)) }
    : course,
);

/** Mostly of something that is owed. */
const marks = fc
  .record({
    unit: fc.constantFrom(ward, ward, ...logUnits),
    mark: fc.constantFrom('done' as const, 'done' as const, 'dismissed' as const, 'open' as const),
    index: fc.nat(99),
  })
  .map(({ index, mark, unit }) =>
    wanted(minute, (course) => {
      const outage = outageOf(course.world);
      const owed = owedTasks(outage.log, unit, outage).filter(
        ({ formerMark, level }) => isDuty(level) || formerMark,
      );
      const task = owed[index % Math.max(owed.length, 1)];
      if (task === undefined) return undefined;
      const of = task.code === undefined ? {} : { code: task.code };
      const note = 'Så är det';
      return { kind: 'mark', ...acting(unit, course), outage: 'o1', ...of, tasks: [task.task], mark, note };
    }),
  );

const logged: readonly fc.WeightedArbitrary<Step>[] = [
  { weight: 8, arbitrary: calls },
  { weight: 4, arbitrary: receipts },
  { weight: 2, arbitrary: corrections },
  { weight: 1, arbitrary: withdrawals },
  { weight: 1, arbitrary: statements },
  { weight: 1, arbitrary: restatements },
];

/** Steps of an outage that goes on, some of them after a story that ends with all confirmed. */
export const courses: fc.Arbitrary<readonly Step[]> = fc
  .tuple(fc.boolean(), fc.array(fc.oneof(...logged), { maxLength: 16, size: 'max' }))
  .map(([isPlain, steps]) => (isPlain ? [plain, ...steps] : steps));

/** Steps of an outage that may end, and of what is done about it then. */
export const endingCourses: fc.Arbitrary<readonly Step[]> = fc
  .tuple(
    courses,
    fc.array(fc.oneof({ weight: 12, arbitrary: marks }, ...logged), { maxLength: 14, size: 'max' }),
    ends,
  )
  .map(([before, after, end]) => [...before, end, ...after]);

/** The course after each of its steps, as far as something came of them. */
export function through(steps: readonly Step[]): readonly Course[] {
  const passed: Course[] = [{ world: ongoingWorld(), now: noon, accepted: [], writes: [] }];
  for (const step of steps) {
    const [last] = passed.slice(-1);
    if (last !== undefined) passed.push(step(last));
  }
  return passed;
}

/** What has happened, a line for each command: what a test says that fails. */
export const inWords = ({ accepted }: Course): string =>
  accepted
    .map(({ code, command, now }) => {
      const { act: _act, isUnverified: _isUnverified, kind, unit, ...rest } = command;
      return `${(now - noon) / minute} ${unit.id} ${kind} ${code} ${JSON.stringify(rest)}`;
    })
    .join('\n');
