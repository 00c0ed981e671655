import { afterEach, describe, expect, test } from 'vitest';
import type { Whereabouts } from '../../src/app/whereabouts.ts';
import type { BotStage, Seen } from '../support/bot-stage.ts';
import { elementsOf } from '../support/card-faults.ts';
import { expectNothingOverheard, openOverheardStage } from '../support/overheard.ts';
import {
  ange,
  centre,
  codeOn,
  declared,
  inChatOf,
  inUnit,
  logged,
  presses,
  sends,
  ward,
} from '../support/unit-stage.ts';
import type { StageUnit } from '../support/unit-stage.ts';

afterEach(expectNothingOverheard);

/** At nine in an outage that began at five past eight. */
async function atNine(): Promise<BotStage> {
  const stage = await openOverheardStage();
  await declared(stage);
  await stage.at('2026-11-24T09:00:00+01:00');
  return stage;
}

type Values = Readonly<Record<string, string>>;
type Input = Readonly<Record<string, unknown>>;

/** What it took to log a call from a card, and what stood in the form at first. */
type Effort = { pressed: number; typed: number; readonly prefilled: Values; seen: Seen };

/** A tick or a choice is a press, and so is unfolding a list; the counterpart's name is not counted as typed. */
function pressesFor({ isMultiSelect, style, type }: Input, value: string): number {
  if (type !== 'Input.ChoiceSet') return 0;
  if (isMultiSelect === true) return value.split(',').length;
  return style === 'compact' ? 2 : 1;
}

/** What must be filled in: required and empty, or said to be wrong; and who was talked to, since somebody was. */
function neededIn(form: Seen): readonly Input[] {
  const wrong = /^Rätta: (.*)\.$/m.exec(form.text)?.[1] ?? '';
  return elementsOf(form.card).filter(({ id, isRequired, label, type, value = '' }) => {
    if (!String(type).startsWith('Input.')) return false;
    return (
      (isRequired === true && value === '') || id === 'counterpart' || wrong.includes(`”${String(label)}”`)
    );
  });
}

/** Logs a call from a card's button as somebody would who fills in no more than the form needs. */
async function logsFrom(stage: BotStage, by: Whereabouts, [card, wish]: [Seen, Values]): Promise<Effort> {
  const first = await presses(stage, by, [card, 'Logga']);
  const filled = Object.entries(first.values).filter(([, value]) => value !== '');
  const effort: Effort = { pressed: 1, typed: 0, prefilled: Object.fromEntries(filled), seen: first };
  for (let tries = 0; tries < 3 && effort.seen.outcome !== 'saved'; tries += 1) {
    const form = effort.seen;
    const asked = neededIn(form).map(({ id }) => String(id));
    const answers = Object.entries(wish).filter(([id]) => asked.includes(id) || id === 'code');
    const news = answers.filter(([id, value]) => form.values[id] !== value);
    for (const input of elementsOf(form.card)) {
      const value = news.find(([id]) => id === input['id'])?.[1] ?? '';
      if (value === '') continue;
      effort.pressed += pressesFor(input, value);
      if (input['id'] === 'code') effort.typed += value.length;
    }
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    effort.seen = await sends(stage, by, [form, Object.fromEntries(answers)]);
    effort.pressed += 1;
  }
  return effort;
}

const toAnge = { counterpart: 'Vera Prov', items: 'admission,expectedDischarge', outcome: 'read-back' };
const toCentre = { ...toAnge, receivingMunicipality: 'ange' };
const toWard = { counterpart: 'Vera Prov', items: 'currentServices,canReceive', outcome: 'read-back' };
const aboutSip = { counterpart: 'Vera Prov', items: 'sipNeed,sipSummons', outcome: 'read-back' };

const known = { calledOn: '2026-11-24', calledAt: '09:00' };
const wardKnows = { ...known, receivers: 'municipality,primary-care', formUsed: 'false' };
const inAnge = { party: 'municipality', municipality: 'ange' };

type Row = readonly [string, StageUnit, string, Values, Values];
/** Who rings, what they ask, what they have to say, and all that the form knows before they say it. */
const calls: readonly Row[] = [
  [
    'a ward to a municipality',
    ward,
    'vem ringer jag i Ånge?',
    toAnge,
    { ...wardKnows, ...inAnge, receivingMunicipality: 'ange' },
  ],
  [
    'a municipality to the ward that rang it',
    ange,
    'vem ringer jag på avdelningen?',
    toWard,
    { ...known, party: 'inpatient-ward' },
  ],
  [
    'a health centre to a municipality, about a SIP',
    centre,
    'vem ringer jag i Ånge?',
    aboutSip,
    { ...known, ...inAnge },
  ],
];
const toHealthCentre: Row = [
  'a ward to a health centre, of a new patient',
  ward,
  'vem ringer jag på hälsocentralen?',
  toCentre,
  { ...wardKnows, party: 'primary-care' },
];

/** From the question to a call of two items that was read back; the municipality has a code to type. */
async function call([_who, unit, question, wish]: Row, isInChat: boolean): Promise<Effort> {
  const stage = await atNine();
  const by = isInChat ? await inChatOf(stage, unit) : inUnit(unit);
  const code = unit === ange ? await logged(stage, { counterpart: 'Vera Prov' }) : undefined;
  const card = await stage.says(by, question);
  return logsFrom(stage, by, [card, { ...wish, ...(code !== undefined && { code: code.toLowerCase() }) }]);
}

describe.each([
  ['in the unit’s channel', false],
  ['in the own chat', true],
] as const)('from the number to a call that is logged, %s', (_where, isInChat) => {
  test.each(calls)('six presses and 15 characters are enough for %s', async (...row) => {
    const { pressed, seen, typed } = await call(row, isInChat);
    expect(seen.outcome).toBe('saved');
    expect(pressed).toBeLessThanOrEqual(6);
    expect(typed).toBeLessThanOrEqual(15);
  });

  test.each([...calls, toHealthCentre])('the form knows this much, and no more: %s', async (...row) => {
    const { prefilled } = await call(row, isInChat);
    expect(prefilled).toEqual(row[4]);
  });

  test('six presses are enough for a ward that rings a health centre first', async () => {
    const { pressed, seen } = await call(toHealthCentre, isInChat);
    expect(seen.outcome).toBe('saved');
    expect(pressed).toBeLessThanOrEqual(6);
  });

  test('the same to the next receiver takes three', async () => {
    const stage = await atNine();
    const by = isInChat ? await inChatOf(stage, ward) : inUnit(ward);
    const first = await logsFrom(stage, by, [await stage.says(by, 'vem ringer jag i Ånge?'), toAnge]);
    const form = await presses(stage, by, [first.seen, 'Samma till hälsocentralen']);
    expect(form.values).toMatchObject({
      party: 'primary-care',
      items: toAnge.items,
      code: codeOn(first.seen),
    });
    expect(neededIn(form).map(({ id }) => id)).toEqual(['counterpart', 'outcome']);
    const then = await sends(stage, by, [form, { counterpart: 'Vera Prov', outcome: 'read-back' }]);
    expect(then.outcome).toBe('saved');
  });
});

test('a call that was told in one sentence is sent with one press', async () => {
  const stage = await atNine();
  const by = await inChatOf(stage, ward);
  const told =
    'ringde Ånge 08.40, pratade med Vera Prov, inskrivning och beräknat utskrivningsdatum, upprepat';
  const form = await stage.says(by, told);
  expect(neededIn(form).filter(({ value = '' }) => value === '')).toEqual([]);
  expect((await sends(stage, by, [form])).outcome).toBe('saved');
});

test.each([
  ['Logga samtalet, from the number', ward, 'vem ringer jag i Ånge?', 'Logga samtalet'],
  ['the next receiver, from a case', ward, 'visa', 'Logga: hälsocentralen'],
  ['Logga mottaget samtal, from a case', ward, 'visa', 'Logga mottaget samtal'],
  ['Bekräfta mottagen, from a case', ange, 'visa', 'Bekräfta mottagen'],
] as const)('in the own chat a form opens without a word of error: %s', async (_what, unit, text, title) => {
  const stage = await atNine();
  const by = await inChatOf(stage, unit);
  const code = await logged(stage, { counterpart: 'Vera Prov' });
  const card = await stage.says(by, text === 'visa' ? `visa ${code}` : text);
  const form = await presses(stage, by, [card, title]);
  expect(form.outcome).toBe('form');
  expect(form.text).not.toContain('Inte sparat ännu');
});

test.each([
  ['vem ringer jag i Timrå?', { party: 'municipality', municipality: 'timra' }],
  ['vem ringer jag på hälsocentralen?', { party: 'primary-care', municipality: '' }],
  ['vem ringer jag på hälsocentralen i Timrå?', { party: 'primary-care', municipality: '' }],
  ['vem ringer jag?', { party: '', municipality: '' }],
])('the form for the call knows whom the number was of: %s', async (question, side) => {
  const stage = await atNine();
  const by = await inChatOf(stage, ward);
  const form = await presses(stage, by, [await stage.says(by, question), 'Logga samtalet']);
  expect(form.values).toMatchObject(side);
});
