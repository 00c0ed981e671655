import { describe, expect, test } from 'vitest';
import { coordinator, nurse, openBotStage } from '../support/bot-stage.ts';
import { afterACall, formRows } from '../support/log-form-rows.ts';
import { openOverheardStage } from '../support/overheard.ts';
import { declared, inChatOf, inUnit, openLogStage, sends, toAnge, ward } from '../support/unit-stage.ts';

const warning = 'Skriv inte vem patienten är';

describe('words that tell who a patient is', () => {
  test('are answered, and warned of after the first that is said', async () => {
    const stage = await openBotStage();
    const plain = await stage.says(nurse, 'vem ringer jag i Ånge?');
    const seen = await stage.says(nurse, 'vem ringer jag i Ånge om pat Karin f. 1938?');
    expect(plain.text).not.toContain(warning);
    expect(seen.text).toContain('0690-25 01 00');
    expect(seen.text).toContain(warning);
    expect(seen.text.indexOf('0690-25 01 00')).toBeLessThan(seen.text.indexOf(warning));
    expect(seen.text).toContain('välj Ta bort');
  });

  test('are warned of in the form that they lead to, and in the channel before it', async () => {
    const stage = await openLogStage();
    await declared(stage);
    const told = 'ringde Ånge kl 08.10, pratade med Lisa om pat Karin f. 1938, inskrivning bekräftad';
    const inChat = await stage.says(await inChatOf(stage, ward), told);
    expect(inChat.outcome).toBe('form');
    expect(inChat.text).toContain(warning);
    const inChannel = await stage.says(inUnit(ward), told);
    expect(inChannel.text).toContain(warning);
    for (const { card, summary } of [inChat, inChannel]) {
      expect(JSON.stringify(card) + summary).not.toMatch(/Karin|1938/);
    }
  });

  test('are warned of once, also where the answer opens something', async () => {
    const stage = await openLogStage();
    await declared(stage);
    const seen = await stage.says(inUnit(ward), 'får vi skriva ut patienten Karin, K7M-3F?');
    expect(seen.text.split(warning)).toHaveLength(2);
  });

  test('are nowhere on record', async () => {
    const stage = await openBotStage();
    await stage.says(nurse, 'pat Karin Larsson f. 1938 kraxlar');
    await stage.settled();
    expect(await stage.recorded()).not.toMatch(/karin|larsson|1938/i);
  });

  test('danger to life is said alone', async () => {
    const stage = await openBotStage();
    const seen = await stage.says(nurse, 'pat Karin f. 1938 andas inte');
    expect(seen.outcome).toBe('emergency');
    expect(seen.text).not.toContain(warning);
  });
});

const rows = formRows.flatMap((row) =>
  ['counterpart', 'reason', 'note']
    .filter((field) => Object.hasOwn(row.filled, field))
    .map((field) => ({ ...row, field })),
);

describe('in a form', () => {
  test.each(rows)(
    '$verb: $field is warned of before it is saved, and saved when it is sent again',
    async (row) => {
      const stage = await openOverheardStage();
      const { by, form } = await (await afterACall(stage, false))(row);
      const before = await stage.recorded();
      const filled = { ...row.filled, [row.field]: `${row.filled[row.field]} (pat Karin f. 1938)` };
      const seen = await sends(stage, by, [form, filled, 'dialog']);
      expect(seen.outcome).toBe('faulty');
      expect(seen.text).toContain('Det ser ut att stå vem patienten är');
      expect(seen.values).toMatchObject(filled);
      expect(await stage.recorded()).toBe(before);
      expect((await sends(stage, by, [seen, {}, 'dialog'])).outcome).toBe('saved');
    },
  );

  test('is warned of once, though the form comes back for something else', async () => {
    const stage = await openLogStage();
    await declared(stage);
    const form = await stage.press(inUnit(ward), 'handover.record', {}, { carrier: 'fetch' });
    const filled = { ...toAnge, counterpart: 'pat Karin f. 1938' };
    const warned = await sends(stage, inUnit(ward), [form, filled, 'dialog']);
    expect(warned.text).toContain('Det ser ut att stå vem patienten är');
    const faulty = await sends(stage, inUnit(ward), [warned, { party: '' }, 'dialog']);
    expect(faulty.outcome).toBe('faulty');
    expect(faulty.text).not.toContain('Det ser ut att stå vem patienten är');
    expect((await sends(stage, inUnit(ward), [faulty, { party: 'municipality' }, 'dialog'])).outcome).toBe(
      'saved',
    );
  });

  test('a message to all units is warned of too', async () => {
    const stage = await openLogStage();
    await declared(stage);
    const form = await stage.press(coordinator, 'outage.update', {}, { carrier: 'fetch' });
    const seen = await sends(stage, coordinator, [form, { message: 'Patienten Karin väntar' }, 'dialog']);
    expect(seen.outcome).toBe('faulty');
    expect((await sends(stage, coordinator, [seen, { message: 'Driften felsöker' }, 'dialog'])).outcome).toBe(
      'saved',
    );
  });

  test('whoever a call was with is a name, and nobody’s warning', async () => {
    const stage = await openLogStage();
    await declared(stage);
    const form = await stage.press(inUnit(ward), 'handover.record', {}, { carrier: 'fetch' });
    const filled = {
      party: 'municipality',
      municipality: 'ange',
      counterpart: 'Karin Larsson',
      items: 'admission',
      outcome: 'given',
    };
    expect((await sends(stage, inUnit(ward), [form, filled, 'dialog'])).text).not.toContain(
      'vem patienten är',
    );
  });
});
