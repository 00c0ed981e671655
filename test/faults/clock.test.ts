import { describe, expect, test } from 'vitest';
import { question, spChannel } from '../support/activities.ts';
import { coordinationChannel, pushTexts, tellConnectedStory } from '../support/connected-story.ts';
import { buildFaultStage, declared, startingAt, unitsOf, updated } from '../support/fault-stage.ts';
import type { FaultStage } from '../support/fault-stage.ts';
import { dayMs, hourMs, minuteMs } from '../support/moved-clock.ts';

const ended = { message: 'Allt är som vanligt.' };
const start = /Avbrott i Lifecare SP sedan/;

describe.each([
  ['an hour ahead', hourMs],
  ['a day ahead', dayMs],
  ['an hour back', -hourMs],
  ['a day back', -dayMs],
])('a clock that jumps %s', (_what, ms) => {
  test('while notices wait holds up nobody: all are told, once', async () => {
    await using stage = await buildFaultStage();
    for (let call = 0; call < 6; call += 1) stage.double.connector.next({ kind: 'status', status: 503 });
    await stage.coordinate('outage.declare', declared);
    await stage.logs(/"status":503/, 2);
    stage.clock.jump(ms);
    await stage.settled();
    for (const unit of unitsOf(stage)) expect(stage.posts(unit, start)).toHaveLength(1);
  });

  test('in an outage keeps it: it is updated, ended, told to all, and read again after a restart', async () => {
    await using stage = await buildFaultStage();
    await stage.coordinate('outage.declare', declared);
    await stage.settled();
    stage.clock.jump(ms);
    expect(await stage.coordinate('outage.update', updated)).toContain('Sparat');
    await stage.settled();
    await stage.restart();
    await putStartRight(stage);
    expect(await stage.coordinate('outage.end', ended)).toContain('Sparat');
    await stage.settled();
    for (const unit of unitsOf(stage)) {
      expect(stage.posts(unit, /Avslutat/)).toHaveLength(1);
      expect(stage.posts(unit, /Avbrottet är slut/)).toHaveLength(1);
    }
    expect(stage.bot().logged()).not.toMatch(/"level":50/);
  });
});

test('an outage that a clock set back says to lie ahead is not ended before its start: the form says what to put right', async () => {
  await using stage = await buildFaultStage();
  await stage.coordinate('outage.declare', declared);
  stage.clock.jump(-hourMs);
  const refused = await stage.coordinate('outage.end', ended);
  expect(refused).toMatch(/Inte sparat ännu.*Sluttiden ligger före avbrottets start/);
  expect(refused).toContain('Allt är som vanligt.');
  expect(await putStartRight(stage)).toContain('Sparat');
  expect(await stage.coordinate('outage.end', ended)).toContain('Sparat');
});

describe('a clock that is wrong by more than Teams’ tokens allow', () => {
  test.each([
    ['ahead', 2 * hourMs, 'exp'],
    ['behind', -2 * hourMs, 'nbf'],
  ])('(%s) refuses what comes, counts why, and goes on telling the channels', async (_way, ms, reason) => {
    await using stage = await buildFaultStage();
    stage.double.connector.next({ kind: 'status', status: 503 });
    await stage.coordinate('outage.declare', declared);
    stage.clock.jump(ms);
    const asked = question('Vem ringer jag i Ånge?');
    const response = await stage.double.deliver(stage.bot(), asked);
    expect(response.status).toBe(401);
    const metrics = await fetch(`http://127.0.0.1:${stage.bot().port}/metrics`);
    expect(await metrics.text()).toMatch(new RegExp(`refus.*"${reason}".* 1`));
    await stage.settled();
    for (const unit of unitsOf(stage)) expect(stage.posts(unit, start)).toHaveLength(1);
    stage.clock.jump(-ms);
    expect((await stage.double.deliver(stage.bot(), asked)).status).toBe(200);
  });
});

describe('the prompts to coordinators', () => {
  test('come once when the clock leaps over them by a day, and again not when it is set back', async () => {
    await using story = await tellConnectedStory('2026-11-24T08:00:00+01:00');
    await story.coordinator.sends('dialog', 'outage.declare', declared);
    await story.channelShows(spChannel, /Driften felsöker/);
    story.at('2026-11-25T08:00:00+01:00');
    await story.channelShows(coordinationChannel, /pågått i 2 timmar/);
    story.at('2026-11-24T08:05:00+01:00');
    await story.coordinator.sends('dialog', 'outage.update', updated);
    await story.channelShows(spChannel, /Felet är hittat/);
    expect(pushTexts(story, coordinationChannel).filter((text) => /har pågått/.test(text))).toHaveLength(1);
    expect(story.double.connector.channelPosts(spChannel.id)).toHaveLength(2);
  });
});

describe('the night when clocks are set', () => {
  test.each([
    ['back', '2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00'],
    ['ahead', '2026-03-29T01:30:00+01:00', '2026-03-29T03:30:00+02:00'],
  ])('%s is an hour like any other: the outage is as long as it was', async (_way, from, to) => {
    await using story = await tellConnectedStory(from);
    await story.coordinator.sends('dialog', 'outage.declare', declared);
    await story.channelShows(spChannel, /Driften felsöker/);
    story.at(to);
    const shown = await story.coordinator.sends('dialog', 'outage.end', ended);
    expect(shown.text).toMatch(/Varade: \n1 timme\n/);
    await story.channelShows(spChannel, /Avbrottet är slut/);
  });
});

/** The coordinator says that it began five minutes ago. */
function putStartRight(stage: FaultStage): Promise<string> {
  return stage.coordinate('outage.update', startingAt(stage.clock.at() - 5 * minuteMs));
}
