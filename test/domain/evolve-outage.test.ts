import { describe, expect, test } from 'vitest';
import { evolveOutage, newOutage } from '../../src/domain/evolve-outage.ts';
import type { OutageEvent } from '../../src/domain/outage-event.ts';
import { aNotice, anAct, anOutage, hour, minute, noon, someTerms } from '../support/build-outage.ts';

const reported: OutageEvent = { kind: 'outageReported', act: anAct(), message: 'Det står still' };
const declared: OutageEvent = {
  kind: 'outageDeclared',
  act: anAct(),
  outageKind: 'unplanned',
  startedAt: noon - hour,
  terms: someTerms({ message: 'Vi felsöker' }),
};
const planned: OutageEvent = {
  kind: 'outagePlanned',
  act: anAct(),
  startsAt: noon + hour,
  terms: someTerms(),
};
const updated: OutageEvent = {
  kind: 'outageUpdated',
  act: anAct({ at: noon + 2 }),
  startedAt: noon - 2 * hour,
  terms: someTerms({ scope: ['timra'] }),
};
const restored: OutageEvent = {
  kind: 'outageRestored',
  act: anAct({ at: noon + 3 }),
  restoredAt: noon + 3,
};
const resumed: OutageEvent = {
  kind: 'outageResumed',
  act: anAct({ at: noon + 4 }),
  resumedAt: noon + 4,
};
const ended: OutageEvent = {
  kind: 'outageEnded',
  act: anAct({ at: noon + 5 }),
  endedAt: noon + 5,
  message: 'Tack',
  isInterrupted: false,
};
const closed: OutageEvent = { kind: 'outageClosed', act: anAct(), reason: 'Allt är inmatat' };

test('an outage goes from report to closing', () => {
  const states = [reported, declared, updated, restored, resumed, restored, ended, closed].map(
    (_, index, events) => anOutage('o1', events.slice(0, index + 1)).state,
  );
  expect(states).toEqual([
    'reported',
    'ongoing',
    'ongoing',
    'restored',
    'ongoing',
    'restored',
    'ended',
    'closed',
  ]);
});

test('a reported outage began with its first report', () => {
  const later = { ...reported, act: anAct({ at: noon + minute }), unit: 'ward' };
  const outage = anOutage('o1', [reported, later]);
  expect(outage).toMatchObject({ kind: 'reported', startedAt: noon });
  expect(outage.reports).toEqual([
    { act: reported.act, message: 'Det står still' },
    { act: later.act, message: 'Det står still', unit: 'ward' },
  ]);
});

test('a stream that is opened and empty has happened nothing', () => {
  expect(newOutage('o1')).toMatchObject({ id: 'o1', revision: 0, reports: [] });
});

describe('the revision', () => {
  test('counts what people and the clock did', () => {
    expect(anOutage('o1', [planned, { kind: 'outageStarted', at: noon }, updated]).revision).toBe(3);
  });

  test('is not moved by reports after the first, which would make every open form old', () => {
    const outage = anOutage('o1', [reported, declared, reported, reported]);
    expect(outage).toMatchObject({ revision: 2, lastDeed: 'declared' });
    expect(outage.reports).toHaveLength(3);
  });

  test('is not moved by notices', () => {
    expect(anOutage('o1', [declared, aNotice()]).revision).toBe(1);
  });
});

test('what a coordinator says last holds', () => {
  expect(anOutage('o1', [declared, updated])).toMatchObject({
    startedAt: noon - 2 * hour,
    terms: updated.terms,
    saidAt: noon + 2,
    lastDeed: 'updated',
  });
});

test('the words of the all clear take the place of what was said before', () => {
  const outage = anOutage('o1', [declared, ended]);
  expect(outage).toMatchObject({ endedAt: noon + 5, saidAt: noon + 5 });
  expect(outage.terms.message).toBe('Tack');
});

test('an outage that fell again is not restored', () => {
  expect(anOutage('o1', [declared, restored])).toHaveProperty('restoredAt', noon + 3);
  expect(anOutage('o1', [declared, restored, resumed])).not.toHaveProperty('restoredAt');
});

test.each(['outageDismissed', 'outageCancelled', 'outageClosed'] as const)('why is kept of %s', (kind) => {
  const outage = anOutage('o1', [declared, { kind, act: anAct(), reason: 'Falskt larm' }]);
  expect(outage).toMatchObject({ state: 'closed', reason: 'Falskt larm' });
});

describe('a planned outage', () => {
  test('is declared by its plan when its time comes', () => {
    const outage = anOutage('o1', [planned, { kind: 'outageStarted', at: noon + hour }]);
    expect(outage).toMatchObject({
      state: 'ongoing',
      kind: 'planned',
      startedAt: noon + hour,
      lastDeed: 'declared',
    });
    expect(outage.deeds.declared).toEqual(planned.act);
  });

  test('that becomes part of another is closed, and says of which', () => {
    const joined: OutageEvent = { kind: 'outageJoined', at: noon + hour, into: 'o2' };
    expect(anOutage('o1', [planned, joined])).toMatchObject({ state: 'closed', joinedTo: 'o2' });
  });
});

describe('forms', () => {
  test('are known by their id with what was done', () => {
    const outage = anOutage('o1', [reported, declared]);
    expect([...outage.forms]).toEqual([
      [reported.act.form.id, { deed: 'reported', act: reported.act }],
      [declared.act.form.id, { deed: 'declared', act: declared.act }],
    ]);
  });

  test('are not taken by a drill that another outage breaks off', () => {
    const drill = { ...declared, outageKind: 'drill' } as const;
    const outage = anOutage('o1', [drill, { ...ended, isInterrupted: true }]);
    expect(outage.isInterrupted).toBe(true);
    expect([...outage.forms.keys()]).toEqual([drill.act.form.id]);
    expect(outage.deeds.ended).toEqual(ended.act);
  });
});

test('notices lie in the outbox, and what was folded before stays as it was', () => {
  const outage = anOutage('o1', [declared]);
  const told = evolveOutage(outage, [updated, aNotice({ key: 'once' })]);
  expect([told.outbox.lastNumber, ...told.outbox.keys.keys()]).toEqual([1, 'once']);
  expect(outage.outbox.lastNumber).toBe(0);
  expect(outage.forms.size).toBe(1);
});
