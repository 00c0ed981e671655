import { expect, test } from 'vitest';
import { question } from '../support/activities.ts';
import { createTestKey } from '../support/microsoft-tokens.ts';
import { startBot } from '../support/start-bot.ts';
import { post, startTeamsDouble } from '../support/teams-double.ts';

const asked = () => question('vem ringer jag i Ånge?');
const hourMs = 3_600_000;

/** A bot that has let a token in; `again` shows it once more, `later` after so many milliseconds. */
async function admitted() {
  const double = await startTeamsDouble();
  let ahead = 0;
  const bot = await startBot(double, {
    now: () => new Date(Date.now() + ahead),
    limits: { keysMaxAgeMs: hourMs },
  });
  const exp = Math.floor(Date.now() / 1_000) + 2 * 3_600;
  const token = await double.tokenFor(asked(), { exp });
  const show = async (activity = asked()): Promise<number> =>
    (await post(bot, activity, { authorization: `Bearer ${token}` })).status;
  expect(await show()).toBe(200);
  return {
    double,
    show,
    later: (ms: number) => {
      ahead += ms;
    },
    async [Symbol.asyncDispose]() {
      await bot[Symbol.asyncDispose]();
      await double[Symbol.asyncDispose]();
    },
  };
}

test('a token that was let in is let in again', async () => {
  await using bot = await admitted();
  expect(await bot.show()).toBe(200);
});

test('a token that was let in is refused when its time is over', async () => {
  await using bot = await admitted();
  bot.later(2 * hourMs + 6 * 60_000);
  expect(await bot.show()).toBe(401);
});

test('a token that was let in is refused when the clock says that it is not valid yet', async () => {
  await using bot = await admitted();
  bot.later(-hourMs);
  expect(await bot.show()).toBe(401);
});

test('a token that was let in is refused for another service URL', async () => {
  await using bot = await admitted();
  const elsewhere = question('hej', { serviceUrl: 'https://smba.trafficmanager.net/amer/' });
  expect(await bot.show(elsewhere)).toBe(401);
});

test('a token that was let in is refused for another channel', async () => {
  await using bot = await admitted();
  expect(await bot.show(question('hej', { channelId: 'webchat' }))).toBe(403);
});

test('a token that was let in is refused when its key is no longer on the key page', async () => {
  await using bot = await admitted();
  bot.double.keys = [createTestKey('second')];
  bot.later(hourMs + 1);
  // The page is fetched beside this one.
  await bot.show();
  await expect.poll(() => bot.show()).toBe(401);
});

test('a token that was let in is refused when its id names another key', async () => {
  await using bot = await admitted();
  bot.double.keys = [createTestKey('first')];
  bot.later(hourMs + 1);
  await bot.show();
  await expect.poll(() => bot.show()).toBe(401);
});
