import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { swedishDateOf, swedishTimeOf } from '../../src/domain/swedish-time.ts';
import { openFileStore } from '../../src/storage/file-store.ts';
import type { OpenFile } from '../../src/storage/open-file.ts';
import type { StoredRecord } from '../../src/storage/store.ts';
import type { Overrides } from '../../src/service.ts';
import { temporaryDirectory } from '../storage/temporary-directory.ts';
import { megan, question } from './activities.ts';
import type { TestActivity } from './activities.ts';
import type { ChannelPost } from './connector-double.ts';
import type { TestKey } from './microsoft-tokens.ts';
import { createMovedClock } from './moved-clock.ts';
import type { MovedClock } from './moved-clock.ts';
import { filledInByCoordinator } from './press.ts';
import { coordinationChannel, seedUnits } from './seed-units.ts';
import type { SeededChannel } from './seed-units.ts';
import { startBot } from './start-bot.ts';
import type { TestBot } from './start-bot.ts';
import { claimsFor, post, startTeamsDouble } from './teams-double.ts';
import type { TeamsDouble } from './teams-double.ts';

/** What a stage is built with; what is not said is as in production, but for waits that a test cannot sit through. */
type Build = {
  /** Connected channels; the first is the coordinators'. */
  readonly channels?: number;
  readonly overrides?: Pick<Overrides, 'limits' | 'delivery' | 'http'>;
  readonly openFile?: OpenFile;
  /** The way out; without it straight to the double. */
  readonly way?: (double: TeamsDouble) => typeof fetch;
};

/** The service on a real disk, heard and answered over real sockets, with units connected and a clock to move. */
export type FaultStage = AsyncDisposable & {
  readonly double: TeamsDouble;
  readonly clock: MovedClock;
  /** Where it keeps its data. */
  readonly directory: string;
  readonly channels: readonly SeededChannel[];
  /** The one that runs now. */
  readonly bot: () => TestBot;
  readonly stop: () => Promise<void>;
  /** Rejects with what it says where it does not start. */
  readonly start: () => Promise<void>;
  readonly restart: () => Promise<void>;
  /** Delivers an activity with a token of the stage's time; signed by Microsoft's first key unless by another. */
  readonly send: (activity: TestActivity, key?: TestKey) => Promise<Response>;
  /** What is answered in the request; the status must be 200. */
  readonly answer: (activity: TestActivity) => Promise<string>;
  readonly coordinate: (verb: string, data?: object) => Promise<string>;
  /** Asks whom to ring in Ånge, in the chat of the nurse: the texts of the answers that stand there then. */
  readonly ask: () => Promise<readonly string[]>;
  /** `/ready`, as it stands. */
  readonly ready: () => Promise<{ readonly status: number; readonly text: string }>;
  /** Resolves when nothing waits to be sent; the clock jumps so many milliseconds ahead until then, again and again. */
  readonly settled: (stepMs?: number) => Promise<void>;
  /** The posts of a channel that say something. */
  readonly posts: (channel: SeededChannel, text?: RegExp) => readonly ChannelPost[];
  /** Resolves when the service has logged something so often since the stage began. */
  readonly logs: (text: RegExp, times?: number) => Promise<void>;
  /** Every record on the disk, by stream, as a process that is started now would find them. */
  readonly records: () => Promise<readonly StoredRecord[]>;
};

/** A retry comes within some milliseconds and the clock is looked at all the time; the rest is production's. */
const quick = {
  limits: { lookEveryMs: 10 },
  delivery: {
    lookEveryMs: 10,
    backOff: { firstMs: 20, mostMs: 200 },
    storeBackOff: { firstMs: 20, mostMs: 200 },
  },
};

export async function buildFaultStage(build: Build = {}): Promise<FaultStage> {
  const double = await startTeamsDouble();
  const data = await temporaryDirectory();
  const channels = await seedUnits(data.path, build.channels ?? 3);
  const clock = createMovedClock();
  const logged: string[] = [];
  let running: TestBot | undefined;

  const bot = (): TestBot => {
    if (running === undefined) throw new Error('The service does not run');
    return running;
  };
  const start = async (): Promise<void> => {
    const { limits, delivery, http } = build.overrides ?? {};
    const { openFile } = build;
    const storage = { kind: 'file', directory: data.path } as const;
    running = await startBot(
      { fetch: build.way?.(double) ?? double.fetch },
      {
        now: clock.now,
        limits: { ...quick.limits, ...limits },
        delivery: { ...quick.delivery, ...delivery },
        ...(http !== undefined && { http }),
        ...(openFile !== undefined && { store: await openFileStore(data.path, { openFile }) }),
        config: { coordinators: [megan.aadObjectId], storage },
      },
    );
  };
  const stop = async (): Promise<void> => {
    if (running === undefined) return;
    logged.push(running.logged());
    await running[Symbol.asyncDispose]();
    running = undefined;
  };
  const send = async (activity: TestActivity, key?: TestKey): Promise<Response> => {
    const seconds = clock.at() / 1_000;
    const times = { nbf: seconds - 60, exp: seconds + 3_600 };
    const token = await (key?.sign({ ...claimsFor(activity), ...times }) ?? double.tokenFor(activity, times));
    return post(bot(), activity, { authorization: `Bearer ${token}` });
  };
  const answer = async (activity: TestActivity): Promise<string> => {
    const response = await send(activity);
    expect(response.status).toBe(200);
    return response.text();
  };
  const ready = async () => {
    const response = await fetch(`http://127.0.0.1:${bot().port}/ready`);
    return { status: response.status, text: await response.text() };
  };
  const said = (): string => logged.join('') + (running?.logged() ?? '');

  await start();
  return {
    double,
    clock,
    directory: data.path,
    channels,
    bot,
    start,
    stop,
    send,
    answer,
    ready,
    async restart() {
      await stop();
      await start();
    },
    coordinate: (verb, data = {}) => answer(filledInByCoordinator(verb, data)),
    async ask() {
      const asked = question('Vem ringer jag i Ånge?');
      await answer(asked);
      return double.connector.messagesIn('a:personal').map((message) => JSON.stringify(message));
    },
    async settled(stepMs = 0) {
      const untold = async (): Promise<string> => {
        clock.jump(stepMs);
        return (await ready()).text;
      };
      await expect
        .poll(untold, { timeout: 20_000, interval: 10 })
        .toContain('"oldestUndeliveredNotice":null');
    },
    posts: ({ id }, text = /^/) =>
      double.connector.channelPosts(id).filter(({ message }) => text.test(JSON.stringify(message))),
    async logs(text, times = 1) {
      const count = (): number =>
        said()
          .split('\n')
          .filter((line) => text.test(line)).length;
      await expect.poll(count, { timeout: 20_000, interval: 5 }).toBeGreaterThanOrEqual(times);
    },
    async records() {
      await using copy = await temporaryDirectory();
      await cp(data.path, copy.path, { recursive: true });
      await rm(join(copy.path, 'lock'), { force: true });
      await using store = await openFileStore(copy.path);
      const streams = await store.streams();
      return (await Promise.all(streams.map((stream) => store.read(stream, 0)))).flat();
    },
    async [Symbol.asyncDispose]() {
      await stop();
      await double[Symbol.asyncDispose]();
      await data[Symbol.asyncDispose]();
    },
  };
}

/** All channels but the coordinators' own. */
export const unitsOf = ({ channels }: Pick<FaultStage, 'channels'>): readonly SeededChannel[] =>
  channels.filter(({ id }) => id !== coordinationChannel.id);

/** The fields of a form that declares an outage, and of one that tells of it. */
export const declared = { kind: 'unplanned', message: 'Driften felsöker.' };
export const updated = { message: 'Felet är hittat.' };

/** The number that a notice shows. */
export function numberOf({ message }: ChannelPost): string {
  const [, number = ''] = /Meddelande (\d+)/.exec(JSON.stringify(message)) ?? [];
  if (number === '') throw new Error('The notice shows no number');
  return number;
}

/** The outage that an answer's buttons are about. */
export function outageIn(answer: string): string {
  const [, outage = ''] = /"outage":"([^"]+)"/.exec(answer) ?? [];
  if (outage === '') throw new Error(`No outage in ${answer}`);
  return outage;
}

/** The fields of a form that says when an outage began. */
export const startingAt = (at: number): { readonly startedOn: string; readonly startedAt: string } => ({
  startedOn: swedishDateOf(at),
  startedAt: swedishTimeOf(at),
});

/** The kinds of all that happened, in the order of the records. */
export const kindsIn = (records: readonly StoredRecord[]): readonly string[] =>
  records.flatMap(({ entries }) => entries.map(({ kind }) => kind));
