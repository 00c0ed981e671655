import { afterEach, describe, expect, test } from 'vitest';
import type { FormCarrier } from '../../src/app/verb-message.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { StoreFault } from '../../src/storage/store.ts';
import { afterACall, formRows } from '../support/log-form-rows.ts';
import { expectNothingOverheard, openOverheardStage } from '../support/overheard.ts';
import { troubledStore } from '../support/troubled-store.ts';
import { declared, inUnit, logged, presses, sends, toAnge, ward } from '../support/unit-stage.ts';

afterEach(expectNothingOverheard);

const ways: readonly (readonly [FormCarrier, 'chat' | 'channel'])[] = [
  ['execute', 'chat'],
  ['submit', 'chat'],
  ['dialog', 'channel'],
  ['execute', 'channel'],
];

describe('a store that cannot be written to', () => {
  test.each(formRows.flatMap((row) => ways.map(([carrier, place]) => ({ ...row, carrier, place }))))(
    '$verb by $carrier in the $place comes back as it was filled in, and is saved when it can be',
    async ({ carrier, place, ...row }) => {
      const { store, troubles } = troubledStore();
      const stage = await openOverheardStage(store);
      const { by, form } = await (await afterACall(stage, place === 'chat'))(row);
      const before = await stage.recorded();
      troubles.append = true;
      const seen = await sends(stage, by, [form, row.filled, carrier]);
      expect(seen.outcome).toBe('unsaved');
      expect(seen.text).toContain('Det gick inte att spara');
      expect(seen.text).not.toMatch(/\bSparat\b(?! ännu)/);
      expect(seen.values).toEqual({ ...form.values, ...row.filled });
      expect(await stage.recorded()).toBe(before);
      troubles.append = false;
      expect((await sends(stage, by, [seen, {}, carrier])).outcome).toBe('saved');
    },
  );

  test.each(formRows)(
    '$verb by Submit in a channel: behind the button is all that was typed',
    async (row) => {
      const { store, troubles } = troubledStore();
      const stage = await openOverheardStage(store);
      const { by, form } = await (await afterACall(stage, false))(row);
      troubles.append = true;
      const seen = await sends(stage, by, [form, row.filled, 'submit']);
      expect(seen.outcome).toBe('unsaved');
      expect(Object.keys({ ...seen.buttons[0]?.data }).toSorted()).toEqual(['draft', 'msteams', 'verb']);
      troubles.append = false;
      const opened = await presses(stage, by, [seen, 'Öppna']);
      expect(opened.values).toEqual({ ...form.values, ...row.filled });
      expect((await sends(stage, by, [opened])).outcome).toBe('saved');
    },
  );

  test('who sends by Submit in a channel is told that nothing is saved', async () => {
    const { store, troubles } = troubledStore();
    const stage = await openOverheardStage(store);
    await declared(stage);
    troubles.append = true;
    const seen = await stage.press(inUnit(ward), 'handover.record', toAnge, { carrier: 'submit' });
    expect(seen.outcome).toBe('unsaved');
    expect(seen.text).toContain('Det gick inte att spara');
  });

  test('a first call that broke off half way is made good by sending it again', async () => {
    const memory = createMemoryStore();
    let isFailing = false;
    const stage = await openOverheardStage({
      ...memory,
      async append(what) {
        if (isFailing && what.stream.startsWith('outages/')) throw new StoreFault('disken är full');
        return memory.append(what);
      },
    });
    const data = { ...toAnge, counterpart: 'Vera Prov', formId: 'form-1' };
    isFailing = true;
    expect((await stage.press(inUnit(ward), 'handover.record', data)).outcome).toBe('unsaved');
    expect(await stage.outages()).toEqual([]);
    isFailing = false;
    expect((await stage.press(inUnit(ward), 'handover.record', data)).outcome).toBe('saved');
    expect(await stage.outages()).toHaveLength(1);
    await stage.at('2026-11-24T10:00:00+01:00');
    expect((await stage.books.world()).directory.openOutages.size).toBe(1);
  });
});

describe('a store that cannot be read', () => {
  // Who is a member is not known then, and the form is for members.
  test('a call is a press away as it was filled in, and is saved once', async () => {
    const { store, troubles } = troubledStore();
    const stage = await openOverheardStage(store);
    await declared(stage);
    await stage.at('2026-11-24T09:00:00+01:00');
    const data = { ...toAnge, counterpart: 'Vera Prov', whole: 'true', calledAt: '08:20', formId: 'form-9' };
    troubles.read = true;
    const seen = await stage.press(inUnit(ward), 'handover.record', data, { carrier: 'dialog' });
    troubles.read = false;
    expect(seen.outcome).toBe('unsaved');
    expect(JSON.stringify(seen.card)).not.toContain('Vera Prov');
    const form = await presses(stage, inUnit(ward), [seen, 'Öppna formuläret igen']);
    expect(form.values).toMatchObject({ counterpart: 'Vera Prov', items: toAnge.items });
    const first = await sends(stage, inUnit(ward), [form]);
    expect(first.text).toContain('Sparat');
    await sends(stage, inUnit(ward), [form]);
    const [outage] = await stage.outages();
    expect(outage?.log.cases.size).toBe(1);
  });
});

test('a log that a colleague wrote is not answered with words of saving', async () => {
  const { store, troubles } = troubledStore();
  const stage = await openOverheardStage(store);
  await declared(stage);
  await logged(stage, { counterpart: 'Vera Prov' });
  troubles.append = true;
  const seen = await stage.press(inUnit(ward, 1), 'handover.list');
  expect(seen.text).not.toContain('Det gick inte att spara');
});
