import { createBooks } from '../../src/app/books.ts';
import { createBot } from '../../src/app/bot.ts';
import type { Books } from '../../src/app/books.ts';
import { issueNotices } from '../../src/app/issue-notices.ts';
import { createPhrases } from '../../src/app/phrases.ts';
import type { Membership } from '../../src/app/roster.ts';
import type { FormCarrier } from '../../src/app/verb-message.ts';
import type { Whereabouts } from '../../src/app/whereabouts.ts';
import type { Asker } from '../../src/domain/asker.ts';
import type { Organisation } from '../../src/domain/ids.ts';
import { dueWrites } from '../../src/domain/due.ts';
import type { Outage } from '../../src/domain/outage.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import type { Store } from '../../src/storage/store.ts';
import { asa, avdelning24, chatOf, megan, serviceUrl, someone, tenantId } from './activities.ts';
import type { TestPerson, TestTeam } from './activities.ts';
import { builtInKnowledge } from './built-in-knowledge.ts';
import { shownCard } from './story.ts';
import type { ShownCard } from './story.ts';

/** What the bot answered, as it is read, and what came of it. */
export type Seen = ShownCard & { readonly outcome: string; readonly summary: string };

type Data = Readonly<Record<string, unknown>>;
type How = { readonly carrier?: FormCarrier; readonly asker?: Asker; readonly activityId?: string };

/** The bot without Teams: use cases, books and a store in memory, and a clock that stands still until it is set. */
export type BotStage = {
  readonly press: (by: Whereabouts, verb: string, data?: Data, how?: How) => Promise<Seen>;
  readonly says: (by: Whereabouts, text: string, asker?: Asker) => Promise<Seen>;
  /** Sets the clock, and lets happen what is due. */
  readonly at: (moment: string) => Promise<void>;
  readonly setRoster: (kind: Membership['kind']) => void;
  /** Who is in which team: a roster by team's id and person's Entra id, in place of one that knows everybody. */
  readonly setRosters: (rosterOf: (team: string, person: string) => Omit<Membership, 'checkedAt'>) => void;
  readonly books: Books;
  readonly store: Store;
  /** All that is on record, as text. */
  readonly recorded: () => Promise<string>;
  readonly outages: () => Promise<readonly Outage[]>;
  /** When what is kept of phrases is kept. */
  readonly settled: () => Promise<void>;
  /** What the bot told of as a fault. */
  readonly failures: readonly unknown[];
};

const inTeams: Asker = { isInTeams: true };

/** When nothing else is said. */
export const stageStart = '2026-11-24T08:00:00+01:00';

/** `COORDINATORS` names Megan, and the second one. */
export const secondCoordinator: TestPerson = { ...someone(9), name: 'Nils Samordnare' };
const coordinators = [megan, secondCoordinator];

/** Where somebody is in the own chat. */
export function inOwnChat({ id, aadObjectId, name }: TestPerson): Whereabouts {
  return {
    person: { id: aadObjectId, name },
    userId: id,
    tenant: tenantId,
    serviceUrl,
    place: { kind: 'personal', conversation: chatOf({ id, aadObjectId, name }) },
  };
}

/** Where somebody is in a channel. */
export function inTeamChannel(
  person: TestPerson,
  { channel = '19:sp@thread.tacv2', name = 'Lifecare SP', team = avdelning24, type }: PlaceChanges = {},
): Whereabouts {
  return {
    ...inOwnChat(person),
    place: {
      kind: 'channel',
      conversation: `${channel};messageid=1`,
      channel: { id: channel, name },
      ...(type !== undefined && { channelType: type }),
      team: { id: team.id, name: team.name ?? '', tenant: tenantId, serviceUrl },
    },
  };
}
type PlaceChanges = {
  readonly channel?: string;
  readonly name?: string;
  readonly team?: TestTeam;
  readonly type?: 'standard' | 'private' | 'shared';
};

/** Without the Entra object id, as Teams names some. */
export function unnamed({ person: _person, ...whereabouts }: Whereabouts): Whereabouts {
  return whereabouts;
}

export const nurse = inOwnChat(asa);
export const coordinator = inOwnChat(megan);
export const otherCoordinator = inOwnChat(secondCoordinator);

/** Starts a bot; `store` takes the place of one in memory. */
export async function openBotStage(store: Store = createMemoryStore()): Promise<BotStage> {
  const knowledge = await builtInKnowledge();
  const failures: unknown[] = [];
  let clock = Date.parse(stageStart);
  let ids = 0;
  let kind: Membership['kind'] = 'member';
  let rosterOf: ((team: string, person: string) => Omit<Membership, 'checkedAt'>) | undefined;
  const now = (): Date => new Date(clock);
  const configuredCoordinators = coordinators.map(({ aadObjectId }) => aadObjectId);
  const books = createBooks({
    store,
    now,
    configuredCoordinators,
    issueNotices: (caused) => issueNotices(caused, knowledge.routine),
  });
  const newId = (): string => {
    ids += 1;
    return `00000000-0000-4000-8000-${`${ids}`.padStart(12, '0')}`;
  };
  const phrases = createPhrases({ store, now, failed: (error) => void failures.push(error) });
  const bot = createBot({
    knowledge,
    callLinks: 'none',
    books,
    roster: {
      membership: async ({ team, person }) => ({
        checkedAt: clock,
        ...(rosterOf?.(team.id, person.id) ?? { kind, ...(kind === 'member' && { verifiedAt: clock }) }),
      }),
    },
    phrases,
    now,
    newId,
    changed: () => undefined,
    failed: (error) => void failures.push(error),
  });
  const tick = async (): Promise<void> => {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- what one write causes may be due as well
      const { decision } = await books.change((world) => {
        const writes = dueWrites(world, clock);
        return writes.length > 0 ? { kind: 'decided', writes } : { kind: 'repeated' };
      });
      if (decision.kind !== 'decided') return;
    }
  };

  return {
    store,
    books,
    failures,
    settled: async () => phrases[Symbol.asyncDispose](),
    async press(by, verb, data = {}, { carrier = 'execute', asker = inTeams, activityId } = {}) {
      const whereabouts = { ...by, activityId: activityId ?? `activity-${newId()}` };
      const spoken = await bot.press({ verb, data: { ...data, verb } }, carrier, {
        asker,
        organisations: organisationsOf(asker),
        whereabouts,
      });
      if (spoken === undefined) throw new Error(`The bot has no ${verb}`);
      return { ...shownCard(spoken.card), outcome: spoken.outcome, summary: spoken.summary };
    },
    async says(by, text, asker = inTeams) {
      const spoken = await bot.hear(text, {
        asker,
        organisations: organisationsOf(asker),
        whereabouts: { ...by, activityId: `activity-${newId()}` },
      });
      if (spoken === undefined) throw new Error('The text was too long');
      return { ...shownCard(spoken.card), outcome: spoken.outcome, summary: spoken.summary };
    },
    async at(moment) {
      clock = Date.parse(moment);
      await tick();
    },
    setRoster: (told) => {
      kind = told;
    },
    setRosters: (rosters) => {
      rosterOf = rosters;
    },
    async recorded() {
      const streams = await store.streams();
      const records = await Promise.all(streams.map((stream) => store.read(stream, 0)));
      return JSON.stringify(records.flat());
    },
    outages: async () => [...(await books.world()).outages.values()],
  };
}

/** The one outage there is. */
export async function onlyOutage({ outages }: Pick<BotStage, 'outages'>): Promise<Outage> {
  const [outage, ...others] = await outages();
  if (outage === undefined || others.length > 0)
    throw new Error(`There are ${others.length + 1} outages, or none`);
  return outage;
}

/** What a client sends of a form: an input that holds nothing is not sent at all (adaptivecards 3.0, `isSet`). */
export function asClientSends(form: ShownCard, filled: Readonly<Record<string, string>> = {}): Data {
  const [submit] = form.buttons;
  const values = Object.entries({ ...form.values, ...filled }).filter(([, value]) => value !== '');
  return { ...submit?.data, ...Object.fromEntries(values) };
}

/** The tenant's: where it is one organisation's, that is what is known of the asker. */
const organisationsOf = ({ organisation }: Asker): readonly Organisation[] =>
  organisation === undefined ? [] : [organisation];
