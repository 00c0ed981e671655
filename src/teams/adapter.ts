import { BotAdapter, TurnContext } from 'botbuilder';
import type { Activity, ResourceResponse } from 'botbuilder';
import type { TeamsActivity } from './activity.ts';
import { connectorUrl } from './connector-url.ts';
import type { CallConnector } from './connector.ts';

/**
 * botbuilder's turn between our own doors: activities come in admitted (`admit`), and what is sent leaves through
 * `CallConnector`. `CloudAdapter` is not used: it makes a client of two services for every turn, which costs more than
 * the answer, checks tokens that are not Teams', and repeats what must not be repeated (platform.md §1.3, §5.3, §9).
 */
export class TeamsAdapter extends BotAdapter {
  readonly #callConnector: CallConnector;

  constructor(callConnector: CallConnector) {
    super();
    this.#callConnector = callConnector;
  }

  /** Runs one turn for an admitted activity. Rejects with what the turn rejects with. */
  async turn(activity: TeamsActivity, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    const { value: _value, entities: _entities, ...addressed } = activity;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the SDK's type names every field of every channel; a turn reads the address alone
    const context = new TurnContext(this, addressed as unknown as Activity);
    await this.runMiddleware(context, logic);
  }

  /** One after the other, as replies; rejects with the first `ConnectorFailure`. */
  override async sendActivities(
    _context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const sent: ResourceResponse[] = [];
    // oxlint-disable-next-line no-await-in-loop -- Teams refuses concurrent operations on one conversation
    for (const activity of activities) sent.push(await this.#send(activity));
    return sent;
  }

  async #send(activity: Partial<Activity>): Promise<ResourceResponse> {
    const { serviceUrl = '', conversation, replyToId } = activity;
    const path = ['conversations', conversation?.id ?? '', 'activities'];
    const url = connectorUrl(serviceUrl, ...path, ...(replyToId === undefined ? [] : [replyToId]));
    await this.#callConnector({ method: 'POST', url, body: bodyOf(activity) });
    return withoutId;
  }

  override updateActivity = notUsed;
  override deleteActivity = notUsed;
  override continueConversation = notUsed;
}

/** Notices and their edits go by `courier.ts`, without a turn. */
function notUsed(): Promise<never> {
  return Promise.reject(new Error('A turn only answers.'));
}

/** A card is most of a message, and many are sent the same one: its JSON is made once. */
function bodyOf({ attachments, ...activity }: Partial<Activity>): string {
  if (attachments === undefined) return JSON.stringify(activity);
  const cards = attachments.map(({ contentType, content }) => {
    const json = jsonOfCard.get(content) ?? JSON.stringify(content);
    jsonOfCard.set(content, json);
    return `{"contentType":${JSON.stringify(contentType)},"content":${json}}`;
  });
  return `${JSON.stringify(activity).slice(0, -1)},"attachments":[${cards.join(',')}]}`;
}

const jsonOfCard = new WeakMap<object, string>();

/** Nobody edits an answer: what Teams calls it is not read. */
const withoutId: ResourceResponse = { id: '' };
