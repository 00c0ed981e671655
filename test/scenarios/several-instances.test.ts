import { expect, test } from 'vitest';
import { openPostgresStore } from '../../src/storage/postgres-store.ts';
import { inChatOf, megan, someone } from '../support/activities.ts';
import { newPostgresPlace } from '../support/postgres-place.ts';
import { answerTo, filledIn, filledInByCoordinator } from '../support/press.ts';
import { ledgerOf } from '../support/request-ledger.ts';
import type { Ledger } from '../support/request-ledger.ts';
import { faultsInDeeds, isSaved } from '../support/saved-deeds.ts';
import { coordinationChannel, seedUnitsIn } from '../support/seed-units.ts';
import { startServiceProcess } from '../support/service-process.ts';
import { startTeamsDouble } from '../support/teams-double.ts';
import { settled } from '../support/tell-channels.ts';
import { toldStepsIn } from '../support/told-steps.ts';

/** Processes of the service on one database, of which the first delivers, and Teams before them. */
async function startInstances() {
  await using stack = new AsyncDisposableStack();
  const double = stack.use(await startTeamsDouble());
  const place = stack.use(await newPostgresPlace());
  const store = stack.use(await openPostgresStore(place.url));
  const channels = await seedUnitsIn(store, 30);
  const start = async () =>
    stack.use(
      await startServiceProcess({ double, storage: { DATABASE_URL: place.url }, coordinators: [megan] }),
    );
  const delivers = await start();
  const others = await Promise.all([start(), start()]);
  await delivers.saying('"delivers"');
  const all = stack.move();
  return {
    double,
    store,
    channels: channels.filter(({ id }) => id !== coordinationChannel.id),
    delivers,
    others,
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

const declare = () =>
  filledInByCoordinator('outage.declare', { kind: 'unplanned', message: 'Driften felsöker.' });
const update = () => filledInByCoordinator('outage.update', { message: 'Felet är hittat.' });
const end = () => filledInByCoordinator('outage.end', { message: 'Allt är som vanligt.' });

test('of three instances one delivers, all know what any does, and another delivers when that one is killed', async ({
  annotate,
}) => {
  await using stage = await startInstances();
  const { double, store, channels, delivers, others } = stage;
  const [second, third] = others;
  const bots = [delivers, second, third];
  double.connector.delays.set('thread', 60);
  expect(await answerTo(double, second, declare())).toContain('Sparat');

  // All know it at once, or they would have nothing to update. Teams delivers one activity to all three at the same
  // time; many people write through all three meanwhile.
  const same = update();
  const reports = Array.from({ length: 24 }, (_none, number) =>
    filledIn('outage.report', { message: 'Kommer inte in' }, inChatOf(someone(100 + number))),
  );
  const [updated, reported] = await Promise.all([
    Promise.all(bots.map((bot) => answerTo(double, bot, same))),
    Promise.all(reports.map((report, at) => answerTo(double, bots[at % bots.length] ?? third, report))),
  ]);
  expect(updated.filter((answer) => !isSaved(answer) && !answer.includes('Redan'))).toEqual([]);
  expect(reported.filter((answer) => !isSaved(answer))).toEqual([]);
  await settled(delivers, 30);
  expect(faultsOf(ledgerOf(double.connector, []))).toEqual([]);

  // The end is told by the one that delivers, whoever wrote it, until it is killed in the middle of it.
  const before = double.connector.calls.length;
  const ended = end();
  expect(await answerTo(double, third, ended)).toContain('Sparat');
  await double.connector.reached(before + 20);
  await delivers.kill();
  const killedAt = performance.now();
  const { done } = await toldStepsIn(store);
  const calls = double.connector.calls.length;
  // The others answer all the while.
  expect(await answerTo(double, second, ended)).toMatch(/Sparat|Redan/);
  await double.connector.reached(calls + 1);
  const tookOverMs = Math.round(performance.now() - killedAt);
  await settled(third, 30);

  const ledger = ledgerOf(double.connector, [{ calls, done }]);
  const again = [...ledger.again.values()].reduce((sum, times) => sum + times, 0);
  await annotate(`taken over after ${tookOverMs} ms; made again: ${again}`);
  expect(faultsOf(ledger)).toEqual([]);
  expect(tookOverMs).toBeLessThan(6_000);
  expect((await toldStepsIn(store)).unsent).toBe(0);
  const untold = channels.filter(({ id }) => double.connector.channelPosts(id).length < 2);
  expect(untold).toEqual([]);
  expect(await faultsInDeeds(store, new Set([same, ended, ...reports].map(({ id }) => id)))).toEqual([]);
  const whoDelivered = bots.map((bot) => bot.logged().includes('"delivers"'));
  expect([whoDelivered[0], whoDelivered.filter(Boolean).length]).toEqual([true, 2]);
}, 120_000);

/** The coordinators' card is edited with each report. */
function faultsOf({ faults }: Ledger): readonly string[] {
  return faults.filter((fault) => !fault.startsWith(coordinationChannel.id));
}
