import { describe, expect, test } from 'vitest';
import type { World } from '../../src/domain/decision.ts';
import { dueWrites, nextDueAt } from '../../src/domain/due.ts';
import { dueRetries, dueTail, retryInstants, tailInstants } from '../../src/domain/due-reminders.ts';
import { aPerson, afterCommand, day, hour, noticesOf } from '../support/build-outage.ts';
import {
  caseA,
  corrects,
  ended,
  hears,
  logUnits,
  marks,
  opens,
  outageOf,
  past,
  quietWorld,
  rings,
  saved,
  story,
  toAnge,
  toCentre,
  ward,
  withdraws,
} from '../support/log-commands.ts';
import type { Wish } from '../support/log-commands.ts';
import { at, because, declare, drill, end, restored } from '../support/outage-commands.ts';

const unanswered = { outcome: 'no-answer', counterpart: '' } as const;
const tried = opens(ward, past(0), { ...toAnge, ...unanswered }, { newEntry: 'tried' });
const retries = (world: World, minutes: number) => noticesOf(dueRetries(world, past(minutes)));
const again = 'reminder post log retry:tried → unit:ward';

describe('whoever got no answer is asked to try again', () => {
  test('after half an hour, once', () => {
    const world = story(tried);
    expect(retryInstants(outageOf(world))).toEqual([past(30)]);
    expect(nextDueAt(world, past(29))).toBe(past(30));
    expect(retries(world, 29)).toEqual([]);
    expect(retries(world, 30)).toEqual([again]);
    const told = at(world, past(31));
    expect(retries(told, 90)).toEqual([]);
    expect(retryInstants(outageOf(told))).toEqual([]);
  });

  test('in the own chat of who rang, where there is one', () => {
    const { directory, ...world } = story(tried);
    const people = new Map([['anna', aPerson('anna')]]);
    expect(retries({ ...world, directory: { ...directory, people } }, 30)).toEqual([
      again.replace('unit:ward', 'person:anna'),
    ]);
  });

  test('half an hour after it was logged, however long ago the call was', () => {
    const late = opens(ward, past(20), { ...toAnge, ...unanswered, calledAt: past(-30) });
    expect(retryInstants(outageOf(story(late)))).toEqual([past(50)]);
  });

  test.each<[string, readonly Wish[]]>([
    ['somebody rang again', [rings(ward, past(10), toAnge)]],
    ['they rang back', [hears(ward, past(10), { ...toAnge, items: ['canReceive'] })]],
    ['the call is taken back', [withdraws(tried, past(10))]],
    ['it was answered after all', [corrects(tried, past(10), { outcome: 'given', counterpart: 'Lisa' })]],
  ])('not where %s', (_title, wishes) => {
    expect(retries(story(tried, ...wishes), 60)).toEqual([]);
  });

  test('and again for each try, but not for what another side was told', () => {
    const second = rings(ward, past(10), { ...toAnge, ...unanswered }, { newEntry: 'second' });
    expect(retries(story(tried, second), 60)).toEqual([again.replace('tried', 'second')]);
    expect(retries(story(tried, rings(ward, past(10), toCentre)), 60)).toEqual([again]);
  });

  test('as long as the outage goes on, checked or reported alike, and not after', () => {
    const world = story(tried);
    expect(retries(afterCommand(world, restored(past(5)), past(5)), 60)).toEqual([again]);
    expect(retries(ended(world, past(20)), 60)).toEqual([]);
    expect(noticesOf(dueRetries(saved(quietWorld(), tried), past(30)))).toEqual([again]);
    const drilled = afterCommand(quietWorld(), drill(), past(0));
    expect(noticesOf(dueRetries(saved(drilled, tried), past(30)))).toEqual([again]);
  });

  test('all that are due, at once', () => {
    const centre = rings(ward, past(1), { ...toCentre, ...unanswered }, { newEntry: 'centre' });
    expect(retries(story(tried, centre), 31)).toEqual([again, again.replace('tried', 'centre')]);
    expect(retries(story(tried, centre), 30)).toEqual([again]);
  });
});

/** All clear on a Tuesday at ten past two, so that the first day’s moment is in office hours. */
const endedAt = Date.parse('2026-11-24T14:10+01:00');
const over = ended(story(tried), endedAt);
const tail = (world: World, now: number) => noticesOf(dueTail(world, now));
const toEach = (key: string) => logUnits.map(({ id }) => `reminder post log tail:${key} → unit:${id}`);
const toLead = (key: string) => `prompt post prompts tail:${key} → unit:lead`;
const wednesday = endedAt + 24 * hour;
const friday = endedAt + 72 * hour;

describe('after the end, units that owe something are reminded', () => {
  test('after one and three days, with the coordinators, and then weekly, three times, without', () => {
    const moments = [wednesday, friday, friday + 7 * day, friday + 14 * day, friday + 21 * day];
    expect(tailInstants(outageOf(over))).toEqual(moments);
    let world = over;
    const heard = moments.map((moment) => {
      expect(tail(world, moment - 1)).toEqual([]);
      const notices = tail(world, moment);
      world = at(world, moment);
      expect(tail(world, moment)).toEqual([]);
      return notices;
    });
    expect(heard).toEqual([
      [...toEach('24h'), toLead('24h')],
      [...toEach('72h'), toLead('72h')],
      toEach('1w'),
      toEach('2w'),
      toEach('3w'),
    ]);
    expect(tail(world, friday + 365 * day)).toEqual([]);
  });

  test('each for itself: who is done hears no more, and when all are, nobody does', () => {
    const done = logUnits.map((unit) => marks(unit, endedAt + hour, { tasks: ['acknowledgeMessages'] }));
    // The ward owes what its call led to besides.
    const ofCall = marks(ward, endedAt + hour, { tasks: ['dischargeNotice'], code: caseA });
    expect(tail(saved(over, ...done), wednesday)).toEqual([toEach('24h')[0], toLead('24h')]);
    const asked = ['patientInformation', 'mailPatientInformation', 'planningBasis'] as const;
    const rest = marks(ward, endedAt + hour, { tasks: [...asked], code: caseA });
    const all = saved(over, ...done, ofCall, rest);
    expect(tail(all, wednesday)).toEqual([]);
    const dropped = at(all, wednesday);
    expect(tailInstants(outageOf(dropped))).not.toContain(wednesday);
    expect(outageOf(dropped).outbox.keys.has('tail:24h')).toBe(true);
  });

  test('of those that are disconnected, the coordinators alone hear', () => {
    const { directory, ...world } = over;
    const units = new Map(directory.units);
    for (const [id, unit] of units) if (id !== 'lead') units.set(id, { ...unit, state: 'disconnected' });
    expect(tail({ ...world, directory: { ...directory, units } }, wednesday)).toEqual([toLead('24h')]);
  });

  test('in office hours: over a weekend the first two are one, with the coordinators', () => {
    const thursdayEvening = Date.parse('2026-11-26T17:00+01:00');
    const monday = Date.parse('2026-11-30T08:00+01:00');
    const weekend = ended(story(tried), thursdayEvening);
    expect(nextDueAt(weekend, thursdayEvening + hour)).toBe(monday);
    expect(tail(weekend, monday - 1)).toEqual([]);
    expect(tail(weekend, monday)).toEqual([...toEach('72h'), toLead('72h')]);
    const heard = at(weekend, monday);
    expect(outageOf(heard).outbox.keys.has('tail:24h')).toBe(true);
    expect(tail(heard, monday + hour)).toEqual([]);
  });

  test('the latest alone, where nobody was there to say it in time', () => {
    expect(tail(over, wednesday + hour)).toEqual([...toEach('24h'), toLead('24h')]);
    expect(tail(at(over, wednesday), friday + 8 * day)).toEqual([...toEach('1w'), toLead('1w')]);
    // Coordinators have heard nothing at all: they do now.
    expect(tail(over, friday + 8 * day)).toEqual([...toEach('1w'), toLead('1w')]);
    expect(tail(at(over, friday), friday + 8 * day)).toEqual(toEach('1w'));
    const later = at(over, friday + 8 * day);
    expect([...outageOf(later).outbox.keys.keys()]).toEqual([
      ...outageOf(over).outbox.keys.keys(),
      'tail:24h',
      'tail:72h',
      'tail:1w',
    ]);
  });
});

describe('nobody is reminded', () => {
  test('while it goes on, nor when it is closed', () => {
    expect(tail(story(tried), past(9999))).toEqual([]);
    const closed = afterCommand(over, because('close', ''), endedAt + hour);
    expect(tail(closed, friday)).toEqual([]);
    expect(tailInstants(outageOf(closed))).toEqual([]);
  });

  test('after a drill, ended or broken off: nothing is owed', () => {
    const drilling = saved(afterCommand(quietWorld(), drill(), past(0)), tried);
    const drilled = afterCommand(drilling, end({ outage: 'drill', endedAt }), endedAt);
    expect(tail(drilled, friday)).toEqual([]);
    expect(tailInstants(outageOf(drilled, 'drill'))).toEqual([]);
    const broken = afterCommand(drilling, declare({ startedAt: past(10) }), past(10));
    expect(outageOf(broken, 'drill').state).toBe('ended');
    expect(tail(broken, friday)).toEqual([]);
  });
});

test('what is due is done once: asked again, there is nothing to do', () => {
  for (const now of [past(30), wednesday, friday, friday + 30 * day]) {
    for (const world of [story(tried), over]) {
      expect(dueWrites(at(world, now), now)).toEqual([]);
    }
  }
});
