import type { FormCarrier } from '../../src/app/verb-message.ts';
import type { Whereabouts } from '../../src/app/whereabouts.ts';
import { logOf } from '../../src/domain/handover-log.ts';
import { sightingEvents } from '../../src/domain/sighting-events.ts';
import type { Store } from '../../src/storage/store.ts';
import { asa, bo, chatOf, serviceUrl, someone, tenantId } from './activities.ts';
import type { TestPerson, TestTeam } from './activities.ts';
import { asClientSends, coordinator, inOwnChat, inTeamChannel, openBotStage } from './bot-stage.ts';
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
const stageUnits = [ward, otherWard, ange, timra, centre];

/** Somebody of a unit in its channel; the second one where `which` is 1. */
export const inUnit = ({ channel, people, team }: StageUnit, which: 0 | 1 = 0): Whereabouts =>
  inTeamChannel(people[which], { channel, name: 'Lifecare', team });

/** Five units of three organisations, connected at eight, each with a team of its own; nothing runs. */
export async function openLogStage(store?: Store): Promise<BotStage> {
  const stage = await openBotStage(store);
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

/** The id of a unit that is connected. */
export async function unitIdOf({ books }: BotStage, { fields }: StageUnit): Promise<string> {
  const { directory } = await books.world();
  const unit = [...directory.units.values()].find(({ name }) => name === fields['name']);
  if (unit === undefined) throw new Error(`${fields['name']} is not connected`);
  return unit.id;
}

/** Somebody has written to the bot in the own chat: what concerns one person goes there. */
export async function hasChat({ books }: BotStage, person: TestPerson): Promise<void> {
  const { aadObjectId: id, name } = person;
  const chat = { conversation: chatOf(person), serviceUrl };
  await books.change(({ directory }) => {
    const sighting = { kind: 'person', person: { id, name }, tenant: tenantId, chat } as const;
    const events = sightingEvents(sighting, directory, 1);
    return { kind: 'decided', writes: [{ stream: 'directory', events, notices: [] }] };
  });
}

/** Somebody of a unit has an own chat, and has said there where they work; the second one where `which` is 1. */
export async function inChatOf(stage: BotStage, unit: StageUnit, which: 0 | 1 = 0): Promise<Whereabouts> {
  const person = unit.people[which];
  const { careSetting = '', organisation = '' } = unit.fields;
  await hasChat(stage, person);
  const profile = { careSetting, organisation, unit: await unitIdOf(stage, unit) };
  const seen = await stage.press(inOwnChat(person), 'profile.choose', profile);
  if (seen.outcome !== 'saved') throw new Error(seen.text);
  return inOwnChat(person);
}

/** What a unit has logged, by id, in the order it was recorded. */
export async function entriesOf(stage: BotStage, unit: StageUnit): Promise<readonly string[]> {
  const id = await unitIdOf(stage, unit);
  return (await stage.outages()).flatMap(({ log }) => [...logOf(log, id).entries.keys()]);
}

/** Presses a button as Teams does: one that opens a dialog fetches it. */
export function presses(stage: BotStage, by: Whereabouts, [shown, title]: Pressed): Promise<Seen> {
  const found = shown.buttons.find((one) => one.title.startsWith(title));
  if (found === undefined) {
    throw new Error(`No button ${title} among ${shown.buttons.map((one) => one.title).join(', ')}`);
  }
  const { msteams, ...data }: Record<string, unknown> = { ...found.data };
  return stage.press(by, found.verb, data, { carrier: msteams === undefined ? 'execute' : 'fetch' });
}
type Pressed = readonly [shown: Seen, title: string];

/** Changes some of a form and sends it, as a client does. */
export function sends(stage: BotStage, by: Whereabouts, [form, filled, carrier]: Sent): Promise<Seen> {
  const [submit] = form.buttons;
  if (submit === undefined) throw new Error(`The form cannot be sent: ${form.text}`);
  const usual = by.place.kind === 'personal' ? 'execute' : 'dialog';
  return stage.press(by, submit.verb, asClientSends(form, filled), { carrier: carrier ?? usual });
}
type Sent = readonly [form: Seen, filled?: Readonly<Record<string, string>>, carrier?: FormCarrier];
