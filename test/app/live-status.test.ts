import { describe, expect, test } from 'vitest';
import { asa, megan } from '../support/activities.ts';
import { coordinator, inTeamChannel, nurse, openBotStage } from '../support/bot-stage.ts';
import type { BotStage } from '../support/bot-stage.ts';

const ask = 'är Lifecare nere?';
const wardOf = inTeamChannel(asa);
const coordinatorInWard = inTeamChannel(megan);

async function connectedStage(): Promise<BotStage> {
  const stage = await openBotStage();
  await stage.press(wardOf, 'unit.connect', {
    name: 'Avdelning 24',
    careSetting: 'inpatient-somatic',
    organisation: 'region',
  });
  return stage;
}

const reported = async (stage: BotStage): Promise<void> =>
  void (await stage.press(nurse, 'outage.report', { message: 'Nere' }));
const ongoing = async (stage: BotStage): Promise<void> =>
  void (await stage.press(coordinator, 'outage.declare', { kind: 'unplanned', startedAt: '07:30' }));
const restored = async (stage: BotStage): Promise<void> => {
  await ongoing(stage);
  await stage.press(coordinator, 'outage.restored', { restoredAt: '08:00' });
};
const ended = async (stage: BotStage): Promise<void> => {
  await ongoing(stage);
  await stage.press(coordinator, 'outage.end', { endedAt: '08:00' });
};
const planned = async (stage: BotStage): Promise<void> =>
  void (await stage.press(coordinator, 'outage.declare', {
    kind: 'planned',
    startedOn: '2026-12-08',
    startedAt: '06:00',
  }));
const drill = async (stage: BotStage): Promise<void> =>
  void (await stage.press(coordinator, 'outage.declare', { kind: 'drill' }));

/** What the buttons of somebody who is no coordinator may do. */
const isEverybodys = (verb: string): boolean => /^(?:help|outage\.report)/.test(verb);

const askers = [
  ['a nurse in the ward', wardOf],
  ['a nurse in the own chat', nurse],
  ['a coordinator in the ward', coordinatorInWard],
  ['a coordinator in the own chat', coordinator],
] as const;

describe.each(askers)('%s who asks whether it is down hears', (_who, by) => {
  const mayCoordinate = by.person?.name === megan.name;

  test.each([
    ['that nobody knows of anything', async () => undefined, 'Inget avbrott är anmält'],
    ['that it is reported', reported, 'Lifecare SP är anmält som nere'],
    ['that it runs', ongoing, 'Ja, det är avbrott i Lifecare SP'],
    ['that it runs, while it is checked', restored, 'Ja, det är avbrott i Lifecare SP'],
    ['that it is over', ended, 'avbrottet är slut'],
    ['of the plan', planned, 'Planerat avbrott'],
    ['that a drill runs', drill, 'Nej, men en övning pågår'],
  ] as const)('%s', async (_what, bring, words) => {
    const stage = await connectedStage();
    await bring(stage);
    await stage.at('2026-11-24T08:10:00+01:00');
    const seen = await stage.says(by, ask);
    expect(seen.text).toContain(words);
    const verbs = seen.buttons.map(({ verb }) => verb);
    expect(mayCoordinate || verbs.every((verb) => isEverybodys(verb))).toBe(true);
  });
});

test.each(askers.slice(0, 3))('nothing of the checks is told to %s', async (_who, by) => {
  const stage = await connectedStage();
  await restored(stage);
  const told = JSON.stringify((await stage.says(by, ask)).card);
  expect(told).not.toMatch(/svarar igen|slutade fungera igen|outage\.resume|kontroll pågår/i);
});

test('a coordinator hears of the checks in the own chat', async () => {
  const stage = await connectedStage();
  await restored(stage);
  expect((await stage.says(coordinator, ask)).text).toContain('Bara samordnarna vet det här');
});

test('a drill is marked on every answer about it', async () => {
  const stage = await connectedStage();
  await drill(stage);
  for (const by of [wardOf, nurse, coordinator]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await stage.says(by, ask)).text).toContain('ÖVNING');
  }
});

test('who is outside the scope hears that it is elsewhere', async () => {
  const stage = await connectedStage();
  await stage.press(coordinator, 'outage.declare', { kind: 'unplanned', scope: 'ange' });
  expect((await stage.says(wardOf, ask)).text).toContain('men inte hos er');
});
