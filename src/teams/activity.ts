import { z } from 'zod';

/** Teams writes what it does not know as null. */
const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? undefined);

const id = z.string().max(2_000);
const account = z.object({ id, name: maybe(z.string()) });
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
  }),
  from: maybe(account),
  recipient: maybe(account),
  replyToId: maybe(id),
  locale: maybe(z.string().max(100)),
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
    }),
  ),
});
export type TeamsActivity = z.infer<typeof activitySchema>;
