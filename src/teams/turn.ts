import { MessageFactory } from 'botbuilder';
import type { Activity } from 'botbuilder';
import type { Bot, Speaker } from '../app/bot.ts';
import type { LogLine } from '../delivery/operations-log.ts';
import type { TeamsActivity } from './activity.ts';
import type { TeamsAdapter } from './adapter.ts';
import { cardAttachment } from './carry.ts';
import { ConnectorFailure } from './connector-failure.ts';
import { faultOf } from './fault-of.ts';
import { readIncoming } from './incoming.ts';
import type { Incoming } from './incoming.ts';
import type { Outside } from './outside.ts';
import { react, reactToFault } from './react.ts';
import type { Post, Reaction } from './reaction.ts';
import { sightingsOf } from './sighting.ts';
import { createTooMany } from './too-many.ts';
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
  readonly bot: Bot;
  readonly speakerOf: (activity: TeamsActivity) => Speaker;
  readonly queue: TurnQueue;
};

/**
 * Handles an admitted activity from start to end. Never rejects: what goes wrong is told to the person where
 * that is possible, and to the log by id and kind, never by text.
 */
export function createTurn({ adapter, bot, speakerOf, queue }: Parts, outside: Outside) {
  const tooMany = createTooMany(outside);

  return async (activity: TeamsActivity): Promise<Answer> => {
    const startedAt = outside.now().getTime();
    const incoming = readIncoming(activity);
    const speaker = speakerOf(activity);
    const reaction = tooMany(incoming, speaker) ?? (await handle(activity, incoming, speaker));
    const sending = reaction.post === undefined ? {} : await inLine(activity, reaction.post);
    tell({ activity, kind: incoming.kind, reaction, startedAt, sending }, outside);
    if ('busy' in sending) return { status: 429, body: { error: 'busy' }, isUndone: true };
    const isUndone = 'reached' in sending && sending.reached === 'no';
    return { status: 200, ...(reaction.body && { body: reaction.body }), ...(isUndone && { isUndone }) };
  };

  async function handle(activity: TeamsActivity, incoming: Incoming, speaker: Speaker): Promise<Reaction> {
    await look(activity, incoming);
    return decide(incoming, speaker);
  }

  /** Only what is sent waits for its conversation: a button is answered at once. */
  async function inLine(activity: TeamsActivity, post: Post): Promise<LogLine> {
    const sent = await queue.run(activity.conversation.id, () => send(activity, post));
    return sent ?? { failed: 'busy', busy: true };
  }

  /** What cannot be kept of where it came from keeps nobody from being answered. */
  async function look(activity: TeamsActivity, incoming: Incoming): Promise<void> {
    try {
      await bot.sighted(sightingsOf(activity, incoming));
    } catch (error) {
      outside.log.error({ kind: incoming.kind, ...faultOf(error) }, 'not kept');
    }
  }

  async function decide(incoming: Incoming, speaker: Speaker): Promise<Reaction> {
    try {
      return await react(incoming, speaker, bot);
    } catch (error) {
      outside.log.error({ kind: incoming.kind, ...faultOf(error) }, 'fault');
      return reactToFault(incoming);
    }
  }

  async function send(activity: TeamsActivity, post: Post): Promise<LogLine> {
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

type Turned = {
  readonly activity: TeamsActivity;
  readonly kind: Incoming['kind'];
  readonly reaction: Reaction;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly sending: LogLine;
};

/** Counts and logs what a turn came to: ids and outcomes. */
function tell(
  { activity, kind, reaction, startedAt, sending }: Turned,
  { log, metrics, now }: Outside,
): void {
  const { outcome, intent } = reaction;
  metrics.activity(kind, outcome);
  if (intent !== undefined) metrics.answer(intent);
  const place = { activity: logged(activity.id), conversation: logged(activity.conversation.id) };
  const level = 'failed' in sending ? 'error' : 'info';
  log[level]({ ...place, kind, outcome, intent, ms: now().getTime() - startedAt, ...sending }, 'turn');
}

/** An id as Teams makes them: JSON leaves marks standing that turn a line around, or that a terminal obeys. */
const logged = (id: string | undefined): string | undefined => id?.slice(0, 100).replaceAll(/[^!-~]/g, '?');

/** A card goes without text beside it, else Teams makes two messages of it and gives no id. */
function activityOf(post: Post): Partial<Activity> {
  if (post.kind === 'text') return MessageFactory.text(post.text);
  const { contentType, content } = cardAttachment(post.card);
  return { type: 'message', summary: post.summary, attachments: [{ contentType, content }] };
}
