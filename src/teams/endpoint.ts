import type { Bot, Speaker } from '../app/bot.ts';
import type { Organisation } from '../domain/ids.ts';
import { activitySchema } from './activity.ts';
import type { TeamsActivity } from './activity.ts';
import { TeamsAdapter } from './adapter.ts';
import { admit, tenantOf } from './admit.ts';
import { createTokenCheck } from './authenticate.ts';
import type { BotIdentity } from './bot-identity.ts';
import { createBotToken } from './bot-token.ts';
import { createConnector } from './connector.ts';
import type { CallConnector } from './connector.ts';
import { createOnce } from './once.ts';
import type { Outside } from './outside.ts';
import { isLocalConnector, isMicrosoftConnector } from './service-url.ts';
import { createTurn } from './turn.ts';
import type { Answer } from './turn.ts';
import { createTurnQueue } from './turn-queue.ts';
import { whereaboutsOf } from './whereabouts.ts';

/** The bot as Teams meets it, free of HTTP. */
export type Endpoint = {
  /** Handles one request: its `Authorization` header and its body as parsed from JSON. Never rejects. */
  readonly receive: (authorization: string | undefined, body: unknown) => Promise<Answer>;
  /** What waits to be sent is not sent any more; Teams delivers it again. */
  readonly stop: () => void;
  /** Resolves when the turns under way are finished. */
  readonly idle: () => Promise<void>;
};

type Parts = {
  readonly identity: BotIdentity;
  /** Allowed tenants and the organisations of each; an organisation that is alone is everyone's there. */
  readonly tenants: ReadonlyMap<string, readonly Organisation[]> | 'anyone';
  readonly bot: Bot;
  readonly callConnector: CallConnector;
};

/** What a caller is told; the reason is for the log and the metrics. */
const refusals = {
  400: 'not an activity',
  401: 'unauthorized',
  403: 'forbidden',
  503: 'unavailable',
} as const;

/** The way out to Teams. Without an identity only this machine is sent to, and no token is shown. */
export function connectTeams(identity: BotIdentity, outside: Outside): CallConnector {
  const botToken = createBotToken(identity, outside);
  return createConnector({ botToken, isAllowedServiceUrl: allowedServiceUrl(identity) }, outside);
}

const allowedServiceUrl = ({ kind }: BotIdentity) =>
  kind === 'anonymous' ? isLocalConnector : isMicrosoftConnector;

/** Puts the doors before the bot. Without an identity nobody shows a token, and only this machine is sent to. */
export function createEndpoint({ identity, tenants, bot, callConnector }: Parts, outside: Outside): Endpoint {
  const isAnonymous = identity.kind === 'anonymous';
  const isAllowedServiceUrl = allowedServiceUrl(identity);
  const doors = {
    authenticate: isAnonymous ? () => Promise.resolve(undefined) : createTokenCheck(identity.appId, outside),
    isAllowedServiceUrl,
    isAllowedTenant: (id: string) => tenants === 'anyone' || tenants.has(id.toLowerCase()),
  };
  const adapter = new TeamsAdapter(callConnector);
  const speakerOf = (activity: TeamsActivity): Speaker => {
    const organisations = tenants === 'anyone' ? [] : (tenants.get(tenantOf(activity)) ?? []);
    const [organisation, ...others] = organisations;
    const isAlone = organisation !== undefined && others.length === 0;
    const asker = { isInTeams: true, ...(isAlone && { organisation }) } as const;
    return { asker, organisations, whereabouts: whereaboutsOf(activity) };
  };
  const { rememberMs, rememberMost, waitingMost } = outside.limits;
  const queue = createTurnQueue(waitingMost);
  const turn = createTurn({ adapter, bot, speakerOf, queue }, outside);
  const once = createOnce<Answer>({ rememberMs, rememberMost, now: outside.now, isKept });

  const refuse = (status: keyof typeof refusals, reason: string): Answer => {
    outside.metrics.refusal(reason);
    outside.log.info({ status, reason }, 'refused');
    return { status, body: { error: refusals[status] } };
  };

  return {
    async receive(authorization, body) {
      const parsed = activitySchema.safeParse(body);
      if (!parsed.success) return refuse(400, 'not-an-activity');
      const activity = parsed.data;
      const refusal = await admit(authorization, activity, doors);
      if (refusal !== undefined) return refuse(refusal.status, refusal.reason);
      const key = onceKey(activity);
      return key === undefined ? turn(activity) : once(key, () => turn(activity));
    },
    stop: queue.stop,
    idle: queue.idle,
  };
}

const isKept = ({ isUndone }: Answer): boolean => isUndone !== true;

/** An edit carries the id of the message that was edited, and its own time. */
function onceKey({ id, conversation, type, timestamp }: TeamsActivity): string | undefined {
  if (id === undefined) return undefined;
  return JSON.stringify([conversation.id, id, type, ...(type === 'messageUpdate' ? [timestamp] : [])]);
}
