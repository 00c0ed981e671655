import { afterEach, describe, expect, test } from 'vitest';
import { coordinator, onlyOutage } from '../support/bot-stage.ts';
import type { BotStage, Seen } from '../support/bot-stage.ts';
import { expectNothingOverheard, openOverheardStage } from '../support/overheard.ts';
import {
  ange,
  centre,
  declared,
  inChatOf,
  inUnit,
  logged,
  presses,
  sends,
  timra,
  toAnge,
  ward,
} from '../support/unit-stage.ts';

afterEach(expectNothingOverheard);

const at = (time: string): string => `2026-11-24T${time}:00+01:00`;
const by = inUnit(ward);
const colleague = inUnit(ward, 1);

/** At nine the ward has told Ånge that a patient was admitted at half past eight. */
async function going(changes: Readonly<Record<string, string>> = {}) {
  const stage = await openOverheardStage();
  await declared(stage);
  await stage.at(at('09:00'));
  const admitted = { admittedOn: '2026-11-24', admittedAt: '08:30' };
  const code = await logged(stage, { counterpart: 'Vera Prov', items: 'admission', ...admitted, ...changes });
  const { id: outage } = await onlyOutage(stage);
  return { stage, code, outage };
}

async function end(stage: BotStage, outage: string): Promise<void> {
  await stage.at(at('10:00'));
  await stage.press(coordinator, 'outage.end', { outage, endedOn: '2026-11-24', endedAt: '09:50' });
}

/** The same, and it is over since ten to ten. */
async function over(changes: Readonly<Record<string, string>> = {}) {
  const known = await going(changes);
  await end(known.stage, known.outage);
  return known;
}

const listOf = async (stage: BotStage, unit = ward): Promise<Seen> =>
  stage.press(inUnit(unit), 'tasks.list', { outage: (await onlyOutage(stage)).id });

describe('not before the end', () => {
  const marks = ['task.done', 'task.dismiss'] as const;

  test.each(marks)('%s is refused while it goes on, of a case and of what is owed once', async (verb) => {
    const { code, outage, stage } = await going();
    const before = await stage.recorded();
    const ways = [{ case: code, tasks: 'admissionNotice' }, { tasks: 'acknowledgeMessages' }, { case: code }];
    for (const data of ways) {
      for (const carrier of ['fetch', 'execute'] as const) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const seen = await stage.press(by, verb, { outage, note: 'Fel', ...data }, { carrier });
        expect(seen.text).toContain('Avbrottet är inte slut');
        expect(seen.values).toEqual({});
      }
    }
    expect(await stage.recorded()).toBe(before);
  });

  test('it is refused while the system answers again and all is not clear', async () => {
    const { code, outage, stage } = await going();
    await stage.press(coordinator, 'outage.restored', { outage, restoredAt: '08:58' });
    const seen = await stage.press(by, 'task.done', { outage, case: code, tasks: 'admissionNotice' });
    expect(seen.text).toContain('Avbrottet är inte slut');
  });

  test('the list can be read, says that it is not ready, and has no button to mark', async () => {
    const { stage } = await going();
    const seen = await listOf(stage);
    expect(seen.text).toContain('Avbrottet pågår: listan är inte färdig.');
    expect(seen.buttons).toEqual([]);
  });
});

describe('when it is over', () => {
  test('levels are said in words, with what each is', async () => {
    const { stage } = await over({ dischargedOn: '2026-11-24', dischargedAt: '09:30', formUsed: 'true' });
    const { text } = await listOf(stage);
    for (const words of ['SKA: ', 'SKA (om blankett använts): ', 'BEHÖVER INTE: ', 'Inskrivningsmeddelande'])
      expect(text).toContain(words);
    expect(text).not.toMatch(/\b(?:must|ask|needNot|ifPossible|mustNot)\b/);
  });

  test('one is marked as done, and the list says by whom and when', async () => {
    const { code, stage } = await over();
    const form = await presses(stage, by, [await listOf(stage), `Klar: ${code}`]);
    const seen = await sends(stage, by, [form, { tasks: 'admissionNotice', note: 'Klart' }]);
    expect(seen.outcome).toBe('saved');
    expect(seen.text).toContain(`Klart: Inskrivningsmeddelande (${code}).`);
    expect((await listOf(stage)).text).toContain('Inskrivningsmeddelande – klar av Åsa Öberg 10.00: Klart');
  });

  test('several are marked at once, and those that are left are counted', async () => {
    const { code, outage, stage } = await over();
    const form = await stage.press(by, 'task.done', { outage, case: code }, { carrier: 'fetch' });
    const seen = await sends(stage, by, [form, { tasks: 'admissionNotice,patientInformation' }]);
    expect(seen.text).toContain('Kvar på er lista: 1 av 3.');
  });

  test.each([
    ['done', 'task.done', /Redan klar, av Åsa Öberg 10\.00\./],
    ['dismissed', 'task.dismiss', /Redan struken, av Åsa Öberg 10\.00\./],
  ])('pressed again by another, it says who was first and when: %s', async (_what, verb, words) => {
    const { code, outage, stage } = await over();
    const data = { outage, case: code, tasks: 'admissionNotice', note: 'Fanns redan' };
    expect((await stage.press(by, verb, data)).outcome).toBe('saved');
    await stage.at(at('10:20'));
    const before = await stage.recorded();
    for (const again of ['task.done', 'task.dismiss']) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await stage.press(colleague, again, data)).text).toMatch(words);
    }
    expect(await stage.recorded()).toBe(before);
  });

  test('of several, one that is marked already keeps all from being marked', async () => {
    const { code, outage, stage } = await over();
    await stage.press(by, 'task.done', { outage, case: code, tasks: 'admissionNotice' });
    const both = { outage, case: code, tasks: 'admissionNotice,patientInformation' };
    expect((await stage.press(colleague, 'task.done', both)).outcome).toBe('refused');
    expect((await listOf(stage)).text).toContain('Kvar: \n2 av 3');
  });

  test('a mark is taken back in one press, and stands on the list again', async () => {
    const { code, outage, stage } = await over();
    await stage.press(by, 'task.done', { outage, case: code, tasks: 'admissionNotice' });
    const shown = await stage.press(colleague, 'handover.list', { code });
    const seen = await presses(stage, colleague, [shown, 'Ångra: inskriven']);
    expect(seen.outcome).toBe('saved');
    expect(seen.text).toContain(`Åter på listan: Inskrivningsmeddelande (${code}).`);
    expect((await listOf(stage)).text).not.toContain('klar av');
  });

  test('a mark that a colleague took back is said to be, by whom and when', async () => {
    const { code, outage, stage } = await over();
    const of = { outage, case: code };
    await stage.press(by, 'task.done', { ...of, tasks: 'admissionNotice' });
    await stage.press(colleague, 'task.reopen', { ...of, task: 'admissionNotice' });
    const seen = await stage.press(by, 'task.reopen', { ...of, task: 'admissionNotice' });
    expect(seen.outcome).toBe('refused');
    expect(seen.text).toContain('Person 21 10.00');
  });

  test('nothing is dismissed without why, and the form comes back with what was ticked', async () => {
    const { code, outage, stage } = await over();
    const form = await stage.press(by, 'task.dismiss', { outage, case: code }, { carrier: 'fetch' });
    const seen = await sends(stage, by, [form, { tasks: 'admissionNotice' }]);
    expect(seen.outcome).toBe('faulty');
    expect(seen.text).toContain('Skriv varför det inte ska göras.');
    expect(seen.values).toMatchObject({ tasks: 'admissionNotice' });
    const then = await sends(stage, by, [seen, { note: 'Fanns redan före avbrottet' }]);
    expect(then.text).toContain(`Struket: Inskrivningsmeddelande (${code}).`);
    expect((await listOf(stage)).text).toContain('struken av Åsa Öberg 10.00: Fanns redan före avbrottet');
  });

  test('somebody comes to it from the list, and says why', async () => {
    const { code, stage } = await over();
    const form = await presses(stage, by, [await listOf(stage), `Klar: ${code}`]);
    const filled = { tasks: 'admissionNotice', isDismissed: 'true' };
    const unsaid = await sends(stage, by, [form, filled]);
    expect(unsaid.text).toContain('Skriv varför det inte ska göras.');
    expect(unsaid.values).toMatchObject(filled);
    expect((await sends(stage, by, [unsaid, { note: 'Fanns redan' }])).outcome).toBe('saved');
    expect((await listOf(stage)).text).toContain('struken av Åsa Öberg 10.00: Fanns redan');
  });

  test.each([
    'readyForDischarge',
    'mailPatientInformation',
    'namedContact',
    'acknowledgeMessages',
    'nonsense',
  ])('what is not owed for the case is not marked: %s', async (tasks) => {
    const { code, outage, stage } = await over();
    const before = await stage.recorded();
    const seen = await stage.press(by, 'task.done', { outage, case: code, tasks });
    expect(seen.outcome).not.toBe('saved');
    expect(await stage.recorded()).toBe(before);
  });
});

describe('what is not known is asked', () => {
  test('the question names the time, its answer decides, and the list is right then', async () => {
    const { code, stage } = await over({ admittedOn: '', admittedAt: '' });
    const first = await listOf(stage);
    expect(first.text).toContain('När skrevs patienten in?');
    const form = await presses(stage, by, [first, `Ange tider: ${code}`]);
    expect(form.text).toContain('Det här avgör vad ni ska registrera.');
    const seen = await sends(stage, by, [form, { admittedOn: '2026-11-24', admittedAt: '08:30' }]);
    expect(seen.outcome).toBe('saved');
    const then = await listOf(stage);
    expect(then.text).not.toContain('FRÅGA');
    expect(then.text).toContain('SKA: \nInskrivningsmeddelande');
  });

  test('a time outside the outage is an answer too: nothing is to be registered of it', async () => {
    const { code, stage } = await over({ admittedOn: '', admittedAt: '' });
    const before = { admittedOn: '2026-11-23', admittedAt: '19:00', admissionNoticeSent: 'true' };
    await stage.press(by, 'case.facts', { code, ...before });
    const { text } = await listOf(stage);
    expect(text).not.toContain('FRÅGA');
    expect(text).not.toContain('SKA: \nInskrivningsmeddelande');
  });

  test('a time that was told of the wrong patient can be emptied again', async () => {
    const { code, stage } = await over();
    await stage.press(by, 'case.facts', { code, dischargedOn: '2026-11-24', dischargedAt: '09:30' });
    const form = await stage.press(by, 'case.facts', { code }, { carrier: 'fetch' });
    expect(form.values).toMatchObject({ dischargedOn: '2026-11-24', dischargedAt: '09:30' });
    await sends(stage, by, [form, { dischargedOn: '', dischargedAt: '' }]);
    const { text } = await stage.press(by, 'handover.list', { code });
    expect(text).not.toMatch(/Utskriven .* 09\.30/);
  });

  test('what was marked otherwise is said to have been, and counts no more', async () => {
    const { code, outage, stage } = await over();
    await stage.press(by, 'task.done', { outage, case: code, tasks: 'admissionNotice' });
    const discharged = { dischargedOn: '2026-11-24', dischargedAt: '09:30', wentHome: 'true' };
    await stage.press(by, 'case.facts', { code, ...discharged });
    const { text } = await listOf(stage);
    expect(text).toContain('Inskrivningsmeddelande – var klar 10.00, men uppgiften har ändrats');
    expect(text).not.toContain('klar av Åsa Öberg');
  });

  test('a call that is taken back takes its tasks along; what was marked of it is said', async () => {
    const { code, outage, stage } = await over();
    await stage.press(by, 'task.done', { outage, case: code, tasks: 'admissionNotice' });
    const last = await stage.press(by, 'handover.list', { code });
    const { entry } = { entry: '', ...last.buttons.find(({ verb }) => verb === 'handover.correct')?.data };
    await stage.press(by, 'handover.withdraw', { outage, entry, reason: 'Fel patient' });
    const { text } = await listOf(stage);
    expect(text).toContain('Kvar: \n1 av 1');
    expect(text).toContain('var klar 10.00, men uppgiften har ändrats och gäller inte längre');
  });
});

describe('messages are to be acknowledged by every unit that was told', () => {
  test.each([
    ['a health centre', centre],
    ['a municipality', timra],
  ])('also by %s that has logged nothing', async (_who, unit) => {
    const { stage } = await over();
    const first = await listOf(stage, unit);
    expect(first.text).toContain('Ingen patient står i er logg.');
    expect(first.text).toContain('Kvar: \n1 av 1');
    const form = await presses(stage, inUnit(unit), [first, 'Meddelanden kvitterade']);
    const seen = await sends(stage, inUnit(unit), [form]);
    expect(seen.text).toContain('Allt på er lista är klart.');
    const then = await listOf(stage, unit);
    expect(then.text).toContain('Kvar: \n0 av 1');
    expect((await presses(stage, inUnit(unit), [then, 'Ångra: kvittering'])).outcome).toBe('saved');
  });

  test('in the own chat it is marked from the list as well', async () => {
    const { stage } = await over();
    const own = await inChatOf(stage, centre);
    const list = await stage.says(own, 'vad är kvar att göra?');
    const seen = await presses(stage, own, [list, 'Meddelanden kvitterade']);
    const done = seen.outcome === 'form' ? await sends(stage, own, [seen]) : seen;
    expect(done.text).toContain('Allt på er lista är klart.');
  });

  test('one unit’s mark is not another’s', async () => {
    const { outage, stage } = await over();
    await stage.press(inUnit(ange), 'task.done', { outage, tasks: 'acknowledgeMessages' });
    expect((await listOf(stage)).text).toContain('SKA: \nKontrollera och kvittera meddelanden');
  });
});

/** Every change of a log, as it could be sent. */
const changesOf = (code: string, outage: string) =>
  [
    ['task.done', { outage, case: code, tasks: 'admissionNotice' }],
    ['task.done', { outage, tasks: 'acknowledgeMessages' }],
    ['task.dismiss', { outage, case: code, tasks: 'admissionNotice', note: 'Nej' }],
    ['task.reopen', { outage, case: code, task: 'patientInformation' }],
    ['case.facts', { code, admittedOn: '2026-11-24', admittedAt: '08:40' }],
    ['case.receivers', { code, receivers: 'primary-care', reason: 'Nej' }],
    ['handover.record', { ...toAnge, counterpart: 'Vera Prov', code }],
  ] as const;

describe('nothing after it is closed', () => {
  test('every change is refused, whatever carries it, and the list can be read', async () => {
    const { code, outage, stage } = await over();
    await stage.press(by, 'task.done', { outage, case: code, tasks: 'patientInformation' });
    await stage.press(coordinator, 'outage.close', { outage, reason: 'Resten görs ändå' });
    const before = await stage.recorded();
    for (const [verb, data] of changesOf(code, outage)) {
      for (const carrier of ['execute', 'dialog', 'submit'] as const) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const seen = await stage.press(by, verb, data, { carrier });
        expect(seen.text, `${verb} by ${carrier}`).toContain('Loggen är stängd');
      }
    }
    expect(await stage.recorded()).toBe(before);
    const list = await listOf(stage);
    expect(list.text).toContain('klar av Åsa Öberg 10.00');
    expect(list.buttons).toEqual([]);
  });

  test('a new call is logged in a new outage, not in the closed one', async () => {
    const { outage, stage } = await over();
    await stage.press(coordinator, 'outage.close', { outage, reason: 'Klart' });
    await stage.at(at('11:00'));
    const seen = await stage.press(by, 'handover.record', { ...toAnge, counterpart: 'Vera Prov' });
    expect(seen.outcome).toBe('saved');
    const states = (await stage.outages()).map(({ state }) => state);
    expect(states.toSorted()).toEqual(['closed', 'reported']);
  });
});

test('after a report that was no outage the list asks for nothing', async () => {
  const stage = await openOverheardStage();
  await logged(stage, { counterpart: 'Vera Prov' });
  const { id: outage } = await onlyOutage(stage);
  await stage.press(coordinator, 'outage.dismiss', { outage, reason: 'Fel hos oss' });
  const { text } = await listOf(stage);
  expect(text).toContain('Det blev inget avbrott');
  expect(text).not.toContain('SKA: ');
});
