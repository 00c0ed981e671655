import { z } from 'zod';
import { actSchema, instantSchema } from './act.ts';
import { careSettings, organisations } from './ids.ts';
import { noticeEventSchemas } from './notice-event.ts';
import { personSchema } from './person.ts';

/** A team where the app is, or was. Teams calls it by two ids, and each is needed somewhere. */
const teamSchema = z.object({
  /** `19:…@thread.tacv2`: also the id of its General channel. */
  id: z.string().min(1),
  /** The Entra group's id. */
  groupId: z.string().exactOptional(),
  name: z.string(),
  tenant: z.string(),
  serviceUrl: z.string(),
});
export type Team = z.infer<typeof teamSchema>;

/** What a connected channel is told to be. */
const unitFieldsSchema = z.object({
  name: z.string().min(1),
  /** Absent: the channel wants notices only. */
  careSetting: z.enum(careSettings).exactOptional(),
  organisation: z.enum(organisations),
  /** As printed by whoever connected it. */
  directNumber: z.string().exactOptional(),
  /** The coordinators' own channel: reports, prompts, delivery, counts. */
  isCoordination: z.boolean(),
});
export type UnitFields = z.infer<typeof unitFieldsSchema>;

const channelSchema = z.object({ id: z.string().min(1), name: z.string() });
const act = actSchema;

/** What is learnt of units, people and Teams' own places, and which outages there are. */
export const directoryEventSchema = z.discriminatedUnion('kind', [
  /** A channel becomes a unit's, or its fields are changed. */
  z.object({
    kind: z.literal('unitConnected'),
    act,
    unit: z.string().min(1),
    channel: channelSchema,
    team: teamSchema,
    fields: unitFieldsSchema,
  }),
  z.object({ kind: z.literal('unitDisconnected'), act, unit: z.string() }),
  /** A coordinator agrees that two units share a team, so that its members read both. */
  z.object({ kind: z.literal('sharedTeamConfirmed'), act, team: z.string() }),
  /** The channel is gone in Teams, or is there again. */
  z.object({ kind: z.literal('channelDeleted'), at: instantSchema, channel: z.string() }),
  z.object({ kind: z.literal('channelRestored'), at: instantSchema, channel: z.string() }),
  z.object({ kind: z.literal('channelRenamed'), at: instantSchema, channel: channelSchema }),
  /** The app is in a team (again), or what is known of the team changed: its name, its address. */
  z.object({ kind: z.literal('teamSeen'), at: instantSchema, team: teamSchema }),
  z.object({ kind: z.literal('appInstalled'), at: instantSchema, team: teamSchema }),
  z.object({ kind: z.literal('appRemoved'), at: instantSchema, team: z.string() }),
  /** Somebody's own chat with the bot, or a new address of it. */
  z.object({
    kind: z.literal('personSeen'),
    at: instantSchema,
    person: personSchema,
    tenant: z.string(),
    chat: z.object({ conversation: z.string(), serviceUrl: z.string() }),
  }),
  /** The app was taken out of somebody's own chat. */
  z.object({ kind: z.literal('personLeft'), at: instantSchema, person: z.string() }),
  z.object({
    kind: z.literal('profileChosen'),
    act,
    careSetting: z.enum(careSettings).exactOptional(),
    organisation: z.enum(organisations).exactOptional(),
    unit: z.string().exactOptional(),
  }),
  z.object({ kind: z.literal('coordinatorAdded'), act, person: personSchema }),
  z.object({ kind: z.literal('coordinatorRemoved'), act, person: z.string() }),
  /** From which routine the bot answers now; those who coordinate are told where it is another than before. */
  z.object({
    kind: z.literal('routineSeen'),
    at: instantSchema,
    version: z.string(),
    hash: z.string().min(1),
  }),
  /** A stream begins; a stream needs no reading at start any more. */
  z.object({
    kind: z.literal('outageOpened'),
    at: instantSchema,
    outage: z.string(),
    isDrill: z.boolean(),
  }),
  z.object({ kind: z.literal('outageSettled'), at: instantSchema, outage: z.string() }),
  ...noticeEventSchemas,
]);
export type DirectoryEvent = z.infer<typeof directoryEventSchema>;
