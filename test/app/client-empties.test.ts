import { describe, expect, test } from 'vitest';
import {
  asClientSends,
  coordinator,
  inTeamChannel,
  nurse,
  onlyOutage,
  openBotStage,
} from '../support/bot-stage.ts';
import { asa } from '../support/activities.ts';

// Clients leave an input out that holds nothing: in a form that was shown, what is missing was emptied.
describe('what the client leaves out of a form was left empty', () => {
  test('a report without words is a report', async () => {
    const stage = await openBotStage();
    const form = await stage.press(nurse, 'outage.report');
    const sent = await stage.press(nurse, 'outage.report', asClientSends(form));
    expect(sent.outcome).toBe('saved');
    expect((await onlyOutage(stage)).reports).toHaveLength(1);
  });

  test.each([
    ['the expected end', { expectedEndOn: '', expectedEndAt: '' }, 'expectedEndAt', undefined],
    ['the promised update', { nextUpdateOn: '', nextUpdateAt: '' }, 'nextUpdateAt', undefined],
    ['the message', { message: '' }, 'message', ''],
    ['the scope', { scope: '' }, 'scope', []],
  ] as const)('%s can be taken back', async (_what, emptied, field, after) => {
    const stage = await openBotStage();
    await stage.press(coordinator, 'outage.declare', {
      kind: 'unplanned',
      scope: 'region',
      message: 'Driften felsöker.',
      expectedEndOn: '2026-11-24',
      expectedEndAt: '12:00',
      nextUpdateOn: '2026-11-24',
      nextUpdateAt: '09:00',
    });
    const { id } = await onlyOutage(stage);
    const form = await stage.press(coordinator, 'outage.update', { outage: id });
    const sent = await stage.press(coordinator, 'outage.update', asClientSends(form, emptied));
    expect(sent.outcome).toBe('saved');
    expect((await onlyOutage(stage)).terms[field]).toEqual(after);
  });

  test('an outage with nothing left to do is closed without a reason', async () => {
    const stage = await openBotStage();
    await stage.press(coordinator, 'outage.declare', { kind: 'unplanned' });
    const { id } = await onlyOutage(stage);
    await stage.press(coordinator, 'outage.end', { outage: id, endedAt: '08:00' });
    const form = await stage.press(coordinator, 'outage.close', { outage: id });
    expect((await stage.press(coordinator, 'outage.close', asClientSends(form))).outcome).toBe('saved');
  });

  test("a unit's direct number can be taken away", async () => {
    const stage = await openBotStage();
    const ward = inTeamChannel(asa);
    await stage.press(ward, 'unit.connect', {
      name: 'Avdelning 24',
      careSetting: 'inpatient-somatic',
      organisation: 'region',
      directNumber: '060-18 10 00',
    });
    const form = await stage.press(ward, 'unit.connect', {}, { carrier: 'fetch' });
    expect(form.values).toMatchObject({ directNumber: '060-18 10 00' });
    const sent = await stage.press(ward, 'unit.connect', asClientSends(form, { directNumber: '' }), {
      carrier: 'dialog',
    });
    expect(sent.outcome).toBe('saved');
    const [unit] = (await stage.books.world()).directory.units.values();
    expect(unit?.directNumber).toBeUndefined();
  });
});
