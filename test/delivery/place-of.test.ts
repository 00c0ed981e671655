import { describe, expect, test } from 'vitest';
import { placeOf } from '../../src/delivery/place-of.ts';
import { aDirectory, aPerson, aTeam, aUnit } from '../support/delivery-stage.ts';

const { chat: _none, ...leaver } = aPerson('lo');

describe('the place of a recipient', () => {
  test('is a unit’s channel, at its team’s address and in its tenant', () => {
    expect(placeOf('unit:a', aDirectory())).toEqual({
      kind: 'channel',
      conversation: '19:a@thread.tacv2',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      tenant: 'tenant-1',
    });
  });

  test('is a person’s own chat, whatever the id looks like', () => {
    expect(placeOf('person:8:orgid', aDirectory({ people: [aPerson('8:orgid')] }))).toEqual({
      kind: 'chat',
      conversation: 'a:8:orgid',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      tenant: 'tenant-1',
    });
  });

  test.each([
    ['a unit nobody knows', 'unit:x', {}, 'disconnected'],
    ['a disconnected unit', 'unit:a', { units: [aUnit('a', { state: 'disconnected' })] }, 'disconnected'],
    ['a deleted channel', 'unit:a', { units: [aUnit('a', { state: 'channel-deleted' })] }, 'channel-deleted'],
    ['a team without the app', 'unit:a', { teams: [aTeam({ isInstalled: false })] }, 'app-removed'],
    ['a team nobody knows', 'unit:a', { teams: [] }, 'app-removed'],
    ['a person nobody knows', 'person:lo', {}, 'no-chat'],
    ['a person who took the app away', 'person:lo', { people: [leaver] }, 'no-chat'],
  ] as const)('is nowhere for %s', (_case, recipient, known, reason) => {
    expect(placeOf(recipient, aDirectory(known))).toEqual({ kind: 'unreachable', reason });
  });
});
