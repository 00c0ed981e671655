import { randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pino from 'pino';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { appId, question } from '../support/activities.ts';
import { startBot } from '../support/start-bot.ts';
import { claimsFor, loginHost, post, startTeamsDouble } from '../support/teams-double.ts';

setFlagsFromString('--expose_gc');
const collect = z.function({ input: [], output: z.undefined() }).implement(runInNewContext('gc'));

const asked = question('vem ringer jag i Ånge?');
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
/** A kilobyte that nothing has seen before. */
const padding = (): string => Array.from({ length: 28 }, () => randomUUID()).join('');

type Junk = () => string;
const token = (header: object, claims: object): string =>
  `${part(header)}.${part({ ...claimsFor(asked), padding: padding(), ...claims })}.${'A'.repeat(342)}`;
const junk: readonly Junk[] = [
  () => padding(),
  () => token({ alg: 'none' }, {}),
  () => token({ alg: 'RS256', kid: randomUUID() }, {}),
  () => token({ alg: 'RS256', kid: 'first' }, {}),
  // What botbuilder's own check keeps for ever: an issuer for each tenant that a token makes up.
  () => {
    const tid = randomUUID();
    const claims = { iss: `https://sts.windows.net/${tid}/`, tid, ver: '1.0', appid: appId };
    return token({ alg: 'RS256', kid: 'first' }, claims);
  },
];

const heap = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};

test('junk tokens by the thousand are refused, leave nothing in memory, and hardly ask Microsoft for keys', async () => {
  await using double = await startTeamsDouble();
  await using bot = await startBot(double, { log: pino({ level: 'silent' }) });
  const send = async (count: number): Promise<ReadonlySet<number>> => {
    const statuses = new Set<number>();
    let next = 0;
    const sender = async (): Promise<void> => {
      while (next < count) {
        next += 1;
        const authorization = `Bearer ${junk[next % junk.length]?.() ?? ''}`;
        // oxlint-disable-next-line no-await-in-loop -- each sender sends one after the other
        const response = await post(bot, asked, { authorization });
        statuses.add(response.status);
        // oxlint-disable-next-line no-await-in-loop -- as above
        await response.text();
      }
    };
    await Promise.all(Array.from({ length: 16 }, sender));
    return statuses;
  };
  // What is made once is made: connections, compiled code.
  await send(500);
  const before = heap();
  expect(await send(2_500)).toEqual(new Set([401]));
  // Their own text alone would be four megabytes; what grows is the test’s own connections.
  expect(heap() - before).toBeLessThan(2_000_000);
  const asksForKeys = double.called.filter((url) => url.startsWith(`https://${loginHost}/`));
  expect(asksForKeys.length).toBeLessThanOrEqual(4);
  expect((await double.deliver(bot, asked)).status).toBe(200);
});
