import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../src/teams/limits.ts';
import type { Limits } from '../../src/teams/limits.ts';
import { createRoster } from '../../src/teams/roster.ts';
import { asa, avdelning24, foreignTenantId, serviceUrl, someone, tenantId } from '../support/activities.ts';
import { connectorTo, silentLogin } from '../support/connector-to.ts';
import type { Trouble } from '../support/misbehave.ts';
import { outsideWith } from '../support/outside-with.ts';
import type { TestMember } from '../support/places-double.ts';
import { startTeamsDouble } from '../support/teams-double.ts';
import type { TeamsDouble } from '../support/teams-double.ts';

const minute = 60_000;
const hour = 60 * minute;
const start = Date.UTC(2026, 10, 22, 3);
const team = { id: avdelning24.id, tenant: tenantId, serviceUrl };

/** A roster whose clock the test sets. */
function rosterOf(double: TeamsDouble, limits: Partial<Limits> = {}) {
  let at = start;
  const outside = outsideWith(double.fetch, {
    now: () => new Date(at),
    limits: { ...defaultLimits, rosterTimeoutMs: 500, ...limits },
  });
  const roster = createRoster(connectorTo(outside), outside);
  return {
    pass: (ms: number) => {
      at += ms;
    },
    of: ({ id, aadObjectId }: TestMember) =>
      roster.membership({ team, person: { id: aadObjectId }, userId: id }),
    byEntraId: ({ aadObjectId }: TestMember) => roster.membership({ team, person: { id: aadObjectId } }),
  };
}

describe('Teams’ roster says', () => {
  test.each<[string, TestMember, string]>([
    ['a member', asa, 'member'],
    ['an owner', { ...asa, userRole: 'owner' }, 'member'],
    ['a guest', { ...asa, userRole: 'guest' }, 'guest'],
    ['nobody that is known', { ...asa, userRole: 'anonymous' }, 'guest'],
    ['somebody from another tenant', { ...asa, tenantId: foreignTenantId }, 'guest'],
    ['a member, their tenant in capitals', { ...asa, tenantId: tenantId.toUpperCase() }, 'member'],
  ])('%s', async (_case, member, kind) => {
    await using double = await startTeamsDouble();
    double.connector.places.setMembers(team.id, [member]);
    expect(await rosterOf(double).of(asa)).toMatchObject({ kind, checkedAt: start });
    expect(double.connector.calls[0]?.path).toBe(
      `/emea/${tenantId}/v3/conversations/19%3Aavdelning24%40thread.tacv2/members/29%3Assk`,
    );
  });

  test('who is a member when only the Entra id is known', async () => {
    await using double = await startTeamsDouble();
    expect(await rosterOf(double).byEntraId(asa)).toMatchObject({ kind: 'member' });
  });

  test('who is not in the team', async () => {
    await using double = await startTeamsDouble();
    expect(await rosterOf(double).of(someone(7))).toEqual({ kind: 'stranger', checkedAt: start });
  });

  test.each<[string, Trouble, string]>([
    ['404 without a word', { kind: 'status', status: 404, code: '-' }, 'stranger'],
    [
      '400 for a member that is not found',
      { kind: 'status', status: 400, code: 'MemberNotFoundInConversation' },
      'stranger',
    ],
    ['a team that is gone', { kind: 'status', status: 404, code: 'ConversationNotFound' }, 'unknown'],
    ['the app taken out', { kind: 'status', status: 403, code: 'BotNotInConversationRoster' }, 'unknown'],
    ['too much', { kind: 'status', status: 429, retryAfter: '1' }, 'unknown'],
    ['502', { kind: 'status', status: 502 }, 'unknown'],
    ['silence', { kind: 'hang' }, 'unknown'],
    ['a dropped connection', { kind: 'drop' }, 'unknown'],
  ])('%s, and is asked once', async (_case, trouble, kind) => {
    await using double = await startTeamsDouble();
    double.connector.next(trouble);
    expect(await rosterOf(double).of(asa)).toEqual({ kind, checkedAt: start });
    expect(double.connector.calls).toHaveLength(1);
  });

  test('nothing of one when it answers with another', async () => {
    await using double = await startTeamsDouble();
    double.connector.places.setMembers(team.id, [{ ...someone(7), id: asa.id }]);
    expect(await rosterOf(double).of(asa)).toMatchObject({ kind: 'unknown' });
  });
});

test('a login that is silent keeps nobody waiting longer than a roster may', async () => {
  await using double = await startTeamsDouble();
  const outside = outsideWith(double.fetch, { limits: { ...defaultLimits, rosterTimeoutMs: 50 } });
  const roster = createRoster(connectorTo(outside, silentLogin), outside);
  const asked = roster.membership({ team, person: { id: asa.aadObjectId } });
  expect(await asked).toMatchObject({ kind: 'unknown' });
  expect(double.called).toEqual([]);
});

describe('an answer is believed', () => {
  test('of a member for ten minutes', async () => {
    await using double = await startTeamsDouble();
    const { of, pass } = rosterOf(double);
    await of(asa);
    double.connector.places.setMembers(team.id, []);
    pass(10 * minute - 1);
    expect(await of(asa)).toEqual({ kind: 'member', checkedAt: start, verifiedAt: start });
    pass(1);
    expect(await of(asa)).toEqual({ kind: 'stranger', checkedAt: start + 10 * minute });
    expect(double.connector.counts().members).toBe(2);
  });

  test('of a stranger for a minute: whoever is let in tries again', async () => {
    await using double = await startTeamsDouble();
    const { of, pass } = rosterOf(double);
    double.connector.places.setMembers(team.id, []);
    await of(asa);
    double.connector.places.setMembers(team.id, [asa]);
    expect(await of(asa)).toMatchObject({ kind: 'stranger' });
    pass(minute);
    expect(await of(asa)).toMatchObject({ kind: 'member' });
  });

  test('of silence for some seconds, so that not everyone waits for it', async () => {
    await using double = await startTeamsDouble();
    const { of, pass } = rosterOf(double);
    double.connector.next({ kind: 'drop' });
    await of(asa);
    expect(await of(asa)).toMatchObject({ kind: 'unknown' });
    expect(double.connector.calls).toHaveLength(1);
    pass(5_000);
    expect(await of(asa)).toMatchObject({ kind: 'member' });
  });

  test('of one person in one team alone', async () => {
    await using double = await startTeamsDouble();
    const { of } = rosterOf(double);
    await of(asa);
    expect(await of(someone(7))).toMatchObject({ kind: 'stranger' });
  });

  test('by all who ask while it is on its way', async () => {
    await using double = await startTeamsDouble();
    const { of } = rosterOf(double);
    const answers = await Promise.all([of(asa), of(asa), of(asa)]);
    expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['member']));
    expect(double.connector.calls).toHaveLength(1);
  });

  test('of so many at most: the oldest is asked for again', async () => {
    await using double = await startTeamsDouble();
    const { of } = rosterOf(double, { rosterMost: 2 });
    for (const one of [someone(1), someone(2), someone(3), someone(3), someone(1)]) await of(one);
    expect(double.connector.calls.map(({ id }) => id)).toEqual(['29:n1', '29:n2', '29:n3', '29:n1']);
  });
});

describe('while the roster is out of reach', () => {
  test('a member of the last 24 hours is known to have been one, and when', async () => {
    await using double = await startTeamsDouble();
    const { of, pass } = rosterOf(double);
    await of(asa);
    double.connector.places.removeApp(team.id);
    pass(23 * hour);
    expect(await of(asa)).toEqual({ kind: 'unknown', checkedAt: start + 23 * hour, verifiedAt: start });
    pass(hour);
    expect(await of(asa)).toEqual({ kind: 'unknown', checkedAt: start + 24 * hour });
  });

  test('nobody is known to be a member who has since left', async () => {
    await using double = await startTeamsDouble();
    const { of, pass } = rosterOf(double);
    await of(asa);
    double.connector.places.setMembers(team.id, []);
    pass(hour);
    await of(asa);
    double.connector.places.removeApp(team.id);
    pass(hour);
    expect(await of(asa)).toEqual({ kind: 'stranger', checkedAt: start + 2 * hour });
  });
});
