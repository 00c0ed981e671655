import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Unit } from '../../src/domain/directory.ts';
import type { Call, HandoverEvent, UnitKind } from '../../src/domain/handover-event.ts';
import { callOf } from '../../src/domain/handover-log.ts';
import { outageActivity } from '../../src/domain/outage-activity.ts';
import type { Outage } from '../../src/domain/outage.ts';
import { outstandingByUnit } from '../../src/domain/owing-units.ts';
import { isConfirmed } from '../../src/domain/receipts.ts';
import { unitReceipts } from '../../src/domain/unit-receipts.ts';
import { unreachable } from '../../src/domain/unreachable.ts';
import { actAt, angeKind, logAfter, opened, recorded, wardKind } from '../support/build-log.ts';
import { aDirectory, aNotice, aUnit, anOutage, hour, minute, noon } from '../support/build-outage.ts';

const centreKind: UnitKind = { careSetting: 'primary-care', organisation: 'region' };
const kinds: Readonly<Record<string, UnitKind>> = {
  ward: wardKind,
  ward2: wardKind,
  ange: angeKind,
  centre: centreKind,
};
const ids = Object.keys(kinds);
const codes = ['K7M-3F', 'D7M-3C', 'F7M-39'] as const;
const units: readonly Unit[] = ids.map((id) => aUnit(id, kinds[id]));
const directory = aDirectory({ units });
const end = noon + 2 * hour;

/** Somebody logs, corrects, withdraws or states something of a case, or marks a task. */
const someEvent = fc.record({
  kind: fc.constantFrom('record', 'record', 'record', 'receive', 'correct', 'withdraw', 'state', 'mark'),
  unit: fc.constantFrom(...ids),
  code: fc.constantFrom(...codes),
  entry: fc.nat({ max: 8 }),
  minutes: fc.nat({ max: 110 }),
  items: fc.subarray(
    ['admission', 'expectedDischargeChanged', 'actualDischarge', 'dischargeNotice'] as const,
    { minLength: 1 },
  ),
  outcome: fc.constantFrom('no-answer', 'given', 'read-back'),
  facts: fc.constantFrom({}, { admittedAt: noon + minute }, { dischargedAt: noon + hour, wentHome: true }),
  to: fc.constantFrom({ party: 'primary-care' }, { party: 'municipality', municipality: 'ange' }),
  task: fc.constantFrom('admissionNotice', 'acknowledgeMessages'),
});
type Some = typeof someEvent extends fc.Arbitrary<infer One> ? One : never;

function eventOf({ kind, ...some }: Some): HandoverEvent {
  const { code, facts, items, minutes, outcome, task, to, unit } = some;
  const as = kinds[unit] ?? wardKind;
  const act = actAt(noon + minutes * minute);
  const by = { act, unit };
  const entry = `${unit}-${some.entry}`;
  const call: Call = {
    code,
    facts,
    items,
    outcome,
    ...to,
    direction: 'given',
    counterpart: 'Lisa',
    calledAt: act.at,
  };
  switch (kind) {
    case 'record':
      return { kind: 'handoverRecorded', ...by, as, entry, call };
    case 'receive': {
      const { municipality: _, ...rest } = call;
      const received = { ...rest, direction: 'received', party: 'inpatient-ward', outcome: 'given' } as const;
      return { kind: 'handoverRecorded', ...by, as, entry: `${entry}-r`, call: received };
    }
    case 'correct':
      return { kind: 'handoverCorrected', ...by, entry, call, reason: 'Fel' };
    case 'withdraw':
      return { kind: 'handoverWithdrawn', ...by, entry, reason: 'Fel' };
    case 'state':
      return { kind: 'factsStated', ...by, as, code, facts };
    case 'mark': {
      const of = task === 'admissionNotice' ? { code } : {};
      return { kind: 'tasksMarked', ...by, ...of, tasks: [{ task, level: 'must' }], mark: 'done', note: '' };
    }
    default:
      return unreachable(kind);
  }
}

const openings: readonly HandoverEvent[] = codes.map((code, index) =>
  opened({ code, unit: index === 0 ? 'ward' : 'ward2' }),
);

function outageWith(some: readonly Some[], over: Partial<Outage> = {}): Outage {
  const told = aNotice({ recipients: units.map(({ id }) => `unit:${id}` as const) });
  return {
    ...anOutage('o1', [...openings, ...some.map((one) => eventOf(one)), told]),
    kind: 'unplanned',
    startedAt: noon,
    ...over,
  };
}

test('whatever is logged, the counts are those of every unit’s receipts and tasks together', () => {
  fc.assert(
    fc.property(fc.array(someEvent, { maxLength: 40 }), (some) => {
      const outage = outageWith(some, { state: 'ended', endedAt: end });
      const owing = outstandingByUnit(outage, directory);
      const unconfirmed = ids
        .flatMap((id) => unitReceipts(outage.log, id))
        .filter(({ receipt }) => !isConfirmed(receipt))
        .filter(({ receipt: { call } }) => call !== undefined && end - callOf(call).calledAt > 30 * minute);
      expect(outageActivity(outage, directory, end)).toEqual({
        unconfirmed: unconfirmed.length,
        outstanding: {
          tasks: owing.flatMap(({ tasks }) => tasks).length,
          units: owing.length,
        },
      });
    }),
    { numRuns: 300 },
  );
});

test('nothing is owed while it goes on, nor after a drill', () => {
  expect(outageActivity(outageWith([], { state: 'ongoing' }), directory, end)).toEqual({ unconfirmed: 0 });
  const drill = outageWith([], { state: 'ended', kind: 'drill', endedAt: end });
  expect(outageActivity(drill, directory, end)).toEqual({ unconfirmed: 0 });
});

test('half an hour is patience enough, to the minute', () => {
  const log = logAfter(opened(), recorded('e1', { outcome: 'given', calledAt: noon }));
  const at = (now: number) => outageActivity(outageWith([], { log, state: 'ongoing' }), directory, now);
  expect(at(noon + 30 * minute)).toEqual({ unconfirmed: 0 });
  expect(at(noon + 30 * minute + 1)).toEqual({ unconfirmed: 1 });
});
