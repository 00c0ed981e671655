import { expect, test } from 'vitest';
import { openPostgresStore } from '../../src/storage/postgres-store.ts';
import { asa, inChatOf, megan, someone, spChannel } from '../support/activities.ts';
import { newPostgresPlace } from '../support/postgres-place.ts';
import { startPostgresServer } from '../support/postgres-server.ts';
import { answerTo, filledIn, filledInByCoordinator } from '../support/press.ts';
import { ledgerOf } from '../support/request-ledger.ts';
import { faultsInDeeds, isSaved } from '../support/saved-deeds.ts';
import { seedUnitsIn } from '../support/seed-units.ts';
import { startBot } from '../support/start-bot.ts';
import { tellStory } from '../support/story.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';
import { startTeamsDouble } from '../support/teams-double.ts';

const statusOf = async ({ port }: { readonly port: number }): Promise<number> =>
  (await fetch(`http://127.0.0.1:${port}/ready`)).status;

test('while the database is away questions are answered and forms come back; it is used again when it is there', async () => {
  await using server = await startPostgresServer();
  const store = await openPostgresStore(server.url);
  await using story = await tellStory('2026-11-24T08:00:00+01:00', { coordinators: [megan], store });
  expect(await statusOf(story.bot)).toBe(200);
  const ward = story.inChannel(asa, spChannel);
  const form = await ward.sends('fetch', 'outage.report');

  await server.stop();
  expect(await statusOf(story.bot)).toBe(503);
  expect((await ward.says('vem ringer jag i Ånge?')).text).toMatch(/0690/);
  const back = await ward.fillsIn(form, { message: 'Kommer inte in' });
  expect(back.text).toContain('Jag kommer inte åt det som är sparat, så inget har ändrats.');
  expect(back.values).toMatchObject({ message: 'Kommer inte in' });

  await server.start();
  await expect.poll(() => statusOf(story.bot), { timeout: 5_000 }).toBe(200);
  expect((await ward.fillsIn(back)).text).toContain('Anmälan är sparad');
  expect(story.bot.logged()).not.toContain('Kommer inte in');
}, 60_000);

test('a database that is started anew while many write loses nothing that was answered, and nothing comes twice', async () => {
  await using server = await startPostgresServer();
  await using double = await startTeamsDouble();
  await using looking = await openPostgresStore(server.url);
  const channels = await seedUnitsIn(looking, 40);
  await using bot = await startBot(double, {
    store: await openPostgresStore(server.url),
    config: { coordinators: [megan.aadObjectId] },
  });
  const saved = new Set<string>();
  const unsaved: string[] = [];
  const act = async (number: number): Promise<void> => {
    for (let count = 0; count < 20; count += 1) {
      const report = filledIn('outage.report', { message: 'Nere' }, inChatOf(someone(100 + number)));
      // oxlint-disable-next-line no-await-in-loop -- each person does one thing after the other
      const answer = await answerTo(double, bot, report);
      if (isSaved(answer)) saved.add(report.id);
      else unsaved.push(answer);
    }
  };
  const declare = filledInByCoordinator('outage.declare', {
    kind: 'unplanned',
    message: 'Driften felsöker.',
  });
  expect(await answerTo(double, bot, declare)).toContain('Sparat');
  const acting = Promise.all([1, 2, 3].map(act));
  await double.connector.reached(10);
  await server.stop();
  await server.start();
  await acting;

  expect(unsaved.filter((answer) => !/Jag kommer inte åt|Det gick inte att spara/.test(answer))).toEqual([]);
  expect(saved.size).toBeGreaterThan(3);
  expect(await faultsInDeeds(looking, saved)).toEqual([]);
  await expect
    .poll(() => channels.filter(({ id }) => double.connector.channelPosts(id).length === 0), {
      timeout: 20_000,
    })
    .toEqual([]);
  const started = ledgerOf(double.connector, []);
  expect(started.faults).toEqual([]);
}, 60_000);

test('a network that swallows everything keeps nobody waiting for a number', async ({ annotate }) => {
  await using place = await newPostgresPlace();
  await using proxy = await startTcpProxy(place.url);
  const store = await openPostgresStore(proxy.url);
  await using story = await tellStory('2026-11-24T08:00:00+01:00', { coordinators: [megan], store });
  const nurse = story.inChat(asa);
  await nurse.says('vem ringer jag i Ånge?');
  proxy.swallow();
  const times: number[] = [];
  for (let count = 0; count < 3; count += 1) {
    const begun = performance.now();
    expect((await nurse.says('vem ringer jag i Ånge?')).text).toMatch(/0690/);
    times.push(Math.round(performance.now() - begun));
  }
  await annotate(`answered after ${times.join(', ')} ms`);
  expect(Math.max(...times)).toBeLessThan(4_500);
  expect(await statusOf(story.bot)).toBe(503);
  proxy.reset();
  await expect.poll(() => statusOf(story.bot), { timeout: 5_000 }).toBe(200);
}, 60_000);
