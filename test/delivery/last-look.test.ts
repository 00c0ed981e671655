import { describe, expect, test } from 'vitest';
import { aDirectory, aNotice, aTeam, aUnit, createStage, refused } from '../support/delivery-stage.ts';

const minute = 60_000;
const units = Array.from({ length: 60 }, (_none, index) => `u${index}`);
const recipients = units.map((unit) => `unit:${unit}` as const);
const directory = aDirectory({ units: units.map((unit) => aUnit(unit)) });
const end = aNotice({ number: 2, notice: 'end', manner: 'conclude', recipients, conclusion: { summary: 2 } });

describe('what changes while a request waits for its turn', () => {
  test('a start whose end is issued is not sent any more', async () => {
    await using stage = createStage({ directory });
    stage.issue(aNotice({ recipients }));
    const loop = stage.start();
    await stage.clock.pass(200);
    const told = stage.calls.length;
    expect(told).toBeLessThan(20);
    stage.issue(end);
    loop.wake();
    await stage.clock.pass(minute);
    expect(stage.calls.filter(({ text }) => text === 'text 1')).toHaveLength(told);
    expect(stage.steps().filter((step) => step === 'edit')).toHaveLength(told);
    expect([...stage.outbox().deliveries.values()].filter(({ state }) => state !== 'sent')).toEqual([]);
    expect(stage.logged()).not.toContain('"level":50');
  });

  test('an amendment that a later one takes the place of is not made', async () => {
    await using stage = createStage({ directory });
    stage.issue(aNotice({ recipients }));
    stage.start();
    await stage.clock.pass(minute);
    const amend = { notice: 'coordination', manner: 'amend', recipients } as const;
    stage.issue(aNotice({ number: 2, ...amend }));
    const loop = stage.start();
    await stage.clock.pass(200);
    const made = stage.calls.length - 60;
    stage.issue(aNotice({ number: 3, ...amend }));
    loop.wake();
    await stage.clock.pass(minute);
    expect(stage.calls.filter(({ text }) => text === 'text 2')).toHaveLength(made);
    expect(stage.calls.filter(({ text }) => text === 'text 3')).toHaveLength(60);
    expect([...stage.outbox().deliveries.values()].filter(({ state }) => state !== 'sent')).toEqual([]);
  });

  test('the address is the new one', async () => {
    await using stage = createStage({ directory });
    stage.issue(aNotice({ recipients }));
    stage.start();
    await stage.clock.pass(200);
    const told = stage.calls.length;
    const serviceUrl = 'https://smba.trafficmanager.net/new/';
    stage.know(aDirectory({ units: units.map((unit) => aUnit(unit)), teams: [aTeam({ serviceUrl })] }));
    await stage.clock.pass(minute);
    expect(stage.calls.filter(({ place }) => place.serviceUrl === serviceUrl)).toHaveLength(60 - told);
  });

  test('nothing is sent where the app was taken away meanwhile', async () => {
    await using stage = createStage({ directory });
    stage.issue(aNotice({ recipients }));
    stage.start();
    await stage.clock.pass(200);
    const told = stage.calls.length;
    stage.know(
      aDirectory({ units: units.map((unit) => aUnit(unit)), teams: [aTeam({ isInstalled: false })] }),
    );
    await stage.clock.pass(minute);
    expect(stage.calls).toHaveLength(told);
    expect(stage.delivery('unit:u59')).toMatchObject({ state: 'waiting', reason: 'app-removed' });
  });

  test('nothing is sent of a stream that was closed', async () => {
    await using stage = createStage({ directory });
    stage.issue(aNotice({ recipients }));
    stage.start();
    await stage.clock.pass(200);
    const told = stage.calls.length;
    stage.close('outages/o-1');
    await stage.clock.pass(minute);
    expect(stage.calls).toHaveLength(told);
  });
});

describe('what cannot be looked up anew', () => {
  test('is not sent, and is when it can be', async () => {
    await using stage = createStage({ directory });
    stage.issue(aNotice({ recipients }));
    stage.start();
    await stage.clock.pass(200);
    const told = stage.calls.length;
    stage.readFails(Infinity);
    await stage.clock.pass(minute);
    expect(stage.calls).toHaveLength(told);
    stage.readFails(0);
    await stage.clock.pass(2 * minute);
    expect(stage.calls).toHaveLength(60);
  });

  test('is sent where it is written down as begun: nobody would know later that it was not', async () => {
    await using stage = createStage({ directory });
    stage.issue(aNotice({ notice: 'reminder', recipients }));
    stage.start();
    await stage.clock.pass(200);
    stage.readFails(Infinity);
    await stage.clock.pass(minute);
    expect(stage.calls).toHaveLength(60);
  });
});

test('a notice that ends while its request is under way is done with, whatever Teams answers', async () => {
  await using stage = createStage({
    latencyMs: 500,
    script: (_call, { length }) => (length === 0 ? refused(503) : 'ok'),
  });
  stage.issue(aNotice());
  const loop = stage.start();
  await stage.clock.pass(100);
  stage.issue(aNotice({ ...end, recipients: ['unit:a'] }));
  loop.wake();
  await stage.clock.pass(minute);
  expect(stage.calls.map(({ step, text }) => [step, text])).toEqual([
    ['post', 'text 1'],
    ['post', 'text 2'],
  ]);
});

describe('a record that waits while a change is written', () => {
  test('is no fault: nothing is sent twice, nothing is said, and all is told', async () => {
    await using stage = createStage({ directory, recordMs: 8_000 });
    stage.issue(aNotice({ recipients }));
    stage.issue(aNotice({ number: 2, notice: 'reminder', recipients }));
    stage.start();
    await stage.clock.pass(10 * minute);
    expect(stage.calls).toHaveLength(120);
    expect([...stage.outbox().deliveries.values()].every(({ state }) => state === 'sent')).toBe(true);
    expect(stage.logged()).not.toMatch(/"level":[45]0/);
  });

  test('of a stream that is closed meanwhile is dropped', async () => {
    await using stage = createStage({ latencyMs: 5_000 });
    stage.issue(aNotice());
    stage.start();
    await stage.clock.pass(1_000);
    stage.close('outages/o-1');
    await stage.clock.pass(minute);
    expect(stage.recordsTried()).toBe(1);
    expect(stage.events()).toEqual([]);
    expect(stage.clock.timers()).toBe(0);
  });
});
