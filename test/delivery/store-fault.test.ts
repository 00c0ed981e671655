import { describe, expect, test } from 'vitest';
import {
  aDirectory,
  aNotice,
  aUnit,
  createStage,
  failsWith,
  night,
  outageStream,
  refused,
} from '../support/delivery-stage.ts';

const minute = 60_000;
const units = Array.from({ length: 30 }, (_none, index) => `u${index}`);
const recipients = units.map((unit) => `unit:${unit}` as const);

describe('a store that cannot be written to', () => {
  test('does not make the bot send again: the result is kept, and recorded when it can be', async () => {
    await using stage = createStage();
    stage.issue(aNotice());
    stage.storeFails(5);
    stage.start();
    await stage.clock.pass(10 * minute);
    expect(stage.calls).toHaveLength(1);
    expect(stage.recordsTried()).toBe(6);
    expect(stage.delivery()?.state).toBe('sent');
  });

  test('is tried at growing distances, never more than a minute apart', async () => {
    await using stage = createStage();
    stage.issue(aNotice());
    stage.storeFails(Infinity);
    const loop = stage.start();
    await stage.clock.pass(60 * minute);
    expect(stage.recordsTried()).toBeGreaterThan(55);
    expect(stage.recordsTried()).toBeLessThan(70);
    const disposed = loop[Symbol.asyncDispose]();
    await stage.clock.passAll();
    await disposed;
    expect(stage.calls).toHaveLength(1);
  });

  test('is waited for also by a loop that is stopped: what was sent is recorded by it, and nothing more is begun', async () => {
    await using stage = createStage();
    stage.issue(aNotice());
    stage.storeFails(5);
    const loop = stage.start();
    await stage.clock.pass(1_000);
    stage.issue(aNotice({ number: 2 }));
    const stopping = loop.stop();
    const state = () => Promise.race([stopping.then(() => 'stopped'), Promise.resolve('waits')]);
    await stage.clock.pass(1_000);
    expect(await state()).toBe('waits');
    await stage.clock.pass(10 * minute);
    await stopping;
    expect(stage.calls).toHaveLength(1);
    expect(stage.delivery()?.state).toBe('sent');
    expect(stage.delivery('unit:a', 2)?.state).toBe('waiting');
  });

  test('stops what has not begun: it would be sent again after a restart', async () => {
    await using stage = createStage({
      latencyMs: 200,
      directory: aDirectory({ units: units.map((unit) => aUnit(unit)) }),
    });
    stage.issue(aNotice({ recipients }));
    stage.storeFails(Infinity);
    stage.start();
    await stage.clock.pass(minute);
    // Those that left before the first answer came back.
    expect(stage.calls.every(({ at }) => at <= night + 200)).toBe(true);
    expect(stage.calls.length).toBeLessThan(15);
    stage.storeFails(0);
    await stage.clock.pass(5 * minute);
    expect(stage.calls).toHaveLength(30);
    expect([...stage.outbox().deliveries.values()].every(({ state }) => state === 'sent')).toBe(true);
  });

  test('keeps a reminder from being sent: that it was begun is written first', async () => {
    await using stage = createStage();
    stage.issue(aNotice({ notice: 'reminder' }));
    stage.storeFails(3);
    stage.start();
    await stage.clock.pass(500);
    expect(stage.calls).toEqual([]);
    await stage.clock.pass(minute);
    expect(stage.calls).toHaveLength(1);
  });

  test('holds on to a failure too, and when it is tried next', async () => {
    await using stage = createStage({ script: failsWith(refused(503)) });
    stage.issue(aNotice());
    stage.storeFails(1);
    stage.start();
    await stage.clock.pass(minute);
    expect(stage.events().map(({ kind }) => kind)).toEqual([
      'noticeIssued',
      'noticeFailed',
      'noticeStepDone',
    ]);
  });

  test('is not written to twice when it had written after all', async () => {
    await using stage = createStage();
    stage.issue(aNotice());
    stage.storeLies(1);
    stage.start();
    await stage.clock.pass(minute);
    expect(stage.events().map(({ kind }) => kind)).toEqual(['noticeIssued', 'noticeStepDone']);
    expect(stage.calls).toHaveLength(1);
  });

  test('is let go of when the stream is closed meanwhile', async () => {
    await using stage = createStage();
    stage.issue(aNotice());
    stage.storeFails(1);
    stage.start();
    await stage.clock.pass(100);
    stage.close(outageStream);
    await stage.clock.pass(minute);
    expect(stage.recordsTried()).toBe(1);
    expect(stage.clock.timers()).toBe(0);
  });

  test('is said in the log by ids alone', async () => {
    await using stage = createStage();
    stage.issue(aNotice());
    stage.storeFails(1);
    stage.start();
    await stage.clock.pass(minute);
    expect(stage.logged()).toContain(
      '"stream":"outages/o-1","number":1,"recipient":"unit:a","fault":"StoreFault","msg":"notice not recorded"',
    );
  });
});

describe('a store that cannot be read', () => {
  test('is read again until it can be, at growing distances', async () => {
    await using stage = createStage();
    stage.issue(aNotice());
    stage.readFails(5);
    stage.start();
    await stage.clock.pass(minute);
    expect(stage.calls).toHaveLength(1);
  });

  test('leaves alone what was read before', async () => {
    await using stage = createStage({ latencyMs: 100 });
    stage.issue(aNotice());
    const loop = stage.start();
    await stage.clock.pass(50);
    stage.readFails(3);
    loop.wake();
    await stage.clock.pass(minute);
    expect(stage.calls).toHaveLength(1);
  });
});

test('a delivery that breaks off by a fault of ours does not stop the others, and is tried again later', async () => {
  await using stage = createStage({
    directory: aDirectory({ units: [aUnit('a'), aUnit('b')] }),
    script: ({ place }, { length }) => {
      if (place.conversation.includes('a@') && length < 2) throw new TypeError('secret');
      return 'ok';
    },
  });
  stage.issue(aNotice({ recipients: ['unit:a', 'unit:b'] }));
  stage.start();
  await stage.clock.pass(minute);
  expect(stage.delivery('unit:b')?.state).toBe('sent');
  expect(stage.calls).toHaveLength(2);
  expect(stage.logged()).toContain('"fault":"TypeError"');
  expect(stage.logged()).not.toContain('secret');
  await stage.clock.pass(5 * minute);
  expect(stage.delivery('unit:a')?.state).toBe('sent');
});
