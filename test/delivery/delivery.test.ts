import { describe, expect, test } from 'vitest';
import type { SendFailure } from '../../src/delivery/courier.ts';
import {
  aDirectory,
  aNotice,
  aPerson,
  aTeam,
  aUnit,
  createStage,
  failsWith,
  night,
  outageStream,
  refused,
  deliver,
} from '../support/delivery-stage.ts';

const minute = 60_000;
const timeout: SendFailure = { errorCode: 'timeout', reached: 'maybe' };
const brokenOff: SendFailure = { errorCode: 'broken-off', reached: 'maybe' };
const noConnection: SendFailure = { errorCode: 'unreachable', reached: 'no' };

describe('a notice to a channel', () => {
  test('is sent once, and is sent when the store has it', async () => {
    await using stage = await deliver(() => 'ok');
    expect(stage.calls).toEqual([
      {
        at: night,
        step: 'post',
        place: {
          kind: 'channel',
          conversation: '19:a@thread.tacv2',
          serviceUrl: 'https://smba.trafficmanager.net/emea/',
          tenant: 'tenant-1',
        },
        card: { card: 1 },
        text: 'text 1',
      },
    ]);
    expect(stage.events().at(-1)).toEqual({
      kind: 'noticeStepDone',
      at: night,
      number: 1,
      recipient: 'unit:a',
      step: 'post',
      root: { conversation: '19:a@thread.tacv2;messageid=1', activity: '1' },
    });
    expect(stage.delivery()?.state).toBe('sent');
  });

  test('that was sent is not sent by the next process', async () => {
    await using stage = await deliver(() => 'ok');
    stage.start().wake();
    await stage.clock.pass(minute);
    expect(stage.calls).toHaveLength(1);
  });

  test('revised is an edit and a reply in its thread', async () => {
    await using stage = await deliver(() => 'ok');
    stage.issue(aNotice({ number: 2, notice: 'update', manner: 'revise' }));
    stage.start();
    await stage.clock.pass(minute);
    const root = { conversation: '19:a@thread.tacv2;messageid=1', activity: '1' };
    expect(stage.calls.slice(1)).toMatchObject([
      { step: 'edit', root, card: { card: 2 }, text: 'text 2' },
      { step: 'reply', root, text: 'text 2' },
    ]);
  });

  test('concluded is an edit, and a new post of its own card', async () => {
    await using stage = await deliver(() => 'ok');
    stage.issue(aNotice({ number: 2, notice: 'end', manner: 'conclude', conclusion: { summary: 2 } }));
    stage.start();
    await stage.clock.pass(minute);
    expect(stage.calls.slice(1)).toMatchObject([
      { step: 'edit', card: { card: 2 } },
      { step: 'post', card: { summary: 2 } },
    ]);
  });
});

test('a person is told in the chat', async () => {
  await using stage = createStage({ directory: aDirectory({ people: [aPerson('kim')] }) });
  stage.issue(aNotice({ recipients: ['person:kim'] }));
  stage.start();
  await stage.clock.pass(minute);
  expect(stage.calls).toMatchObject([{ place: { kind: 'chat', conversation: 'a:kim' } }]);
});

describe('a start that fails', () => {
  test.each<[string, SendFailure]>([
    ['412, another operation under way', refused(412, 'PreconditionFailed')],
    ['429 that does not say when', refused(429, 'Throttled')],
    ['429 that says when', refused(429, 'Throttled', 3_000)],
    ['408', refused(408)],
    ['500', refused(500, 'ServiceError')],
    ['502', refused(502)],
    ['503', refused(503)],
    ['504', refused(504)],
    ['silence', timeout],
    ['a dropped connection', brokenOff],
    ['no connection', noConnection],
    ['401', refused(401, 'BotNotRegistered')],
    ['a login that fails', { errorCode: 'login', reached: 'no' }],
  ])('by %s is sent again', async (_case, failure) => {
    await using stage = await deliver(failsWith(failure));
    expect(stage.steps()).toEqual(['post', 'post']);
    expect(stage.delivery()?.state).toBe('sent');
  });

  test.each<[string, SendFailure, string]>([
    ['400', refused(400, 'BadArgument'), 'BadArgument'],
    ['413', refused(413, 'MessageSizeTooBig'), 'MessageSizeTooBig'],
    ['a channel that is gone', refused(404, 'ConversationNotFound'), 'ConversationNotFound'],
    ['a block', refused(403, 'ConversationBlockedByUser'), 'ConversationBlockedByUser'],
    ['403 that says nothing more', refused(403), 'none'],
  ])('by %s is given up, with the reason', async (_case, failure, reason) => {
    await using stage = await deliver(() => failure, {}, 48 * 60 * minute);
    expect(stage.calls).toHaveLength(1);
    expect(stage.delivery()).toMatchObject({ state: 'given-up', reason, status: failure.status });
  });

  test('by 500 every time is given up after a few tries', async () => {
    await using stage = await deliver(() => refused(500, 'ServiceError'), {}, 2 * 60 * minute);
    expect(stage.calls).toHaveLength(6);
    expect(stage.delivery()).toMatchObject({ state: 'given-up', reason: 'ServiceError' });
  });

  test('by 502 every time is tried at growing distances, and given up after a day', async () => {
    await using stage = await deliver(() => refused(502), {}, 25 * 60 * minute);
    const waits = stage.calls.slice(1).map(({ at }, index) => at - (stage.calls[index]?.at ?? 0));
    expect(waits.slice(0, 11)).toEqual([
      300, 600, 1_200, 2_400, 4_800, 9_600, 19_200, 38_400, 76_800, 153_600, 300_000,
    ]);
    expect(stage.calls.length).toBeLessThan(300);
    expect(stage.delivery()).toMatchObject({ state: 'given-up', reason: 'none', status: 502 });
    expect(stage.delivery()?.at).toBeGreaterThanOrEqual(night + 24 * 60 * minute);
  });

  test.each([400, 401, 413])('by %i is an error to the operator', async (status) => {
    await using stage = await deliver(failsWith(refused(status)));
    expect(stage.logged()).toContain(`"level":50`);
  });

  test('is logged by ids and outcome alone', async () => {
    await using stage = await deliver(failsWith(refused(502)));
    expect(stage.logged()).toMatch(
      /"stream":"outages\/o-1","number":1,"recipient":"unit:a","step":"post","status":502,"errorCode":"none"/,
    );
    expect(stage.logged()).not.toMatch(/text 1|card|Avdelning/);
  });
});

describe('Retry-After', () => {
  test.each([
    [0, 30_000],
    [0.5, 33_000],
    [1, 36_000],
  ])('is never undercut, and spread upwards (%d)', async (random, expected) => {
    await using stage = createStage({
      script: failsWith(refused(429, 'Throttled', 30_000)),
      random: () => random,
    });
    stage.issue(aNotice());
    stage.start();
    await stage.clock.pass(minute);
    expect(stage.calls.map(({ at }) => at - night)).toEqual([0, expected]);
  });

  test('holds back the conversation for other outages too, and no other conversation', async () => {
    await using stage = createStage({
      script: failsWith(refused(429, 'Throttled', 30_000)),
      directory: aDirectory({ units: [aUnit('a'), aUnit('b')] }),
    });
    stage.issue(aNotice());
    const loop = stage.start();
    await stage.clock.pass(1_000);
    stage.issue(aNotice({ recipients: ['unit:a', 'unit:b'] }), 'outages/o-2');
    loop.wake();
    await stage.clock.pass(minute);
    expect(stage.calls.map(({ at, place }) => [place.conversation, at - night])).toEqual([
      ['19:a@thread.tacv2', 0],
      ['19:b@thread.tacv2', 1_000],
      ['19:a@thread.tacv2', 33_000],
      ['19:a@thread.tacv2', 33_000],
    ]);
  });
});

test('the order of a channel holds although its first notice fails, and no other channel waits for it', async () => {
  await using stage = createStage({
    script: ({ place }, earlier) =>
      place.conversation.includes('a@') && earlier.length < 4 ? refused(503) : 'ok',
    directory: aDirectory({ units: [aUnit('a'), aUnit('b')] }),
  });
  const recipients = ['unit:a', 'unit:b'] as const;
  stage.issue(aNotice({ recipients: [...recipients] }));
  stage.issue(aNotice({ number: 2, notice: 'update', manner: 'post', recipients: [...recipients] }));
  stage.start();
  await stage.clock.pass(minute);
  const sent = (unit: string) =>
    stage.calls.filter(({ place }) => place.conversation.includes(unit)).map(({ text }) => text);
  expect(sent('b@')).toEqual(['text 1', 'text 2']);
  expect(sent('a@').at(-1)).toBe('text 2');
  expect(new Set(sent('a@').slice(0, -1))).toEqual(new Set(['text 1']));
});

test('a drill lets the real outage go first', async () => {
  await using stage = createStage();
  stage.issue(aNotice({ text: 'drill', at: night - 1_000 }), 'drills/d-1');
  stage.issue(aNotice({ text: 'real' }), outageStream);
  stage.start();
  await stage.clock.pass(minute);
  expect(stage.calls.map(({ text }) => text)).toEqual(['real', 'drill']);
});

test('two requests are never under way to one conversation, however often it is woken', async () => {
  await using stage = createStage({
    latencyMs: 700,
    directory: aDirectory({ units: [aUnit('a'), aUnit('b')] }),
  });
  for (const stream of ['outages/o-1', 'outages/o-2', 'drills/d-1', 'directory'] as const) {
    stage.issue(aNotice({ recipients: ['unit:a', 'unit:b'] }), stream);
    stage.issue(aNotice({ number: 2, manner: 'revise', recipients: ['unit:a', 'unit:b'] }), stream);
  }
  const loop = stage.start();
  for (let count = 0; count < 60; count += 1) {
    loop.wake();
    // oxlint-disable-next-line no-await-in-loop -- time passes bit by bit
    await stage.clock.pass(333);
  }
  expect(stage.calls).toHaveLength(2 * 4 * 3);
  for (const unit of ['a@', 'b@']) {
    const times = stage.calls.filter(({ place }) => place.conversation.includes(unit)).map(({ at }) => at);
    const between = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(Math.min(...between)).toBeGreaterThanOrEqual(700);
  }
});

test('the address is the one that is known when the request leaves', async () => {
  await using stage = createStage({ script: failsWith(refused(503)) });
  stage.issue(aNotice());
  const loop = stage.start();
  await stage.clock.pass(100);
  stage.know(aDirectory({ teams: [aTeam({ serviceUrl: 'https://smba.trafficmanager.net/new/' })] }));
  loop.wake();
  await stage.clock.pass(minute);
  expect(stage.calls[1]?.place.serviceUrl).toBe('https://smba.trafficmanager.net/new/');
});

test('with nothing that waits there is no timer, and one for a retry', async () => {
  await using stage = createStage({ script: failsWith(refused(503)) });
  const loop = stage.start();
  await stage.clock.pass(minute);
  expect(stage.clock.timers()).toBe(0);
  stage.issue(aNotice());
  loop.wake();
  await stage.clock.pass(1);
  expect(stage.clock.timers()).toBe(1);
  await stage.clock.pass(minute);
  expect(stage.clock.timers()).toBe(0);
  expect(stage.calls).toHaveLength(2);
});
