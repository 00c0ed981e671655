import { expect, test } from 'vitest';
import { aNotice, createStage, failsWith, night, refused } from '../support/delivery-stage.ts';

const minute = 60_000;
const hour = 60 * minute;

test('a notice that was issued while the clock was ahead goes at once when it is set back', async () => {
  await using stage = createStage();
  stage.issue(aNotice({ at: night + 2 * hour }));
  stage.start();
  await stage.clock.pass(minute);
  expect(stage.calls).toHaveLength(1);
  expect(stage.delivery()?.state).toBe('sent');
});

test('a retry that was put off while the clock was ahead is made when it is set back', async () => {
  await using stage = createStage({ script: failsWith(refused(500, 'ServiceError')) });
  stage.clock.set(night + 2 * hour);
  stage.issue(aNotice({ at: night + 2 * hour }));
  stage.start();
  await stage.clock.pass(1_000);
  expect(stage.calls).toHaveLength(1);
  stage.clock.set(night);
  stage.start();
  await stage.clock.pass(minute);
  expect(stage.calls).toHaveLength(2);
});

test('a process that waits for a retry notices within a minute that the clock was set back', async () => {
  await using stage = createStage({ script: failsWith(refused(429, 'Throttled', 10 * minute)) });
  stage.clock.set(night + 2 * hour);
  stage.issue(aNotice({ at: night + 2 * hour }));
  stage.start();
  await stage.clock.pass(90_000);
  expect(stage.calls).toHaveLength(1);
  stage.clock.turnBack(2 * hour);
  await stage.clock.pass(2 * minute);
  expect(stage.calls).toHaveLength(2);
});

test('a recipient that was left alone after a fault of ours is not left alone for hours', async () => {
  await using stage = createStage({
    script: (_call, { length }) => {
      if (length === 0) throw new TypeError('none');
      return 'ok';
    },
  });
  stage.clock.set(night + 2 * hour);
  stage.issue(aNotice({ at: night }));
  stage.start();
  await stage.clock.pass(90_000);
  stage.clock.turnBack(2 * hour);
  await stage.clock.pass(7 * minute);
  expect(stage.calls).toHaveLength(2);
});

test('a request that waits for its turn when the clock is set back waits no longer than before', async () => {
  await using stage = createStage();
  for (let number = 1; number <= 9; number += 1) stage.issue(aNotice({ number, at: night - hour }));
  stage.start();
  await stage.clock.pass(300);
  expect(stage.calls.length).toBeLessThan(9);
  stage.clock.turnBack(2 * hour);
  await stage.clock.pass(minute);
  expect(stage.calls).toHaveLength(9);
});

test('a Retry-After of days is a fault: it is tried again after little more than an hour', async () => {
  await using stage = createStage({ script: failsWith(refused(429, 'Throttled', 48 * hour)) });
  stage.issue(aNotice());
  stage.start();
  await stage.clock.pass(hour);
  expect(stage.calls).toHaveLength(1);
  await stage.clock.pass(15 * minute);
  expect(stage.calls).toHaveLength(2);
});

test('what a process before it put off for days is tried after little more than an hour', async () => {
  await using stage = createStage();
  stage.issue(aNotice());
  stage.keep({
    kind: 'noticeFailed',
    number: 1,
    recipient: 'unit:a',
    at: night,
    step: 'post',
    reason: 'Throttled',
    status: 429,
    nextTryAt: night + 48 * hour,
    awaitsInstallation: false,
  });
  stage.start();
  await stage.clock.pass(75 * minute);
  expect(stage.calls).toHaveLength(1);
});
