import { expect, test } from 'vitest';
import { dueWrites } from '../../src/domain/due.ts';
import { outstandingByUnit } from '../../src/domain/owing-units.ts';
import { unitSummary } from '../../src/domain/unit-summary.ts';
import { worldAfter } from '../../src/domain/world-after.ts';
import { day, hour, noon } from '../support/build-outage.ts';
import {
  channelOf,
  expectSound,
  forOne,
  issuedIn,
  only,
  openLogStage,
  said,
  ward,
  withReceipt,
} from '../support/log-stage.ts';
import { declare, drill, end } from '../support/outage-commands.ts';

/** The ward and Ånge have talked, and two hours after it began it is over. */
const ended = async (begin = declare()) => {
  const { code, stage } = await withReceipt(begin);
  stage.at(noon + 2 * hour);
  const outage = begin.kind === 'declare' ? begin.newOutage : 'o1';
  const world = await stage.does(end({ outage, endedAt: noon + 2 * hour }));
  return { code, stage, world };
};

test('units with different logs read different counts, under one number', async () => {
  const { code, world } = await ended();
  const ends = issuedIn(world, 'end');
  expect(new Set(ends.map(({ number }) => number)).size).toBe(1);
  expect(ends.flatMap(({ recipients }) => recipients).toSorted()).toEqual([
    'unit:ange',
    'unit:lead',
    'unit:other',
    'unit:ward',
  ]);
  const conclusions = (['unit:ward', 'unit:other', 'unit:ange', 'unit:lead'] as const).map((one) =>
    JSON.stringify(forOne(ends, one)?.conclusion),
  );
  expect(new Set(conclusions).size).toBe(4);
  expect(ends.map(said).join('')).not.toContain(code);
  expect(unitSummary(only(world), ward)).toMatchObject({ calls: 2 });
  expectSound(ends);
});

test('a channel that wants notices only reads what the routine asks of all', async () => {
  const { world } = await ended();
  const end = forOne(issuedIn(world, 'end'), 'unit:lead');
  expect(JSON.stringify(end?.conclusion)).toContain('Vad ska vi registrera i efterhand?');
});

test('of a drill each unit’s card is marked, and says that nothing is to be registered', async () => {
  const { world } = await ended(drill());
  for (const notice of issuedIn(world, 'end')) {
    expect(notice.text).toMatch(/^ÖVNING: /);
    expect(JSON.stringify(notice.conclusion)).toContain('"banner":"ÖVNING"');
    expect(JSON.stringify(notice.conclusion)).toContain('Inget ska registreras');
  }
});

test('a drill that a real outage breaks off is one card for all', async () => {
  const { stage } = await withReceipt(drill());
  await stage.does(declare());
  const { outages } = await stage.tick();
  const broken = outages.get('drill');
  const ends = [...(broken?.outbox.notices.values() ?? [])].flat().filter(({ notice }) => notice === 'end');
  expect(ends).toHaveLength(1);
  expect(ends[0]?.recipients).toHaveLength(4);
  expect(ends[0]?.text).toBe('ÖVNING AVBRUTEN, verkligt avbrott');
});

test('a thousand units that logged nothing share a few cards', async () => {
  const settings = ['inpatient-somatic', 'municipality', 'primary-care'] as const;
  const many = Array.from({ length: 1_000 }, (_, index) => {
    const careSetting = settings[index % 3] ?? 'municipality';
    return channelOf(`u${index}`, {
      careSetting,
      organisation: careSetting === 'municipality' ? 'ange' : 'region',
    });
  });
  const stage = await openLogStage(many);
  await stage.does(declare());
  const world = await stage.does(end());
  const ends = issuedIn(world, 'end');
  expect(ends.length).toBeGreaterThan(1);
  expect(ends.length).toBeLessThanOrEqual(10);
  expect(new Set(ends.flatMap(({ recipients }) => recipients)).size).toBe(1_000);
  const { deliveries, lastNumber } = only(world).outbox;
  expect([...deliveries.values()].filter(({ number }) => number === lastNumber)).toHaveLength(1_000);
});

test('what the clock foresees has the numbers that are issued', async () => {
  const { stage, world } = await ended();
  stage.at(noon + 4 * day);
  const foreseen = worldAfter(world, dueWrites(world, noon + 4 * day), noon + 4 * day);
  const then = await stage.tick();
  expect(only(foreseen).outbox.lastNumber).toBe(only(then).outbox.lastNumber);
});

test('the next working day each unit reads its own counts, and coordinators all', async () => {
  const { code, stage, world } = await ended();
  const monday = noon + 3 * day;
  stage.at(monday);
  const then = await stage.tick();
  const owing = outstandingByUnit(only(world), world.directory);
  const reminders = issuedIn(then, 'reminder');
  expect(reminders.flatMap(({ recipients }) => recipients)).toEqual(
    owing.map(({ unit }) => `unit:${unit.id}`),
  );
  for (const { tasks, unit } of owing) {
    const count = tasks.length === 1 ? '1 efterregistrering' : `${tasks.length} efterregistreringar`;
    expect(forOne(reminders, `unit:${unit.id}`)?.text).toContain(`${count} är kvar`);
  }
  const prompts = issuedIn(then, 'prompt');
  const sum = owing.reduce((all, { tasks }) => all + tasks.length, 0);
  expect(prompts.map(({ recipients, text }) => [recipients, text])).toEqual([
    [['unit:lead'], `Kvar att efterregistrera: ${sum} i ${owing.length} enheter`],
  ]);
  expect([...reminders, ...prompts].map(said).join('')).not.toContain(code);
  expectSound([...reminders, ...prompts]);
});

test('the questions of the clock are still what they were', async () => {
  const stage = await openLogStage();
  await stage.does(declare());
  stage.at(noon + hour);
  expect(issuedIn(await stage.tick(), 'prompt').map(({ text }) => text)).toEqual([
    'Avbrottet i Lifecare SP har pågått i 1 timme: uppdatera enheterna',
  ]);
});
