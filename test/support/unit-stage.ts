import type { Whereabouts } from '../../src/app/whereabouts.ts';
import { asa, bo, megan, someone } from './activities.ts';
import type { TestPerson, TestTeam } from './activities.ts';
import { coordinator, inOwnChat, inTeamChannel, openBotStage } from './bot-stage.ts';
import type { BotStage, Seen } from './bot-stage.ts';

/** A unit, its team, and the two who are in it. */
export type StageUnit = {
  readonly team: TestTeam;
  readonly channel: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly people: readonly [TestPerson, TestPerson];
};

const unit = (
  name: string,
  [careSetting, organisation]: readonly [string, string],
  people: StageUnit['people'],
): StageUnit => ({
  team: { id: `19:${name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}@thread.tacv2`, name },
  channel: `19:${name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}-lifecare@thread.tacv2`,
  fields: { name, careSetting, organisation },
  people,
});

export const ward = unit('Avdelning 24', ['inpatient-somatic', 'region'], [asa, someone(21)]);
export const otherWard = unit('Avdelning 31', ['inpatient-somatic', 'region'], [someone(31), someone(32)]);
export const ange = unit('Ange bistand', ['municipality', 'ange'], [bo, someone(41)]);
export const timra = unit('Timra bistand', ['municipality', 'timra'], [someone(51), someone(52)]);
export const centre = unit('Hc Centrum', ['primary-care', 'region'], [someone(61), someone(62)]);
export const stageUnits = [ward, otherWard, ange, timra, centre];

/** Somebody of a unit in its channel; the second one where `which` is 1. */
export const inUnit = ({ channel, people, team }: StageUnit, which: 0 | 1 = 0): Whereabouts =>
  inTeamChannel(people[which], { channel, name: 'Lifecare', team });

/** Five units of three organisations, connected at eight, each with a team of its own; nothing runs. */
export async function openLogStage(): Promise<BotStage> {
  const stage = await openBotStage();
  stage.setRosters((team, person) => {
    const known = stageUnits.find((one) => one.team.id === team);
    const isMember = known?.people.some(({ aadObjectId }) => aadObjectId === person) === true;
    return isMember ? { kind: 'member', verifiedAt: 1 } : { kind: 'stranger' };
  });
  for (const one of stageUnits) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await stage.press(inUnit(one), 'unit.connect', one.fields);
  }
  return stage;
}

/** What a ward says to Ånge in one call. */
export const toAnge = {
  direction: 'given',
  party: 'municipality',
  municipality: 'ange',
  counterpart: 'Lisa',
  items: 'admission,expectedDischarge',
  outcome: 'read-back',
} as const;

/** An outage that a coordinator has declared, since five past eight. */
export async function declared(stage: BotStage): Promise<void> {
  await stage.at('2026-11-24T08:15:00+01:00');
  await stage.press(coordinator, 'outage.declare', {
    kind: 'unplanned',
    startedOn: '2026-11-24',
    startedAt: '08:05',
  });
}

/** The code that a card shows large. */
export function codeOn({ card }: Pick<Seen, 'card'>): string {
  const [code] = /\b[CDFGHJKMPRTVX234679]{3}-[CDFGHJKMPRTVX234679]{2}\b/.exec(JSON.stringify(card)) ?? [];
  if (code === undefined) throw new Error('No code is shown');
  return code;
}

/** A call of the ward's to Ånge is logged; its code. */
export async function logged(
  stage: BotStage,
  changes: Readonly<Record<string, string>> = {},
  by: Whereabouts = inUnit(ward),
): Promise<string> {
  const seen = await stage.press(by, 'handover.record', {
    ...toAnge,
    receivers: 'municipality,primary-care',
    receivingMunicipality: 'ange',
    ...changes,
  });
  if (seen.outcome !== 'saved') throw new Error(seen.text);
  return codeOn(seen);
}

export { megan, inOwnChat };
