import { randomUUID } from 'node:crypto';

export const appId = '0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9';
export const tenantId = '11111111-1111-4111-8111-111111111111';
/** Nobody's that the bot is told of. */
export const foreignTenantId = '99999999-9999-4999-8999-999999999999';
export const botId = `28:${appId}`;
export const serviceUrl = `https://smba.trafficmanager.net/emea/${tenantId}/`;

/** An activity as Teams writes it; what is not said is missing. */
export type TestActivity = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly serviceUrl: string;
};
type Changes = Readonly<Record<string, unknown>>;

/** Somebody as Teams names who acts; `aadObjectId` is the Entra object id. */
export type TestPerson = { readonly id: string; readonly name: string; readonly aadObjectId: string };

const person = (id: string, name: string, number: number): TestPerson => ({
  id,
  name,
  aadObjectId: `33333333-3333-4333-8333-${`${number}`.padStart(12, '0')}`,
});
/** The nurse whom every activity is from unless it says otherwise. */
export const asa = person('29:ssk', 'Åsa Öberg', 1);
export const bo = person('29:bh', 'Bo Bistånd', 2);
export const megan = person('29:samordnare', 'Megan Samordnare', 3);
/** Somebody else, as many as are needed. */
export const someone = (number: number): TestPerson => person(`29:n${number}`, `Person ${number}`, number);

/** What every activity of the personal chat has; `changes` replace whole fields, undefined takes one away. */
export function activity(changes: Changes = {}): TestActivity {
  return {
    type: 'message',
    id: randomUUID(),
    timestamp: '2026-11-22T10:00:00.000Z',
    channelId: 'msteams',
    serviceUrl,
    from: asa,
    recipient: { id: botId, name: 'Avbrottsboten' },
    conversation: { conversationType: 'personal', tenantId, id: 'a:personal' },
    channelData: { tenant: { id: tenantId } },
    locale: 'sv-SE',
    ...changes,
  };
}

/** In the personal chat of somebody, whose conversation is named after them. */
export const inChatOf = (from: TestPerson): Changes => ({
  from,
  conversation: { conversationType: 'personal', tenantId, id: chatOf(from) },
});
export const chatOf = ({ aadObjectId }: TestPerson): string => `a:${aadObjectId}`;

/** A channel of a team, as Teams' activities name them; without `team` it is one of `avdelning24`. */
export type TestChannel = {
  readonly id: string;
  readonly name?: string;
  readonly type?: string;
  readonly team?: TestTeam;
};
export type TestTeam = { readonly id: string; readonly aadGroupId?: string; readonly name?: string };

export const avdelning24: TestTeam = {
  id: '19:avdelning24@thread.tacv2',
  aadGroupId: '44444444-4444-4444-8444-000000000024',
  name: 'Avdelning 24',
};
export const spChannel: TestChannel = { id: '19:sp@thread.tacv2', name: 'Lifecare SP' };
/** The channel that every team has: its id is the team's, and Teams leaves out its name. */
export const generalChannel = (team: TestTeam): TestChannel => ({ id: team.id, team });

/** What makes an activity one of a channel's thread. */
export function inChannel(channel: TestChannel = spChannel, thread = '1795373763454'): Changes {
  const { team = avdelning24, ...told } = channel;
  return {
    conversation: {
      conversationType: 'channel',
      isGroup: true,
      tenantId,
      id: `${channel.id};messageid=${thread}`,
    },
    channelData: { tenant: { id: tenantId }, team, channel: told },
  };
}

export const question = (text: string, changes: Changes = {}): TestActivity =>
  activity({ text, textFormat: 'plain', ...changes });

/** A question in a channel's thread, where the bot must be mentioned. */
export function channelQuestion(text: string, changes: Changes = {}): TestActivity {
  const mention = '<at>Avbrottsboten</at>';
  return question(`${mention}&nbsp;${text}`, {
    ...inChannel(),
    entities: [
      { type: 'mention', mentioned: { id: botId, name: 'Avbrottsboten' }, text: mention },
      { type: 'clientInfo', locale: 'sv-SE', platform: 'Windows' },
    ],
    ...changes,
  });
}

/** The app is put into a team (`add`) or taken out of it (`remove`); a channel was chosen for it. */
export function installInTeam(action: string, channel: TestChannel = spChannel): TestActivity {
  const { team = avdelning24, id, name } = channel;
  return activity({
    type: 'installationUpdate',
    action,
    conversation: { conversationType: 'channel', isGroup: true, tenantId, id },
    channelData: {
      tenant: { id: tenantId },
      team,
      settings: { selectedChannel: { id, ...(name !== undefined && { name }) } },
      source: { name: 'message' },
    },
  });
}

/**
 * What Teams tells of a team: `channelRenamed`, `channelDeleted`, `channelRestored`, `teamRenamed`,
 * `teamDeleted` … It comes in the team's General channel, whichever it is about.
 */
export function placeEvent(eventType: string, channel: TestChannel = spChannel): TestActivity {
  const { team = avdelning24, ...told } = channel;
  return activity({
    type: 'conversationUpdate',
    conversation: { conversationType: 'channel', isGroup: true, tenantId, id: team.id },
    channelData: {
      tenant: { id: tenantId },
      team,
      eventType,
      ...(!eventType.startsWith('team') && { channel: told }),
    },
  });
}

/** The bot itself is among those who left a team. */
export const botRemoved = (team: TestTeam = avdelning24): TestActivity => ({
  ...placeEvent('teamMemberRemoved', { id: team.id, team }),
  membersRemoved: [{ id: asa.id }, { id: botId }],
});

/** The three carriers of a verb (contract.md §5), and the opening of a dialog. */
export const execute = (verb: string, data: unknown, changes: Changes = {}): TestActivity =>
  activity({
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: '1795373078942',
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    ...changes,
  });
export const submit = (data: unknown, changes: Changes = {}): TestActivity =>
  activity({ replyToId: '1795373078942', value: data, ...changes });
export const openDialog = (data: object, changes: Changes = {}): TestActivity =>
  activity({
    type: 'invoke',
    name: 'task/fetch',
    value: { data: { msteams: { type: 'task/fetch' }, ...data }, context: { theme: 'default' } },
    ...changes,
  });
export const submitDialog = (data: unknown, changes: Changes = {}): TestActivity =>
  activity({
    type: 'invoke',
    name: 'task/submit',
    value: { data, context: { theme: 'default' } },
    ...changes,
  });

/** What is typed into the search of the box where messages are written; `value` replaces all that it tells. */
export const searchFor = (text: string, changes: Changes = {}): TestActivity =>
  activity({
    type: 'invoke',
    name: 'composeExtension/query',
    value: {
      commandId: 'searchNumbers',
      parameters: [text === '' ? { name: 'initialRun', value: 'true' } : { name: 'text', value: text }],
      queryOptions: { skip: 0, count: 25 },
    },
    ...changes,
  });
