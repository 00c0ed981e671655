import { describe, expect, test } from 'vitest';
import {
  aDirectory,
  aNotice,
  aPerson,
  aTeam,
  aUnit,
  createStage,
  failsWith,
  night,
  refused,
} from '../support/delivery-stage.ts';

const minute = 60_000;

describe('a recipient that cannot be reached', () => {
  test.each([
    ['the app is removed', { teams: [aTeam({ isInstalled: false })] }, 'app-removed'],
    [
      'the channel is deleted',
      { units: [aUnit('a', { state: 'channel-deleted' as const })] },
      'channel-deleted',
    ],
  ])('because %s costs no request, and is told once it is back', async (_case, known, reason) => {
    await using stage = createStage({ directory: aDirectory(known) });
    stage.issue(aNotice());
    stage.issue(aNotice({ number: 2, notice: 'update', manner: 'revise' }));
    const loop = stage.start();
    await stage.clock.pass(60 * minute);
    expect(stage.calls).toEqual([]);
    expect(stage.delivery()).toMatchObject({ state: 'waiting', awaitsInstallation: true, reason });
    expect(stage.clock.timers()).toBe(0);
    expect(stage.events()).toHaveLength(3);
    stage.know(aDirectory());
    loop.wake();
    await stage.clock.pass(minute);
    expect(stage.steps()).toEqual(['post', 'edit', 'reply']);
  });

  test('because it was disconnected is given up without a request', async () => {
    await using stage = createStage({
      directory: aDirectory({ units: [aUnit('a', { state: 'disconnected' })] }),
    });
    stage.issue(aNotice());
    stage.start();
    await stage.clock.pass(minute);
    expect(stage.calls).toEqual([]);
    expect(stage.delivery()).toMatchObject({ state: 'given-up', reason: 'disconnected' });
  });

  test('because a person has no chat is told once there is one', async () => {
    await using stage = createStage();
    stage.issue(aNotice({ recipients: ['person:kim'] }));
    const loop = stage.start();
    await stage.clock.pass(minute);
    expect(stage.delivery('person:kim')).toMatchObject({ state: 'waiting', reason: 'no-chat' });
    stage.know(aDirectory({ people: [aPerson('kim')] }));
    loop.wake();
    await stage.clock.pass(minute);
    expect(stage.calls).toHaveLength(1);
  });

  describe.each(['BotNotInConversationRoster', 'BotDisabledByAdmin', 'ForbiddenOperationException'])(
    'because Teams says %s, while the directory knows of no hindrance,',
    (code) => {
      test('is told at once when the app is installed again, and so is what waited behind', async () => {
        await using stage = createStage({ script: failsWith(refused(403, code)) });
        stage.issue(aNotice());
        const loop = stage.start();
        await stage.clock.pass(minute);
        stage.issue(aNotice(), 'outages/o-2');
        loop.wake();
        await stage.clock.pass(minute);
        expect(stage.calls).toHaveLength(1);
        stage.know(aDirectory({ teams: [aTeam({ installedAt: stage.clock.at() })] }));
        loop.wake();
        await stage.clock.pass(minute);
        expect(stage.calls).toHaveLength(3);
        expect(stage.delivery()?.state).toBe('sent');
      });

      test('is tried again after ten minutes, and then ever more slowly, once an hour at last', async () => {
        await using stage = createStage({ script: () => refused(403, code) });
        stage.issue(aNotice());
        stage.start();
        await stage.clock.pass(24 * 60 * minute);
        const waits = stage.calls
          .slice(1)
          .map(({ at }, index) => (at - (stage.calls[index]?.at ?? 0)) / minute);
        expect(waits.slice(0, 5)).toEqual([10, 20, 40, 60, 60]);
        expect(waits.slice(5).every((wait) => wait === 60)).toBe(true);
        expect(stage.delivery()).toMatchObject({ state: 'waiting', awaitsInstallation: true, reason: code });
      });
    },
  );

  test('because Teams says so costs one request for all its outages, not one for each', async () => {
    await using stage = createStage({ script: () => refused(403, 'BotDisabledByAdmin') });
    for (const id of ['1', '2', '3', '4'] as const) stage.issue(aNotice(), `outages/o-${id}`);
    stage.issue(aNotice(), 'directory');
    stage.issue(aNotice(), 'drills/d-1');
    stage.start();
    await stage.clock.pass(6 * 60 * minute);
    const waits = stage.calls.slice(1).map(({ at }, index) => at - (stage.calls[index]?.at ?? 0));
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(10 * minute);
    expect(stage.calls.length).toBeLessThanOrEqual(10);
  });

  test('because Teams says so, and who is a person, is told when Teams lets the bot in again', async () => {
    await using stage = createStage({
      directory: aDirectory({ people: [aPerson('kim')] }),
      script: (_call, { length }) => (length < 3 ? refused(403, 'ForbiddenOperationException') : 'ok'),
    });
    stage.issue(aNotice({ recipients: ['person:kim'] }));
    stage.start();
    await stage.clock.pass(2 * 60 * minute);
    expect(stage.calls).toHaveLength(4);
    expect(stage.delivery('person:kim')?.state).toBe('sent');
  });

  test.each([
    ['the app', refused(403, 'BotNotInConversationRoster')],
    ['too many requests', refused(429, 'Throttled', 30 * minute)],
  ])('in a drill, for want of %s, is told of the real outage at once', async (_case, failure) => {
    await using stage = createStage({ script: failsWith(failure) });
    stage.issue(aNotice({ text: 'drill' }), 'drills/d-1');
    const loop = stage.start();
    await stage.clock.pass(minute);
    stage.issue(aNotice({ text: 'real' }));
    loop.wake();
    await stage.clock.pass(1_000);
    expect(stage.calls.map(({ text }) => text)).toEqual(['drill', 'real']);
    expect(stage.delivery()?.state).toBe('sent');
  });

  test('in the real outage is not tried for the drill either', async () => {
    await using stage = createStage({ script: () => refused(403, 'BotNotInConversationRoster') });
    stage.issue(aNotice({ text: 'real' }));
    const loop = stage.start();
    await stage.clock.pass(minute);
    stage.issue(aNotice({ text: 'drill' }), 'drills/d-1');
    loop.wake();
    await stage.clock.pass(5 * 60 * minute);
    expect(new Set(stage.calls.map(({ text }) => text))).toEqual(new Set(['real']));
  });

  test('for a day, and then can be, has tries like any other', async () => {
    await using stage = createStage({
      script: ({ at }, { length }) => {
        if (at < night + 30 * 60 * minute) return refused(403, 'BotDisabledByAdmin');
        return length % 4 === 0 ? 'ok' : refused(length % 2 === 0 ? 500 : 503);
      },
    });
    stage.issue(aNotice());
    stage.start();
    await stage.clock.pass(34 * 60 * minute);
    expect(stage.delivery()?.state).toBe('sent');
  });

  test('because the app is gone costs no request, though Teams had said so first', async () => {
    await using stage = createStage({ script: () => refused(403, 'BotNotInConversationRoster') });
    stage.issue(aNotice());
    const loop = stage.start();
    await stage.clock.pass(minute);
    stage.know(aDirectory({ teams: [aTeam({ isInstalled: false })] }));
    loop.wake();
    await stage.clock.pass(48 * 60 * minute);
    expect(stage.calls).toHaveLength(1);
    expect(stage.delivery()).toMatchObject({ state: 'waiting', reason: 'app-removed' });
    expect(stage.clock.timers()).toBe(0);
  });

  test('whose app Teams missed, and which is then disconnected, is given up without another request', async () => {
    await using stage = createStage({ script: failsWith(refused(403, 'BotNotInConversationRoster')) });
    stage.issue(aNotice());
    const loop = stage.start();
    await stage.clock.pass(minute);
    stage.know(aDirectory({ units: [aUnit('a', { state: 'disconnected' })] }));
    loop.wake();
    await stage.clock.pass(minute);
    expect(stage.calls).toHaveLength(1);
    expect(stage.delivery()).toMatchObject({ state: 'given-up', reason: 'disconnected' });
  });

  test('has its day from when the app is back, not from when the notice was issued', async () => {
    const failures = [
      refused(403, 'BotNotInConversationRoster'),
      ...Array.from({ length: 8 }, () => refused(503)),
    ];
    await using stage = createStage({ script: failsWith(...failures) });
    stage.issue(aNotice());
    const loop = stage.start();
    await stage.clock.pass(30 * 60 * minute);
    stage.know(aDirectory({ teams: [aTeam({ installedAt: stage.clock.at() })] }));
    loop.wake();
    await stage.clock.pass(60 * minute);
    expect(stage.delivery()?.state).toBe('sent');
  });

  test('a reminder that waited for the app is sent when it is back: it had not arrived', async () => {
    await using stage = createStage({ script: failsWith(refused(403, 'BotNotInConversationRoster')) });
    stage.issue(aNotice({ notice: 'reminder' }));
    stage.start();
    await stage.clock.pass(minute);
    stage.know(aDirectory({ teams: [aTeam({ installedAt: stage.clock.at() })] }));
    stage.start();
    await stage.clock.pass(minute);
    expect(stage.calls).toHaveLength(2);
  });
});
