import { z } from 'zod';
import type { Form } from '../app/answer-form.ts';
import type { SearchPage } from '../app/search-numbers.ts';
import type { FormCarrier } from '../app/verb-message.ts';
import type { TeamsActivity } from './activity.ts';
import { messageText } from './message-text.ts';

/** What happened to a team or to one of its channels. */
export type PlaceChange = 'channel-deleted' | 'channel-restored' | 'channel-renamed' | 'team-renamed';

/** An activity as the bot understands it. `kind` is also what metrics and logs call it. */
export type Incoming =
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'edit'; readonly text: string }
  | { readonly kind: 'form'; readonly carrier: FormCarrier; readonly form: Form }
  /** Typed into the search of the box where messages are written, in any chat; empty when it is opened. */
  | { readonly kind: 'search'; readonly text: string; readonly page: SearchPage }
  | { readonly kind: 'installation' }
  /** The app was taken out of the place, or the place is gone. */
  | { readonly kind: 'removal' }
  | { readonly kind: 'place-changed'; readonly change: PlaceChange }
  | { readonly kind: 'unknown-invoke' }
  | { readonly kind: 'ignored' };

const unknownVerb: Form = { verb: '', data: {} };
/** What a button carries for Teams (`msteams`) is no answer to anything. */
const filledIn = z.looseObject({}).transform(({ msteams: _msteams, ...data }) => data);
const withVerb = filledIn.pipe(z.looseObject({ verb: z.string() }));
const executed = z.object({
  action: z.object({ type: z.literal('Action.Execute'), verb: z.string(), data: z.unknown().optional() }),
});
const dialog = z.object({ data: withVerb });

/** Sorts an activity. Any admitted one can be sorted: what the bot has no use for is ignored. */
export function readIncoming(activity: TeamsActivity): Incoming {
  switch (activity.type) {
    case 'message':
      return readMessage(activity);
    case 'messageUpdate':
      return { kind: 'edit', text: messageText(activity) };
    case 'installationUpdate':
      return readInstallation(activity);
    case 'conversationUpdate':
      return readChange(activity);
    case 'invoke':
      return readInvoke(activity);
    default:
      return { kind: 'ignored' };
  }
}

function readMessage(activity: TeamsActivity): Incoming {
  const submitted = withVerb.safeParse(activity.value).data;
  if (submitted !== undefined) {
    return { kind: 'form', carrier: 'submit', form: { verb: submitted.verb, data: submitted } };
  }
  const text = messageText(activity);
  return text === '' && typeof activity.value === 'object' && activity.value !== null
    ? { kind: 'form', carrier: 'submit', form: { ...unknownVerb, data: activity.value } }
    : { kind: 'message', text };
}

/** An upgrade of the app is neither: nobody is welcomed twice. */
function readInstallation({ action }: TeamsActivity): Incoming {
  if (action === 'add') return { kind: 'installation' };
  return { kind: action === 'remove' ? 'removal' : 'ignored' };
}

const changes: ReadonlyMap<string, PlaceChange> = new Map([
  ['channelDeleted', 'channel-deleted'],
  ['channelRestored', 'channel-restored'],
  ['channelRenamed', 'channel-renamed'],
  ['teamRenamed', 'team-renamed'],
]);
const teamGone: ReadonlySet<string> = new Set(['teamDeleted', 'teamHardDeleted']);

/** That the bot came is told by the installation alone, so that nobody is welcomed twice. */
function readChange({ channelData, membersRemoved, recipient }: TeamsActivity): Incoming {
  const eventType = channelData?.eventType ?? '';
  const isBotRemoved = membersRemoved?.some(({ id }) => id === recipient?.id) === true;
  if (isBotRemoved || teamGone.has(eventType)) return { kind: 'removal' };
  const change = changes.get(eventType);
  return change === undefined ? { kind: 'ignored' } : { kind: 'place-changed', change };
}

const dialogCarriers: ReadonlyMap<string, FormCarrier> = new Map([
  ['task/fetch', 'fetch'],
  ['task/submit', 'dialog'],
]);

function readInvoke({ name = '', value }: TeamsActivity): Incoming {
  if (name === 'adaptiveCard/action') return { kind: 'form', carrier: 'execute', form: executedForm(value) };
  if (name === 'composeExtension/query') return { kind: 'search', ...searched(value) };
  const carrier = dialogCarriers.get(name);
  if (carrier === undefined) return { kind: 'unknown-invoke' };
  const data = dialog.safeParse(value).data?.data;
  return { kind: 'form', carrier, form: data ? { verb: data.verb, data } : unknownVerb };
}

/** Teams asks for 25 at a time. */
const mostAtOnce = 25;
const searchValue = z.object({
  parameters: z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number()]) })).catch([]),
  queryOptions: z
    .object({
      skip: z.int().min(0).max(10_000).catch(0),
      count: z.int().min(1).max(mostAtOnce).catch(mostAtOnce),
    })
    .catch({ skip: 0, count: mostAtOnce }),
});
const opened = searchValue.parse({});

/** All that was typed, under whatever name: one thing is asked for, and none of it may go unsearched. */
function searched(value: unknown): { readonly text: string; readonly page: SearchPage } {
  const { parameters, queryOptions } = searchValue.safeParse(value).data ?? opened;
  const typed = parameters.filter(({ name }) => name !== 'initialRun').map((one) => String(one.value));
  return { text: typed.join(' ').trim(), page: queryOptions };
}

function executedForm(value: unknown): Form {
  const action = executed.safeParse(value).data?.action;
  if (action === undefined) return unknownVerb;
  return { verb: action.verb, data: filledIn.safeParse(action.data).data ?? action.data };
}
