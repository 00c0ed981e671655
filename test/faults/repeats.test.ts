import { describe, expect, test } from 'vitest';
import {
  asa,
  channelQuestion,
  chatOf,
  inChannel,
  inChatOf,
  installInTeam,
  question,
  tenantId,
} from '../support/activities.ts';
import type { TestActivity } from '../support/activities.ts';
import { buildFaultStage, declared, kindsIn, unitsOf, updated } from '../support/fault-stage.ts';
import type { FaultStage } from '../support/fault-stage.ts';
import { filledIn, filledInByCoordinator } from '../support/press.ts';

const report = (): TestActivity => filledIn('outage.report', { message: 'Kommer inte in' }, inChatOf(asa));
const countOf = async (stage: FaultStage, kind: string): Promise<number> =>
  kindsIn(await stage.records()).filter((one) => one === kind).length;

describe('the same form', () => {
  test('by the same activity five times at once is saved once, and answered alike', async () => {
    await using stage = await buildFaultStage();
    const form = report();
    const answers = await Promise.all(Array.from({ length: 5 }, () => stage.answer(form)));
    expect(answers[0]).toContain('Anmälan är sparad');
    expect(new Set(answers).size).toBe(1);
    expect(await countOf(stage, 'outageReported')).toBe(1);
  });

  test('by another activity half a minute later is saved once, and answered as saved', async () => {
    await using stage = await buildFaultStage();
    const form = report();
    await stage.answer(form);
    stage.clock.jump(30_000);
    expect(await stage.answer({ ...form, id: 'another' })).toContain('Anmälan är sparad');
    expect(await countOf(stage, 'outageReported')).toBe(1);
  });

  test('by two activities at the same time is saved once, and both are answered as saved', async () => {
    await using stage = await buildFaultStage();
    const form = report();
    const both = await Promise.all([stage.answer(form), stage.answer({ ...form, id: 'another' })]);
    for (const answer of both) expect(answer).toContain('Anmälan är sparad');
    expect(await countOf(stage, 'outageReported')).toBe(1);
  });

  test('after a restart, whose process knows of no activity, is saved once and told once', async () => {
    await using stage = await buildFaultStage();
    const form = filledInByCoordinator('outage.declare', declared);
    await stage.answer(form);
    await stage.settled();
    await stage.restart();
    expect(await stage.answer(form)).toContain('Sparat');
    await stage.settled();
    expect(await countOf(stage, 'outageDeclared')).toBe(1);
    for (const unit of unitsOf(stage))
      expect(stage.posts(unit, /Avbrott i Lifecare SP sedan/)).toHaveLength(1);
  });
});

describe('what comes in another order than it was done', () => {
  test('a form that comes before the message that led to it is saved, and the message is answered', async () => {
    await using stage = await buildFaultStage();
    expect(await stage.answer(report())).toContain('Anmälan är sparad');
    await stage.answer(question('Lifecare ligger nere', inChatOf(asa)));
    expect(stage.double.connector.messagesIn(chatOf(asa))).not.toHaveLength(0);
    expect(await countOf(stage, 'outageReported')).toBe(1);
  });

  test.each(['outage.end', 'outage.update', 'outage.restored'])(
    '%s before the outage changes nothing and says so, and then the outage runs as ever',
    async (verb) => {
      await using stage = await buildFaultStage();
      const early = await stage.coordinate(verb, {
        outage: 'b1599731-ca57-4139-a831-db61f6cc659d',
        ...updated,
      });
      expect(early).not.toContain('Sparat');
      expect(await stage.coordinate('outage.declare', declared)).toContain('Sparat');
      await stage.settled();
      for (const unit of unitsOf(stage)) expect(stage.posts(unit, /Driften felsöker/)).toHaveLength(1);
    },
  );

  test('an edit that comes before its message: each is answered for what it says', async () => {
    await using stage = await buildFaultStage();
    const message = question('Vem ringer jag i Timrå?', inChatOf(asa));
    const channelData = { tenant: { id: tenantId }, eventType: 'editMessage' };
    await stage.answer({ ...message, type: 'messageUpdate', text: 'Vem ringer jag i Ånge?', channelData });
    await stage.answer(message);
    expect(stage.double.connector.messagesIn(chatOf(asa)).map(({ summary }) => summary)).toEqual([
      'Svar: Ring Ånge kommun',
      'Svar: Ring Timrå kommun',
    ]);
  });

  test('a removal of the app that comes late holds notices back until anybody of the team is heard of again', async () => {
    await using stage = await buildFaultStage();
    const [unit] = unitsOf(stage);
    if (unit === undefined) throw new Error('No unit');
    await stage.answer(installInTeam('remove', unit));
    await stage.coordinate('outage.declare', declared);
    await stage.logs(/notice has nowhere to go/);
    expect(stage.posts(unit)).toEqual([]);
    await stage.answer(channelQuestion('vem ringer jag i Ånge?', { ...inChannel(unit), from: asa }));
    await expect.poll(() => stage.posts(unit, /Driften felsöker/), { timeout: 10_000 }).toHaveLength(1);
    await stage.settled();
    expect(stage.posts(unit, /Driften felsöker/)).toHaveLength(1);
  });
});
