import { describe, expect, test } from 'vitest';
import { basisOf } from '../../src/cards/line.ts';
import { taskLines } from '../../src/cards/task-lines.ts';
import type { TaskWords } from '../../src/cards/task-lines.ts';
import type { Mark } from '../../src/domain/handover-log.ts';
import { levels, reregistrationTasks } from '../../src/domain/ids.ts';
import type { Level, ReregistrationTask } from '../../src/domain/ids.ts';
import type { OwedTask } from '../../src/domain/owed-tasks.ts';
import { careGroups } from '../../src/domain/care-group.ts';
import { reregistrationLevels } from '../../src/domain/reregistration.ts';
import { levelNames, taskNames } from '../../src/text/names.ts';
import { aCode, actAt } from '../support/build-log.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';
import { everyCase } from '../support/every-case.ts';
import { at } from '../support/outage-samples.ts';

const { routine } = await builtInKnowledge();
const words: TaskWords = { group: 'inpatient', known: {}, routine, now: at('15:00') };

const owed = (task: ReregistrationTask, level: Level, over: Partial<OwedTask> = {}): OwedTask => ({
  task,
  level,
  code: aCode,
  asks: [],
  ...over,
});
const mark = (over: Partial<Mark> = {}): Mark => ({
  kind: 'done',
  act: actAt(at('14:20')),
  level: 'must',
  note: '',
  ...over,
});
const said = (tasks: readonly OwedTask[], over: Partial<TaskWords> = {}): readonly string[] =>
  taskLines(tasks, { ...words, ...over }).map(({ text }) => text);

const awaits = (task: ReregistrationTask, group: TaskWords['group']): readonly string[] =>
  said([owed(task, 'await')], { group });

describe('every level has its words', () => {
  test.each<[string, OwedTask]>([
    ['SKA: Inskrivningsmeddelande', owed('admissionNotice', 'must')],
    ['SKA (om blankett använts): Skicka in blanketten', owed('sendForm', 'mustIfFormUsed')],
    ['OM MÖJLIGT: Patientinformation', owed('patientInformation', 'ifPossible')],
    ['BEHÖVER INTE: Utskrivningsmeddelande', owed('dischargeNotice', 'needNot')],
    ['SKA INTE: Utskrivningsklar meddelande', owed('readyForDischarge', 'mustNot')],
    ['FORTSÄTT SOM VANLIGT: Planeringsunderlag', owed('planningBasis', 'continue')],
    [
      'FRÅGA: har patienten fått skriftlig information? Kontrollera det.',
      owed('mailPatientInformation', 'ask'),
    ],
    [
      'FRÅGA: När skrevs patienten ut? Det avgör: Utskrivningsmeddelande',
      owed('dischargeNotice', 'ask', { asks: ['discharged'] }),
    ],
    [
      'FRÅGA: När skrevs patienten in? Har patienten gått hem? Det avgör: Planeringsunderlag',
      owed('planningBasis', 'ask', { asks: ['admitted', 'wentHome'] }),
    ],
  ])('%s', (text, task) => {
    expect(said([task])).toEqual([text]);
  });

  test('of who came before the outage it is asked whether the notice was sent, with the reading that says so', () => {
    const asked = owed('admissionNotice', 'ask', { asks: ['admitted'] });
    const both = owed('planningBasis', 'ask', { asks: ['admitted', 'wentHome'] });
    const question = 'Hann inskrivningsmeddelandet skickas före avbrottet?';
    expect(said([asked, both], { isAdmittedBefore: true })).toEqual([
      `FRÅGA: ${question} Det avgör: Inskrivningsmeddelande`,
      `FRÅGA: ${question} Har patienten gått hem? Det avgör: Planeringsunderlag`,
    ]);
    const lines = taskLines([asked], { ...words, isAdmittedBefore: true });
    expect(lines[0]).toMatchObject(basisOf(routine, 'A02'));
    expect(basisOf(routine, 'A02')).not.toEqual({});
    const discharged = owed('dischargeNotice', 'ask', { asks: ['discharged'] });
    expect(taskLines([discharged], { ...words, isAdmittedBefore: true })).toEqual(
      taskLines([discharged], words),
    );
  });

  test('what does not apply is not said', () => {
    expect(said([owed('namedContact', 'notApplicable')])).toEqual([]);
  });

  test('who waits for another is told for whom, also where that is one of the same kind', () => {
    expect(awaits('mailPatientInformation', 'municipality')[0]).toContain('slutenvården skickar hem');
    expect(awaits('mailPatientInformation', 'inpatient')[0]).toContain(
      'avdelningen som patienten gick hem från skickar hem',
    );
    expect(awaits('sipSummons', 'municipality')[0]).toContain('öppenvårdens kallelse');
    expect(awaits('sipSummons', 'outpatient')[0]).toContain('från den enhet som ringde om den');
  });
});

test('what is to be done first stands first, tasks of a level together', () => {
  expect(
    said([
      owed('readyForDischarge', 'mustNot'),
      owed('patientInformation', 'ifPossible'),
      owed('admissionNotice', 'must'),
      owed('planningBasis', 'mustNot'),
      owed('dischargeNotice', 'must'),
    ]),
  ).toEqual([
    'SKA: Inskrivningsmeddelande · Utskrivningsmeddelande',
    'OM MÖJLIGT: Patientinformation',
    'SKA INTE: Utskrivningsklar meddelande · Planeringsunderlag',
  ]);
});

test('in all 32 cases each task is said at its level, and nothing else', () => {
  for (const group of careGroups) {
    for (const facts of everyCase) {
      const level = reregistrationLevels(group, facts);
      const lines = taskLines(
        reregistrationTasks.map((task) => owed(task, level[task])),
        { ...words, group, known: facts },
      );
      const told = new Set(lines.map(({ text }) => text.split(': ')[0]));
      const expected = new Set(
        reregistrationTasks.map((task) => level[task]).filter((one) => one !== 'notApplicable'),
      );
      expect(told).toEqual(new Set([...expected].map((one) => levelNames[one])));
      const sources = lines.map(({ basis, heading }) => [basis, heading].filter((one) => one !== undefined));
      expect(sources.every(({ length }) => length === 1)).toBe(true);
    }
  }
});

describe('what became of a task', () => {
  test.each<[string, Partial<Mark>]>([
    ['Inskrivningsmeddelande – klar av Anna 14.20', {}],
    ['Inskrivningsmeddelande – klar av Anna 14.20: av natten', { note: ' av natten ' }],
    ['Inskrivningsmeddelande – struken av Anna 14.20: dubbelt', { kind: 'dismissed', note: 'dubbelt' }],
    ['Inskrivningsmeddelande – klar av Anna 23/11 14.20', { act: actAt(at('14:20', '2026-11-23')) }],
  ])('%s', (text, over) => {
    expect(said([owed('admissionNotice', 'must', { mark: mark(over) })])).toEqual([text]);
  });

  test('what is done stands last', () => {
    const done = owed('admissionNotice', 'must', { mark: mark() });
    expect(said([done, owed('readyForDischarge', 'mustNot')]).at(-1)).toContain('klar av Anna');
  });

  test.each<[string, OwedTask]>([
    [
      'SKA: Inskrivningsmeddelande – var klar 14.20, men uppgiften har ändrats',
      owed('admissionNotice', 'must', { formerMark: mark() }),
    ],
    [
      'FRÅGA: När skrevs patienten ut? Det avgör: Utskrivningsmeddelande – var klar 14.20, men uppgiften har ändrats',
      owed('dischargeNotice', 'ask', { asks: ['discharged'], formerMark: mark() }),
    ],
    [
      'Inskrivningsmeddelande – var struken 14.20, men uppgiften har ändrats och gäller inte längre.',
      owed('admissionNotice', 'notApplicable', { formerMark: mark({ kind: 'dismissed' }) }),
    ],
  ])('a mark that does not count any more is told: %s', (text, task) => {
    expect(said([task])).toEqual([text]);
  });

  test('a long note leaves room for the rest', () => {
    const [line = ''] = said([owed('sendForm', 'must', { mark: mark({ note: 'å'.repeat(900) }) })]);
    expect(line.length).toBeLessThan(200);
  });
});

test('every task at every level has words of its own', () => {
  for (const level of levels.filter((one) => one !== 'notApplicable')) {
    for (const task of reregistrationTasks) {
      const [line = ''] = said([owed(task, level)]);
      expect(line.startsWith(`${levelNames[level]}: `), `${task} ${level}`).toBe(true);
      expect(line.length).toBeGreaterThan(levelNames[level].length + 5);
    }
  }
  expect(new Set(Object.values(taskNames)).size).toBe(reregistrationTasks.length);
});
