import { afterEach, describe, expect, test } from 'vitest';
import type { Whereabouts } from '../../src/app/whereabouts.ts';
import { newCaseCode } from '../../src/domain/case-code.ts';
import { coordinator, onlyOutage } from '../support/bot-stage.ts';
import type { BotStage, Seen } from '../support/bot-stage.ts';
import { expectNothingOverheard, openOverheardStage } from '../support/overheard.ts';
import { ange, declared, inChatOf, inUnit, logged, presses, sends, ward } from '../support/unit-stage.ts';
import type { StageUnit } from '../support/unit-stage.ts';

afterEach(expectNothingOverheard);

const at = (time: string): string => `2026-11-24T${time}:00+01:00`;

/** At nine the ward has told Ånge, in an outage that goes on. */
async function withCall(): Promise<{ readonly stage: BotStage; readonly code: string }> {
  const stage = await openOverheardStage();
  await declared(stage);
  await stage.at(at('09:00'));
  return { stage, code: await logged(stage, { counterpart: 'Vera Prov', outcome: 'given' }) };
}

const inChannel = async (_stage: BotStage, unit: StageUnit): Promise<Whereabouts> => inUnit(unit);

/** What stands in a form, but for what always does: the receivers that are ticked and a box that is not. */
function filledIn({ values }: Seen): Readonly<Record<string, string>> {
  const { receivers: _receivers, receivingMunicipality: _municipality, formUsed: _form, ...others } = values;
  return Object.fromEntries(Object.entries(others).filter(([, value]) => value !== ''));
}

const now = { calledOn: '2026-11-24', calledAt: '09:00' };
const toAnge = { party: 'municipality', municipality: 'ange' };

/** Words of a ward, and all that the form holds then. */
const told: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  [
    'ringde Ånge 08.40, pratade med Vera Berg, inskrivning och planeringsunderlag, upprepat',
    {
      ...toAnge,
      counterpart: 'Vera Berg',
      items: 'admission,planningBasis',
      outcome: 'read-back',
      ...now,
      calledAt: '08:40',
    },
  ],
  ['ringde Ånge', { ...toAnge, ...now }],
  ['ringde Ånge 08.40, ingen svarade', { ...toAnge, outcome: 'no-answer', ...now, calledAt: '08:40' }],
  [
    'ringde hälsocentralen 08.15, inskrivning',
    { party: 'primary-care', items: 'admission', ...now, calledAt: '08:15' },
  ],
  [
    'Timrå ringde 08.50, de kan ta emot',
    { party: 'municipality', municipality: 'timra', items: 'canReceive', ...now, calledAt: '08:50' },
  ],
  [
    'ringde Ånge igår 14.30, inskrivning',
    { ...toAnge, items: 'admission', calledOn: '2026-11-23', calledAt: '14:30' },
  ],
  [
    'ringde Ånge 22/11 14.30, inskrivning',
    { ...toAnge, items: 'admission', calledOn: '2026-11-22', calledAt: '14:30' },
  ],
  [
    'ringde Ånge i måndags halv tre, inskrivning',
    { ...toAnge, items: 'admission', calledOn: '2026-11-23', calledAt: '14:30' },
  ],
  [
    'ringde Ånge den 3:e 10.00, inskrivning',
    { ...toAnge, items: 'admission', calledOn: '2026-11-03', calledAt: '10:00' },
  ],
  [
    'ringde Ånge igår kväll vid åtta, inskrivning',
    { ...toAnge, items: 'admission', calledOn: '2026-11-23', calledAt: '20:00' },
  ],
  [
    'ringde Ånge tio i tre inatt, inskrivning',
    { ...toAnge, items: 'admission', calledOn: '2026-11-24', calledAt: '02:50' },
  ],
  [
    'ringde Ånge för en kvart sedan, inskrivning',
    { ...toAnge, items: 'admission', calledOn: '2026-11-24', calledAt: '08:45' },
  ],
  [
    'ringde Ånge 23.50, inskrivning',
    { ...toAnge, items: 'admission', calledOn: '2026-11-23', calledAt: '23:50' },
  ],
  [
    'ringde Ånge 08.40, beräknat utskrivningsdatum på torsdag kl 13',
    {
      ...toAnge,
      items: 'expectedDischarge',
      ...now,
      calledAt: '08:40',
      dischargedOn: '2026-11-26',
      dischargedAt: '13:00',
    },
  ],
  [
    'ringde Ånge 08.40, beräknat utskrivningsdatum på torsdag',
    { ...toAnge, items: 'expectedDischarge', ...now, calledAt: '08:40' },
  ],
  ['ringde Ånge igår, inskrivning', { ...toAnge, items: 'admission', calledOn: '2026-11-23' }],
  ['logga överlämning', now],
];

describe('a call that is told', () => {
  test.each(told)(
    'in the own chat opens the form, with nothing that was not said: %s',
    async (text, values) => {
      const { stage } = await withCall();
      const by = await inChatOf(stage, ward);
      const before = await stage.recorded();
      const form = await stage.says(by, text);
      expect(form.outcome).toBe('form');
      expect(form.buttons[0]?.verb).toBe('handover.record');
      expect(filledIn(form)).toEqual(values);
      expect(await stage.recorded()).toBe(before);
    },
  );

  test.each(told)('in a channel has a button alone, and the form is behind it: %s', async (text, values) => {
    const { stage } = await withCall();
    const seen = await stage.says(inUnit(ward), text);
    expect(seen.text).toContain('Öppna, så ser bara du det. Inget är sparat än.');
    expect(seen.buttons.map(({ title }) => title)).toEqual(['Öppna']);
    expect(Object.keys({ ...seen.buttons[0]?.data }).toSorted()).toEqual(['draft', 'msteams', 'verb']);
    expect(filledIn(await presses(stage, inUnit(ward), [seen, 'Öppna']))).toEqual(values);
  });

  test.each([
    ['a colleague', inUnit(ward, 1), '09:10'],
    ['whoever wrote it, an hour and a minute later', inUnit(ward), '10:01'],
  ])('%s gets an empty form from the button', async (_who, by, time) => {
    const { stage } = await withCall();
    const seen = await stage.says(inUnit(ward), told[0]?.[0] ?? '');
    await stage.at(at(time));
    const form = await presses(stage, by, [seen, 'Öppna']);
    expect(form.outcome).toBe('form');
    expect(filledIn(form)).toEqual({ ...now, calledAt: time });
  });

  test('within the hour whoever wrote it gets it as it was written', async () => {
    const { stage } = await withCall();
    const [text, values] = told[0] ?? ['', {}];
    const seen = await stage.says(inUnit(ward), text);
    await stage.at(at('09:59'));
    expect(filledIn(await presses(stage, inUnit(ward), [seen, 'Öppna']))).toEqual(values);
  });

  test('another unit’s member gets an empty form of the own unit', async () => {
    const { stage } = await withCall();
    const seen = await stage.says(inUnit(ward), told[0]?.[0] ?? '');
    const form = await presses(stage, inUnit(ange), [seen, 'Öppna']);
    expect(form.text).toContain('Sparas i loggen för Ange bistand.');
    expect(filledIn(form)).toEqual(now);
  });
});

describe('a day that was said and cannot be told', () => {
  const days = ['den 31/2 10.00', 'i natt', 'förra veckan 10.00', 'i måndags och i tisdags 10.00'];
  const unread = ['häromdagen 10.00', 'den 31:e november 10.00', '2026-13-45 10.00'];

  test.each(days)('leaves the date empty: ringde Ånge %s', async (when) => {
    const { stage } = await withCall();
    const form = await stage.says(await inChatOf(stage, ward), `ringde Ånge ${when}, inskrivning`);
    expect(form.values['calledOn']).toBe('');
  });

  test.each(days)('leaves the time empty too: ringde Ånge %s', async (when) => {
    const { stage } = await withCall();
    const form = await stage.says(await inChatOf(stage, ward), `ringde Ånge ${when}, inskrivning`);
    expect(form.values).toMatchObject({ calledOn: '', calledAt: '' });
  });

  test.each(days)('is asked for when the form is sent as it stands: ringde Ånge %s', async (when) => {
    const { stage } = await withCall();
    const by = await inChatOf(stage, ward);
    await stage.at(at('11:00'));
    const form = await stage.says(by, `ringde Ånge ${when}, pratade med Vera Berg, inskrivning, upprepat`);
    expect(form.outcome).toBe('form');
    expect((await sends(stage, by, [form])).outcome).toBe('faulty');
  });

  test.each(unread)('is not taken for today: ringde Ånge %s', async (when) => {
    const { stage } = await withCall();
    const form = await stage.says(await inChatOf(stage, ward), `ringde Ånge ${when}, inskrivning`);
    expect(form.outcome).toBe('form');
    expect(form.values).toMatchObject({ calledOn: '' });
  });
});

describe.each([
  ['in the own chat', inChatOf],
  ['in the channel, behind the button', inChannel],
] as const)('words with a code, %s', (_where, whereOf) => {
  /** What the words lead to: at once, or in the dialog that they have a button to. */
  async function opens(stage: BotStage, unit: StageUnit, text: string): Promise<Seen> {
    const by = await whereOf(stage, unit);
    const seen = await stage.says(by, text);
    return by.place.kind === 'personal' ? seen : presses(stage, by, [seen, 'Öppna']);
  }

  test('”Ånge har bekräftat …” of an own code opens the form of a call that was read back', async () => {
    const { code, stage } = await withCall();
    const form = await opens(stage, ward, `Ånge har bekräftat ${code}`);
    expect(form.text).toContain('Logga en överlämning');
    expect(filledIn(form)).toEqual({ ...toAnge, outcome: 'read-back', code, ...now });
  });

  test('of a code that is another’s it opens the list to tick, with nothing ticked', async () => {
    const { code, stage } = await withCall();
    const form = await opens(stage, ange, `Ånge har bekräftat ${code}`);
    expect(form.text).toContain('Bekräfta mottagen');
    expect(form.values).toEqual({ items: '' });
    expect(JSON.stringify(form.card)).toContain('Inskrivning');
  });

  test('of a code that is nobody’s it says so, and keeps the code', async () => {
    const { stage } = await withCall();
    const code = newCaseCode('guess-1-abcdef', () => false);
    const form = await opens(stage, ange, `Timrå har bekräftat ${code}`);
    expect(form.text).toContain('Ingen överlämning till er är loggad på koden');
    expect(form.values).toEqual({ code });
  });

  test('”Ånge ringde och bekräftade …” of an own code is no call that the ward received', async () => {
    const { code, stage } = await withCall();
    const form = await opens(stage, ward, `Ånge ringde och bekräftade ${code}`);
    expect(form.text).toContain('Logga en överlämning');
    expect(form.values['outcome']).toBe('read-back');
  });

  test.each([
    ['klar %', 'task.done', 'task.dismiss'],
    ['% är inte aktuell', 'task.dismiss', 'task.done'],
    ['stryk %', 'task.dismiss', 'task.done'],
    ['% är dubblett', 'task.dismiss', 'task.done'],
    ['% kräver ingen registrering', 'task.dismiss', 'task.done'],
  ])('”%s” opens %s of that code, and nothing is ticked', async (words, verb, other) => {
    const { code, stage } = await withCall();
    await stage.at(at('10:00'));
    const { id } = await onlyOutage(stage);
    await stage.press(coordinator, 'outage.end', { outage: id, endedOn: '2026-11-24', endedAt: '09:50' });
    const form = await opens(stage, ward, words.replace('%', code));
    expect(form.text).toContain(`Det gäller patienten med koden ${code}.`);
    expect(form.values).toMatchObject({ tasks: '', note: '' });
    expect(form.buttons[0]?.data).toMatchObject({ case: code, outage: id });
    expect(JSON.stringify(form.card)).toContain(`"${verb}"`);
    expect(JSON.stringify(form.card)).not.toContain(`"${other}"`);
  });

  test('”klar …” before the end says that the list is not ready', async () => {
    const { code, stage } = await withCall();
    expect((await opens(stage, ward, `klar ${code}`)).text).toContain('Avbrottet är inte slut');
  });

  test.each(['visa %', 'VISA %', 'får % skrivas ut?'])('”%s” shows the case', async (words) => {
    const { code, stage } = await withCall();
    const text = words.replace('%', words === 'VISA %' ? code.replace('-', '').toLowerCase() : code);
    const by = await whereOf(stage, ward);
    const said = await stage.says(by, text);
    const seen =
      by.place.kind === 'personal' ? said : await presses(stage, by, [said, said.buttons[0]?.title ?? '']);
    expect(seen.text).toContain('Patientens överlämningar');
    expect(seen.text).toContain(code);
    expect(seen.text).toContain('Vera Prov');
  });

  test('a code with a wrong character is said to be one', async () => {
    const { stage } = await withCall();
    expect((await opens(stage, ward, 'visa K7M-3X')).text).toContain('ett tecken är fel');
  });
});

const questions = [
  'ringde någon Ånge?',
  'har vi ringt Ånge om inskrivning?',
  'vem ringde Ånge 08.40?',
  'har någon lämnat planeringsunderlag till Timrå?',
  'ska jag ringa Ånge?',
  'när ringde vi Ånge?',
  'har Ånge bekräftat %?',
  'är % klar?',
  'är % bekräftad?',
];

describe('a question changes nothing and opens no form', () => {
  test.each(questions)('%s', async (question) => {
    const { code, stage } = await withCall();
    const by = await inChatOf(stage, ward);
    const before = await stage.recorded();
    for (const where of [by, inUnit(ward)]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const seen = await stage.says(where, question.replace('%', code));
      expect(seen.outcome).not.toBe('form');
      expect(seen.outcome).not.toBe('saved');
      expect(seen.values).toEqual({});
    }
    expect(await stage.recorded()).toBe(before);
  });
});

test.each(['ringde Ånge 08.40, inget svar', 'ringde Timrå, inget svar', 'Ånge svarade inte 08.40'])(
  'a call that nobody answered opens the form: %s',
  async (text) => {
    const { stage } = await withCall();
    const form = await stage.says(await inChatOf(stage, ward), text);
    expect(form.outcome).toBe('form');
    expect(form.values['outcome']).toBe('no-answer');
  },
);

describe('an identity in the words is refused before anything', () => {
  test.each([
    'ringde Ånge 08.40 om 19811218-9876, inskrivning',
    'Ånge har bekräftat 811218-9876',
    'klar 19811218-9876',
    'visa 198112189876',
  ])('%s', async (text) => {
    const { stage } = await withCall();
    const by = await inChatOf(stage, ward);
    const before = await stage.recorded();
    for (const where of [by, inUnit(ward)]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const seen = await stage.says(where, text);
      expect(seen.outcome).toBe('refused');
      expect(seen.values).toEqual({});
      expect(JSON.stringify(seen.card) + seen.summary).not.toMatch(/811218|9876/);
      expect(seen.buttons.map(({ verb }) => verb)).not.toContain('handover.record');
    }
    expect(await stage.recorded()).toBe(before);
  });
});
