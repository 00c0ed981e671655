import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { unreachable } from '../../src/domain/unreachable.ts';
import { channelOf, createMessagesDouble } from './messages-double.ts';
import type { ChannelPost, Posted } from './messages-double.ts';
import { misbehave, sendJson, throttled, troublesBy } from './misbehave.ts';
import type { FaultRates, Trouble } from './misbehave.ts';
import { createPlacesDouble, failure } from './places-double.ts';
import type { Answer, PlacesDouble } from './places-double.ts';
import { createRateDouble } from './rate-double.ts';
import type { RateLimit } from './rate-double.ts';

export type { ChannelPost, Posted } from './messages-double.ts';

/** What is asked of the connector: a new thread, a message in a conversation, its edit or removal, a roster. */
export type RequestKind = 'thread' | 'message' | 'edit' | 'removal' | 'members';

/** One call that reached the connector, whatever came of it. */
export type ConnectorCall = {
  readonly method: string;
  readonly path: string;
  readonly kind: RequestKind;
  /** The conversation that it is about; of a new thread, its channel. */
  readonly conversation: string;
  /** Whose: the message's or the member's id. */
  readonly id: string | undefined;
  readonly authorization: string | undefined;
  readonly body: unknown;
};

/**
 * What became of a call: it was answered as Teams would; a trouble of `next` or `troubled` came in its way; or it was
 * one more than `enforce` lets through, and nothing came of it.
 */
export type Outcome =
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'troubled'; readonly trouble: Trouble }
  | { readonly kind: 'over-limit' };

/** Teams' connector: keeps what is posted, and misbehaves on demand as Teams does. */
export type ConnectorDouble = {
  readonly calls: readonly ConnectorCall[];
  /** Undefined while it waits for its answer. */
  readonly outcomeOf: (call: ConnectorCall) => Outcome | undefined;
  /** How many calls of each kind have come. */
  readonly counts: () => Readonly<Record<RequestKind, number>>;
  /** The messages that stand in Teams, in the order they were first posted. */
  readonly messages: () => readonly Posted[];
  /** The threads of a channel, in the order they began. */
  readonly channelPosts: (channel: string) => readonly ChannelPost[];
  /** The messages of one conversation: a chat, or a thread by its whole id. */
  readonly messagesIn: (conversation: string) => readonly Posted[];
  /** Somebody takes a message away in Teams. */
  readonly forget: (id: string) => void;
  /** In a long run: every message and call is forgotten, as if it had been long ago. */
  readonly forgetAll: () => void;
  /** Teams, channels, members; where the bot may not go any more. */
  readonly places: PlacesDouble;
  /** What happens to the next calls, one each. With `kept` the message is taken all the same. */
  readonly next: (trouble: Trouble) => void;
  /** What goes wrong with which share of all calls, from now on; undefined: nothing. */
  readonly troubled: (rates: FaultRates | undefined) => void;
  /** Calls over the limit are answered 429, to come again in a second. */
  readonly enforce: (limit: RateLimit) => void;
  /** The most calls that came within one second. */
  readonly mostPerSecond: () => number;
  /** Milliseconds that calls of a kind take. */
  readonly delays: Map<RequestKind, number>;
  /** Resolves when so many calls have come. */
  readonly reached: (count: number) => Promise<void>;
  /** Holds every answer back until the function given is called. */
  readonly hold: () => () => void;
  readonly take: (path: string, request: IncomingMessage, response: ServerResponse) => void;
};

export function createConnectorDouble(): ConnectorDouble {
  const calls: ConnectorCall[] = [];
  const outcomes = new Map<ConnectorCall, Outcome>();
  const messages = createMessagesDouble();
  const places = createPlacesDouble();
  const rate = createRateDouble();
  const delays = new Map<RequestKind, number>();
  const planned: Trouble[] = [];
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  let gate = Promise.resolve();
  let trouble = noTrouble;

  const answer = ({ kind, conversation, id, authorization, body }: ConnectorCall): Answer => {
    if (authorization !== 'Bearer the-bots-own-token') return { status: 401, body: {} };
    const refusal = places.refusalOf(conversation);
    if (refusal !== undefined) return refusal;
    switch (kind) {
      case 'members':
        return places.members(conversation, id);
      case 'thread':
        return messages.begin(body);
      case 'edit':
        return messages.edit(conversation, id ?? '', body);
      case 'removal':
        return messages.remove(conversation, id ?? '');
      case 'message':
        return messages.create(conversation, body);
      default:
        return unreachable(kind);
    }
  };

  const take = async (path: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = await readCall(path, request);
    if (call === undefined) return;
    calls.push(call);
    waiting.filter(({ count }) => calls.length >= count).forEach(({ resolve }) => resolve());
    await gate;
    const delay = delays.get(call.kind);
    if (delay !== undefined) await pause(delay);
    if (!rate.take(call.conversation)) {
      outcomes.set(call, { kind: 'over-limit' });
      return misbehave(throttled(1), response);
    }
    const wrong = planned.shift() ?? trouble();
    const answered = wrong === undefined || wrong.kept === true ? answer(call) : failure(500, 'none');
    if (wrong === undefined) {
      outcomes.set(call, { kind: 'answered', status: answered.status });
      return sendJson(response, answered.status, answered.body);
    }
    outcomes.set(call, { kind: 'troubled', trouble: wrong });
    return misbehave(wrong, response);
  };

  return {
    calls,
    outcomeOf: (call) => outcomes.get(call),
    counts: () => countsOf(calls),
    messages: messages.all,
    channelPosts: messages.threads,
    messagesIn: messages.in,
    forget: messages.forget,
    forgetAll() {
      messages.forgetAll();
      outcomes.clear();
      calls.length = 0;
    },
    places,
    next: (misbehaviour) => void planned.push(misbehaviour),
    troubled: (rates) => {
      trouble = rates === undefined ? noTrouble : troublesBy(rates);
    },
    enforce: rate.enforce,
    mostPerSecond: rate.most,
    delays,
    reached: (count) =>
      new Promise((resolve) => {
        if (calls.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return resolve;
    },
    take: (path, request, response) => void take(path, request, response),
  };
}

const noTrouble = (): Trouble | undefined => undefined;

function countsOf(calls: readonly ConnectorCall[]): Record<RequestKind, number> {
  const counts = { thread: 0, message: 0, edit: 0, removal: 0, members: 0 };
  for (const { kind } of calls) counts[kind] += 1;
  return counts;
}

const resource =
  /\/v3\/conversations(?:\/([^/?]+)\/(activities|members|pagedmembers)(?:\/([^/?]+))?)?(?:\?|$)/;

/** Undefined where its sender broke off in the middle of it: then it never came. */
async function readCall(path: string, request: IncomingMessage): Promise<ConnectorCall | undefined> {
  const parts = await request
    .setEncoding('utf8')
    .toArray()
    .catch(() => undefined);
  if (parts === undefined) return undefined;
  const text = parts.join('');
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  const method = request.method ?? '';
  const [, conversation, collection, id] = resource.exec(path) ?? [];
  return {
    method,
    path,
    kind: kindOf(method, conversation, collection),
    conversation: conversation === undefined ? (channelOf(body) ?? '') : decodeURIComponent(conversation),
    id: id === undefined ? undefined : decodeURIComponent(id),
    authorization: request.headers.authorization,
    body,
  };
}

function kindOf(method: string, conversation?: string, collection?: string): RequestKind {
  if (conversation === undefined) return 'thread';
  if (collection !== 'activities') return 'members';
  if (method === 'PUT') return 'edit';
  return method === 'DELETE' ? 'removal' : 'message';
}
