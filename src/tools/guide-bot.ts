import { createBooks } from '../app/books.ts';
import type { Books } from '../app/books.ts';
import { createBot } from '../app/bot.ts';
import type { Bot, Speaker, Spoken } from '../app/bot.ts';
import { issueNotices } from '../app/issue-notices.ts';
import type { FormCarrier } from '../app/verb-message.ts';
import type { Whereabouts } from '../app/whereabouts.ts';
import { noticeMessage } from '../cards/notice-card.ts';
import { dueWrites } from '../domain/due.ts';
import type { NoticeEvent, NoticeKind } from '../domain/notice-event.ts';
import type { Person } from '../domain/person.ts';
import type { Knowledge } from '../routine/knowledge.ts';
import { createMemoryStore } from '../storage/memory-store.ts';

/** Where the guides' pages for paper are said to be. */
const publicUrl = 'https://avbrott.example.se';

type Data = Readonly<Record<string, unknown>>;

/** Somebody in a story whose cards are shown in the guides. */
export type GuideActor = {
  readonly says: (text: string) => Promise<object>;
  readonly presses: (verb: string, data?: Data, carrier?: FormCarrier) => Promise<object>;
};

/** The bot without Teams and without a disk, where the clock is set and nothing is left to chance. */
export type GuideBot = {
  readonly inChannel: (person: Person, channel: string) => GuideActor;
  readonly inChat: (person: Person) => GuideActor;
  /** Sets the clock, and lets happen what is due. */
  readonly at: (moment: string) => Promise<void>;
  /** The card of the newest notice of a kind, that says something. */
  readonly newest: (kind: NoticeKind, saying?: string) => object;
};

type Clock = { at: number; readonly now: () => Date; readonly newId: () => string };

/** Starts with an empty store at a moment; everybody is a member of every team. */
export function startGuideBot(
  knowledge: Knowledge,
  { coordinator, moment }: { readonly coordinator: Person; readonly moment: string },
): GuideBot {
  const clock = createClock(moment);
  const issued: NoticeEvent[] = [];
  const books = createBooks({
    store: createMemoryStore(),
    now: clock.now,
    configuredCoordinators: [coordinator.id],
    issueNotices(caused) {
      const notices = issueNotices(caused, knowledge.routine);
      issued.push(...notices);
      return notices;
    },
  });
  const bot = guideBot(knowledge, books, clock);
  return {
    inChannel: (person, channel) => actorOf(bot, inChannel(person, channel), clock),
    inChat: (person) => actorOf(bot, inChat(person), clock),
    async at(when) {
      clock.at = Date.parse(when);
      await books.change((world) => {
        const writes = dueWrites(world, clock.at);
        return writes.length > 0 ? { kind: 'decided', writes } : { kind: 'repeated' };
      });
    },
    newest: (kind, saying = '') => newestOf(issued, kind, saying),
  };
}

/** Stands still until it is set; and ids, one after the other. */
function createClock(moment: string): Clock {
  let ids = 0;
  const clock: Clock = {
    at: Date.parse(moment),
    now: () => new Date(clock.at),
    newId() {
      ids += 1;
      return `00000000-0000-4000-8000-${`${ids}`.padStart(12, '0')}`;
    },
  };
  return clock;
}

function guideBot(knowledge: Knowledge, books: Books, clock: Clock): Bot {
  return createBot({
    knowledge,
    callLinks: 'none',
    publicUrl,
    books,
    roster: { membership: async () => ({ kind: 'member', checkedAt: clock.at, verifiedAt: clock.at }) },
    phrases: { missed: none, chosen: none, [Symbol.asyncDispose]: async () => undefined },
    now: clock.now,
    newId: clock.newId,
    changed: none,
    failed: (error) => {
      throw error;
    },
  });
}

function actorOf(bot: Bot, whereabouts: Whereabouts, { newId }: Clock): GuideActor {
  const speaker = (): Speaker => ({
    asker: { isInTeams: true },
    organisations: [],
    whereabouts: { ...whereabouts, activityId: newId() },
  });
  return {
    says: async (text) => cardOf(await bot.hear(text, speaker())),
    presses: async (verb, data = {}, carrier = 'dialog') =>
      cardOf(await bot.press({ verb, data: { ...data, verb } }, carrier, speaker())),
  };
}

function newestOf(issued: readonly NoticeEvent[], kind: NoticeKind, saying: string): object {
  const cards = issued.flatMap((event) =>
    event.kind === 'noticeIssued' && event.notice === kind
      ? [noticeMessage(event.conclusion ?? event.card, { publicUrl }).card]
      : [],
  );
  const card = cards.findLast((one) => JSON.stringify(one).includes(saying));
  if (card === undefined) throw new Error(`No ${kind} that says “${saying}” was issued`);
  return card;
}

const none = (): void => undefined;

function cardOf(spoken: Spoken | undefined): object {
  if (spoken === undefined) throw new Error('The bot has no answer to that');
  return spoken.card;
}

const serviceUrl = 'https://smba.trafficmanager.net/emea/';

const inChat = (person: Person): Whereabouts => ({
  person,
  tenant: 'tenant',
  serviceUrl,
  place: { kind: 'personal', conversation: `chat-${person.id}` },
});

/** In a channel of a team of the same name. */
const inChannel = (person: Person, channel: string): Whereabouts => ({
  ...inChat(person),
  place: {
    kind: 'channel',
    conversation: `${channel};messageid=1`,
    channel: { id: channel, name: channel },
    channelType: 'standard',
    team: { id: `team-${channel}`, name: channel, tenant: 'tenant', serviceUrl },
  },
});
