import { expect, test } from 'vitest';
import { openPostgresStore } from '../../src/storage/postgres-store.ts';
import { megan } from '../support/activities.ts';
import { newPostgresPlace } from '../support/postgres-place.ts';
import { answerTo, filledInByCoordinator } from '../support/press.ts';
import { ledgerOf } from '../support/request-ledger.ts';
import { seedUnitsIn } from '../support/seed-units.ts';
import { startBot } from '../support/start-bot.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';
import { startTeamsDouble } from '../support/teams-double.ts';
import { toldStepsIn } from '../support/told-steps.ts';

const delivers = (bot: { readonly logged: () => string }): boolean => bot.logged().includes('"delivers"');

test('who delivers and is cut off from the database stops before another begins, and every channel is told', async ({
  annotate,
}) => {
  await using double = await startTeamsDouble();
  await using place = await newPostgresPlace();
  await using proxy = await startTcpProxy(place.url);
  await using looking = await openPostgresStore(place.url);
  const channels = await seedUnitsIn(looking, 60);
  const start = async (url: string) =>
    startBot(double, {
      store: await openPostgresStore(url),
      config: { coordinators: [megan.aadObjectId] },
    });
  await using far = await start(proxy.url);
  await expect.poll(() => delivers(far), { timeout: 10_000, interval: 10 }).toBe(true);
  await using near = await start(place.url);
  double.connector.delays.set('thread', 60);
  const declare = filledInByCoordinator('outage.declare', { kind: 'unplanned', message: 'Nere.' });
  expect(await answerTo(double, near, declare)).toContain('Sparat');
  await double.connector.reached(25);
  proxy.swallow();
  const cutAt = performance.now();
  await expect.poll(() => delivers(near), { timeout: 10_000, interval: 1 }).toBe(true);
  const tookOverMs = Math.round(performance.now() - cutAt);
  const calls = double.connector.calls.length;
  const { done } = await toldStepsIn(looking);
  proxy.reset();
  await expect
    .poll(async () => (await toldStepsIn(looking)).unsent, { timeout: 20_000, interval: 50 })
    .toBe(0);

  const ledger = ledgerOf(double.connector, [{ calls, done }]);
  const again = [...ledger.again.values()].reduce((sum, times) => sum + times, 0);
  await annotate(
    `taken over after ${tookOverMs} ms; sent by ${calls}, recorded ${done.size}, made again ${again}`,
  );
  expect(ledger.faults).toEqual([]);
  expect(tookOverMs).toBeLessThan(6_000);
  expect(channels.filter(({ id }) => double.connector.channelPosts(id).length === 0)).toEqual([]);
}, 60_000);
