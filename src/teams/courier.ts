import { z } from 'zod';
import type { Courier, Message, Place, SendFailure, Sent } from '../delivery/courier.ts';
import type { Root } from '../domain/notice-event.ts';
import { cardAttachment } from './carry.ts';
import { ConnectorFailure } from './connector-failure.ts';
import { connectorUrl } from './connector-url.ts';
import type { CallConnector } from './connector.ts';
import type { Limits } from './limits.ts';

/** From a stored view to the card that shows it in a channel or a chat. */
type ShowView = (view: unknown, kind: Place['kind']) => { readonly card: object };

/**
 * Takes notices to Teams by the connector's own REST interface. botbuilder carries the answers within a turn;
 * here there is no turn: its adapter would hide the ids that a thread is edited by, and repeat on its own what
 * delivery alone may repeat. Both leave through the same `CallConnector`.
 */
export function createCourier(
  callConnector: CallConnector,
  show: ShowView,
  { sendBudgetMs }: Pick<Limits, 'sendBudgetMs'>,
): Courier {
  const request = (method: string, url: string, body: object) =>
    callConnector({ method, url, body: JSON.stringify(body), onceWithinMs: sendBudgetMs });
  const cardMessage = ({ kind }: Place, { card, text }: Message) => ({
    type: 'message',
    summary: text,
    attachments: [cardAttachment(show(card, kind).card)],
  });

  return {
    post: (place, message) =>
      attempt(async () => {
        const activity = cardMessage(place, message);
        if (place.kind === 'chat') {
          const url = connectorUrl(place.serviceUrl, 'conversations', place.conversation, 'activities');
          const { body } = await request('POST', url, { ...activity, channelData: alert });
          return sentAs(chatRoot(place, idsIn(body)));
        }
        const url = connectorUrl(place.serviceUrl, 'conversations');
        const { body } = await request('POST', url, newThread(place, activity));
        return sentAs(threadRoot(place, idsIn(body)));
      }),
    edit: (place, root, message) =>
      attempt(async () => {
        await request('PUT', `${activitiesOf(place, root)}/${encodeURIComponent(root.activity)}`, {
          ...cardMessage(place, message),
          id: root.activity,
        });
        return { kind: 'sent', root };
      }),
    reply: (place, root, text) =>
      attempt(async () => {
        const message = { type: 'message', text, textFormat: 'plain', summary: text };
        await request('POST', activitiesOf(place, root), message);
        return { kind: 'sent' };
      }),
  };
}

/** A chat's message is raised in the activity feed as well; in a channel its members have chosen for themselves. */
const alert = { notification: { alert: true } };

const newThread = ({ conversation, tenant }: Place, activity: object): object => ({
  isGroup: true,
  tenantId: tenant,
  channelData: { channel: { id: conversation }, tenant: { id: tenant } },
  activity,
});

const activitiesOf = ({ serviceUrl }: Place, { conversation }: Root): string =>
  connectorUrl(serviceUrl, 'conversations', conversation, 'activities');

const idsSchema = z.object({ id: z.string().optional(), activityId: z.string().optional() });
type Ids = z.infer<typeof idsSchema>;

/** A success that tells no ids is one all the same. */
function idsIn(body: string): Ids {
  try {
    return idsSchema.parse(JSON.parse(body));
  } catch {
    return {};
  }
}

const sentAs = (root: Root | undefined): Sent => ({ kind: 'sent', ...(root !== undefined && { root }) });

const chatRoot = ({ conversation }: Place, { id }: Ids): Root | undefined =>
  id === undefined || id === '' ? undefined : { conversation, activity: id };

/** `id` is the thread, `19:…;messageid=…`, and `activityId` its first post: either tells the other. */
function threadRoot({ conversation }: Place, { id = '', activityId }: Ids): Root | undefined {
  const [, messageId] = id.split(';messageid=');
  const activity = activityId ?? messageId;
  if (activity === undefined || activity === '') return undefined;
  return { conversation: `${conversation};messageid=${messageId ?? activity}`, activity };
}

async function attempt(send: () => Promise<Sent>): Promise<Sent> {
  try {
    return await send();
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error) };
  }
}

/** What is no failure of the call is one of the card, and never left. */
function failureOf(error: unknown): SendFailure {
  if (!(error instanceof ConnectorFailure)) return { errorCode: 'fault', reached: 'no' };
  const { errorCode, status, retryAfterMs } = error;
  return {
    errorCode,
    ...(status !== undefined && { status }),
    reached: isRefusal(status) ? 'no' : error.reached,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

/** Teams said no before it did anything; 408 is its own silence. */
const isRefusal = (status: number | undefined): boolean =>
  status !== undefined && status >= 400 && status < 500 && status !== 408;
