import { describe, expect, test } from 'vitest';
import type { SendFailure } from '../../src/delivery/courier.ts';
import { aNotice, deliver, failsWith, refused } from '../support/delivery-stage.ts';

const minute = 60_000;
const timeout: SendFailure = { errorCode: 'timeout', reached: 'maybe' };
const brokenOff: SendFailure = { errorCode: 'broken-off', reached: 'maybe' };
const noConnection: SendFailure = { errorCode: 'unreachable', reached: 'no' };

describe('what must not be repeated', () => {
  const kinds = ['reminder', 'planned-ahead'] as const;
  const cases: [string, SendFailure][] = [
    ['500', refused(500)],
    ['502', refused(502)],
    ['504', refused(504)],
    ['408', refused(408)],
    ['silence', timeout],
    ['a dropped connection', brokenOff],
  ];

  test.each(kinds.flatMap((notice) => cases.map(([name, failure]) => [notice, name, failure] as const)))(
    'a %s is given up as unclear after %s',
    async (notice, _case, failure) => {
      await using stage = await deliver(failsWith(failure), { notice });
      expect(stage.calls).toHaveLength(1);
      expect(stage.delivery()).toMatchObject({ state: 'given-up', reason: 'unclear' });
    },
  );

  test.each<[string, SendFailure]>([
    ['412', refused(412)],
    ['429', refused(429)],
    ['401', refused(401)],
    ['no connection', noConnection],
  ])('a reminder is sent again after %s: it cannot have arrived', async (_case, failure) => {
    await using stage = await deliver(failsWith(failure), { notice: 'reminder' });
    expect(stage.calls).toHaveLength(2);
    expect(stage.delivery()?.state).toBe('sent');
  });

  test('is written down as begun before each sending', async () => {
    await using stage = await deliver(failsWith(refused(429)), { notice: 'reminder' });
    expect(stage.events().map(({ kind }) => kind)).toEqual([
      'noticeIssued',
      'noticeBegun',
      'noticeFailed',
      'noticeBegun',
      'noticeStepDone',
    ]);
  });

  test('is edited again all the same: a second edit changes nothing', async () => {
    await using stage = await deliver((_call, { length }) => (length === 1 ? refused(502) : 'ok'));
    stage.issue(aNotice({ number: 2, notice: 'planned-ahead', manner: 'amend' }));
    stage.start();
    await stage.clock.pass(minute);
    expect(stage.steps()).toEqual(['post', 'edit', 'edit']);
    expect(stage.events().map(({ kind }) => kind)).not.toContain('noticeBegun');
    expect(stage.delivery('unit:a', 2)?.state).toBe('sent');
  });
});

describe('a first post that is gone', () => {
  const later = { number: 2, notice: 'update', manner: 'revise' } as const;

  test.each<[string, 'edit' | 'reply', SendFailure]>([
    ['before the edit', 'edit', refused(404, 'ActivityNotFoundInConversation')],
    ['before the reply', 'reply', refused(404, 'ActivityNotFoundInConversation')],
    ['as a conversation', 'reply', refused(404, 'ConversationNotFound')],
    ['to the bot', 'edit', refused(403)],
  ])('%s: a new one takes its place at once', async (_case, step, failure) => {
    await using stage = await deliver((call) => (call.step === step ? failure : 'ok'));
    stage.issue(aNotice(later));
    stage.start();
    await stage.clock.pass(minute);
    expect(stage.steps().at(-1)).toBe('post');
    expect(stage.events().map(({ kind }) => kind)).toContain('noticeRootLost');
    expect(stage.delivery('unit:a', 2)?.state).toBe('sent');
    expect(stage.outbox().roots.get('units:unit:a')?.activity).toBe(`${stage.calls.length}`);
  });

  test('with its whole channel: the new post is told so, and the notice is given up', async () => {
    await using stage = await deliver((_call, { length }) =>
      length === 0 ? 'ok' : refused(404, 'ConversationNotFound'),
    );
    stage.issue(aNotice(later));
    stage.start();
    await stage.clock.pass(minute);
    expect(stage.steps()).toEqual(['post', 'edit', 'post']);
    expect(stage.delivery('unit:a', 2)).toMatchObject({
      state: 'given-up',
      reason: 'ConversationNotFound',
    });
  });
});
