import { describe, expect, test } from 'vitest';
import { activity, channelQuestion, question, tenantId } from '../support/activities.ts';
import type { TestActivity } from '../support/activities.ts';
import { openConversation } from '../support/open-conversation.ts';

/** Skatteverket's published test number. */
const testNumber = '19121212-1212';
const cardType = 'application/vnd.microsoft.card.adaptive';
const channel = { conversationType: 'channel', isGroup: true, id: '19:sp@thread.tacv2;messageid=1' };

const { deliver, posted, sent, lastPath, logged } = openConversation();

const edit = (text: string, changes = {}): TestActivity =>
  activity({
    type: 'messageUpdate',
    text,
    channelData: { eventType: 'editMessage', tenant: { id: tenantId } },
    ...changes,
  });
const install = (action: string, changes = {}): TestActivity =>
  activity({ type: 'installationUpdate', action, ...changes });

describe('a message', () => {
  test('is answered with one card, alone, whose summary says what it is about', async () => {
    await deliver(question('vem ringer jag i Ånge?'));
    expect(posted()).toHaveLength(1);
    expect(posted()[0]).toMatchObject({
      type: 'message',
      summary: expect.stringContaining('Ring Ånge kommun'),
      attachments: [{ contentType: cardType }],
    });
    expect(posted()[0]).not.toHaveProperty('text');
    expect(JSON.stringify(posted())).toContain('0690-25 01 00');
  });

  test('in a channel is answered in its thread', async () => {
    await deliver(channelQuestion('vem ringer jag i Ånge?'));
    expect(lastPath()).toContain('/conversations/19:sp@thread.tacv2;messageid=1795373763454/');
    expect(JSON.stringify(posted())).toContain('0690-25 01 00');
  });

  test('in a group chat is answered', async () => {
    await deliver(
      channelQuestion('vem ringer jag i Ånge?', {
        conversation: { conversationType: 'groupChat', isGroup: true, id: '19:group@thread.v2' },
      }),
    );
    expect(JSON.stringify(posted())).toContain('0690-25 01 00');
  });

  test('that only mentions the bot is answered with what can be asked', async () => {
    await deliver(channelQuestion(''));
    expect(posted()[0]?.summary).toContain('Jag hjälper dig när Lifecare SP ligger nere');
  });

  test('that is not understood is answered with what can be done', async () => {
    await deliver(question('blå banan'));
    expect(posted()[0]?.summary).toContain('Det förstod jag inte');
  });

  test('that names a patient is refused, and nothing of it is answered or logged', async () => {
    await deliver(question(`vem ringer jag om ${testNumber}?`));
    expect(posted()[0]?.summary).toContain('Det där ser ut som ett personnummer');
    expect(sent()).not.toMatch(/19121212|1212-?1212/);
    expect(logged()).not.toMatch(/19121212|1212-?1212/);
    expect(logged()).toContain('"outcome":"refused"');
  });

  test.each([
    ['in numeric entities', '1&#57;121212-1212'],
    ['broken by the mention', `1912<at>Avbrottsboten</at>1212-1212`],
    ['with hard spaces', '19121212&nbsp;1212'],
  ])('that hides a number %s is refused', async (_case, text) => {
    const { entities } = channelQuestion('');
    await deliver(question(`patient ${text}`, { entities }));
    expect(posted()[0]?.summary).toContain('Det där ser ut som ett personnummer');
  });

  test('about danger to life is answered with 112', async () => {
    await deliver(question('hon andas inte'));
    expect(posted()[0]?.summary).toContain('Ring 112');
  });

  test('of a book’s length is not read', async () => {
    await deliver(question('vem ringer jag? '.repeat(5000)));
    expect(posted()[0]?.text).toMatch(/^Det var för mycket text/);
  });

  test('of a book’s length is refused all the same when it names a patient', async () => {
    await deliver(question(`${'ord '.repeat(10_000)} ${testNumber} ${'ord '.repeat(10_000)}`));
    expect(posted()[0]?.summary).toContain('Det där ser ut som ett personnummer');
  });

  test('is logged by ids and outcome alone', async () => {
    await deliver(question('vem ringer jag i Härnösand?', { id: 'the-id' }));
    const line =
      logged()
        .split('\n')
        .find((one) => one.includes('the-id')) ?? '{}';
    expect(JSON.parse(line)).toMatchObject({
      activity: 'the-id',
      conversation: 'a:personal',
      kind: 'message',
      outcome: 'answered',
      intent: 'call.who',
    });
    expect(logged()).not.toMatch(/Härnösand|Öberg|ssk/);
  });
});

describe('an edited message', () => {
  test('is answered like a new one in the personal chat', async () => {
    await deliver(edit('vem ringer jag i Ånge?'));
    expect(JSON.stringify(posted())).toContain('0690-25 01 00');
  });

  test('is not answered again among others', async () => {
    await deliver(edit('vem ringer jag i Ånge?', { conversation: channel }));
    expect(posted()).toEqual([]);
  });

  test.each([
    ['in the personal chat', {}],
    ['in a channel', { conversation: channel }],
  ])('that now names a patient is refused %s', async (_case, changes) => {
    await deliver(edit(`det gäller ${testNumber}`, changes));
    expect(posted()[0]?.summary).toContain('Det där ser ut som ett personnummer');
  });

  test('is another event than the message it changes, and than the next edit', async () => {
    await deliver(question('hjälp', { id: 'edited' }));
    await deliver(edit('sip?', { id: 'edited', timestamp: '2026-11-22T10:01:00Z' }));
    await deliver(edit('sip?', { id: 'edited', timestamp: '2026-11-22T10:01:00Z' }));
    await deliver(edit('hur kallar vi till SIP?', { id: 'edited', timestamp: '2026-11-22T10:02:00Z' }));
    expect(posted()).toHaveLength(3);
  });
});

describe('installing', () => {
  test('for oneself is greeted with what can be asked', async () => {
    await deliver(install('add'));
    expect(posted()[0]?.summary).toContain('Jag hjälper dig när Lifecare SP ligger nere');
  });

  test('in a team is greeted with one short text', async () => {
    await deliver(install('add', { conversation: channel }));
    expect(posted()).toHaveLength(1);
    expect(posted()[0]?.text).toMatch(/^Hej! /);
    expect(posted()[0]).not.toHaveProperty('attachments');
  });

  test.each(['remove', 'add-upgrade', 'remove-upgrade', 'något nytt'])(
    '%s is not greeted',
    async (action) => {
      await deliver(install(action));
      expect(posted()).toEqual([]);
    },
  );

  test('is greeted once, though Teams also tells of a new member', async () => {
    await deliver(activity({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] }));
    expect(posted()).toEqual([]);
  });
});

describe('what the bot has no use for is taken with 200 and left', () => {
  test.each([
    'messageDelete',
    'messageReaction',
    'typing',
    'event',
    'endOfConversation',
    'conversationUpdate',
    'contactRelationUpdate',
    'invokeResponse',
    'trace',
    'något-nytt',
    '__proto__',
  ])('%s', async (type) => {
    expect(await deliver(activity({ type, name: 'x', value: { a: 1 }, text: null }))).toBeUndefined();
    expect(posted()).toEqual([]);
  });

  test.each([
    'composeExtension/queryLink',
    'application/search',
    'signin/verifyState',
    'fileConsent/invoke',
    'config/fetch',
    'något/nytt',
    '',
    undefined,
  ])('the invoke ”%s”', async (name) => {
    expect(await deliver(activity({ type: 'invoke', name, value: {} }))).toEqual({});
    expect(posted()).toEqual([]);
  });
});
