import { describe, expect, test } from 'vitest';
import {
  aDirectory,
  aNotice,
  aPerson,
  aTeam,
  aUnit,
  createStage,
  failsWith,
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

  test.each(['BotNotInConversationRoster', 'BotDisabledByAdmin', 'ForbiddenOperationException'])(
    'because Teams says %s waits for an installation after that, and nothing else is tried there',
    async (code) => {
      await using stage = createStage({ script: failsWith(refused(403, code)) });
      stage.issue(aNotice());
      const loop = stage.start();
      await stage.clock.pass(minute);
      stage.issue(aNotice(), 'outages/o-2');
      loop.wake();
      await stage.clock.pass(60 * minute);
      expect(stage.calls).toHaveLength(1);
      stage.know(aDirectory({ teams: [aTeam({ installedAt: stage.clock.at() })] }));
      loop.wake();
      await stage.clock.pass(minute);
      expect(stage.calls).toHaveLength(3);
      expect(stage.delivery()?.state).toBe('sent');
    },
  );

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
