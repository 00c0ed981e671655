import { describe, expect, test } from 'vitest';
import type { SendFailure } from '../../src/delivery/courier.ts';
import { aNotice, deliver, refused } from '../support/delivery-stage.ts';
import type { Stage } from '../support/delivery-stage.ts';

const minute = 60_000;
const hour = 60 * minute;
const end = aNotice({ number: 2, notice: 'end', manner: 'conclude', conclusion: { summary: 2 } });
const update = aNotice({ number: 2, notice: 'update', manner: 'revise' });

/** A start that was told; then a notice, of which every request of one kind fails. */
async function after(
  notice: typeof end,
  [step, failure]: readonly ['post' | 'edit' | 'reply', SendFailure],
  passMs = hour,
): Promise<Stage> {
  const stage = await deliver((call, { length }) => (length > 0 && call.step === step ? failure : 'ok'));
  stage.issue(notice);
  stage.start();
  await stage.clock.pass(passMs);
  return stage;
}

describe('an edit that fails for good becomes a new post', () => {
  test.each<[string, SendFailure]>([
    ['400', refused(400, 'BadArgument')],
    ['413', refused(413, 'MessageSizeTooBig')],
    ['405', refused(405)],
    ['a block', refused(403, 'ConversationBlockedByUser')],
    ['404', refused(404, 'ActivityNotFoundInConversation')],
  ])('at once after %s: the summary of the end arrives', async (_case, failure) => {
    await using stage = await after(end, ['edit', failure]);
    expect(stage.steps()).toEqual(['post', 'edit', 'post']);
    expect(stage.calls.at(-1)?.card).toEqual({ summary: 2 });
    expect(stage.delivery('unit:a', 2)?.state).toBe('sent');
  });

  test('after a few tries that end in 500', async () => {
    await using stage = await after(end, ['edit', refused(500, 'ServiceError')], 2 * hour);
    expect(stage.steps()).toEqual(['post', ...Array.from({ length: 6 }, () => 'edit'), 'post']);
    expect(stage.delivery('unit:a', 2)?.state).toBe('sent');
  });

  test('after a day of 502', async () => {
    await using stage = await after(end, ['edit', refused(502)], 25 * hour);
    expect(stage.steps().at(-1)).toBe('post');
    expect(stage.delivery('unit:a', 2)?.state).toBe('sent');
  });

  test('and the update’s card is in the new post, which later notices edit', async () => {
    await using stage = await after(update, ['edit', refused(400, 'BadArgument')]);
    expect(stage.steps()).toEqual(['post', 'edit', 'post']);
    expect(stage.calls.at(-1)?.card).toEqual({ card: 2 });
    expect(stage.outbox().roots.get('units:unit:a')?.activity).toBe('3');
  });
});

test.each<[string, SendFailure]>([
  ['400', refused(400, 'BadArgument')],
  ['413', refused(413, 'MessageSizeTooBig')],
  ['a block', refused(403, 'ConversationBlockedByUser')],
])('a reply that cannot be made after %s becomes a new post', async (_case, failure) => {
  await using stage = await after(update, ['reply', failure]);
  expect(stage.steps()).toEqual(['post', 'edit', 'reply', 'post']);
  expect(stage.delivery('unit:a', 2)?.state).toBe('sent');
});

test('a reply that ends in 500 again and again becomes a new post', async () => {
  await using stage = await after(update, ['reply', refused(500, 'ServiceError')], 2 * hour);
  expect(stage.steps().at(-1)).toBe('post');
  expect(stage.delivery('unit:a', 2)?.state).toBe('sent');
});

describe('the new post', () => {
  test('has tries of its own, and is given up after them', async () => {
    await using stage = await deliver((_call, { length }) =>
      length > 0 ? refused(500, 'ServiceError') : 'ok',
    );
    stage.issue(end);
    stage.start();
    await stage.clock.pass(6 * hour);
    expect(stage.steps().filter((step) => step === 'edit')).toHaveLength(6);
    expect(stage.steps().filter((step) => step === 'post')).toHaveLength(1 + 6);
    expect(stage.delivery('unit:a', 2)).toMatchObject({ state: 'given-up', reason: 'ServiceError' });
  });

  test('that is refused is given up at once', async () => {
    await using stage = await deliver((_call, { length }) =>
      length > 0 ? refused(400, 'BadArgument') : 'ok',
    );
    stage.issue(end);
    stage.start();
    await stage.clock.pass(hour);
    expect(stage.steps()).toEqual(['post', 'edit', 'post']);
    expect(stage.delivery('unit:a', 2)).toMatchObject({ state: 'given-up', reason: 'BadArgument' });
  });
});

test('a silent edit that is refused is given up, and the thread keeps its first post', async () => {
  const amendment = aNotice({ number: 2, notice: 'coordination', manner: 'amend' });
  await using stage = await after(amendment, ['edit', refused(400, 'BadArgument')]);
  expect(stage.steps()).toEqual(['post', 'edit']);
  expect(stage.delivery('unit:a', 2)).toMatchObject({ state: 'given-up', reason: 'BadArgument' });
  expect(stage.outbox().roots.get('units:unit:a')?.activity).toBe('1');
});

test('a reminder whose reply may have arrived is not posted anew', async () => {
  const reminder = aNotice({ number: 2, notice: 'planned-ahead', manner: 'revise' });
  await using stage = await after(reminder, ['reply', refused(500, 'ServiceError')]);
  expect(stage.steps()).toEqual(['post', 'edit', 'reply']);
  expect(stage.delivery('unit:a', 2)).toMatchObject({ state: 'given-up', reason: 'unclear' });
});

test('a reminder whose reply is refused is posted, since it cannot have arrived', async () => {
  const reminder = aNotice({ number: 2, notice: 'planned-ahead', manner: 'revise' });
  await using stage = await after(reminder, ['reply', refused(400, 'BadArgument')]);
  expect(stage.steps()).toEqual(['post', 'edit', 'reply', 'post']);
  expect(stage.delivery('unit:a', 2)?.state).toBe('sent');
});
