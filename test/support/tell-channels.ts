import { setTimeout as pause } from 'node:timers/promises';
import { temporaryDirectory } from '../storage/temporary-directory.ts';
import { megan } from './activities.ts';
import type { ChannelPost } from './connector-double.ts';
import { seededRandom } from './misbehave.ts';
import type { FaultRates } from './misbehave.ts';
import { answerTo, filledInByCoordinator } from './press.ts';
import { ledgerOf } from './request-ledger.ts';
import type { Death, Ledger } from './request-ledger.ts';
import { seedUnits } from './seed-units.ts';
import { startServiceProcess } from './service-process.ts';
import type { ServiceProcess } from './service-process.ts';
import { startTeamsDouble } from './teams-double.ts';
import type { TeamsDouble } from './teams-double.ts';
import { readToldSteps } from './told-steps.ts';

/** A run of `tellChannels`. */
export type Telling = {
  readonly channels: number;
  /** How often the service is killed while it delivers. */
  readonly kills: number;
  readonly seed: number;
  /** Milliseconds that Teams takes for each request. */
  readonly latencyMs: number;
  /** How many requests Teams takes in a second. It takes 50; on a busy machine they may arrive in bunches. */
  readonly takesPerSecond: number;
  readonly say: (line: string) => void;
};

/** What came of it. */
export type Told = {
  /** Channels that have not everything, repeats without a reason, faults in the log: a line each. */
  readonly faults: readonly string[];
  /** Requests against the fewest possible, and time against the pace that Teams allows; 1 is perfect. */
  readonly requestRatio: number;
  readonly timeRatio: number;
};

/** Of every 100 requests 10 are too many, 5 fail and 2 break off; of these, some are taken all the same. */
const rates: Omit<FaultRates, 'seed'> = {
  throttled: 0.1,
  retryAfterSeconds: 1,
  failedBefore: 0.03,
  failedAfter: 0.02,
  droppedBefore: 0.01,
  droppedAfter: 0.01,
};
/** The pace that the time is held against: Microsoft Learn, "Rate limiting for agents". */
const perSecond = 50;

/** The outage, and how many requests each part of it takes per channel. */
const parts = [
  { verb: 'outage.declare', data: { kind: 'unplanned', message: 'Driften felsöker.' }, perChannel: 1 },
  { verb: 'outage.update', data: { message: 'Felet är hittat.' }, perChannel: 2 },
  { verb: 'outage.end', data: { message: 'Allt är som vanligt.' }, perChannel: 2 },
] as const;

type Stage = AsyncDisposable & {
  readonly telling: Telling;
  readonly double: TeamsDouble;
  readonly directory: string;
  readonly random: () => number;
  readonly deaths: Death[];
  readonly logs: string[];
  bot: ServiceProcess;
  restartsMs: number;
};

/**
 * An outage is declared, updated and ended over HTTP, while Teams misbehaves and the service's process is killed and
 * started again on the same data. Then it is counted who was told, and what it took.
 */
export async function tellChannels(telling: Telling): Promise<Told> {
  await using double = await startTeamsDouble();
  await using data = await temporaryDirectory();
  const directory = data.path;
  const channels = await seedUnits(directory, telling.channels);
  const bot = await startServiceProcess({ double, storage: { DATA_DIR: directory }, coordinators: [megan] });
  const random = seededRandom(telling.seed);
  await using stage: Stage = {
    telling,
    double,
    directory,
    random,
    bot,
    deaths: [],
    logs: [],
    restartsMs: 0,
    [Symbol.asyncDispose]: () => stage.bot.kill(),
  };
  for (const kind of ['thread', 'message', 'edit'] as const) {
    double.connector.delays.set(kind, telling.latencyMs);
  }
  double.connector.troubled({ ...rates, seed: telling.seed });
  double.connector.enforce({ perApp: telling.takesPerSecond, perConversation: 7 });
  const begunAt = performance.now();
  for (const [index, part] of parts.entries()) {
    const kills = Math.floor((telling.kills + index) / parts.length);
    // oxlint-disable-next-line no-await-in-loop -- one part of the story after the other
    await play(stage, part, kills);
  }
  const tookMs = performance.now() - begunAt - stage.restartsMs;
  stage.logs.push(stage.bot.logged());
  const code = await stage.bot.stop();
  const ledger = ledgerOf(double.connector, stage.deaths);
  const { done, unsent } = await readToldSteps(directory);
  const untold = channels.filter(({ id }) => !isTold(double.connector.channelPosts(id)));
  const timeRatio = tookMs / 1_000 / (ledger.requests / perSecond);
  report(stage, ledger, { tookMs, timeRatio });
  return {
    faults: [
      ...ledger.faults,
      ...untold.map(({ id }) => `${id} was not told everything`),
      ...differences(done, ledger.answered),
      ...(unsent > 0 ? [`${unsent} notices are not sent`] : []),
      ...(code === 0 ? [] : [`The service ended with ${code}`]),
      ...stage.logs.flatMap((log) => log.match(/^.*"level":[56]0.*$/gm) ?? []),
    ],
    requestRatio: ledger.requests / ledger.fewest,
    timeRatio,
  };
}

/** The coordinator does one thing, the service is killed so often while it tells of it, and in the end all is sent. */
async function play(stage: Stage, part: (typeof parts)[number], kills: number): Promise<void> {
  const { double, random, telling } = stage;
  const before = double.connector.calls.length;
  const answer = await answerTo(double, stage.bot, filledInByCoordinator(part.verb, part.data));
  if (!answer.includes('Sparat')) throw new Error(`${part.verb} was answered ${answer}`);
  for (let kill = 1; kill <= kills; kill += 1) {
    const share = (kill - 0.1 - 0.8 * random()) / kills;
    // oxlint-disable-next-line no-await-in-loop -- each kill comes after the one before
    await double.connector.reached(before + Math.ceil(share * part.perChannel * telling.channels));
    // oxlint-disable-next-line no-await-in-loop -- as above
    await killAndRestart(stage);
  }
  await settled(stage.bot, mostSeconds(telling));
}

async function killAndRestart(stage: Stage): Promise<void> {
  const { double, directory, deaths } = stage;
  const killedAt = performance.now();
  await stage.bot.kill();
  stage.logs.push(stage.bot.logged());
  const { done } = await readToldSteps(directory);
  // What the dead process had sent has been read from its connections by now.
  deaths.push({ calls: double.connector.calls.length, done });
  stage.bot = await startServiceProcess({ double, storage: { DATA_DIR: directory }, coordinators: [megan] });
  stage.restartsMs += performance.now() - killedAt;
}

/** So long that something is wrong: five times what a part takes, and the wait after a trouble or two. */
const mostSeconds = ({ channels }: Telling): number => 15 + (5 * channels * 2) / perSecond;

/** Resolves when `/ready` says that nothing waits to be sent; rejects after so many seconds. */
export async function settled(bot: ServiceProcess, seconds: number): Promise<void> {
  for (const end = performance.now() + seconds * 1_000; performance.now() < end;) {
    // oxlint-disable-next-line no-await-in-loop -- asked again until it is so
    const response = await fetch(`http://127.0.0.1:${bot.port}/ready`);
    // oxlint-disable-next-line no-await-in-loop -- as above
    if ((await response.text()).includes('"oldestUndeliveredNotice":null')) return;
    // oxlint-disable-next-line no-await-in-loop -- as above
    await pause(20);
  }
  throw new Error(`After ${seconds} s something still waits to be sent: ${bot.logged().slice(-2_000)}`);
}

/** A start that was updated and ended, with the reply of the update; and after it the end. A repeat may stand beside. */
function isTold(posts: readonly ChannelPost[]): boolean {
  const first = posts.findIndex(
    ({ message, edits, replies }) =>
      edits >= 2 &&
      shows(message, 'Avslutat: avbrott i Lifecare SP') &&
      replies.some((reply) => shows(reply, 'Nytt om avbrottet i Lifecare SP')),
  );
  const last = posts.findLastIndex(({ message }) => shows(message, '"Avbrottet är slut"'));
  return first !== -1 && last > first;
}

const shows = (message: object, text: string): boolean => JSON.stringify(message).includes(text);

function differences(recorded: ReadonlySet<string>, answered: ReadonlySet<string>): readonly string[] {
  return [
    ...[...recorded.difference(answered)].map((key) => `${key}: recorded, and Teams never said yes`),
    ...[...answered.difference(recorded)].map((key) => `${key}: Teams said yes, and it is not recorded`),
  ];
}

type Took = { readonly tookMs: number; readonly timeRatio: number };

function report({ telling, deaths, restartsMs, double }: Stage, ledger: Ledger, took: Took): void {
  const { requests, fewest, answered, again, shown } = ledger;
  const lines = [
    `${telling.channels} channels, ${deaths.length} kills, seed ${telling.seed}`,
    `steps to take: ${answered.size}`,
    `requests: ${requests}; the fewest: ${fewest}; ratio ${(requests / fewest).toFixed(3)} (goal ≤ 1.05)`,
    `seconds: ${(took.tookMs / 1_000).toFixed(1)}, and ${(restartsMs / 1_000).toFixed(1)} for restarts; against ${perSecond} per second: ${took.timeRatio.toFixed(3)} (goal ≤ 1.2)`,
    `most in one second: ${double.connector.mostPerSecond()}`,
    `made again: ${list(again)}`,
    `seen twice in a channel: ${list(shown)}`,
  ];
  for (const line of lines) telling.say(line);
}

function list(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([reason, times]) => `${times} × ${reason}`).join('; ') || 'none';
}
