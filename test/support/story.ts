import { expect } from 'vitest';
import type { Knowledge } from '../../src/routine/knowledge.ts';
import type { Store } from '../../src/storage/store.ts';
import {
  avdelning24,
  channelQuestion,
  chatOf,
  execute,
  inChannel,
  inChatOf,
  installInTeam,
  openDialog,
  question,
  submit,
  submitDialog,
} from './activities.ts';
import type { TestActivity, TestChannel, TestPerson } from './activities.ts';
import { cardFaults } from './card-faults.ts';
import { startBot } from './start-bot.ts';
import type { TestBot } from './start-bot.ts';
import { post, startTeamsDouble } from './teams-double.ts';
import type { TeamsDouble } from './teams-double.ts';

/** A card as it is read: every text on it, line by line, and what can be pressed. */
export type ShownCard = {
  readonly text: string;
  readonly card: object;
  readonly buttons: readonly ShownButton[];
  /** What the inputs hold, by id. */
  readonly values: Readonly<Record<string, string>>;
};
type ShownButton = { readonly title: string; readonly verb: string; readonly data: object };

/** Somebody in a story, in the own chat or in a channel: says, presses, fills in; sees what is answered. */
export type Actor = {
  readonly says: (text: string) => Promise<ShownCard>;
  /** Presses a button of a card: what it shows, in its place or as a dialog. */
  readonly presses: (card: ShownCard, title: string) => Promise<ShownCard>;
  /** Sends a verb and its data by a carrier of contract.md §5, without any form before it. */
  readonly sends: (
    carrier: SentBy,
    verb: string,
    data?: Readonly<Record<string, unknown>>,
  ) => Promise<ShownCard>;
  /** Changes some of a form and sends it. */
  readonly fillsIn: (form: ShownCard, values?: Readonly<Record<string, string>>) => Promise<ShownCard>;
};

/** The three carriers of a verb, and the opening of a dialog. */
export type SentBy = 'execute' | 'submit' | 'dialog' | 'fetch';

/** A story told over HTTP against Teams' double, with a clock of its own. */
export type Story = AsyncDisposable & {
  readonly double: TeamsDouble;
  readonly bot: TestBot;
  /** Somebody in the own chat. */
  readonly inChat: (person: TestPerson) => Actor;
  readonly inChannel: (person: TestPerson, channel: TestChannel) => Actor;
  readonly installs: (channel: TestChannel) => Promise<void>;
  /** Teams tells of something that nobody said: an installation, a channel that was renamed or deleted. */
  readonly tells: (activity: TestActivity) => Promise<void>;
  /** The clock goes to a moment; what is due then happens. */
  readonly at: (moment: string) => void;
  /** Resolves when the newest post of a channel says something. */
  readonly channelShows: (channel: TestChannel, text: RegExp) => Promise<ShownCard>;
  readonly chatShows: (person: TestPerson, text: RegExp) => Promise<ShownCard>;
  /** Every card that was seen, in order, for whoever looks at them afterwards. */
  readonly seen: readonly { readonly title: string; readonly card: object }[];
};

type StoryParts = {
  readonly coordinators: readonly TestPerson[];
  readonly store?: Store;
  readonly knowledge?: Knowledge;
  readonly publicUrl?: string;
};

/** Starts a bot at a moment; `coordinators` are those that the configuration names. */
export async function tellStory(
  moment: string,
  { coordinators, knowledge, publicUrl, store }: StoryParts,
): Promise<Story> {
  let ahead = Date.parse(moment) - Date.now();
  const now = (): number => Date.now() + ahead;
  const double = await startTeamsDouble();
  const bot = await startBot(double, {
    now: () => new Date(now()),
    limits: { lookEveryMs: 20 },
    delivery: { lookEveryMs: 20 },
    ...(store !== undefined && { store }),
    ...(knowledge !== undefined && { knowledge }),
    config: { publicUrl, coordinators: coordinators.map(({ aadObjectId }) => aadObjectId) },
  });
  const seen: { title: string; card: object }[] = [];
  /** A dialog goes on with what its own buttons submit. */
  const dialogs = new WeakSet<object>();
  const see = (title: string, card: object): ShownCard => {
    expect(cardFaults(card), title).toEqual([]);
    seen.push({ title, card });
    return shownCard(card);
  };
  const deliver = async (activity: TestActivity): Promise<unknown> => {
    const seconds = now() / 1_000;
    const token = await double.tokenFor(activity, { nbf: seconds - 60, exp: seconds + 3_600 });
    const response = await post(bot, activity, { authorization: `Bearer ${token}` });
    expect(response.status).toBe(200);
    const text = await response.text();
    return text === '' ? undefined : JSON.parse(text);
  };

  const actor = (person: TestPerson, channel?: TestChannel): Actor => {
    const place = channel === undefined ? inChatOf(person) : { ...inChannel(channel), from: person };
    const thread = channel === undefined ? chatOf(person) : `${channel.id};messageid=1795373763454`;
    const ask = channel === undefined ? question : channelQuestion;
    return {
      async says(text) {
        const before = double.connector.messagesIn(thread).length;
        await deliver(ask(text, place));
        const posted = double.connector.messagesIn(thread).slice(before);
        return see(`${person.name}: ${text}`, answerAmong(posted));
      },
      async presses(shown, title) {
        const button = shown.buttons.find((one) => one.title === title);
        if (button === undefined)
          throw new Error(`No button ${title} among ${shown.buttons.map((one) => one.title).join(', ')}`);
        const isDialog = JSON.stringify(button.data).includes('task/fetch');
        const body = await deliver(pressed(button, { isDialog, isInDialog: dialogs.has(shown.card), place }));
        const answer = cardInAnswer(body);
        if (isDialog || dialogs.has(shown.card)) dialogs.add(answer);
        return see(`${person.name} trycker på ${title}`, answer);
      },
      async sends(carrier, verb, data = {}) {
        const before = double.connector.messagesIn(thread).length;
        const title = `${person.name}: ${verb} (${carrier})`;
        const body = await deliver(carriers[carrier](verb, data, place));
        if (carrier !== 'submit') return see(title, cardInAnswer(body));
        return see(title, answerAmong(double.connector.messagesIn(thread).slice(before)));
      },
      async fillsIn(form, values = {}) {
        const [submit] = form.buttons;
        if (submit === undefined) throw new Error('The form cannot be sent');
        const data = { ...submit.data, ...form.values, ...values };
        const body = await deliver(
          channel === undefined
            ? execute(submit.verb, data, place)
            : submitDialog({ ...data, verb: submit.verb }, place),
        );
        const answer = cardInAnswer(body);
        if (channel !== undefined) dialogs.add(answer);
        return see(`${person.name} skickar formuläret`, answer);
      },
    };
  };
  const shows = async (title: string, newest: () => object | undefined, text: RegExp): Promise<ShownCard> => {
    await expect
      .poll(() => textOf(newest()), { timeout: 10_000, interval: 10, message: `${title} shows ${text}` })
      .toMatch(text);
    return see(title, newest() ?? {});
  };

  return {
    double,
    bot,
    seen,
    inChat: (person) => actor(person),
    inChannel: (person, channel) => actor(person, channel),
    installs: async (channel) => void (await deliver(installInTeam('add', channel))),
    tells: async (activity) => void (await deliver(activity)),
    at(when) {
      ahead = Date.parse(when) - Date.now();
    },
    channelShows: (channel, text) =>
      shows(
        `Kanalen ${channel.name ?? (channel.team ?? avdelning24).name}`,
        () => cardIn(double.connector.channelPosts(channel.id).at(-1)?.message),
        text,
      ),
    chatShows: (person, text) =>
      shows(`${person.name}s chatt`, () => cardIn(double.connector.messagesIn(chatOf(person)).at(-1)), text),
    async [Symbol.asyncDispose]() {
      await bot[Symbol.asyncDispose]();
      await double[Symbol.asyncDispose]();
    },
  };
}

type Pressing = { readonly isDialog: boolean; readonly isInDialog: boolean; readonly place: Place };
type Place = Readonly<Record<string, unknown>>;

function pressed({ data, verb }: ShownButton, { isDialog, isInDialog, place }: Pressing): TestActivity {
  if (isDialog) return openDialog(data, place);
  return isInDialog ? submitDialog({ ...data, verb }, place) : execute(verb, data, place);
}

type Sending = (verb: string, data: object, place: Readonly<Record<string, unknown>>) => TestActivity;
const carriers: Readonly<Record<SentBy, Sending>> = {
  execute,
  submit: (verb, data, place) => submit({ ...data, verb }, place),
  dialog: (verb, data, place) => submitDialog({ ...data, verb }, place),
  fetch: (verb, data, place) => openDialog({ ...data, verb }, place),
};

type Messaged = { readonly attachments?: readonly { readonly content?: unknown }[] | undefined };

function cardIn(message: Messaged | undefined): object | undefined {
  const [attachment] = message?.attachments ?? [];
  const content = attachment?.content;
  return typeof content === 'object' && content !== null ? content : undefined;
}

/** The card that answers; a notice may be posted in the own chat at the same time, and has a number. */
function answerAmong(posted: readonly Messaged[]): object {
  const cards = posted.map(cardIn).filter((card) => card !== undefined);
  const answer = cards.find((card) => !/^Meddelande \d+$/m.test(textOf(card)));
  if (answer === undefined) throw new Error('Nothing was answered');
  return answer;
}

/** The card that an invoke is answered with, in its place or as a dialog. */
function cardInAnswer(body: unknown): object {
  const found = objectsIn(body).find((one) => 'type' in one && one.type === 'AdaptiveCard');
  if (found === undefined) throw new Error(`No card was answered: ${JSON.stringify(body)}`);
  return found;
}

function objectsIn(value: unknown): readonly object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}

/** What a person reads on a card, line by line. */
function textOf(card: object | undefined): string {
  return objectsIn(card)
    .flatMap((one) => ('text' in one && typeof one.text === 'string' ? [one.text] : []))
    .join('\n');
}

/** Reads a card as a person does. */
export function shownCard(card: object): ShownCard {
  const objects = objectsIn(card);
  return {
    card,
    text: textOf(card),
    buttons: objects.flatMap(buttonIn),
    values: Object.fromEntries(objects.flatMap(valueIn)),
  };
}

function dataOf(one: object): object {
  return 'data' in one && typeof one.data === 'object' && one.data !== null ? one.data : {};
}

/** A fallback is the same button once more. */
function buttonIn(one: object): readonly ShownButton[] {
  if (!('type' in one) || !('title' in one) || typeof one.title !== 'string') return [];
  const data = dataOf(one);
  if (one.type === 'Action.Execute' && 'verb' in one)
    return [{ title: one.title, verb: String(one.verb), data }];
  if (one.type === 'Action.Submit' && 'verb' in data)
    return [{ title: one.title, verb: String(data.verb), data }];
  return [];
}

function valueIn(one: object): readonly [string, string][] {
  const isInput = 'type' in one && typeof one.type === 'string' && one.type.startsWith('Input.');
  if (!isInput || !('id' in one)) return [];
  return [[String(one.id), 'value' in one ? String(one.value) : '']];
}
