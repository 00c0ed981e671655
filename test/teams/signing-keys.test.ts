import { describe, expect, test } from 'vitest';
import { question, tenantId } from '../support/activities.ts';
import { createTestKey } from '../support/microsoft-tokens.ts';
import { startBot } from '../support/start-bot.ts';
import { claimsFor, loginHost, post, startTeamsDouble } from '../support/teams-double.ts';
import type { TeamsDouble } from '../support/teams-double.ts';

const asked = question('hjälp');
const keyFetches = (double: TeamsDouble): number =>
  double.called.filter((url) => url === `https://${loginHost}/v1/.well-known/keys`).length;
const hour = 60 * 60_000;

/** A clock that stands still until it is moved; tokens are made by the real one, so it starts there. */
function createClock() {
  let at = Date.now();
  return {
    now: () => new Date(at),
    pass: (ms: number) => {
      at += ms;
    },
  };
}

/** A token that is good at the clock's time. */
const tokenAt = (double: TeamsDouble, now: Date, key = double.keys[0]) => {
  const seconds = Math.floor(now.getTime() / 1000);
  const times = { nbf: seconds - 60, exp: seconds + 3600 };
  return key?.sign({ ...claimsFor(asked), ...times });
};

describe('Microsoft’s keys', () => {
  test('fifty requests at once on a cold start fetch them once', async () => {
    await using double = await startTeamsDouble();
    await using bot = await startBot(double, { limits: { waitingMost: 100 } });
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        double.deliver(
          bot,
          question('hjälp', {
            id: `${n}`,
            conversation: { conversationType: 'personal', tenantId, id: `a:${n}` },
          }),
        ),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(double.called.filter((url) => url.includes(loginHost))).toHaveLength(2);
  });

  test('a thousand junk tokens with unknown keys fetch them once a minute at most', async () => {
    await using double = await startTeamsDouble();
    const clock = createClock();
    await using bot = await startBot(double, { now: clock.now });
    const stranger = createTestKey('stranger');
    const send = async (): Promise<number> => {
      const authorization = `Bearer ${await stranger.sign(claimsFor(asked), { kid: `junk-${Math.random()}` })}`;
      return (await post(bot, asked, { authorization })).status;
    };
    for (let wave = 0; wave < 20; wave += 1) {
      const statuses = await Promise.all(Array.from({ length: 50 }, send));
      expect(new Set(statuses)).toEqual(new Set([401]));
    }
    expect(keyFetches(double)).toBe(1);
    clock.pass(61_000);
    await Promise.all(Array.from({ length: 50 }, send));
    expect(keyFetches(double)).toBe(2);
  });

  test('a new key is known within a minute, for every request that waits for it', async () => {
    await using double = await startTeamsDouble();
    const clock = createClock();
    await using bot = await startBot(double, { now: clock.now });
    expect((await double.deliver(bot, asked)).status).toBe(200);
    const next = createTestKey('next');
    double.keys = [next];
    clock.pass(61_000);
    const deliver = async () => {
      const token = await tokenAt(double, clock.now(), next);
      return (await post(bot, asked, { authorization: `Bearer ${token}` })).status;
    };
    expect(await Promise.all([deliver(), deliver(), deliver()])).toEqual([200, 200, 200]);
    expect(keyFetches(double)).toBe(2);
  });

  test('a key that is taken away is refused when a day has passed', async () => {
    await using double = await startTeamsDouble();
    const clock = createClock();
    await using bot = await startBot(double, { now: clock.now });
    const [old] = double.keys;
    expect((await double.deliver(bot, asked)).status).toBe(200);
    double.keys = [createTestKey('next')];
    const deliver = async () => {
      const token = await tokenAt(double, clock.now(), old);
      return (await post(bot, asked, { authorization: `Bearer ${token}` })).status;
    };
    clock.pass(23 * hour);
    expect(await deliver()).toBe(200);
    clock.pass(2 * hour);
    // This one starts the fetch and does not wait for it.
    expect(await deliver()).toBe(200);
    await expect.poll(deliver).toBe(401);
  });

  test.each([
    ['is out of reach', { kind: 'unreachable' }],
    ['drops the connection', { kind: 'drop' }],
    ['answers 503', { kind: 'status', status: 503 }],
    ['says nothing', { kind: 'hang' }],
  ] as const)(
    'the old keys go on being used, without a wait, when the key page %s after a day',
    async (_case, trouble) => {
      await using double = await startTeamsDouble();
      const clock = createClock();
      await using bot = await startBot(double, { now: clock.now, limits: { loginTimeoutMs: 60_000 } });
      expect((await double.deliver(bot, asked)).status).toBe(200);
      double.troubles.set(loginHost, trouble);
      for (let days = 1; days <= 3; days += 1) {
        clock.pass(25 * hour);
        const authorization = `Bearer ${await tokenAt(double, clock.now())}`;
        expect((await post(bot, asked, { authorization })).status).toBe(200);
      }
    },
  );

  test.each([
    ['is out of reach', { kind: 'unreachable' }],
    ['says nothing', { kind: 'hang' }],
    ['answers with a web page', { kind: 'status', status: 200 }],
  ] as const)('a bot that never had keys is unavailable while the key page %s', async (_case, trouble) => {
    await using double = await startTeamsDouble();
    await using bot = await startBot(double, { limits: { loginTimeoutMs: 100 } });
    double.troubles.set(loginHost, trouble);
    expect((await double.deliver(bot, asked)).status).toBe(503);
    double.troubles.clear();
    expect((await double.deliver(bot, asked)).status).toBe(200);
  });
});
