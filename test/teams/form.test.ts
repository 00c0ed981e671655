import { describe, expect, test } from 'vitest';
import { activity, execute, openDialog, submit, submitDialog } from '../support/activities.ts';
import type { TestActivity } from '../support/activities.ts';
import { openConversation } from '../support/open-conversation.ts';

/** Skatteverket's published test number. */
const testNumber = '19121212-1212';
const cardType = 'application/vnd.microsoft.card.adaptive';
const { deliver, posted, logged } = openConversation();

describe('help.choose', () => {
  const choice = { intent: 'call.who', careSetting: 'municipality' };

  test('by Execute is answered in the request, seen by the one who pressed', async () => {
    const body = await deliver(execute('help.choose', choice));
    expect(body).toMatchObject({ statusCode: 200, type: cardType, value: { type: 'AdaptiveCard' } });
    expect(JSON.stringify(body)).toContain('Ring så här');
    expect(posted()).toEqual([]);
  });

  test('by Submit is answered with a message', async () => {
    await deliver(submit({ verb: 'help.choose', ...choice }));
    expect(posted()[0]).toMatchObject({
      summary: expect.stringContaining('Ring så här'),
      attachments: [{ contentType: cardType }],
    });
  });

  test.each([
    ['opens as', openDialog],
    ['is answered in', submitDialog],
  ])('%s a dialog', async (_case, inDialog) => {
    const body = await deliver(inDialog({ verb: 'help.choose', ...choice }));
    expect(body).toMatchObject({
      task: {
        type: 'continue',
        value: { title: expect.stringContaining('Ring så här'), card: { contentType: cardType } },
      },
    });
    expect(posted()).toEqual([]);
  });

  test('asks again what was asked, for the care setting that was chosen', async () => {
    const question = 'vad ska jag säga till kommunen när patienten åker hem i morgon?';
    const [again, plain] = [
      await deliver(execute('help.choose', { ...choice, question })),
      await deliver(execute('help.choose', choice)),
    ];
    expect(again).not.toEqual(plain);
  });

  test('asks for the care setting that the button carries', async () => {
    const forWard = await deliver(
      execute('help.choose', { intent: 'handover.what', careSetting: 'inpatient-somatic' }),
    );
    const forMunicipality = await deliver(
      execute('help.choose', { intent: 'handover.what', careSetting: 'municipality' }),
    );
    expect(forWard).not.toEqual(forMunicipality);
  });
});

describe('a form that the bot cannot read', () => {
  const kind = /Den knappen kan jag inte längre/;
  const odd: [string, string, unknown][] = [
    ['an unknown verb', 'outage.forget', {}],
    ['an empty verb', '', {}],
    ['an intent that does not exist', 'help.choose', { intent: 'pizza' }],
    ['a care setting that does not exist', 'help.choose', { intent: 'help', careSetting: 'zoo' }],
    ['a question of a book’s length', 'help.choose', { intent: 'help', question: 'ord '.repeat(10_000) }],
    ['no data', 'help.choose', undefined],
    ['a text for data', 'help.choose', 'intent'],
    ['a list for data', 'help.choose', [{ intent: 'help' }]],
    ['a name of every object', 'constructor', { __proto__: null, intent: 'toString' }],
  ];

  test.each(odd)('by Execute is told kindly: %s', async (_case, verb, data) => {
    const body = await deliver(execute(verb, data));
    expect(body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: expect.stringMatching(kind),
    });
  });

  test.each(odd)('by Submit is told kindly: %s', async (_case, verb, data) => {
    await deliver(submit({ ...(typeof data === 'object' ? data : {}), verb }));
    expect(posted()[0]?.text).toMatch(kind);
  });

  test.each(odd)('in a dialog is told kindly: %s', async (_case, verb, data) => {
    const body = await deliver(submitDialog({ ...(typeof data === 'object' ? data : {}), verb }));
    expect(body).toEqual({ task: { type: 'message', value: expect.stringMatching(kind) } });
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['a text', 'hej'],
    ['an action of another type', { action: { type: 'Action.Submit', verb: 'help.choose' } }],
    ['an action without verb', { action: { type: 'Action.Execute', data: {} } }],
  ])('an Execute with %s in it is told kindly', async (_case, value) => {
    const body = await deliver(activity({ type: 'invoke', name: 'adaptiveCard/action', value }));
    expect(body).toMatchObject({ statusCode: 200, value: expect.stringMatching(kind) });
  });

  test.each<[string, (data: object) => TestActivity]>([
    ['Execute', (data) => execute('help.choose', data)],
    ['Submit', (data) => submit({ verb: 'help.choose', ...data })],
    ['a dialog', (data) => submitDialog({ verb: 'help.choose', ...data })],
    ['an unknown verb', (data) => execute('handover.record', data)],
  ])('by %s is refused when a value in it names a patient', async (_case, form) => {
    for (const data of [
      { intent: 'help', note: testNumber },
      { intent: 'help', note: 191212121212 },
      { intent: 'help', rows: [{ deep: [`x ${testNumber}`] }] },
      { intent: 'help', [testNumber]: 'true' },
    ]) {
      const body = await deliver(form(data));
      expect(JSON.stringify([body, posted()])).toContain('Det där ser ut som ett personnummer');
    }
    expect(logged()).not.toMatch(/19121212/);
  });
});
