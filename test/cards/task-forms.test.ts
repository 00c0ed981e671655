import { describe, expect, test } from 'vitest';
import { taskDismissForm, taskDoneForm } from '../../src/cards/task-form.ts';
import type { OwedTask } from '../../src/domain/owed-tasks.ts';
import { aCode } from '../support/build-log.ts';
import { formState, optionsIn, sentAlong, textsOf, typed } from '../support/log-forms.ts';
import { act, at, outage } from '../support/outage-samples.ts';
import { filledIn } from '../support/said.ts';

const owedTask = (over: Partial<OwedTask> = {}): OwedTask => ({
  task: 'admissionNotice',
  level: 'must',
  code: aCode,
  asks: [],
  ...over,
});

describe('what is owed', () => {
  const mark = { kind: 'done', act: act('13:00'), level: 'must', note: '' } as const;
  const tasks = [
    owedTask(),
    owedTask({ task: 'patientInformation', level: 'ifPossible' }),
    owedTask({ task: 'mailPatientInformation', level: 'ask', asks: ['wentHome'] }),
    owedTask({ task: 'sendForm', level: 'mustIfFormUsed' }),
    owedTask({ task: 'readyForDischarge', level: 'mustNot' }),
    owedTask({ task: 'dischargeNotice', mark }),
  ];
  const ended = outage({ state: 'ended', endedAt: at('13:20') });
  const known = { outage: ended, code: aCode, tasks };
  const titles = [
    'SKA: Inskrivningsmeddelande',
    'OM MÖJLIGT: Patientinformation',
    'FRÅGA: Skicka hem patientinformationen',
    'SKA (om blankett använts): Skicka in blanketten',
  ];

  test('is marked as done: what is outstanding can be ticked, and nothing else', () => {
    const form = taskDoneForm(formState(), known);
    expect(Object.values(optionsIn(form, 'tasks'))).toEqual(titles);
    expect(filledIn(form)).toEqual({ tasks: [], isDismissed: false, note: '' });
    expect(form.fields.map(({ isRequired = false }) => isRequired)).toEqual([true, false, false]);
    expect(textsOf(form)).toEqual([
      'Det gäller patienten med koden K7M-3F.',
      'Boten registrerar inget i Lifecare SP. Kryssa i det som du har gjort.',
    ]);
    expect(form.submit).toEqual({
      title: 'Spara',
      verb: 'task.done',
      data: { ...sentAlong, outage: 'outage-1', case: 'K7M-3F' },
    });
  });

  test('is not to be done after all: the same form can say so, with why', () => {
    expect(taskDoneForm(formState(), known).fields.at(1)).toMatchObject({
      kind: 'toggle',
      id: 'isDismissed',
      title: 'Det ska inte göras. Skriv varför i anteckningen',
    });
    const form = taskDoneForm(typed({ tasks: 'sendForm', isDismissed: 'true', note: 'Dubbelt.' }), known);
    expect(filledIn(form)).toEqual({ tasks: ['sendForm'], isDismissed: true, note: 'Dubbelt.' });
    expect(form.submit.verb).toBe('task.done');
  });

  test('is dismissed with a reason', () => {
    const form = taskDismissForm(formState(), known);
    expect(Object.values(optionsIn(form, 'tasks'))).toEqual(titles);
    expect(form.fields.map(({ id, isRequired = false }) => [id, isRequired])).toEqual([
      ['tasks', true],
      ['note', true],
    ]);
    expect(form.submit).toMatchObject({ verb: 'task.dismiss', data: { case: 'K7M-3F' } });
  });

  test.each([taskDoneForm, taskDismissForm])(
    'is ticked where it is one, or where the button said so',
    (form) => {
      expect(
        filledIn(form(formState(), { ...known, tasks: [owedTask(), owedTask({ mark })] })),
      ).toMatchObject({
        tasks: ['admissionNotice'],
      });
      const values = { tasks: 'patientInformation,sendForm', note: 'Av Bo.' };
      expect(filledIn(form(typed(values), known))).toEqual({
        tasks: ['patientInformation', 'sendForm'],
        note: 'Av Bo.',
        ...(form === taskDoneForm && { isDismissed: false }),
      });
      expect(filledIn(form(typed({ tasks: '' }), { ...known, tasks: [owedTask()] }))).toMatchObject({
        tasks: [],
      });
    },
  );

  test('once by the unit has no code', () => {
    const { code: _code, ...once } = owedTask({ task: 'acknowledgeMessages' });
    const form = taskDoneForm(formState(), { outage: ended, tasks: [once] });
    expect(Object.values(optionsIn(form, 'tasks'))).toEqual(['SKA: Kontrollera och kvittera meddelanden']);
    expect(form.submit.data).toEqual({ ...sentAlong, outage: 'outage-1' });
    expect(form.lines).toHaveLength(1);
  });

  test('after a drill is marked as the drill’s', () => {
    const drill = { ...known, outage: outage({ state: 'ended', kind: 'drill' }) };
    expect(taskDoneForm(formState(), drill).banner).toBe('ÖVNING');
    expect(taskDismissForm(formState(), drill).banner).toBe('ÖVNING');
    expect(taskDoneForm(formState(), known).banner).toBeUndefined();
  });
});
