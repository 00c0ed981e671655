import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import {
  activity,
  asa,
  bo,
  channelQuestion,
  execute,
  inChatOf,
  openDialog,
  placeEvent,
  question,
  searchFor,
  submit,
  submitDialog,
} from '../support/activities.ts';
import type { TestActivity } from '../support/activities.ts';
import { startBot } from '../support/start-bot.ts';
import type { TestBot } from '../support/start-bot.ts';
import { startTeamsDouble } from '../support/teams-double.ts';
import type { TeamsDouble } from '../support/teams-double.ts';

const personMost = 5;
const store = createMemoryStore();
let double: TeamsDouble;
let bot: TestBot;
let ahead = 0;
const now = (): Date => new Date(Date.now() + ahead);
beforeAll(async () => {
  double = await startTeamsDouble();
  bot = await startBot(double, { store, now, limits: { personMost, personsMost: 2 } });
});
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
  await double[Symbol.asyncDispose]();
});
beforeEach(() => {
  ahead += 60_000;
});

/** The answer to an activity that must be taken. */
async function deliver(sent: TestActivity): Promise<string> {
  const response = await double.deliver(bot, sent);
  expect(response.status).toBe(200);
  return response.text();
}

/** One after the other, as a script sends them. */
async function deliverAll(all: readonly TestActivity[]): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (const one of all) await deliver(one);
}

/** What is posted while something is sent. */
async function postedBy(send: () => Promise<unknown>): Promise<readonly string[]> {
  const before = double.connector.messages().length;
  await send();
  return double.connector
    .messages()
    .map((message) => JSON.stringify(message))
    .slice(before);
}

const asMany = (count: number, make = () => question('hjälp')): readonly TestActivity[] =>
  Array.from({ length: count }, make);
/** Somebody has sent as much as they may. */
const usedUp = (): Promise<void> => deliverAll(asMany(personMost));
const kindly = /Det kom mycket från dig på kort tid[^"]*Vänta en minut[^"]*ring 112/;
const report = { verb: 'outage.report', message: 'Nere', formId: 'flood' };
const recorded = async (): Promise<string> => {
  const streams = await store.streams();
  return JSON.stringify(await Promise.all(streams.map((stream) => store.read(stream, 0))));
};

describe('somebody who sends without end', () => {
  test('is told so once, kindly, and is then let be', async () => {
    const posted = await postedBy(() => deliverAll(asMany(personMost + 20)));
    expect(posted).toHaveLength(personMost + 1);
    expect(posted.at(-1)).toMatch(kindly);
    expect(posted.slice(0, -1).join('\n')).not.toMatch(kindly);
  });

  test('is answered again after a minute', async () => {
    await deliverAll(asMany(personMost + 3));
    ahead += 59_000;
    expect(await postedBy(() => deliver(question('hjälp')))).toEqual([]);
    ahead += 1_000;
    const [posted = ''] = await postedBy(() => deliver(question('hjälp')));
    expect(posted).toContain('attachments');
  });

  test('keeps nobody else from being answered, in the same channel either', async () => {
    await deliverAll(asMany(personMost + 3, () => channelQuestion('hjälp')));
    const [posted = ''] = await postedBy(() => deliver(channelQuestion('hjälp', { from: bo })));
    expect(posted).toContain('attachments');
  });

  test('is known by the account, whichever chat or channel it writes in', async () => {
    await usedUp();
    const posted = await postedBy(() =>
      deliverAll([channelQuestion('hjälp'), question('hjälp', inChatOf(asa))]),
    );
    expect(posted).toEqual([expect.stringMatching(kindly)]);
  });

  test.each<[string, TestActivity, RegExp]>([
    [
      'Execute',
      execute('outage.report', report),
      /^\{"statusCode":200,"type":"application\/vnd\.microsoft\.activity\.message","value":"Det kom mycket/,
    ],
    [
      'a dialog that is asked for',
      openDialog(report),
      /^\{"task":\{"type":"message","value":"Det kom mycket/,
    ],
    ['a dialog that is sent', submitDialog(report), /^\{"task":\{"type":"message","value":"Det kom mycket/],
    ['an invoke that nobody knows', activity({ type: 'invoke', name: 'x' }), /^\{\}$/],
  ])(
    'is answered to every button as its client asks, and nothing is done: %s',
    async (_carrier, sent, answer) => {
      await usedUp();
      const before = await recorded();
      expect(await deliver(sent)).toMatch(answer);
      expect(await deliver({ ...sent, id: `${sent.id}-again` })).toMatch(answer);
      expect(await recorded()).toBe(before);
    },
  );

  test('saves nothing by Submit', async () => {
    await usedUp();
    const before = await recorded();
    const posted = await postedBy(() => deliverAll([submit(report), submit(report)]));
    expect(posted).toEqual([expect.stringMatching(kindly)]);
    expect(await recorded()).toBe(before);
  });

  test('is told in a search, which counts by itself', async () => {
    await usedUp();
    await deliverAll(asMany(personMost - 1, () => searchFor('ånge')));
    expect(await deliver(searchFor('ånge'))).toContain('0690-25 01 00');
    expect(await deliver(searchFor('ånge'))).toMatch(
      /^\{"composeExtension":\{"type":"message","text":"Det kom/,
    );
  });

  test('is answered with 112 where somebody’s life is in danger', async () => {
    await deliverAll(asMany(personMost + 3));
    const [posted = ''] = await postedBy(() => deliver(question('patienten har hjärtstopp')));
    expect(posted).toContain('Ring 112');
  });

  test('costs no search of a whole book', async () => {
    await deliverAll(asMany(personMost + 3));
    const book = question(`${'Nummer 1:1. '.repeat(10_000)} hjärtstopp`);
    expect(await postedBy(() => deliver(book))).toEqual([]);
  });

  test('is told to take away a patient’s identity, which is not repeated', async () => {
    await deliverAll(asMany(personMost + 3));
    const [posted = ''] = await postedBy(() => deliver(question('gäller 19121212-1212')));
    expect(posted).toContain('personnummer');
    expect(posted).not.toContain('121212');
  });
});

test('what Teams delivers again, and what it tells of its places, counts for nobody', async () => {
  const asked = question('hjälp');
  const renamed = asMany(personMost, () => placeEvent('teamRenamed'));
  await deliverAll([...asMany(10, () => asked), ...renamed, ...asMany(personMost - 2)]);
  const [posted = ''] = await postedBy(() => deliver(question('hjälp')));
  expect(posted).toContain('attachments');
});

test('of more people than are kept, whoever was quiet longest is forgotten', async () => {
  await usedUp();
  await deliverAll([question('hjälp', { from: bo }), question('hjälp', { from: { id: '29:x' } })]);
  const [posted = ''] = await postedBy(() => deliver(question('hjälp')));
  expect(posted).toContain('attachments');
});

test('a nurse who presses a hundred times in a minute is answered each time', async () => {
  await using usual = await startBot(double);
  const posted = await postedBy(async () => {
    for (const one of asMany(100)) {
      // oxlint-disable-next-line no-await-in-loop -- one press after the other
      await double.deliver(usual, one);
    }
  });
  expect(posted).toHaveLength(100);
  expect(posted.join('\n')).not.toMatch(kindly);
});
