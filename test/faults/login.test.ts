import { afterEach, describe, expect, test, vi } from 'vitest';
import { question } from '../support/activities.ts';
import { buildFaultStage, declared, unitsOf } from '../support/fault-stage.ts';
import { createTestKey } from '../support/microsoft-tokens.ts';
import type { Misbehaviour } from '../support/misbehave.ts';
import { loginHost, tokenHost } from '../support/teams-double.ts';
import { dayMs, minuteMs } from '../support/moved-clock.ts';

afterEach(() => void vi.useRealTimers());

const start = /Avbrott i Lifecare SP sedan/;

describe('the login page', () => {
  test.each<[string, Misbehaviour]>([
    ['is down', { kind: 'unreachable' }],
    ['hangs', { kind: 'hang' }],
    ['breaks off', { kind: 'drop' }],
    ['refuses the secret', { kind: 'status', status: 401, code: 'invalid_client' }],
  ])('%s: what is written is saved, and the channels are told when it is back', async (_what, trouble) => {
    await using stage = await buildFaultStage({
      overrides: { limits: { loginTimeoutMs: 300, sendBudgetMs: 3_000 } },
    });
    stage.double.troubles.set(tokenHost, trouble);
    expect(await stage.coordinate('outage.declare', declared)).toContain('Sparat');
    await stage.logs(/"level":50.*"errorCode":"login"/, 3);
    expect(stage.double.connector.calls).toEqual([]);
    stage.double.troubles.clear();
    await stage.settled(minuteMs);
    for (const unit of unitsOf(stage)) expect(stage.posts(unit, start)).toHaveLength(1);
  });

  test('answers 500: Microsoft’s own library rests for a minute, and then the channels are told', async () => {
    await using stage = await buildFaultStage();
    stage.double.troubles.set(tokenHost, { kind: 'status', status: 500 });
    await stage.coordinate('outage.declare', declared);
    await stage.logs(/"level":50.*"errorCode":"login"/, 3);
    stage.double.troubles.clear();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minuteMs + 1_000 });
    await stage.settled(minuteMs);
    for (const unit of unitsOf(stage)) expect(stage.posts(unit, start)).toHaveLength(1);
  });

  test('is down when somebody asks: answered when Teams delivers the question again', async () => {
    await using stage = await buildFaultStage({ overrides: { limits: { sendBudgetMs: 600 } } });
    stage.double.troubles.set(tokenHost, { kind: 'unreachable' });
    const asked = question('Vem ringer jag i Ånge?');
    await stage.answer(asked);
    expect(stage.double.connector.messages()).toEqual([]);
    stage.double.troubles.clear();
    await stage.answer(asked);
    expect(JSON.stringify(stage.double.connector.messagesIn('a:personal'))).toContain('0690');
  });

  test('is down while buttons are pressed: what is answered in the request needs no login', async () => {
    await using stage = await buildFaultStage({ overrides: { limits: { loginTimeoutMs: 200 } } });
    stage.double.troubles.set(tokenHost, { kind: 'hang' });
    expect(await stage.coordinate('outage.declare', declared)).toContain('Sparat');
    expect(await stage.coordinate('unit.list')).toContain('Enhet 1');
    stage.double.troubles.clear();
  });
});

describe('the page of signing keys', () => {
  test('is down while the keys are known: everybody is answered as ever, also days later', async () => {
    await using stage = await buildFaultStage();
    expect(await stage.ask()).toHaveLength(1);
    stage.double.troubles.set(loginHost, { kind: 'unreachable' });
    expect(await stage.ask()).toHaveLength(2);
    stage.clock.jump(3 * dayMs);
    expect(await stage.ask()).toHaveLength(3);
    await stage.logs(/signing keys could not be fetched/);
    expect(await stage.ask()).toHaveLength(4);
  });

  test('is down at a cold start: Teams is told to come again, and then gets its answer', async () => {
    await using stage = await buildFaultStage();
    stage.double.troubles.set(loginHost, { kind: 'drop' });
    const asked = question('Vem ringer jag i Ånge?');
    expect((await stage.send(asked)).status).toBe(503);
    stage.double.troubles.clear();
    expect((await stage.send(asked)).status).toBe(200);
    expect(stage.double.connector.messagesIn('a:personal')).toHaveLength(1);
  });

  test('has new keys: whoever is signed by them is answered, and the old ones are refused then', async () => {
    await using stage = await buildFaultStage();
    await stage.ask();
    const old = question('Vem ringer jag i Ånge?');
    const rotated = createTestKey('second');
    stage.double.keys = [rotated];
    stage.clock.jump(2 * minuteMs);
    const asked = question('Vem ringer jag i Ånge?');
    expect((await stage.send(asked, rotated)).status).toBe(200);
    expect((await stage.send(old)).status).toBe(401);
  });
});
