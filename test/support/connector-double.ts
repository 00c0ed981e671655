import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Misbehaviour } from './misbehave.ts';
import { misbehave, sendJson } from './misbehave.ts';

const posted = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  summary: z.string().optional(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown() })).optional(),
});
export type Posted = z.infer<typeof posted>;
/** One call that reached the connector, whatever came of it. */
type ConnectorCall = {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
};

/** Teams' connector: keeps what is posted, and misbehaves on demand as Teams does. */
export type ConnectorDouble = {
  readonly calls: readonly ConnectorCall[];
  /** The messages that stand in Teams, in the order they were first posted. */
  readonly messages: () => readonly Posted[];
  /** What happens to the next calls, one each. With `kept` the message is taken all the same. */
  readonly next: (misbehaviour: Misbehaviour & { readonly kept?: boolean }) => void;
  /** Resolves when so many calls have come. */
  readonly reached: (count: number) => Promise<void>;
  /** Holds every answer back until the function given is called. */
  readonly hold: () => () => void;
  readonly take: (path: string, request: IncomingMessage, response: ServerResponse) => void;
};

export function createConnectorDouble(): ConnectorDouble {
  const calls: ConnectorCall[] = [];
  const standing = new Map<string, Posted>();
  const planned: (Misbehaviour & { readonly kept?: boolean })[] = [];
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  let gate = Promise.resolve();
  let lastId = 1_795_373_000_000;

  const keep = (message: Posted): string => {
    lastId += 1;
    standing.set(`${lastId}`, message);
    return `${lastId}`;
  };

  /** Text beside a card becomes two messages, and no id comes back (platform.md §1.1). */
  const create = (body: unknown): Answer => {
    const message = posted.parse(body);
    if (message.text === undefined || message.text === '' || message.attachments === undefined) {
      return { status: 201, body: { id: keep(message) } };
    }
    const { attachments, ...textAlone } = message;
    const { text: _text, ...cardAlone } = message;
    keep(textAlone);
    keep({ ...cardAlone, attachments });
    return { status: 202, body: {} };
  };

  const change = (method: string, id: string, body: unknown): Answer => {
    if (!standing.has(id))
      return { status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } };
    if (method === 'DELETE') standing.delete(id);
    else standing.set(id, posted.parse(body));
    return { status: 200, body: { id } };
  };

  const answer = ({ method, path, authorization, body }: ConnectorCall): Answer => {
    if (authorization !== 'Bearer the-bots-own-token') return { status: 401, body: {} };
    if (/\/members(?:\/|$)/.test(path)) return { status: 200, body: memberAnswer(path) };
    if (path.endsWith('/pagedmembers')) return { status: 200, body: { members } };
    if (method === 'POST' && path.endsWith('/v3/conversations')) {
      const id = keep(posted.parse(z.looseObject({ activity: z.unknown() }).parse(body).activity));
      return { status: 201, body: { id: `19:new@thread.tacv2;messageid=${id}`, activityId: id } };
    }
    if (method === 'POST') return create(body);
    return change(method, decodeURIComponent(path.split('/').at(-1) ?? ''), body);
  };

  const take = async (path: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = (await request.setEncoding('utf8').toArray()).join('');
    const call: ConnectorCall = {
      method: request.method ?? '',
      path,
      authorization: request.headers.authorization,
      body: text === '' ? undefined : JSON.parse(text),
    };
    calls.push(call);
    waiting.filter(({ count }) => calls.length >= count).forEach(({ resolve }) => resolve());
    await gate;
    const trouble = planned.shift();
    if (trouble === undefined || trouble.kept === true) {
      const { status, body } = answer(call);
      if (trouble === undefined) {
        sendJson(response, status, body);
        return;
      }
    }
    misbehave(trouble, response);
  };

  return {
    calls,
    messages: () => [...standing.values()],
    next: (misbehaviour) => void planned.push(misbehaviour),
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

type Answer = { readonly status: number; readonly body: object };

const members = [
  { id: '29:ssk', name: 'Åsa Öberg', aadObjectId: '33333333-3333-4333-8333-000000000001' },
  { id: '29:bh', name: 'Bo Bistånd', aadObjectId: '33333333-3333-4333-8333-000000000002' },
];

function memberAnswer(path: string): object {
  const [, id] = /\/members\/(.+)$/.exec(path) ?? [];
  if (id === undefined) return members;
  return members.find((member) => member.id === decodeURIComponent(id)) ?? {};
}
