import type { Delivery } from '../domain/outbox.ts';

/** Why a notice has not come through, and what the coordinator does about it: one sentence each, or two. */
export type DeliveryReasonText = { readonly why: string; readonly advice: string };

/** What a delivery is told by: how far it came, to whom, and what Teams or the bot called the failure. */
type Failed = Pick<
  Delivery,
  'state' | 'recipient' | 'reason' | 'status' | 'awaitsInstallation' | 'isUnclear'
>;

/**
 * Says a failed delivery in Swedish: first by its reason (Teams' error code, or the bot's own word), else by
 * its HTTP status, else in general. An unknown reason is never shown.
 */
export function deliveryReasonText(delivery: Failed): DeliveryReasonText {
  const { reason, status } = delivery;
  const cause =
    causeOfReason(reason) ?? causeOfStatus(status) ?? (reason === undefined ? 'untried' : 'other');
  const { why, advice } = (isPerson(delivery) ? ofPerson[cause] : undefined) ?? ofUnit[cause];
  return { why, advice: [...(advice === undefined ? [] : [advice]), lastAdvice(cause, delivery)].join(' ') };
}

type Cause =
  | 'app-removed'
  | 'channel-deleted'
  | 'disconnected'
  | 'no-chat'
  | 'not-allowed'
  | 'stopped-by-admin'
  | 'bot-login'
  | 'refused'
  | 'certificate'
  | 'too-long'
  | 'post-gone'
  | 'busy'
  | 'teams-fault'
  | 'timeout'
  | 'unreachable'
  | 'broken-off'
  | 'unclear'
  | 'untried'
  | 'other';

/** Teams' codes: Microsoft Learn, "Status codes from bot conversational APIs"; the others are the bot's own. */
const causes: Readonly<Record<string, Cause>> = {
  BotNotInConversationRoster: 'app-removed',
  'app-removed': 'app-removed',
  ConversationNotFound: 'channel-deleted',
  'channel-deleted': 'channel-deleted',
  disconnected: 'disconnected',
  'no-chat': 'no-chat',
  ForbiddenOperationException: 'no-chat',
  ConversationBlockedByUser: 'not-allowed',
  NotEnoughPermissions: 'not-allowed',
  MessageWritesBlocked: 'not-allowed',
  BotDisabledByAdmin: 'stopped-by-admin',
  BotNotRegistered: 'bot-login',
  login: 'bot-login',
  host: 'refused',
  certificate: 'certificate',
  BadArgument: 'refused',
  MessageSizeTooBig: 'too-long',
  ActivityNotFoundInConversation: 'post-gone',
  Throttled: 'busy',
  PreconditionFailed: 'busy',
  ServiceError: 'teams-fault',
  timeout: 'timeout',
  unreachable: 'unreachable',
  'broken-off': 'broken-off',
  unclear: 'unclear',
};

function causeOfReason(reason: string | undefined): Cause | undefined {
  return reason !== undefined && Object.hasOwn(causes, reason) ? causes[reason] : undefined;
}

const causesOfStatus: ReadonlyMap<number, Cause> = new Map([
  [400, 'refused'],
  [401, 'bot-login'],
  [403, 'not-allowed'],
  [404, 'channel-deleted'],
  [412, 'busy'],
  [413, 'too-long'],
  [429, 'busy'],
]);

function causeOfStatus(status: number | undefined): Cause | undefined {
  if (status === undefined) return undefined;
  return status >= 500 ? 'teams-fault' : causesOfStatus.get(status);
}

type Words = { readonly why: string; readonly advice?: string };

const ofUnit: Readonly<Record<Cause, Words>> = {
  'app-removed': {
    why: 'Appen är borttagen ur teamet.',
    advice: 'Be enheten lägga till appen i teamet igen.',
  },
  'channel-deleted': { why: 'Kanalen är borttagen.', advice: 'Be enheten ansluta en annan kanal.' },
  disconnected: {
    why: 'Kanalen är bortkopplad.',
    advice: 'Ska enheten ha meddelanden: be den ansluta kanalen igen.',
  },
  'no-chat': { why: 'Appen finns inte i teamet.', advice: 'Be enheten lägga till appen i teamet.' },
  'not-allowed': {
    why: 'Boten får inte skriva i kanalen.',
    advice: 'Be teamets ägare låta boten skriva där.',
  },
  'stopped-by-admin': {
    why: 'Appen är avstängd i organisationens Teams.',
    advice: 'Be den som sköter Teams där att slå på appen.',
  },
  'bot-login': {
    why: 'Boten kommer inte in i Teams.',
    advice: 'Be driften kontrollera botens inloggning.',
  },
  certificate: {
    why: 'Boten litar inte på den som svarar i Teams ställe: certifikatet är fel.',
    advice: 'Be driften kontrollera serverns klocka och nätets proxy.',
  },
  refused: { why: 'Teams tog inte emot meddelandet.', advice: 'Anmäl det till driften.' },
  'too-long': {
    why: 'Meddelandet är för långt för Teams.',
    advice: 'Uppdatera avbrottet med en kortare text.',
  },
  'post-gone': { why: 'Det förra meddelandet är borttaget.' },
  busy: { why: 'Teams har mycket att göra just nu.' },
  'teams-fault': { why: 'Teams har ett fel.' },
  timeout: { why: 'Teams svarade inte i tid.' },
  unreachable: { why: 'Boten når inte Teams.' },
  'broken-off': { why: 'Förbindelsen med Teams bröts.' },
  unclear: { why: 'Det är oklart om meddelandet kom fram.' },
  untried: { why: 'Det är inte skickat än.' },
  other: { why: 'Det gick inte att skicka.' },
};

const ofPerson: Readonly<Partial<Record<Cause, Words>>> = {
  'app-removed': {
    why: 'Appen är borttagen ur personens chatt.',
    advice: 'Be personen lägga till appen igen.',
  },
  'channel-deleted': noChat(),
  'no-chat': noChat(),
  'not-allowed': {
    why: 'Boten får inte skriva till personen.',
    advice: 'Be personen ta bort blockeringen av boten.',
  },
};

function noChat(): Words {
  return {
    why: 'Personen har ingen chatt med boten.',
    advice: 'Be personen öppna Avbrottsboten i Teams och skriva hej.',
  };
}

function isPerson({ recipient }: Failed): boolean {
  return recipient.startsWith('person:');
}

/** Whom to ring, unless it goes by itself. */
function lastAdvice(cause: Cause, delivery: Failed): string {
  const whom = isPerson(delivery) ? 'personen' : 'enheten';
  if (delivery.state === 'given-up') {
    return delivery.isUnclear
      ? `Det kan ha kommit fram ändå. Det skickas inte igen: ring ${whom}.`
      : `Det skickas inte igen: ring ${whom}.`;
  }
  if (delivery.awaitsInstallation) return `Då skickas meddelandet. Ring ${whom} så länge.`;
  return ofUnit[cause].advice === undefined
    ? 'Det skickas av sig självt.'
    : `Det skickas igen av sig självt. Ring ${whom} så länge.`;
}
