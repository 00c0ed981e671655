import * as fc from 'fast-check';
import { verbs } from '../../src/app/verbs.ts';
import {
  activity,
  asa,
  bo,
  channelQuestion,
  botRemoved,
  execute,
  foreignTenantId,
  inChannel,
  inChatOf,
  installInTeam,
  megan,
  openDialog,
  placeEvent,
  question,
  searchFor,
  someone,
  submit,
  submitDialog,
} from './activities.ts';
import type { TestActivity, TestChannel } from './activities.ts';
import { fieldNames, fieldValue, junk, words } from './fuzz-values.ts';
import { mutated } from './fuzz-mutation.ts';
import type { Mutation } from './fuzz-mutation.ts';

/** A button or form that the bot has shown: what it carries, filled in as it stood. */
export type Shown = { readonly verb: string; readonly data: object };

/** What is sent, and with which token. */
export type FuzzInput = {
  readonly body: string;
  readonly token: 'right' | 'none' | 'junk' | 'expired' | 'of-another-key' | 'of-another-url';
  readonly serviceUrl: string;
};

/** Some depend on what the bot has shown so far. */
export type FuzzPlan = (shown: readonly Shown[]) => FuzzInput;

type Changes = Readonly<Record<string, unknown>>;

/** The places and people of the run; the channels are connected as units. */
function placesWith(channels: readonly TestChannel[]): fc.Arbitrary<Changes> {
  const people = [asa, bo, megan, ...Array.from({ length: 40 }, (_none, number) => someone(number + 10))];
  const person = fc.constantFrom(...people);
  const place = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...channels).map((channel) => inChannel(channel)) },
    { weight: 1, arbitrary: fc.constant(inChannel({ id: '19:okand@thread.tacv2', name: 'Okänd' })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Changes>(
        { conversation: { conversationType: 'groupChat', id: '19:grupp@thread.v2', isGroup: true } },
        { conversation: { id: 'a:personal', conversationType: 'personal', tenantId: foreignTenantId } },
      ),
    },
    { weight: 4, arbitrary: fc.constant<Changes>({}) },
  );
  return fc.tuple(person, place).map(([from, changes]) => ({ ...inChatOf(from), from, ...changes }));
}

const verb = fc.constantFrom(
  ...Object.keys(verbs),
  'help.choose',
  'nope',
  '',
  '__proto__',
  'constructor',
  'toString',
);
const filled = fc
  .array(fc.tuple(fc.constantFrom(...fieldNames), fieldValue), { maxLength: 12 })
  .map((fields): object => Object.fromEntries(fields));

/** A verb by one of its carriers. */
const carriers: readonly ((verb: string, data: object, place: Changes) => TestActivity)[] = [
  execute,
  (name, data, place) => submit({ ...data, verb: name }, place),
  (name, data, place) => openDialog({ ...data, verb: name }, place),
  (name, data, place) => submitDialog({ ...data, verb: name }, place),
];
const carrier = fc.constantFrom(...carriers);

type Sends = (place: Changes, shown: readonly Shown[]) => TestActivity;

/** What the bot showed is pressed, by anybody, anywhere, with some of it changed. */
const pressed: fc.Arbitrary<Sends> = fc
  .tuple(fc.nat(), carrier, fc.option(filled, { freq: 2 }))
  .map(([at, carry, changes]): Sends => (place, shown) => {
    const one = shown[at % Math.max(1, shown.length)] ?? { verb: 'handover.record', data: {} };
    return carry(one.verb, { ...one.data, ...changes }, place);
  });

const invokes = [
  'composeExtension/query',
  'task/fetch',
  'task/submit',
  'adaptiveCard/action',
  'application/search',
  'signin/verifyState',
  'fileConsent/invoke',
];
const others = [
  'messageDelete',
  'messageReaction',
  'typing',
  'event',
  'endOfConversation',
  'trace',
  'handoff',
  'suggestion',
  '__proto__',
];

/** A file whose name is words, beside no text. */
const withFile = (name: string, place: Changes): TestActivity =>
  activity({
    ...place,
    text: '',
    attachments: [
      { name, content: name, contentUrl: 'https://x/', contentType: 'application/vnd.microsoft.teams.file' },
    ],
  });

const told: fc.Arbitrary<Sends> = fc.oneof(
  words.map(
    (text): Sends =>
      (place) =>
        question(text, place),
  ),
  words.map(
    (text): Sends =>
      (place) =>
        channelQuestion(text, place),
  ),
  words.map((text): Sends => (place) => ({
    ...question(text, place),
    type: 'messageUpdate',
    timestamp: `${text.length}`,
  })),
  words.map(
    (text): Sends =>
      (place) =>
        searchFor(text, place),
  ),
  fc.tuple(verb, filled, carrier).map(
    ([name, data, carry]): Sends =>
      (place) =>
        carry(name, data, place),
  ),
  filled.map(
    (value): Sends =>
      (place) =>
        activity({ ...place, value, text: '' }),
  ),
  fc.tuple(fc.constantFrom(...invokes), junk).map(
    ([name, value]): Sends =>
      (place) =>
        activity({ ...place, type: 'invoke', name, value }),
  ),
  fc.constantFrom(...others).map(
    (type): Sends =>
      (place) =>
        activity({ ...place, type, name: 'x', value: {} }),
  ),
  words.map(
    (name): Sends =>
      (place) =>
        withFile(name, place),
  ),
);

const events = (channels: readonly TestChannel[]): fc.Arbitrary<TestActivity> =>
  fc
    .tuple(
      fc.constantFrom(
        'channelRenamed',
        'channelDeleted',
        'channelRestored',
        'teamRenamed',
        'teamDeleted',
        'toString',
      ),
      fc.constantFrom(...channels),
      fc.constantFrom('add', 'remove', 'add-upgrade'),
      fc.nat(5),
    )
    .map(([event, channel, action, which]) => {
      if (which === 0) return botRemoved(channel.team);
      return which < 3 ? installInTeam(action, channel) : placeEvent(event, channel);
    });

const mutations: fc.Arbitrary<readonly Mutation[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  {
    weight: 2,
    arbitrary: fc.array(
      fc.record({
        at: fc.nat(),
        how: fc.constantFrom('remove', 'replace', 'wrap', 'plant', 'plant', 'add-key'),
        junk,
      }),
      { minLength: 1, maxLength: 3 },
    ),
  },
);

/** Bodies that are no activity, and activities that are not whole. */
const broken = (body: string, at: number): string =>
  [
    '',
    '[]',
    'null',
    '"hej"',
    '{"type":',
    `${body}}`,
    body.slice(0, at % body.length),
    `{"type":"message",${body.slice(1)}`,
  ][at % 8] ?? '';

const token = fc.oneof(
  { weight: 20, arbitrary: fc.constant('right' as const) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('none', 'junk', 'expired', 'of-another-key', 'of-another-url'),
  },
);

/** Activities of every kind that Teams sends, in the middle of an outage, and what is wrong with some of them. */
export function fuzzPlans(channels: readonly TestChannel[]): fc.Arbitrary<FuzzPlan> {
  const sends = fc.oneof(
    { weight: 4, arbitrary: pressed },
    { weight: 8, arbitrary: told },
    {
      weight: 1,
      arbitrary: events(channels).map(
        (one): Sends =>
          () =>
            one,
      ),
    },
  );
  return fc
    .tuple(placesWith(channels), sends, mutations, token, fc.nat())
    .map(([place, send, changes, shownToken, at]): FuzzPlan => (shown) => {
      const sent = { ...send(place, shown), ...(at % 32 === 0 && { id: 'samma-igen' }) };
      const one = changes.reduce(mutated, sent);
      const body = JSON.stringify(one);
      const serviceUrl = 'serviceUrl' in one && typeof one.serviceUrl === 'string' ? one.serviceUrl : '';
      return { body: at % 50 === 0 ? broken(body, at) : body, token: shownToken, serviceUrl };
    });
}
