import { afterEach, describe, expect, test } from 'vitest';
import type { FormCarrier } from '../../src/app/verb-message.ts';
import type { Seen } from '../support/bot-stage.ts';
import { afterACall, formRows } from '../support/log-form-rows.ts';
import { expectNothingOverheard, openOverheardStage } from '../support/overheard.ts';
import { declared, inChatOf, inUnit, presses, sends, toAnge, ward } from '../support/unit-stage.ts';

afterEach(expectNothingOverheard);

/** One of Skatteverket's test numbers, as people write it. */
const identity = '19811218-9876';
const traces = /811218|9876/;

function expectNoTrace({ card, summary }: Seen, recorded: string): void {
  expect(JSON.stringify(card)).not.toMatch(traces);
  expect(summary).not.toMatch(traces);
  expect(recorded).not.toMatch(traces);
}

const ways: readonly (readonly [FormCarrier, boolean])[] = [
  ['execute', true],
  ['submit', true],
  ['dialog', false],
  ['execute', false],
];

const texts = ['counterpart', 'reason', 'note'];
const rows = formRows.flatMap((row) =>
  texts
    .filter((field) => Object.hasOwn(row.filled, field))
    .flatMap((field) => ways.map(([carrier, isInChat]) => ({ ...row, carrier, field, isInChat }))),
);

describe('an identity among words', () => {
  test.each(rows)(
    '$verb by $carrier (own chat: $isInChat): $field loses it, and nothing else is lost',
    async ({ carrier, field, isInChat, ...row }) => {
      const stage = await openOverheardStage();
      const { by, form } = await (await afterACall(stage, isInChat))(row);
      const before = await stage.recorded();
      const words = row.filled[field] ?? '';
      const seen = await sends(stage, by, [
        form,
        { ...row.filled, [field]: `${words} ${identity} eller så` },
        carrier,
      ]);
      expect(seen.outcome).toBe('refused');
      expect(seen.text).toContain('Det ser ut som ett personnummer');
      const left = { ...form.values, ...row.filled, [field]: `${words} •••• eller så` };
      expect(seen.values).toEqual(left);
      expectNoTrace(seen, await stage.recorded());
      expect(await stage.recorded()).toBe(before);
      expect((await sends(stage, by, [seen, { [field]: words }, carrier])).outcome).toBe('saved');
    },
  );
});

/** Every input of a ward's form. */
const whole = {
  direction: 'given',
  party: 'municipality',
  municipality: 'ange',
  counterpart: 'Vera Prov',
  items: 'admission,planningBasis',
  outcome: 'given',
  calledOn: '2026-11-24',
  calledAt: '08:30',
  code: '',
  receivers: 'municipality,primary-care',
  receivingMunicipality: 'ange',
  admittedOn: '2026-11-24',
  admittedAt: '08:12',
  dischargedOn: '2026-11-26',
  dischargedAt: '13:30',
  wentHome: 'false',
  formUsed: 'true',
} as const;
const inputs = Object.keys(whole).filter((field) => field !== 'direction');

describe('an identity in any input of a call, whatever the input is for', () => {
  test.each(inputs.flatMap((field) => ways.map(([carrier, isInChat]) => ({ carrier, field, isInChat }))))(
    '$field by $carrier (own chat: $isInChat)',
    async ({ carrier, field, isInChat }) => {
      const stage = await openOverheardStage();
      await declared(stage);
      const by = isInChat ? await inChatOf(stage, ward) : inUnit(ward);
      const before = await stage.recorded();
      const sent = { ...whole, formId: 'form-1', whole: 'true', [field]: identity };
      const seen = await stage.press(by, 'handover.record', sent, { carrier });
      expect(seen.outcome).toBe('refused');
      const others = Object.entries(whole).filter(([id]) => id !== field && id !== 'direction');
      expect(seen.values).toMatchObject(Object.fromEntries(others));
      expectNoTrace(seen, await stage.recorded());
      expect(await stage.recorded()).toBe(before);
    },
  );

  test.each(['formId', 'unit', 'outage', 'case', 'draft', 'nobodysInput'])(
    'also in what no input is: %s',
    async (field) => {
      const stage = await openOverheardStage();
      await declared(stage);
      const before = await stage.recorded();
      const seen = await stage.press(inUnit(ward), 'handover.record', { ...whole, [field]: identity });
      expect(seen.outcome).toBe('refused');
      expectNoTrace(seen, await stage.recorded());
      expect(await stage.recorded()).toBe(before);
    },
  );

  test('the code of an acknowledgement', async () => {
    const stage = await openOverheardStage();
    await declared(stage);
    const seen = await stage.press(inUnit(ward), 'handover.acknowledge', { code: identity });
    expect(seen.outcome).toBe('refused');
    expect(seen.values).toEqual({ code: '••••' });
    expectNoTrace(seen, await stage.recorded());
  });
});

describe('by Submit in a channel', () => {
  const sent = { ...whole, counterpart: `Vera Prov ${identity}` };

  test('the answer has a button, and the dialog behind it all but the identity', async () => {
    const stage = await openOverheardStage();
    await declared(stage);
    const seen = await stage.press(inUnit(ward), 'handover.record', sent, { carrier: 'submit' });
    expect(seen.outcome).toBe('refused');
    const form = await presses(stage, inUnit(ward), [seen, 'Öppna']);
    const { direction: _direction, ...fields } = whole;
    expect(form.values).toMatchObject({ ...fields, counterpart: 'Vera Prov ••••' });
    for (const one of [seen, form]) expectNoTrace(one, await stage.recorded());
  });

  test('whoever sent it is told that it was taken away, and why', async () => {
    const stage = await openOverheardStage();
    await declared(stage);
    const seen = await stage.press(inUnit(ward), 'handover.record', sent, { carrier: 'submit' });
    expect(seen.outcome).toBe('refused');
    expect(seen.text).toContain('personnummer');
  });
});

test('a phone number beside a name is no identity', async () => {
  const stage = await openOverheardStage();
  await declared(stage);
  const data = { ...toAnge, counterpart: 'Vera Prov, 060-18 10 00' };
  expect((await stage.press(inUnit(ward), 'handover.record', data)).outcome).toBe('saved');
});
