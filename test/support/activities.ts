import { randomUUID } from 'node:crypto';

export const appId = '0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9';
export const tenantId = '11111111-1111-4111-8111-111111111111';
export const botId = `28:${appId}`;
export const serviceUrl = `https://smba.trafficmanager.net/emea/${tenantId}/`;

/** An activity as Teams writes it; what is not said is missing. */
export type TestActivity = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly serviceUrl: string;
};

/** What every activity of the personal chat has; `changes` replace whole fields, undefined takes one away. */
export function activity(changes: Readonly<Record<string, unknown>> = {}): TestActivity {
  return {
    type: 'message',
    id: randomUUID(),
    timestamp: '2026-11-22T10:00:00.000Z',
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:ssk', name: 'Åsa Öberg', aadObjectId: '33333333-3333-4333-8333-000000000001' },
    recipient: { id: botId, name: 'Avbrottsboten' },
    conversation: { conversationType: 'personal', tenantId, id: 'a:personal' },
    channelData: { tenant: { id: tenantId } },
    locale: 'sv-SE',
    ...changes,
  };
}

export const question = (text: string, changes: Readonly<Record<string, unknown>> = {}): TestActivity =>
  activity({ text, textFormat: 'plain', ...changes });

/** A question in a channel's thread, where the bot must be mentioned. */
export function channelQuestion(text: string, changes: Readonly<Record<string, unknown>> = {}): TestActivity {
  const mention = '<at>Avbrottsboten</at>';
  return question(`${mention}&nbsp;${text}`, {
    conversation: {
      conversationType: 'channel',
      isGroup: true,
      tenantId,
      id: '19:sp@thread.tacv2;messageid=1795373763454',
    },
    entities: [
      { type: 'mention', mentioned: { id: botId, name: 'Avbrottsboten' }, text: mention },
      { type: 'clientInfo', locale: 'sv-SE', platform: 'Windows' },
    ],
    ...changes,
  });
}

/** The three carriers of a verb (contract.md §5), and the opening of a dialog. */
export const execute = (verb: string, data: unknown): TestActivity =>
  activity({
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: '1795373078942',
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  });
export const submit = (data: unknown): TestActivity => activity({ replyToId: '1795373078942', value: data });
export const openDialog = (data: object): TestActivity =>
  activity({
    type: 'invoke',
    name: 'task/fetch',
    value: { data: { msteams: { type: 'task/fetch' }, ...data }, context: { theme: 'default' } },
  });
export const submitDialog = (data: unknown): TestActivity =>
  activity({ type: 'invoke', name: 'task/submit', value: { data } });
