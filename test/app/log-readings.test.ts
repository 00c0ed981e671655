import { afterEach, describe, expect, test } from 'vitest';
import { outageEventSchema } from '../../src/domain/outage-event.ts';
import { expectNothingOverheard, openOverheardStage } from '../support/overheard.ts';
import { troubledStore } from '../support/troubled-store.ts';
import {
  ange,
  codeOn,
  declared,
  entriesOf,
  inUnit,
  logged,
  presses,
  toAnge,
  ward,
} from '../support/unit-stage.ts';
import type { BotStage } from '../support/bot-stage.ts';

afterEach(expectNothingOverheard);

/** Who has read what, by the record. */
async function readings(stage: BotStage): Promise<readonly string[]> {
  const recorded = (await stage.recorded()).matchAll(/\{"kind":"logRead"[^}]*\}[^}]*\}/g);
  return [...recorded].map(([event]) => {
    const read = outageEventSchema.parse(JSON.parse(event));
    return read.kind === 'logRead' ? `${read.by.name} ${read.code ?? 'alla'}` : '';
  });
}

async function withCall() {
  const { store, troubles } = troubledStore();
  const stage = await openOverheardStage(store);
  await declared(stage);
  const code = await logged(stage);
  const [entry = ''] = await entriesOf(stage, ward);
  const outage = (await stage.outages())[0]?.id ?? '';
  return { stage, troubles, code, entry, outage };
}

type Values = Readonly<Record<string, string>>;
const colleague = inUnit(ward, 1);
const forms: readonly (readonly [string, (of: Awaited<ReturnType<typeof withCall>>) => Values])[] = [
  ['handover.record', ({ code }) => ({ code })],
  ['handover.correct', ({ entry, outage }) => ({ entry, outage })],
  ['handover.correct', ({ code }) => ({ code })],
  ['handover.withdraw', ({ entry, outage }) => ({ entry, outage })],
  ['case.receivers', ({ code }) => ({ code })],
  ['case.facts', ({ code }) => ({ code })],
];

describe('a form that shows what a colleague wrote', () => {
  test.each(forms)('is recorded as read: %s', async (verb, dataOf) => {
    const known = await withCall();
    const { code, stage } = known;
    await stage.press(inUnit(ward), verb, dataOf(known), { carrier: 'fetch' });
    expect(await readings(stage)).toEqual([]);
    const seen = await stage.press(colleague, verb, dataOf(known), { carrier: 'fetch' });
    expect(seen.outcome).toBe('form');
    expect(await readings(stage)).toEqual([`Person 21 ${code}`]);
  });

  test.each(forms)('is not shown where that cannot be recorded: %s', async (verb, dataOf) => {
    const known = await withCall();
    known.troubles.append = true;
    const seen = await known.stage.press(colleague, verb, dataOf(known), { carrier: 'fetch' });
    expect(seen.outcome).toBe('unsaved');
    expect(seen.text).toContain('Försök igen om en stund');
    expect(JSON.stringify(seen.card)).not.toContain('Lisa');
  });

  test('comes back without an identity that was in it once that is recorded', async () => {
    const { code, entry, outage, stage, troubles } = await withCall();
    const sent = { entry, outage, reason: 'om 19811218-9876' };
    const seen = await stage.press(colleague, 'handover.correct', sent);
    expect(JSON.stringify(seen.card)).toContain('Lisa');
    expect(await readings(stage)).toEqual([`Person 21 ${code}`]);
    troubles.append = true;
    const unrecorded = await stage.press(colleague, 'handover.correct', sent);
    expect(JSON.stringify(unrecorded.card)).not.toContain('Lisa');
  });

  test('what the receiver is shown of the sender’s calls is recorded too', async () => {
    const { code, stage } = await withCall();
    await stage.press(inUnit(ange), 'handover.acknowledge', { code }, { carrier: 'fetch' });
    expect(await readings(stage)).toEqual([`Bo Bistånd ${code}`]);
  });

  test('a call that is saved is said to be, and the rest is not shown, where the reading is not recorded', async () => {
    const { code, stage, troubles } = await withCall();
    const { books } = stage;
    const change = books.change.bind(books);
    let writes = 0;
    Object.assign(books, {
      change: async (decide: Parameters<typeof change>[0]) => {
        writes += 1;
        troubles.append = writes > 1;
        return change(decide);
      },
    });
    const seen = await stage.press(colleague, 'handover.record', { ...toAnge, code, counterpart: 'Vera' });
    expect(seen.outcome).toBe('saved');
    expect(codeOn(seen)).toBe(code);
    expect(JSON.stringify(seen.card)).not.toContain('Lisa');
  });
});

test('of several calls it is asked which one is to be corrected, and each can be', async () => {
  const { code, stage } = await withCall();
  await logged(stage, { code, receivers: '', items: 'dischargeNotice' });
  const [first, second] = await entriesOf(stage, ward);
  const shown = await stage.press(inUnit(ward), 'handover.list', { code });
  const which = await presses(stage, inUnit(ward), [shown, 'Rätta ett samtal']);
  expect(which.text).toContain('1. ');
  expect(which.buttons.map(({ title, data }) => [title, data])).toMatchObject([
    ['Rätta samtal 1', { entry: second }],
    ['Rätta samtal 2', { entry: first }],
  ]);
  const form = await presses(stage, inUnit(ward), [which, 'Rätta samtal 2']);
  expect(form.values).toMatchObject({ items: 'admission,expectedDischarge' });
});
