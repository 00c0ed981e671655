import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { asa, chatOf, inChatOf, megan, question, someone } from '../support/activities.ts';
import type { TestActivity } from '../support/activities.ts';
import { temporaryDirectory } from '../storage/temporary-directory.ts';
import { createDisk } from '../storage/disk-double.ts';
import { buildFaultStage, declared, kindsIn, unitsOf } from '../support/fault-stage.ts';
import type { FaultStage } from '../support/fault-stage.ts';
import { answerTo, filledIn, filledInByCoordinator } from '../support/press.ts';
import { seedUnits } from '../support/seed-units.ts';
import { startServiceProcess } from '../support/service-process.ts';
import { messagesUrl, post, startTeamsDouble } from '../support/teams-double.ts';

/** Sends it and hangs up when told to. */
async function sendUntil(stage: FaultStage, activity: TestActivity, hangUp: AbortSignal): Promise<void> {
  const token = await stage.double.tokenFor(activity);
  await fetch(messagesUrl(stage.bot()), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(activity),
    signal: hangUp,
  }).catch(() => undefined);
}

describe('a client that hangs up in the middle of a turn', () => {
  test('is answered all the same, and once, though it comes again', async () => {
    await using stage = await buildFaultStage();
    const release = stage.double.connector.hold();
    const hangUp = new AbortController();
    const asked = question('Vem ringer jag i Ånge?');
    const sent = sendUntil(stage, asked, hangUp.signal);
    await stage.double.connector.reached(1);
    hangUp.abort();
    await sent;
    const again = stage.answer(asked);
    release();
    await again;
    expect(stage.double.connector.messagesIn('a:personal')).toHaveLength(1);
  });

  test('and had sent a form finds it saved once, when it comes again', async () => {
    const disk = createDisk();
    await using stage = await buildFaultStage({ openFile: disk.openFile });
    const writing = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    disk.trouble.datasync = async (file) => {
      writing.resolve();
      await held.promise;
      await file.datasync();
    };
    const hangUp = new AbortController();
    const form = filledInByCoordinator('outage.declare', declared);
    const sent = sendUntil(stage, form, hangUp.signal);
    await writing.promise;
    hangUp.abort();
    await sent;
    const again = stage.answer(form);
    held.resolve();
    expect(await again).toContain('Sparat');
    await stage.settled();
    expect(kindsIn(await stage.records()).filter((kind) => kind === 'outageDeclared')).toHaveLength(1);
    for (const unit of unitsOf(stage)) expect(stage.posts(unit, /Driften felsöker/)).toHaveLength(1);
  });
});

describe('a body', () => {
  test('that is huge is refused, and one that never ends keeps nobody waiting', async () => {
    const body = { bytes: 20_000, depth: 40, timeoutMs: 200 };
    await using stage = await buildFaultStage({ overrides: { http: { body } } });
    expect((await post(stage.bot(), question('x'.repeat(20_000)))).status).toBe(413);
    const slow = connect(stage.bot().port, '127.0.0.1');
    slow.write(
      'POST /api/messages HTTP/1.1\r\nhost: bot\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
    );
    expect((await stage.ask()).at(-1)).toContain('0690');
    const [answered] = await once(slow.setEncoding('utf8'), 'data');
    expect(answered).toMatch(/^HTTP\/1\.1 408 /);
    slow.destroy();
  });
});

describe('SIGTERM', () => {
  test('in the middle of turns and notices finishes what has begun; the rest goes after the next start, and nothing twice', async () => {
    await using double = await startTeamsDouble();
    await using data = await temporaryDirectory();
    const channels = await seedUnits(data.path, 8);
    const start = { double, storage: { DATA_DIR: data.path }, coordinators: [megan] };
    await using first = await startServiceProcess(start);
    const release = double.connector.hold();
    expect(await answerTo(double, first, filledInByCoordinator('outage.declare', declared))).toContain(
      'Sparat',
    );
    const questions = Array.from({ length: 5 }, (_none, number) =>
      question('Vem ringer jag i Ånge?', inChatOf(someone(number))),
    );
    const asking = questions.map(async (asked) => ({ asked, response: await double.deliver(first, asked) }));
    const reporting = answerTo(double, first, filledIn('outage.report', { message: 'Nere' }, inChatOf(asa)));
    await double.connector.reached(10);
    const stopped = first.stop();
    release();
    expect(await stopped).toBe(0);
    expect(await reporting).toMatch(/sparad|Tack/);
    await using next = await startServiceProcess(start);
    // What was not begun was refused, and Teams delivers it again.
    for (const { asked, response } of await Promise.all(asking)) {
      if (response.status !== 200) await double.deliver(next, asked);
    }
    for (const [number] of questions.entries()) {
      expect(double.connector.messagesIn(chatOf(someone(number)))).toHaveLength(1);
    }
    await expect
      .poll(async () => (await fetch(`http://127.0.0.1:${next.port}/ready`)).text(), {
        timeout: 20_000,
        interval: 20,
      })
      .toContain('"oldestUndeliveredNotice":null');
    // The coordinators' own has what concerns them as well.
    for (const { id } of channels.slice(1)) {
      const starts = double.connector
        .channelPosts(id)
        .filter(({ message }) => JSON.stringify(message).includes('Driften felsöker'));
      expect(starts).toHaveLength(1);
    }
    expect(await next.stop()).toBe(0);
  });
});
