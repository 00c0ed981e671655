import { describe, expect, test } from 'vitest';
import { dueWrites, nextDueAt } from '../../src/domain/due.ts';
import {
  aWorld,
  afterCommand,
  anAct,
  carriedOut,
  day,
  eventsOf,
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
  because,
  after,
  dueIn,
  at,
} from '../support/outage-commands.ts';

const lead = '→ unit:lead';
const all = '→ unit:ward unit:timra unit:lead';

describe('a planned outage', () => {
  const startsAt = noon + 10 * day;
  const planned = after(plan());

  test('is told of 7 days, 1 day and 1 hour ahead, in one thread', () => {
    expect(dueIn(planned, startsAt - 7 * day - 1)).toEqual([]);
    expect(dueIn(planned, startsAt - 7 * day)).toEqual([
      `planned-ahead post planned ahead:7d:${startsAt} ${all}`,
    ]);
    const week = at(planned, startsAt - 7 * day);
    expect(dueIn(week, startsAt - day)).toEqual([`planned-ahead revise planned ahead:1d:${startsAt} ${all}`]);
    const eve = at(week, startsAt - day);
    expect(dueIn(eve, startsAt - hour)).toEqual([`planned-ahead revise planned ahead:1h:${startsAt} ${all}`]);
    expect(dueIn(at(eve, startsAt - hour), startsAt - 1)).toEqual([]);
  });

  test('is told of late while the next moment has not come; what that makes needless is dropped', () => {
    expect(dueIn(planned, startsAt - 2 * day)).toEqual([
      `planned-ahead post planned ahead:7d:${startsAt} ${all}`,
    ]);
    expect(dueIn(planned, startsAt - minute)).toEqual([
      `plan noticeDropped ahead:7d:${startsAt}`,
      `plan noticeDropped ahead:1d:${startsAt}`,
      `planned-ahead post planned ahead:1h:${startsAt} ${all}`,
    ]);
  });

  test('that nobody is to hear of is recorded as not told', () => {
    const world = { ...planned, directory: { ...planned.directory, units: new Map() } };
    expect(dueIn(world, startsAt - 7 * day)).toEqual([`plan noticeDropped ahead:7d:${startsAt}`]);
  });

  test('that is moved is told of again before its new start', () => {
    const week = at(planned, startsAt - 7 * day);
    const later = startsAt + 2 * day;
    const moved = afterCommand(week, update({ outage: 'plan', startedAt: later }), startsAt - 6 * day);
    expect(dueIn(moved, later - 7 * day)).toEqual([`planned-ahead revise planned ahead:7d:${later} ${all}`]);
  });

  test('begins when its time has come', () => {
    const eve = at(planned, startsAt - 7 * day, startsAt - day, startsAt - hour);
    expect(dueIn(eve, startsAt)).toEqual([
      'plan outageStarted',
      `start post units ${all}`,
      `coordination revise coordinators ${lead}`,
    ]);
  });

  test('begins late after a long standstill: what is past is dropped, and asked once', () => {
    const expectedEndAt = startsAt + 4 * hour;
    const world = after(plan({ terms: someTerms({ expectedEndAt }) }));
    expect(dueIn(world, startsAt + 3 * day)).toEqual([
      `plan noticeDropped ahead:7d:${startsAt}`,
      `plan noticeDropped ahead:1d:${startsAt}`,
      `plan noticeDropped ahead:1h:${startsAt}`,
      'plan outageStarted',
      'plan noticeDropped prompt:60m',
      'plan noticeDropped prompt:120m',
      `start post units ${all}`,
      `coordination revise coordinators ${lead}`,
      `prompt post prompts prompt:end:${expectedEndAt} ${lead}`,
    ]);
    const begun = at(world, startsAt + 3 * day);
    expect(begun.outages.get('plan')).toMatchObject({ state: 'ongoing', startedAt: startsAt });
  });

  test('that is cancelled is told of no more', () => {
    const cancelled = after(plan(), because('cancel', 'Flyttat', 'plan'));
    expect(dueIn(cancelled, startsAt - 7 * day)).toEqual([]);
  });
});

describe('a planned outage whose time comes while another', () => {
  const startsAt = noon + hour;
  const soon = plan({ startedAt: startsAt });

  test.each([
    ['runs', [declare(), soon]],
    ['is restored', [declare(), restored(), soon]],
  ])('%s joins it', (_what, commands) => {
    expect(eventsOf(dueWrites(after(...commands), startsAt))).toContain('plan outageJoined');
    const joined = at(after(...commands), startsAt).outages;
    expect(joined.get('plan')).toMatchObject({ state: 'closed', joinedTo: 'o1' });
    expect(joined.get('o1')).toMatchObject({ kind: 'unplanned', startedAt: noon });
  });

  test('concerns fewer, adds its units to it, and those are told', () => {
    const narrow = declare({ terms: someTerms({ scope: ['region'] }) });
    const timra = plan({ startedAt: startsAt, terms: someTerms({ scope: ['timra'] }) });
    const eve = after(narrow, timra);
    expect(dueIn(eve, startsAt)).toEqual([
      'o1 outageUpdated',
      'plan outageJoined',
      `coordination amend coordinators ${lead}`,
      `coordination amend coordinators ${lead}`,
      `prompt post prompts prompt:60m ${lead}`,
      `start post units start:timra:${noon - day} → unit:timra`,
    ]);
    expect(at(eve, startsAt).outages.get('o1')?.terms.scope).toEqual(['region', 'timra']);
  });

  test('is reported declares that one, from the earlier start, with the calls that it holds', () => {
    const eve = after(report(), soon);
    expect(dueIn(eve, startsAt)).toEqual([
      'o1 outageDeclared',
      'plan outageJoined',
      `start post units ${all}`,
      `coordination revise coordinators ${lead}`,
      `coordination amend coordinators ${lead}`,
      `prompt post prompts prompt:60m ${lead}`,
    ]);
    const { outages } = at(eve, startsAt);
    expect(outages.get('o1')).toMatchObject({ state: 'ongoing', kind: 'planned', startedAt: noon });
    expect(outages.get('plan')).toMatchObject({ state: 'closed', joinedTo: 'o1' });
  });

  test('joins it, and those who were told of the plan hear that it is part of it', () => {
    const world = after(plan({ startedAt: noon + 2 * day }));
    const told = at(world, noon + day);
    const running = afterCommand(told, declare({ startedAt: noon + day }), noon + day);
    const eve = at(running, noon + 2 * day - hour);
    const joined = dueIn(eve, noon + 2 * day);
    expect(joined).toEqual([
      'plan outageJoined',
      `cancelled revise planned ${all}`,
      `coordination amend coordinators ${lead}`,
    ]);
    expect(dueIn(at(eve, noon + 2 * day), noon + 2 * day)).toEqual([]);
  });

  test('comes at the same time joins the first of them', () => {
    const both = after(soon, plan({ startedAt: startsAt, newOutage: 'p2' }));
    const { outages } = at(both, startsAt);
    expect(outages.get('plan')?.state).toBe('ongoing');
    expect(outages.get('p2')).toMatchObject({ state: 'closed', joinedTo: 'plan' });
  });

  test('is half written down is joined as before', () => {
    const world = after(report(), soon);
    const [first] = dueWrites(world, startsAt);
    const half = carriedOut(world, first ? [first] : [], startsAt);
    expect(eventsOf(dueWrites(half, startsAt))).toEqual(['plan outageJoined']);
  });
});

describe('a night when clocks are moved', () => {
  test.each([
    ['forward', '2027-03-28T10:00+02:00', '2027-03-27T10:00+01:00', '2027-03-21T10:00+01:00'],
    ['back', '2026-10-25T10:00+01:00', '2026-10-24T10:00+02:00', '2026-10-18T10:00+02:00'],
  ])('%s does not change the time of day at which word is given', (_way, start, eve, week) => {
    const startsAt = Date.parse(start);
    const now = startsAt - 20 * day;
    const world = afterCommand(aWorld(), plan({ startedAt: startsAt, act: anAct({ at: now }) }), now);
    expect(nextDueAt(world, now)).toBe(Date.parse(week));
    const told = at(world, Date.parse(week));
    expect(nextDueAt(told, Date.parse(week))).toBe(Date.parse(eve));
    expect(nextDueAt(at(told, Date.parse(eve)), Date.parse(eve))).toBe(startsAt - hour);
  });

  test('makes an hour no longer and no shorter', () => {
    const startedAt = Date.parse('2026-10-25T02:30+02:00');
    const world = afterCommand(aWorld(), declare({ startedAt }), startedAt);
    expect(nextDueAt(world, startedAt)).toBe(Date.parse('2026-10-25T02:30+01:00'));
  });
});
