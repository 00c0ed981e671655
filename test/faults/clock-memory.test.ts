import { describe, expect, test } from 'vitest';
import { newCaseCode } from '../../src/domain/case-code.ts';
import { asa, bo, inChannel, openDialog, question, submitDialog } from '../support/activities.ts';
import { buildFaultStage, declared, unitsOf } from '../support/fault-stage.ts';
import type { FaultStage } from '../support/fault-stage.ts';
import { createTestKey } from '../support/microsoft-tokens.ts';
import { dayMs, minuteMs } from '../support/moved-clock.ts';

/** What a nurse does in the ward's channel. */
function inWard(stage: FaultStage) {
  const [ward] = unitsOf(stage);
  if (ward === undefined) throw new Error('No ward');
  const place = { ...inChannel(ward), from: asa };
  const { setMembers } = stage.double.connector.places;
  return {
    opensLog: () => stage.answer(openDialog({ verb: 'handover.list' }, place)),
    acknowledges: (code: string) =>
      stage.answer(submitDialog({ verb: 'handover.acknowledge', code, items: 'admission' }, place)),
    leaves: () => setMembers(ward.team.id, [bo]),
    isLetIn: () => setMembers(ward.team.id, [asa, bo]),
  };
}

/** A day ahead, where something is noted, and then back at the right time. */
describe('when a clock that was a day ahead is set right', () => {
  test('a new signing key is found as soon as it signs, not a day later', async () => {
    await using stage = await buildFaultStage();
    stage.clock.jump(dayMs);
    await stage.ask();
    stage.clock.jump(-dayMs);
    const rotated = createTestKey('second');
    stage.double.keys = [rotated];
    const asked = question('Vem ringer jag i Ånge?');
    expect((await stage.send(asked, rotated)).status).toBe(200);
  });

  test('who has left the team reads its log no longer', async () => {
    await using stage = await buildFaultStage();
    await stage.coordinate('outage.declare', declared);
    const ward = inWard(stage);
    stage.clock.jump(dayMs);
    expect(await ward.opensLog()).toContain('Dokumentera i journalen');
    stage.clock.jump(-dayMs);
    ward.leaves();
    stage.clock.jump(11 * minuteMs);
    expect(await ward.opensLog()).not.toContain('Dokumentera i journalen');
  });

  test('who is let into the team is let in a minute later', async () => {
    await using stage = await buildFaultStage();
    await stage.coordinate('outage.declare', declared);
    const ward = inWard(stage);
    ward.leaves();
    stage.clock.jump(dayMs);
    expect(await ward.opensLog()).not.toContain('Dokumentera i journalen');
    stage.clock.jump(-dayMs);
    ward.isLetIn();
    stage.clock.jump(2 * minuteMs);
    expect(await ward.opensLog()).toContain('Dokumentera i journalen');
  });

  test('who mistook five codes waits ten minutes at most', async () => {
    await using stage = await buildFaultStage();
    await stage.coordinate('outage.declare', declared);
    const ward = inWard(stage);
    const codes = Array.from({ length: 7 }, (_none, number) => newCaseCode(`seed ${number}`, () => false));
    const [first = '', ...others] = codes;
    stage.clock.jump(dayMs);
    for (const code of others) await ward.acknowledges(code);
    expect(await ward.acknowledges(first)).toContain('Vänta tio minuter');
    stage.clock.jump(-dayMs);
    stage.clock.jump(10 * minuteMs);
    expect(await ward.acknowledges(first)).not.toContain('Vänta tio minuter');
  });
});
