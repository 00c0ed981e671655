import { describe, expect, test } from 'vitest';
import type { World } from '../../src/domain/decision.ts';
import { logOf } from '../../src/domain/handover-log.ts';
import { owedTasks } from '../../src/domain/owed-tasks.ts';
import { afterCommand, eventsOf, writesOf } from '../support/build-outage.ts';
import {
  ange,
  caseA,
  corrects,
  decideWish,
  ended,
  logIn,
  marks,
  noCase,
  opens,
  outageOf,
  past,
  saved,
  statesFacts,
  story,
  timra,
  toAnge,
  ward,
  withdraws,
} from '../support/log-commands.ts';
import type { Wish } from '../support/log-commands.ts';
import { because, faultsOf } from '../support/outage-commands.ts';

const admitted = opens(ward, past(0), {
  ...toAnge,
  items: ['admission'],
  facts: { admittedAt: past(-30), formUsed: true },
});
const goingOn = story(admitted);
const over = ended(goingOn, past(60));
const faults = (wish: Wish, world: World = over) => faultsOf(decideWish(wish, world));
const of = { code: caseA };
const notice = { tasks: ['admissionNotice' as const], ...of };
const messages = { tasks: ['acknowledgeMessages' as const] };
/** What became of a task of the ward: `done`, `was done`, or nothing. */
const markIn = (world: World, task: string, code: string | undefined = caseA): string => {
  const found = owedTasks(logIn(world), ward, outageOf(world)).find(
    (one) => one.task === task && one.code === code,
  );
  if (found?.formerMark !== undefined) return `was ${found.formerMark.kind}`;
  return found?.mark?.kind ?? '–';
};

describe('what a unit owes is marked', () => {
  test('as done: by whom, when, and at which level it was owed', () => {
    const done = marks(ward, past(70), { ...notice, note: 'Klart' });
    expect(eventsOf(writesOf(decideWish(done, over)))).toEqual(['o1 tasksMarked']);
    const mark = logOf(logIn(saved(over, done)), 'ward')
      .marks.values()
      .toArray();
    expect(mark).toMatchObject([{ kind: 'done', level: 'must', note: 'Klart', act: { at: past(70) } }]);
    expect(decideWish(done, over)).toMatchObject({ outage: 'o1' });
  });

  test('several at once, and what is owed once without a code', () => {
    const two = marks(ward, past(70), { ...of, tasks: ['admissionNotice', 'sendForm'] });
    const world = saved(over, two, marks(ward, past(71), messages));
    expect(markIn(world, 'admissionNotice')).toBe('done');
    expect(markIn(world, 'sendForm')).toBe('done');
    expect(owedTasks(logIn(world), ward, outageOf(world))[0]?.mark?.kind).toBe('done');
  });

  test('as not to be done, with why', () => {
    expect(faults(marks(ward, past(70), { ...notice, mark: 'dismissed' }))).toEqual(['note missing']);
    const why = { mark: 'dismissed', note: 'Patienten är avliden' } as const;
    expect(markIn(saved(over, marks(ward, past(70), { ...notice, ...why })), 'admissionNotice')).toBe(
      'dismissed',
    );
    expect(faults(marks(ward, past(70), { ...notice, note: 'x'.repeat(1001) }))).toEqual(['note too-long']);
  });

  test('as open again, and then as done again', () => {
    const done = saved(over, marks(ward, past(70), notice));
    const open = marks(ward, past(71), { ...notice, mark: 'open' });
    expect(markIn(saved(done, open), 'admissionNotice')).toBe('–');
    expect(markIn(saved(done, open, marks(ward, past(72), notice)), 'admissionNotice')).toBe('done');
    expect(faults(open)).toEqual(['task-gone']);
  });

  test('once: again, it is said who did it', () => {
    const done = saved(over, marks(ward, past(70), notice));
    expect(decideWish(marks(ward, past(71), notice), done)).toMatchObject({
      refusals: [{ kind: 'task-marked', mark: 'done', act: { at: past(70) } }],
    });
    const why = { mark: 'dismissed', note: 'Nej' } as const;
    expect(faults(marks(ward, past(71), { ...notice, ...why }), done)).toEqual(['task-marked']);
  });
});

const foreign = (code: string) =>
  JSON.stringify(decideWish(marks(timra, past(70), { ...notice, code }), over));

describe('nothing is marked', () => {
  test.each<[string, Wish, readonly string[]]>([
    ['that is not owed', marks(ward, past(70), { ...of, tasks: ['dischargeNotice'] }), ['task-gone']],
    ['that must not be done', marks(ward, past(70), { ...of, tasks: ['readyForDischarge'] }), ['task-gone']],
    ['that others do', marks(ange, past(70), { ...of, tasks: ['admissionNotice'] }), ['task-gone']],
    ['on a code that is nothing to the unit', marks(timra, past(70), notice), ['task-gone']],
    ['on a code that there is not', marks(ward, past(70), { ...notice, code: noCase }), ['task-gone']],
    ['of a case without its code', marks(ward, past(70), { tasks: ['admissionNotice'] }), ['task-gone']],
    ['of what is owed once, with one', marks(ward, past(70), { ...of, ...messages }), ['task-gone']],
    [
      'of an outage that there is not',
      marks(ward, past(70), { ...notice, outage: 'o9' }),
      ['no-such-outage'],
    ],
    [
      'in part: one of two is not owed',
      marks(ward, past(70), { ...of, tasks: ['admissionNotice', 'dischargeNotice'] }),
      ['task-gone'],
    ],
  ])('%s', (_title, wish, expected) => {
    expect(faults(wish)).toEqual(expected);
  });

  test('while the outage goes on, nor when it is closed', () => {
    expect(faults(marks(ward, past(50), notice), goingOn)).toEqual(['outage-goes-on']);
    const closed = afterCommand(over, because('close', ''), past(70));
    expect(faults(marks(ward, past(71), notice), closed)).toEqual(['log-closed']);
  });

  test('and a foreign code is refused as one that there is not', () => {
    expect(foreign(caseA)).toBe(foreign(noCase));
  });
});

describe('a mark whose task has changed', () => {
  const done = saved(over, marks(ward, past(70), notice));

  test('counts no more, and is shown as a former one; when the task is as it was it counts again', () => {
    const before = saved(done, statesFacts(ward, past(80), { admittedAt: past(-300) }));
    expect(markIn(before, 'admissionNotice')).toBe('was done');
    const back = saved(before, statesFacts(ward, past(90), { admittedAt: past(-20) }));
    expect(markIn(back, 'admissionNotice')).toBe('done');
  });

  test('is shown of a case that nothing stands on any more, and may be opened', () => {
    const gone = saved(done, withdraws(admitted, past(80)));
    expect(markIn(gone, 'admissionNotice')).toBe('was done');
    const open = marks(ward, past(90), { ...notice, mark: 'open' });
    expect(markIn(saved(gone, open), 'admissionNotice')).toBe('–');
  });

  test('may be marked anew at the level that it has then', () => {
    const asked = saved(done, corrects(admitted, past(80), { facts: {} }));
    expect(markIn(asked, 'admissionNotice')).toBe('was done');
    expect(markIn(saved(asked, marks(ward, past(90), notice)), 'admissionNotice')).toBe('done');
  });
});

describe('what was marked', () => {
  test('is something: a record of no task could not be read again', () => {
    expect(decideWish(marks(ward, past(70), { ...of, tasks: [] }), over).kind).toBe('refused');
  });

  test('is not opened under an empty code, which is none', () => {
    const done = saved(over, marks(ward, past(70), messages));
    const wish = marks(ward, past(71), { ...messages, code: '', mark: 'open' });
    expect(decideWish(wish, done).kind).toBe('refused');
  });

  test('as an answer to one question is none to another', () => {
    const told = opens(ward, past(0), { ...toAnge, items: ['dischargeNotice'] });
    const asked = ended(story(told), past(60));
    const task = { ...of, tasks: ['mailPatientInformation' as const] };
    const done = saved(asked, marks(ward, past(70), task));
    // "När skrevs patienten ut?" is answered; whether there was written information is another matter (A10).
    const stay = { admittedAt: past(-30), dischargedAt: past(30), wentHome: true };
    expect(markIn(saved(done, statesFacts(ward, past(80), stay)), 'mailPatientInformation')).toBe('was done');
  });
});
