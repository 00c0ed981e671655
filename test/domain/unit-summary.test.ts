import { describe, expect, test } from 'vitest';
import type { World } from '../../src/domain/decision.ts';
import type { LogUnit } from '../../src/domain/log-command.ts';
import { countByTask, unitSummary } from '../../src/domain/unit-summary.ts';
import {
  acknowledges,
  ange,
  caseA,
  caseB,
  corrects,
  ended,
  marks,
  opens,
  outageOf,
  past,
  rings,
  saved,
  statesFacts,
  story,
  timra,
  toAnge,
  toCentre,
  toClinic,
  ward,
  withdraws,
} from '../support/log-commands.ts';

const summary = (world: World, unit: LogUnit = ward) => unitSummary(outageOf(world), unit);
const first = opens(ward, past(0), {
  ...toAnge,
  items: ['admission', 'dischargeNotice'],
  facts: { admittedAt: past(-5), dischargedAt: past(30), formUsed: true, wentHome: false },
});
const tried = rings(ward, past(1), { ...toCentre, outcome: 'no-answer', counterpart: '' });
const mistaken = rings(ward, past(2), toClinic);
const second = opens(
  ward,
  past(3),
  { ...toAnge, outcome: 'given', items: ['admission'], facts: { admittedAt: past(0) } },
  { newCode: '1' },
);
const told = story(first, tried, mistaken, withdraws(mistaken, past(2)), second);

describe('a unit’s part of an outage', () => {
  test('is counted: cases, calls, what nobody answered or confirmed, what is left', () => {
    expect(summary(told)).toEqual({
      cases: 2,
      calls: 3,
      unanswered: 1,
      unconfirmed: 2,
      outstanding: [
        { task: 'admissionNotice', count: 1 },
        { task: 'patientInformation', count: 1 },
        { task: 'acknowledgeMessages', count: 1 },
        { task: 'sendForm', count: 1 },
      ],
      outstandingCount: 4,
      doneCount: 0,
      forms: 1,
    });
  });

  test('is to look at its messages where it has logged nothing', () => {
    expect(summary(told, timra)).toEqual({
      cases: 0,
      calls: 0,
      unanswered: 0,
      unconfirmed: 0,
      outstanding: [{ task: 'acknowledgeMessages', count: 1 }],
      outstandingCount: 1,
      doneCount: 0,
      forms: 0,
    });
  });

  test('tells nothing of any one case', () => {
    const text = JSON.stringify(summary(told));
    for (const code of [caseA, caseB, 'Lisa', 'ange']) expect(text).not.toContain(code);
  });

  test('follows what is confirmed, made stale and done', () => {
    const heard = saved(told, acknowledges(ange, past(10), ['admission'], { code: caseB }));
    expect(summary(heard).unconfirmed).toBe(1);
    expect(summary(saved(heard, corrects(first, past(11), { counterpart: 'Karin' }))).unconfirmed).toBe(3);
    const over = ended(heard, past(60));
    const done = saved(over, marks(ward, past(70), { tasks: ['acknowledgeMessages'] }));
    expect(summary(done)).toMatchObject({ outstandingCount: 3, doneCount: 1 });
    expect(summary(saved(done, statesFacts(ward, past(71), { formUsed: false })))).toMatchObject({
      forms: 0,
    });
  });

  test('has a municipality’s form in no count: it is thrown away when it is scanned', () => {
    const heard = saved(told, statesFacts(ange, past(5), { formUsed: true }));
    expect(summary(heard, ange).forms).toBe(0);
  });
});

test('tasks are counted by kind, in the table’s order', () => {
  const tasks = ['sendForm', 'namedContact', 'sendForm'] as const;
  expect(countByTask(tasks.map((task) => ({ task })))).toEqual([
    { task: 'namedContact', count: 1 },
    { task: 'sendForm', count: 2 },
  ]);
});

test('what was written off is neither left nor done', () => {
  const over = ended(told, past(60));
  const why = { mark: 'dismissed', note: 'Nej' } as const;
  const off = saved(over, marks(ward, past(70), { tasks: ['acknowledgeMessages'], ...why }));
  expect(summary(off)).toMatchObject({ doneCount: 0, outstandingCount: 3 });
});
