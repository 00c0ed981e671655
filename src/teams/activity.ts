import { z } from 'zod';
import { maskPatientIdentities } from '../domain/patient-identity.ts';

/** Teams writes what it does not know as null. */
const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? undefined);

/** What an answer can do without: where it has another shape than ours, it counts as not said. */
const ifReadable = <Schema extends z.ZodType>(schema: Schema) => maybe(schema).catch(undefined);

/**
 * Stands in addresses, in the log and in what cards choose from: nothing in it that cannot be seen, no half of a
 * character, and no `${`, at which a card breaks.
 */
const id = z
  .string()
  .max(2_000)
  .regex(/^(?!.*\$\{)[^\p{C}\p{Zl}\p{Zp}]*$/su);
/** Of a person or a group in Entra; it is chosen from a list whose values have no comma. */
const entraId = z.string().regex(/^[\w-]{1,100}$/);
/** Longer than Teams lets a team or a channel be called. */
const longestName = 300;
/** Of a person, a team, a channel: it is kept, and somebody wrote it. */
const shownName = z
  .string()
  .trim()
  .min(1)
  .transform((name) => maskPatientIdentities(name).slice(0, longestName).toWellFormed());
const account = z.object({ id, name: ifReadable(shownName), aadObjectId: ifReadable(entraId) });
const members = ifReadable(z.array(z.object({ id })));
const named = ifReadable(z.object({ id: id.min(1), name: ifReadable(shownName) }));
const mention = z.object({
  type: z.literal('mention'),
  mentioned: z.object({ id }),
  text: z.string().min(1),
});

/**
 * What the bot reads of an activity of the Bot Framework, and all that it keeps: fields it does not know are
 * dropped before anything else sees them. Presence of channel and service URL is judged by authentication.
 */
export const activitySchema = z.object({
  type: z.string().min(1).max(100),
  id: maybe(id),
  timestamp: maybe(z.string().max(100)),
  name: maybe(z.string().max(200)),
  action: maybe(z.string().max(100)),
  channelId: maybe(z.string().max(100)),
  serviceUrl: maybe(z.string().max(2_000)),
  conversation: z.object({
    id: id.min(1),
    conversationType: maybe(z.string()),
    tenantId: maybe(id),
    isGroup: maybe(z.boolean()),
    name: ifReadable(shownName),
  }),
  from: maybe(account),
  recipient: maybe(account),
  membersAdded: members,
  membersRemoved: members,
  replyToId: maybe(id),
  /** A language tag; it goes back with the answer. */
  locale: ifReadable(z.string().regex(/^[A-Za-z]{2,8}(?:-(?:[A-Za-z]{2,8}|\d{3})){0,3}$/)),
  text: maybe(z.string()),
  value: z.unknown().optional(),
  /** Mentions alone; Teams sends other kinds beside them. */
  entities: maybe(z.array(z.unknown())).transform((entities = []) =>
    entities.flatMap((entity) => mention.safeParse(entity).data ?? []),
  ),
  channelData: maybe(
    z.object({
      eventType: maybe(z.string()),
      tenant: maybe(z.object({ id: maybe(id) })),
      /** `id` is its General channel's; `aadGroupId` is the one that Entra knows it by. */
      team: ifReadable(
        z.object({ id: id.min(1), aadGroupId: ifReadable(entraId), name: ifReadable(shownName) }),
      ),
      /** `type`: `standard`, `private` or `shared`, where Teams says it. */
      channel: ifReadable(
        z.object({
          id: id.min(1),
          name: ifReadable(shownName),
          type: ifReadable(z.string().max(100)),
        }),
      ),
      /** The channel that was chosen when the app was installed. */
      settings: ifReadable(z.object({ selectedChannel: named })),
    }),
  ),
});
export type TeamsActivity = z.infer<typeof activitySchema>;
