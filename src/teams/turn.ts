import { MessageFactory } from 'botbuilder';
import type { Activity } from 'botbuilder';
import type { Asker } from '../domain/asker.ts';
import type { TeamsActivity } from './activity.ts';
import type { TeamsAdapter } from './adapter.ts';
import { cardAttachment } from './carry.ts';
import { ConnectorFailure } from './connector-failure.ts';
import { faultOf } from './fault-of.ts';
import { readIncoming } from './incoming.ts';
import type { Incoming } from './incoming.ts';
import type { Outside } from './outside.ts';
import { react, reactToFault } from './react.ts';
import type { Speaker, Voice } from './react.ts';
import type { Post, Reaction } from './reaction.ts';
import type { TurnQueue } from './turn-queue.ts';

/** The answer to one HTTP request from Teams. */
export type Answer = {
  readonly status: number;
  readonly body?: object;
  /** Nothing reached the person: the same activity may come again and be handled anew. */
  readonly isUndone?: true;
};

type Parts = {
  readonly adapter: TeamsAdapter;
  readonly voice: Voice;
  readonly askerOf: (activity: TeamsActivity) => Asker;
  readonly queue: TurnQueue;
};

/**
 * Handles an admitted activity from start to end. Never rejects: what goes wrong is told to the person where
 * that is possible, and to the log by id and kind, never by text.
 */
export function createTurn({ adapter, voice, askerOf, queue }: Parts, outside: Outside) {
  return async (activity: TeamsActivity): Promise<Answer> => {
    const startedAt = outside.now().getTime();
    const incoming = readIncoming(activity);
    const isPersonal = activity.conversation.conversationType === 'personal';
    const reaction = decide(incoming, { asker: askerOf(activity), isPersonal });
    const sending = reaction.post === undefined ? {} : await inLine(activity, reaction.post);
    outside.metrics.activity(incoming.kind, reaction.outcome);
    if (reaction.intent !== undefined) outside.metrics.answer(reaction.intent);
    const level = 'failed' in sending ? 'error' : 'info';
    outside.log[level](
      {
        activity: activity.id?.slice(0, 100),
        conversation: activity.conversation.id.slice(0, 100),
        kind: incoming.kind,
        outcome: reaction.outcome,
        intent: reaction.intent,
        ms: outside.now().getTime() - startedAt,
        ...sending,
      },
      'turn',
    );
    if ('busy' in sending) return { status: 429, body: { error: 'busy' }, isUndone: true };
    const isUndone = 'reached' in sending && sending.reached === 'no';
    return { status: 200, ...(reaction.body && { body: reaction.body }), ...(isUndone && { isUndone }) };
  };

  /** Only what is sent waits for its conversation: a button is answered at once. */
  async function inLine(activity: TeamsActivity, post: Post): Promise<object> {
    const sent = await queue.run(activity.conversation.id, () => send(activity, post));
    return sent ?? { failed: 'busy', busy: true };
  }

  function decide(incoming: Incoming, speaker: Speaker): Reaction {
    try {
      return react(incoming, speaker, voice);
    } catch (error) {
      outside.log.error({ kind: incoming.kind, ...faultOf(error) }, 'fault');
      return reactToFault(incoming);
    }
  }

  async function send(activity: TeamsActivity, post: Post): Promise<object> {
    try {
      await adapter.turn(activity, async (context) => {
        await context.sendActivity(activityOf(post));
      });
      return {};
    } catch (error) {
      if (!(error instanceof ConnectorFailure)) return { failed: 'fault', ...faultOf(error) };
      return { failed: error.errorCode, status: error.status, reached: error.reached };
    }
  }
}

/** A card goes without text beside it, else Teams makes two messages of it and gives no id. */
function activityOf(post: Post): Partial<Activity> {
  if (post.kind === 'text') return MessageFactory.text(post.text);
  const { contentType, content } = cardAttachment(post.card);
  return { type: 'message', summary: post.summary, attachments: [{ contentType, content }] };
}
