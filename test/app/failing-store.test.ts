import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { StoreFault } from '../../src/storage/store.ts';
import type { Store } from '../../src/storage/store.ts';
import { asa } from '../support/activities.ts';
import { coordinator, inTeamChannel, nurse, openBotStage } from '../support/bot-stage.ts';

type Troubles = { append: boolean; read: boolean; readAfterAppend: boolean };

/** A store that fails where it is told to. */
function troubled(): { readonly store: Store; readonly troubles: Troubles } {
  const store = createMemoryStore();
  const troubles: Troubles = { append: false, read: false, readAfterAppend: false };
  return {
    troubles,
    store: {
      ...store,
      async append(what) {
        if (troubles.append) throw new StoreFault('disken är full');
        const appended = await store.append(what);
        if (troubles.readAfterAppend) troubles.read = true;
        return appended;
      },
      async read(stream, after) {
        if (troubles.read) throw new StoreFault('går inte att läsa');
        return store.read(stream, after);
      },
    },
  };
}

const ward = { name: 'Avdelning 24', careSetting: 'inpatient-somatic', organisation: 'region' };
const changes = [
  ['outage.report', { message: 'Kommer inte in' }],
  ['outage.declare', { kind: 'unplanned', message: 'Driften felsöker.' }],
  ['profile.choose', { careSetting: 'primary-care', organisation: 'region' }],
  ['coordinator.add', { person: '33333333-3333-4333-8333-000000000044' }],
] as const;

describe('a store that cannot be written to', () => {
  test.each(changes)('%s comes back with what was typed, and nothing is called saved', async (verb, data) => {
    const { store, troubles } = troubled();
    const stage = await openBotStage(store);
    troubles.append = true;
    const seen = await stage.press(coordinator, verb, { ...data, formId: 'f1' });
    expect(seen.outcome).toBe('unsaved');
    expect(seen.text).toContain('Det gick inte att spara');
    expect(seen.text).not.toMatch(/\bSparat\b(?! ännu)/);
    expect(seen.values).toMatchObject(data);
    troubles.append = false;
    const again = await stage.press(coordinator, verb, { ...data, formId: 'f1' });
    expect(again.outcome).toBe('saved');
  });

  test('unit.connect comes back with what was typed', async () => {
    const { store, troubles } = troubled();
    const stage = await openBotStage(store);
    troubles.append = true;
    const seen = await stage.press(inTeamChannel(asa), 'unit.connect', ward, { carrier: 'dialog' });
    expect(seen.outcome).toBe('unsaved');
    expect(seen.values).toMatchObject(ward);
  });

  test('unit.disconnect says that nothing changed', async () => {
    const { store, troubles } = troubled();
    const stage = await openBotStage(store);
    await stage.press(inTeamChannel(asa), 'unit.connect', ward);
    troubles.append = true;
    const seen = await stage.press(
      inTeamChannel(asa),
      'unit.disconnect',
      { formId: 'f2' },
      { carrier: 'dialog' },
    );
    expect(seen.outcome).toBe('unsaved');
    expect(seen.text).toContain('Det gick inte att spara');
  });

  test('questions are answered', async () => {
    const { store, troubles } = troubled();
    const stage = await openBotStage(store);
    troubles.append = true;
    expect((await stage.says(nurse, 'är Lifecare nere?')).text).toContain('Inget avbrott är anmält');
    expect((await stage.says(nurse, 'vem ringer jag i Ånge?')).text).toMatch(/0690/);
  });
});

describe('a store that cannot be read', () => {
  test('questions of the routine are answered, and of the outage it says that it does not know', async () => {
    const { store, troubles } = troubled();
    const stage = await openBotStage(store);
    troubles.read = true;
    expect((await stage.says(nurse, 'vem ringer jag i Ånge?')).text).toMatch(/0690/);
    expect((await stage.says(nurse, 'är Lifecare nere?')).text).toContain('Det vet jag inte');
    expect(stage.failures.length).toBeGreaterThan(0);
  });

  test.each(changes)('%s says that nothing changed', async (verb, data) => {
    const { store, troubles } = troubled();
    const stage = await openBotStage(store);
    troubles.read = true;
    const seen = await stage.press(coordinator, verb, data);
    expect(seen.outcome).toBe('unsaved');
    expect(seen.text).toContain('inget har ändrats');
  });

  test('a report comes back with what was typed', async () => {
    const { store, troubles } = troubled();
    const stage = await openBotStage(store);
    troubles.read = true;
    const seen = await stage.press(nurse, 'outage.report', { message: 'Kommer inte in' });
    expect(seen.values).toMatchObject({ message: 'Kommer inte in' });
  });

  test('what was written and cannot be read back is not called unsaved', async () => {
    const { store, troubles } = troubled();
    const stage = await openBotStage(store);
    troubles.readAfterAppend = true;
    const seen = await stage.press(nurse, 'profile.choose', { careSetting: 'primary-care', formId: 'f1' });
    expect(seen.text).not.toContain('inget har ändrats');
    expect(seen.outcome).not.toBe('unsaved');
  });

  test('a patient’s identity is told of all the same', async () => {
    const { store, troubles } = troubled();
    const stage = await openBotStage(store);
    troubles.read = true;
    const seen = await stage.press(nurse, 'outage.report', { message: '19811218-9876' });
    expect(seen.text).toContain('personnummer');
  });
});

test('a declaration that broke off half way is made good by sending it again', async () => {
  const store = createMemoryStore();
  let appends = 0;
  const stage = await openBotStage({
    ...store,
    async append(what) {
      appends += 1;
      if (appends === 2) throw new StoreFault('disken är full');
      return store.append(what);
    },
  });
  const data = { kind: 'unplanned', message: 'Nere', formId: 'f1' };
  expect((await stage.press(coordinator, 'outage.declare', data)).outcome).toBe('unsaved');
  expect(await stage.outages()).toHaveLength(0);
  expect((await stage.press(coordinator, 'outage.declare', data)).outcome).toBe('saved');
  expect(await stage.outages()).toHaveLength(1);
  // What was announced and never written is put away.
  await stage.at('2026-11-24T12:00:00+01:00');
  expect((await stage.books.world()).directory.openOutages.size).toBe(1);
});
