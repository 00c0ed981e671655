import { describe, expect, test } from 'vitest';
import { readIncoming } from '../../src/teams/incoming.ts';
import {
  activity,
  asa,
  avdelning24,
  botRemoved,
  execute,
  installInTeam,
  openDialog,
  placeEvent,
  submit,
  submitDialog,
} from '../support/activities.ts';
import type { TestActivity } from '../support/activities.ts';
import { read } from '../support/read-activity.ts';

const incoming = (activity: TestActivity) => readIncoming(read(activity));

describe('a form', () => {
  const data = { verb: 'handover.record', formId: 'f1', items: 'admission,sipNeed' };

  test.each<[string, TestActivity, string]>([
    ['a dialog that is asked for', openDialog(data), 'fetch'],
    ['a dialog that is submitted', submitDialog(data), 'dialog'],
    ['a Submit', submit(data), 'submit'],
    ['an Execute', execute('handover.record', data), 'execute'],
  ])('of %s has its verb and what was filled in', (_case, activity, carrier) => {
    expect(incoming(activity)).toEqual({
      kind: 'form',
      carrier,
      form: { verb: 'handover.record', data },
    });
  });

  test.each<[string, (data: object) => TestActivity]>([
    ['a dialog that is asked for', openDialog],
    ['a dialog that is submitted', submitDialog],
    ['a Submit', submit],
    ['an Execute', (all) => execute('handover.record', all)],
  ])('of %s is rid of what the button carried for Teams', (_case, carried) => {
    const activity = carried({ ...data, msteams: { type: 'task/fetch', feedback: { hide: true } } });
    expect(incoming(activity)).toMatchObject({ form: { verb: 'handover.record', data } });
    expect(JSON.stringify(incoming(activity))).not.toContain('msteams');
  });

  test.each(['task/fetch', 'task/submit'])('of a %s without a verb is an unknown one', (name) => {
    for (const value of [undefined, null, 'x', {}, { data: null }, { data: { formId: 'f1' } }]) {
      expect(incoming(activity({ type: 'invoke', name, value }))).toMatchObject({
        kind: 'form',
        form: { verb: '' },
      });
    }
  });
});

describe('what Teams tells of its places', () => {
  test.each([
    ['channelDeleted', 'channel-deleted'],
    ['channelRestored', 'channel-restored'],
    ['channelRenamed', 'channel-renamed'],
    ['teamRenamed', 'team-renamed'],
  ])('%s is a change of the place', (eventType, change) => {
    expect(incoming(placeEvent(eventType))).toEqual({ kind: 'place-changed', change });
  });

  test.each(['teamDeleted', 'teamHardDeleted'])('%s is a removal', (eventType) => {
    expect(incoming(placeEvent(eventType))).toEqual({ kind: 'removal' });
  });

  test.each([
    'channelCreated',
    'teamArchived',
    'teamMemberAdded',
    'teamMemberRemoved',
    'något nytt',
    '__proto__',
  ])('%s is nothing to the bot', (eventType) => {
    expect(incoming(placeEvent(eventType))).toEqual({ kind: 'ignored' });
  });

  test('the bot among those who left is a removal; somebody else is not', () => {
    expect(incoming(botRemoved())).toEqual({ kind: 'removal' });
    const left = {
      ...placeEvent('teamMemberRemoved', { id: avdelning24.id }),
      membersRemoved: [{ id: asa.id }],
    };
    expect(incoming(left)).toEqual({ kind: 'ignored' });
  });

  test.each([
    ['add', 'installation'],
    ['remove', 'removal'],
    ['add-upgrade', 'ignored'],
    ['remove-upgrade', 'ignored'],
  ])('an installation that says %s is %s', (action, kind) => {
    expect(incoming(installInTeam(action))).toEqual({ kind });
  });
});
