import { describe, expect, test } from 'vitest';
import type { NoticeKind } from '../../src/domain/notice-event.ts';
import { aDirectory, aNotice, aUnit, createStage, refused } from '../support/delivery-stage.ts';

const minute = 60_000;
const units = ['a', 'b', 'c'];
const recipients = units.map((unit) => `unit:${unit}` as const);
const directory = aDirectory({ units: units.map((unit) => aUnit(unit)) });

/** The process ends after Teams has taken the post to b and before it is recorded. */
async function crash(notice: NoticeKind) {
  const stage = createStage({
    directory,
    script: ({ place }, { length }) =>
      place.conversation.includes('b@') && length < 3 ? new Promise(() => undefined) : 'ok',
  });
  stage.issue(aNotice({ notice, recipients }));
  stage.start();
  await stage.clock.pass(minute);
  return stage;
}
/** A dead process is not waited for. */
const conversations = (calls: readonly { readonly place: { readonly conversation: string } }[]) =>
  calls.map(({ place }) => place.conversation.slice(3, 4));

describe('a process that dies between sending and recording', () => {
  test.each<NoticeKind>(['start', 'update', 'end', 'cancelled', 'report', 'prompt', 'coordination', 'test'])(
    'repeats that one %s, under the same number, and no other',
    async (notice) => {
      const stage = await crash(notice);
      expect(conversations(stage.calls)).toEqual(['a', 'b', 'c']);
      stage.start();
      await stage.clock.pass(minute);
      expect(conversations(stage.calls)).toEqual(['a', 'b', 'c', 'b']);
      expect(stage.calls[3]).toMatchObject({ card: stage.calls[1]?.card, text: 'text 1' });
      expect([...stage.outbox().deliveries.values()].map(({ state }) => state)).toEqual([
        'sent',
        'sent',
        'sent',
      ]);
    },
  );

  test.each<NoticeKind>(['reminder', 'planned-ahead'])('gives up that one %s as unclear', async (notice) => {
    const stage = await crash(notice);
    stage.start();
    await stage.clock.pass(minute);
    expect(conversations(stage.calls)).toEqual(['a', 'b', 'c']);
    expect(stage.delivery('unit:b')).toMatchObject({ state: 'given-up', reason: 'unclear' });
    expect(stage.delivery('unit:c')?.state).toBe('sent');
  });

  test('goes on with the step that was not recorded', async () => {
    const stage = createStage({
      script: (_call, { length }) => (length === 2 ? new Promise(() => undefined) : 'ok'),
    });
    stage.issue(aNotice());
    stage.issue(aNotice({ number: 2, notice: 'update', manner: 'revise' }));
    stage.start();
    await stage.clock.pass(minute);
    stage.start();
    await stage.clock.pass(minute);
    expect(stage.steps()).toEqual(['post', 'edit', 'reply', 'reply']);
  });
});

describe('disposing', () => {
  test('waits for what is under way, and for its record', async () => {
    await using stage = createStage({ latencyMs: 9_000 });
    stage.issue(aNotice());
    const loop = stage.start();
    await stage.clock.pass(100);
    let isDisposed = false;
    const dispose = async (): Promise<void> => {
      await loop[Symbol.asyncDispose]();
      isDisposed = true;
    };
    const disposed = dispose();
    await stage.clock.pass(8_000);
    expect(isDisposed).toBe(false);
    await stage.clock.pass(2_000);
    await disposed;
    expect(stage.delivery()?.state).toBe('sent');
  });

  test('begins nothing more: not the next recipient, not the next step', async () => {
    await using stage = createStage({ latencyMs: 1_000, directory, limits: { concurrency: 1 } });
    stage.issue(aNotice({ recipients: ['unit:a'] }));
    stage.issue(aNotice({ number: 2, manner: 'revise', recipients }));
    const loop = stage.start();
    await stage.clock.pass(1_500);
    const disposed = loop[Symbol.asyncDispose]();
    loop.wake();
    await stage.clock.passAll();
    await disposed;
    expect(stage.calls).toHaveLength(2);
  });

  test('sends nothing that waits for its turn, and loses nothing of it', async () => {
    const many = Array.from({ length: 200 }, (_none, index) => `u${index}`);
    await using stage = createStage({ directory: aDirectory({ units: many.map((unit) => aUnit(unit)) }) });
    stage.issue(aNotice({ recipients: many.map((unit) => `unit:${unit}` as const) }));
    const loop = stage.start();
    await stage.clock.pass(1_000);
    const disposed = loop[Symbol.asyncDispose]();
    await stage.clock.passAll();
    await disposed;
    const before = stage.calls.length;
    expect(before).toBeLessThan(60);
    stage.start();
    await stage.clock.pass(minute);
    expect(stage.calls).toHaveLength(200);
  });

  test('ends a retry’s waiting at once', async () => {
    await using stage = createStage({ script: () => refused(429, 'Throttled', 3_600_000) });
    stage.issue(aNotice());
    const loop = stage.start();
    await stage.clock.pass(100);
    await loop[Symbol.asyncDispose]();
    expect(stage.clock.timers()).toBe(0);
  });
});
