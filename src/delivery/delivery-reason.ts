/**
 * What may stand as the reason of a failed delivery: the bot's own words first, then Teams' codes (Microsoft
 * Learn, "Status codes from bot conversational APIs"). Teams may send others: who shows a reason needs words for
 * one that is not here.
 */
export const deliveryReasons = [
  'disconnected',
  'channel-deleted',
  'app-removed',
  'no-chat',
  /** It may have arrived, and must not be repeated. */
  'unclear',
  /** The way to Teams: no login, an address that is not allowed, a certificate that is not right, no connection, one that broke, no answer in time. */
  'login',
  'host',
  'certificate',
  'unreachable',
  'broken-off',
  'timeout',
  'BadArgument',
  'BotNotRegistered',
  'BotDisabledByAdmin',
  'BotNotInConversationRoster',
  'ConversationBlockedByUser',
  'ForbiddenOperationException',
  'NotEnoughPermissions',
  'MessageWritesBlocked',
  'ActivityNotFoundInConversation',
  'ConversationNotFound',
  'PreconditionFailed',
  'MessageSizeTooBig',
  'Throttled',
  'ServiceError',
] as const;
export type DeliveryReason = (typeof deliveryReasons)[number];

/** Why somebody cannot be reached at all, by the bot's own directory. */
export type UnreachableReason = Extract<
  DeliveryReason,
  'disconnected' | 'channel-deleted' | 'app-removed' | 'no-chat'
>;
