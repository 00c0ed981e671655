import { z } from 'zod';
import { failure } from './places-double.ts';
import type { Answer } from './places-double.ts';

const posted = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  summary: z.string().optional(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown() })).optional(),
});
export type Posted = z.infer<typeof posted>;

/** A thread of a channel as it stands: its first post as it was last edited, and what was replied. */
export type ChannelPost = {
  readonly id: string;
  readonly message: Posted;
  /** How many times the first post was edited. */
  readonly edits: number;
  readonly replies: readonly Posted[];
};

type Kept = {
  readonly id: string;
  readonly conversation: string;
  readonly message: Posted;
  readonly edits: number;
};

const newThread = z.looseObject({
  channelData: z.looseObject({ channel: z.looseObject({ id: z.string() }) }),
  activity: z.unknown(),
});

/** The channel that a new thread is for; undefined where the request names none. */
export const channelOf = (body: unknown): string | undefined =>
  newThread.safeParse(body).data?.channelData.channel.id;

/** The messages that stand in Teams. */
export function createMessagesDouble() {
  const standing = new Map<string, Kept>();
  let lastId = 1_795_373_000_000;

  const keep = (message: Posted, conversationOf: (id: string) => string): string => {
    lastId += 1;
    const id = `${lastId}`;
    standing.set(id, { id, conversation: conversationOf(id), message, edits: 0 });
    return id;
  };
  const all = (): readonly Kept[] => [...standing.values()];
  const inConversation = (conversation: string): readonly Kept[] =>
    all().filter((kept) => kept.conversation === conversation);

  return {
    /** Begins a thread in a channel. */
    begin(body: unknown): Answer {
      const channel = channelOf(body);
      if (channel === undefined) return failure(400, 'BadSyntax');
      const message = posted.parse(newThread.parse(body).activity);
      const activityId = keep(message, (id) => `${channel};messageid=${id}`);
      return { status: 201, body: { id: `${channel};messageid=${activityId}`, activityId } };
    },
    /** Text beside a card becomes two messages, and no id comes back (platform.md §1.1). */
    create(conversation: string, body: unknown): Answer {
      const message = posted.parse(body);
      const here = () => conversation;
      if (message.text === undefined || message.text === '' || message.attachments === undefined) {
        return { status: 201, body: { id: keep(message, here) } };
      }
      const { attachments, ...textAlone } = message;
      const { text: _text, ...cardAlone } = message;
      keep(textAlone, here);
      keep({ ...cardAlone, attachments }, here);
      return { status: 202, body: {} };
    },
    edit(conversation: string, id: string, body: unknown): Answer {
      const kept = standing.get(id);
      if (kept?.conversation !== conversation) return failure(404, 'ActivityNotFoundInConversation');
      standing.set(id, { ...kept, message: posted.parse(body), edits: kept.edits + 1 });
      return { status: 200, body: { id } };
    },
    remove(conversation: string, id: string): Answer {
      if (standing.get(id)?.conversation !== conversation) {
        return failure(404, 'ActivityNotFoundInConversation');
      }
      standing.delete(id);
      return { status: 200, body: { id } };
    },
    /** As when somebody who may takes a message away in Teams. */
    forget: (id: string): void => void standing.delete(id),
    forgetAll: (): void => standing.clear(),
    all: (): readonly Posted[] => all().map(({ message }) => message),
    in: (conversation: string): readonly Posted[] =>
      inConversation(conversation).map(({ message }) => message),
    threads: (channel: string): readonly ChannelPost[] =>
      all()
        .filter(({ id, conversation }) => conversation === `${channel};messageid=${id}`)
        .map(({ id, conversation, message, edits }) => ({
          id,
          message,
          edits,
          replies: inConversation(conversation)
            .filter((kept) => kept.id !== id)
            .map((kept) => kept.message),
        })),
  };
}
