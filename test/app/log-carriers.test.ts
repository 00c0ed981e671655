import { afterEach, describe, expect, test } from 'vitest';
import type { FormCarrier } from '../../src/app/verb-message.ts';
import { callOf, logOf } from '../../src/domain/handover-log.ts';
import type { Call } from '../../src/domain/handover-event.ts';
import { onlyOutage } from '../support/bot-stage.ts';
import type { BotStage } from '../support/bot-stage.ts';
import { afterACall, formRows } from '../support/log-form-rows.ts';
import { caseDataIn, expectNothingOverheard, openOverheardStage } from '../support/overheard.ts';
import {
  codeOn,
  declared,
  entriesOf,
  inChatOf,
  inUnit,
  logged,
  presses,
  sends,
  toAnge,
  unitIdOf,
  ward,
} from '../support/unit-stage.ts';

afterEach(expectNothingOverheard);

const carriers: readonly FormCarrier[] = ['execute', 'dialog', 'submit'];
const call = {
  ...toAnge,
  counterpart: 'Vera Prov',
  receivers: 'municipality,primary-care',
  receivingMunicipality: 'ange',
};

async function atNine(): Promise<BotStage> {
  const stage = await openOverheardStage();
  await declared(stage);
  await stage.at('2026-11-24T09:00:00+01:00');
  return stage;
}

/** The calls that the ward has logged, in their order. */
async function callsOf(stage: BotStage): Promise<readonly Call[]> {
  const { log } = await onlyOutage(stage);
  return [...logOf(log, await unitIdOf(stage, ward)).entries.values()].map(callOf);
}

describe('the three carriers leave the same record', () => {
  test.each(formRows.flatMap((row) => [true, false].map((isInChat) => ({ ...row, isInChat }))))(
    '$verb (own chat: $isInChat)',
    async ({ isInChat, ...row }) => {
      const records = new Set<string>();
      for (const carrier of carriers) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const stage = await openOverheardStage();
        // oxlint-disable-next-line no-await-in-loop -- as above
        const { by, form } = await (await afterACall(stage, isInChat))(row);
        // oxlint-disable-next-line no-await-in-loop -- as above
        const seen = await sends(stage, by, [form, row.filled, carrier]);
        expect(seen.outcome, carrier).toBe('saved');
        // oxlint-disable-next-line no-await-in-loop -- as above
        records.add(await stage.recorded());
      }
      expect(records.size).toBe(1);
    },
  );

  test('several values come as "a,b", as a list, and with spaces or twice: they are the same', async () => {
    const stage = await atNine();
    const ways: readonly unknown[] = [
      'admission,planningBasis',
      ['admission', 'planningBasis'],
      ' admission , planningBasis ',
      'planningBasis,admission,planningBasis',
    ];
    for (const items of ways) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const seen = await stage.press(inUnit(ward), 'handover.record', { ...call, items });
      expect(seen.outcome).toBe('saved');
    }
    const items = (await callsOf(stage)).map((one) => one.items);
    expect(items).toEqual(ways.map(() => ['admission', 'planningBasis']));
  });

  test('a toggle comes as a word or as a truth: they are the same', async () => {
    const stage = await atNine();
    for (const formUsed of ['true', true, 'false', false]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await stage.press(inUnit(ward), 'handover.record', { ...call, formUsed });
    }
    expect((await callsOf(stage)).map(({ facts }) => facts)).toEqual([
      { formUsed: true },
      { formUsed: true },
      {},
      {},
    ]);
  });
});

describe('once only', () => {
  const twice = carriers.flatMap((one) => carriers.map((other) => [one, other] as const));

  test.each(twice)('the same form, by %s and then by %s, is saved once', async (one, other) => {
    const stage = await atNine();
    const data = { ...call, formId: 'form-1' };
    const first = await stage.press(inUnit(ward), 'handover.record', data, { carrier: one });
    const before = await stage.recorded();
    const again = await stage.press(inUnit(ward), 'handover.record', data, { carrier: other });
    expect([first.outcome, again.outcome]).toEqual(['saved', 'repeated']);
    expect(await stage.recorded()).toBe(before);
  });

  test('a form that is sent again later shows the code that it was given', async () => {
    const stage = await atNine();
    const data = { ...call, formId: 'form-1' };
    const first = await stage.press(inUnit(ward), 'handover.record', data);
    await stage.at('2026-11-24T09:30:00+01:00');
    const again = await stage.press(inUnit(ward), 'handover.record', data);
    expect(codeOn(again)).toBe(codeOn(first));
    expect(again.text).toContain('Sparat');
  });

  test.each(carriers)('with other content it is answered who saved it, and when: %s', async (carrier) => {
    const stage = await atNine();
    const data = { ...call, formId: 'form-1' };
    await stage.press(inUnit(ward), 'handover.record', data);
    await stage.at('2026-11-24T09:30:00+01:00');
    const before = await stage.recorded();
    const other = { ...data, items: 'planningBasis' };
    const seen = await stage.press(inUnit(ward), 'handover.record', other, { carrier });
    expect(seen.outcome).toBe('refused');
    expect(seen.text).toContain('Redan sparat av Åsa Öberg 09.00 – rätta?');
    expect(await stage.recorded()).toBe(before);
  });

  test.each(formRows)('$verb: pressed twice at once, one counts', async (row) => {
    const stage = await openOverheardStage();
    const { by, form } = await (await afterACall(stage, false))(row);
    const both = await Promise.all([
      sends(stage, by, [form, row.filled]),
      sends(stage, by, [form, row.filled]),
    ]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['repeated', 'saved']);
  });

  test('two people and two forms are two entries, also of the same words at the same time', async () => {
    const stage = await atNine();
    await Promise.all([
      stage.press(inUnit(ward), 'handover.record', { ...call, formId: 'form-1' }),
      stage.press(inUnit(ward, 1), 'handover.record', { ...call, formId: 'form-2' }),
    ]);
    expect(await entriesOf(stage, ward)).toHaveLength(2);
  });

  test('forty forms at once are forty entries with forty codes', async () => {
    const stage = await atNine();
    const seen = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        stage.press(inUnit(ward, index % 2 === 0 ? 0 : 1), 'handover.record', {
          ...call,
          formId: `form-${index}`,
        }),
      ),
    );
    expect(new Set(seen.map(codeOn)).size).toBe(40);
    expect(await entriesOf(stage, ward)).toHaveLength(40);
  });

  test('without a form the activity counts: once in its conversation', async () => {
    const stage = await atNine();
    const activityId = '1795373763454';
    const first = await stage.press(inUnit(ward), 'handover.record', call, { activityId });
    const again = await stage.press(inUnit(ward), 'handover.record', call, { activityId });
    const other = { ...call, outcome: 'given' };
    const changed = await stage.press(inUnit(ward), 'handover.record', other, { activityId });
    expect([first, again, changed].map(({ outcome }) => outcome)).toEqual(['saved', 'repeated', 'refused']);
    const elsewhere = await inChatOf(stage, ward, 1);
    const seen = await stage.press(elsewhere, 'handover.record', call, { activityId });
    expect(seen.outcome).toBe('saved');
    expect(await entriesOf(stage, ward)).toHaveLength(2);
  });

  test('a told call that was saved from its button is not saved again from it', async () => {
    const stage = await atNine();
    const told = 'ringde Ånge 08.40, pratade med Vera Berg, inskrivning, upprepat';
    const answer = await stage.says(inUnit(ward), told);
    const form = await presses(stage, inUnit(ward), [answer, 'Öppna']);
    expect((await sends(stage, inUnit(ward), [form])).outcome).toBe('saved');
    expect((await sends(stage, inUnit(ward), [form])).outcome).toBe('repeated');
    const again = await presses(stage, inUnit(ward), [answer, 'Öppna']);
    expect(again.text).toContain('Det här formuläret är redan sparat av Åsa Öberg 09.00.');
    // A colleague who presses the same button has a form of the own.
    const other = await presses(stage, inUnit(ward, 1), [answer, 'Öppna']);
    const filled = { ...call, calledOn: '2026-11-24', calledAt: '08:50' };
    expect((await sends(stage, inUnit(ward, 1), [other, filled])).outcome).toBe('saved');
    expect(await entriesOf(stage, ward)).toHaveLength(2);
  });

  test('a form that was refused is not used up', async () => {
    const stage = await atNine();
    const data = { ...call, formId: 'form-1' };
    const faulty = await stage.press(inUnit(ward), 'handover.record', { ...data, outcome: '' });
    const saved = await stage.press(inUnit(ward), 'handover.record', data);
    expect([faulty.outcome, saved.outcome]).toEqual(['faulty', 'saved']);
  });
});

describe('what a channel reads', () => {
  const known = { codes: new Set<string>(), names: new Set(['Vera Prov']) };

  test('is told of a Submit no more than that it is saved; an Execute is answered to one alone', async () => {
    const stage = await atNine();
    const mine = await stage.press(inUnit(ward), 'handover.record', call, { carrier: 'execute' });
    const all = await stage.press(inUnit(ward), 'handover.record', call, { carrier: 'submit' });
    expect(caseDataIn(JSON.stringify(mine.card), known)).toEqual([codeOn(mine), 'Vera Prov']);
    expect(caseDataIn(JSON.stringify(all.card), known)).toEqual([]);
    expect(all.text.trim()).toBe('Sparat.');
  });

  test.each(formRows)('$verb by Submit says nothing of the case', async (row) => {
    const stage = await openOverheardStage();
    const { by, form } = await (await afterACall(stage, false))(row);
    const [code = ''] = (await onlyOutage(stage)).log.cases.keys();
    const seen = await sends(stage, by, [form, row.filled, 'submit']);
    expect(seen.text.trim()).toBe('Sparat.');
    expect(JSON.stringify(seen.card)).not.toContain(code);
    expect(seen.buttons).toEqual([]);
  });

  test('a code is found however it is written', async () => {
    const stage = await atNine();
    const code = await logged(stage, { counterpart: 'Vera Prov' });
    const found = { codes: new Set([code]), names: new Set<string>() };
    expect(caseDataIn(`på ${code.replace('-', '').toLowerCase()}`, found)).not.toEqual([]);
    expect(caseDataIn('på K7M-3F', found)).toEqual([]);
  });
});
