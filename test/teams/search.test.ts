import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import type { Store } from '../../src/storage/store.ts';
import { activity, bo, foreignTenantId, inChannel, searchFor, tenantId } from '../support/activities.ts';
import type { TestActivity } from '../support/activities.ts';
import { startBot } from '../support/start-bot.ts';
import { startTeamsDouble } from '../support/teams-double.ts';
import { openConversation } from '../support/open-conversation.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';
const testNumber = '19121212-1212';
const { deliver, posted, logged, sent } = openConversation();

/** All that is on record. */
async function recorded(store: Store): Promise<string> {
  const streams = await store.streams();
  return JSON.stringify(await Promise.all(streams.map((stream) => store.read(stream, 0))));
}

const query = (value: unknown): TestActivity =>
  activity({ type: 'invoke', name: 'composeExtension/query', value });
const oneFrom = (skip: number): TestActivity =>
  query({ parameters: [{ name: 'initialRun', value: 'true' }], queryOptions: { skip, count: 1 } });
const list = {
  composeExtension: { type: 'result', attachmentLayout: 'list', attachments: expect.any(Array) },
};

describe('a search in the box where messages are written', () => {
  test('“ånge” gives the switchboard to choose, and the card that goes into the message', async () => {
    const before = sent();
    const body = await deliver(searchFor('ånge'));
    expect(body).toEqual({
      composeExtension: {
        type: 'result',
        attachmentLayout: 'list',
        attachments: [
          {
            contentType: cardType,
            content: expect.objectContaining({ type: 'AdaptiveCard', version: '1.5' }),
            preview: {
              contentType: 'application/vnd.microsoft.card.thumbnail',
              content: {
                title: 'Ånge kommuns växel',
                text: '0690-25 01 00 · fråga efter ansvarig biståndshandläggare',
              },
            },
          },
        ],
      },
    });
    expect(JSON.stringify(body)).not.toMatch(/"Action\./);
    // Five seconds are all there is: nothing is asked of Teams, and nothing is posted.
    expect({ posted: posted(), sent: sent() }).toEqual({ posted: [], sent: before });
  });

  test('that is opened and not typed in gives what there is', async () => {
    expect(JSON.stringify(await deliver(searchFor('')))).toContain('Region Västernorrlands växel');
  });

  test('goes on where the list was left', async () => {
    const [first, second] = [await deliver(oneFrom(0)), await deliver(oneFrom(1))];
    expect(JSON.stringify(first)).toContain('Servicedesk');
    expect(JSON.stringify(second)).toContain('Region Västernorrlands växel');
    expect(JSON.stringify(second)).not.toContain('Servicedesk');
  });

  test('that finds nothing says what to search for', async () => {
    expect(await deliver(searchFor('xylofon'))).toEqual({
      composeExtension: { type: 'message', text: expect.stringMatching(/Inget nummer hittades/) },
    });
  });

  test.each([
    ['typed', searchFor(`ring om ${testNumber}`)],
    ['sent as a number', query({ parameters: [{ name: 'text', value: 191_212_121_212 }] })],
    [
      'spread over parameters',
      query({
        parameters: [
          { name: 'a', value: '19121212' },
          { name: 'b', value: '1212' },
        ],
      }),
    ],
    ['under another name', query({ parameters: [{ name: 'verb', value: testNumber }] })],
  ])('with a patient’s number %s is refused, and nothing of it is logged', async (_how, asked) => {
    const body = await deliver(asked);
    expect(body).toEqual({
      composeExtension: { type: 'message', text: expect.stringMatching(/ser ut som ett personnummer/) },
    });
    expect(JSON.stringify(body)).not.toMatch(/\d/);
    expect(logged()).not.toMatch(/19121212/);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'ånge'],
    ['a list', []],
    ['parameters that are none', { parameters: 'ånge' }],
    ['parameters of other shapes', { parameters: [null, 7, { name: 1 }, { name: 'text', value: { a: 1 } }] }],
    ['pages that are none', { parameters: [], queryOptions: { skip: -1, count: 1e9 } }],
    ['pages in words', { parameters: [], queryOptions: { skip: 'många', count: null } }],
  ])('that holds %s is answered with what there is', async (_case, value) => {
    expect(await deliver(query(value))).toEqual(list);
  });

  test('of a book’s length is answered', async () => {
    expect(await deliver(searchFor('ånge '.repeat(5_000)))).toEqual(list);
  });

  test('of another kind of message extension is not known here', async () => {
    expect(
      await deliver(activity({ type: 'invoke', name: 'composeExtension/submitAction', value: {} })),
    ).toEqual({});
  });
});

describe('whoever searches', () => {
  /** In a chat with a colleague, Teams says `personal` where the bot is not a part of it. */
  const among = { id: '19:asa_bo@unq.gbl.spaces', conversationType: 'personal', tenantId };

  test('leaves nothing on record: a chat with a colleague is not taken for one with the bot', async () => {
    await using double = await startTeamsDouble();
    const store = createMemoryStore();
    await using bot = await startBot(double, { store });
    const before = await recorded(store);
    for (const asked of [
      searchFor('ånge', { conversation: among }),
      searchFor('ånge', inChannel()),
      searchFor(testNumber, { from: bo }),
    ]) {
      expect((await double.deliver(bot, asked)).status).toBe(200);
    }
    expect(await recorded(store)).toBe(before);
    expect(double.connector.calls).toEqual([]);
  });

  test('from a tenant that is not let in is shown nothing', async () => {
    await using double = await startTeamsDouble();
    await using bot = await startBot(double);
    const asked = searchFor('ånge', {
      conversation: { ...among, tenantId: foreignTenantId },
      channelData: { tenant: { id: foreignTenantId } },
    });
    expect((await double.deliver(bot, asked)).status).toBe(403);
  });

  test('finds the numbers when the books cannot be read', async () => {
    await using double = await startTeamsDouble();
    const store = createMemoryStore();
    let isDown = false;
    const read: Store['read'] = (stream, after) => {
      if (isDown) throw new Error('down');
      return store.read(stream, after);
    };
    await using bot = await startBot(double, { store: { ...store, read } });
    isDown = true;
    const response = await double.deliver(bot, searchFor('ånge'));
    expect(await response.json()).toMatchObject(list);
  });
});
