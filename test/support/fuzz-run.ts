import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import pino from 'pino';
import { unreachable } from '../../src/domain/unreachable.ts';
import { logOptions } from '../../src/service.ts';
import { openFileStore } from '../../src/storage/file-store.ts';
import { temporaryDirectory } from '../storage/temporary-directory.ts';
import { activity, asa, bo, megan, question } from './activities.ts';
import { fuzzPlans } from './fuzz-activities.ts';
import type { FuzzInput, FuzzPlan, Shown } from './fuzz-activities.ts';
import { worldSetUp } from './fuzz-world.ts';
import { plantedIn } from './planted-identities.ts';
import { createTestKey } from './microsoft-tokens.ts';
import { faultsInDeeds } from './saved-deeds.ts';
import { seedUnits } from './seed-units.ts';
import { startBot } from './start-bot.ts';
import type { TestBot } from './start-bot.ts';
import { shownCard } from './story.ts';
import { claimsFor, post, startTeamsDouble } from './teams-double.ts';
import type { TeamsDouble } from './teams-double.ts';

/** A run of `fuzzRun`. */
export type Fuzz = {
  readonly inputs: number;
  readonly seed: number;
  readonly say: (line: string) => void;
};

/** Sent at once, and between two looks at all that was sent and logged. */
const atOnce = 8;
const perRound = 500;
/** What an input may leave in memory besides what it had recorded; and what is filled once. Bytes. */
const mostPerInput = 2_048;
const mostBesides = 48 * 1_048_576;

/**
 * Sends activities of every kind and shape to the whole service over HTTP, in the middle of an outage: units are
 * connected, calls are logged, what the bot shows is pressed and changed. Nothing may be answered 5xx, no fault be
 * logged, no planted identity stand in an answer, a message, the log, the metrics or the records; the records are a
 * chain afterwards, and a new service reads them. Gives what did not hold.
 */
export async function fuzzRun({ inputs, seed, say }: Fuzz): Promise<readonly string[]> {
  await using data = await temporaryDirectory();
  await using double = await startTeamsDouble();
  const channels = await seedUnits(data.path, 5);
  for (const { team } of channels) double.connector.places.setMembers(team.id, [asa, bo, megan]);
  const faults: string[] = [];
  const statuses = new Map<number, number>();
  const started = performance.now();
  {
    const lines: string[] = [];
    await using bot = await startOn(data.path, double, lines);
    const tokens = createTokens(double);
    const run: Run = { bot, double, faults, lines, shown: [], statuses, sent: new Map(), tokens };
    const memory: number[] = [];
    const plans = fuzzPlans(channels);
    for (let round = 0; round * perRound < inputs && faults.length < 20; round += 1) {
      const count = Math.min(perRound, inputs - round * perRound);
      for (const input of worldSetUp(channels)) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await send(input, run);
      }
      // oxlint-disable-next-line no-await-in-loop -- as above
      await inTurns(fc.sample(plans, { numRuns: count, seed: seed + round }), run);
      // oxlint-disable-next-line no-await-in-loop -- as above
      await look(run);
      memory.push(heapInUse());
    }
    faults.push(...grown(memory, say));
    const metrics = await (await fetch(`http://127.0.0.1:${bot.port}/metrics`)).text();
    faults.push(...plantedIn(metrics).map((identity) => `${identity} in the metrics`));
  }
  const seconds = (performance.now() - started) / 1_000;
  const answered = [...statuses].toSorted(([one], [other]) => one - other).map((pair) => pair.join(': '));
  say(`${inputs} inputs in ${seconds.toFixed(0)} s, seed ${seed}; answered ${answered.join(', ')}`);
  faults.push(...(await faultsOnDisk(data.path, double)));
  return [...new Set(faults)];
}

type Run = {
  readonly bot: TestBot;
  readonly double: TeamsDouble;
  readonly faults: string[];
  /** What was logged since the last look. */
  readonly lines: string[];
  /** Buttons and forms that the bot has shown lately. */
  readonly shown: Shown[];
  readonly statuses: Map<number, number>;
  /** What was sent since the last look, by the activity's id. */
  readonly sent: Map<string, string>;
  readonly tokens: Tokens;
};

function startOn(directory: string, double: TeamsDouble, lines: string[]): Promise<TestBot> {
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return startBot(double, {
    log: pino({ ...logOptions, level: 'trace' }, sink),
    // Few people send it all: what lies behind the limit is to be met.
    limits: { personMost: Number.POSITIVE_INFINITY },
    config: { storage: { kind: 'file', directory }, coordinators: [megan.aadObjectId] },
  });
}

/** So many at a time; what the answers show can be pressed from the next ones on. */
async function inTurns(plans: readonly FuzzPlan[], run: Run): Promise<void> {
  for (let at = 0; at < plans.length; at += atOnce) {
    const inputs = plans.slice(at, at + atOnce).map((plan) => plan(run.shown));
    // oxlint-disable-next-line no-await-in-loop -- the next ones press what these show
    await Promise.all(inputs.map((input) => send(input, run)));
  }
}

/** 431: a token for an endless service URL makes an endless header. */
const expected = new Set([200, 400, 401, 403, 413, 429, 431]);

async function send(input: FuzzInput, run: Run): Promise<void> {
  const { bot, faults, shown, statuses, tokens } = run;
  const about = input.body.slice(0, 1_000);
  run.sent.set(/"id":"([^"]{1,100})/.exec(input.body)?.[1] ?? '', about);
  try {
    const authorization = await tokens(input);
    const response = await post(bot, input.body, authorization === undefined ? {} : { authorization });
    const text = await response.text();
    const { status } = response;
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (!expected.has(status)) faults.push(`${status} for ${about}`);
    if (input.token !== 'right' && status === 200) faults.push(`let in without a token: ${about}`);
    faults.push(...plantedIn(text).map((identity) => `${identity} in the answer to ${about}`));
    if (text.includes('AdaptiveCard')) keepShown(JSON.parse(text), shown);
  } catch (error) {
    faults.push(`${String(error)} for ${about}`);
  }
}

const mostShown = 300;

function keepShown(answer: object, shown: Shown[]): void {
  const { buttons, values } = shownCard(answer);
  shown.push(...buttons.map(({ data, verb }) => ({ verb, data: { ...values, ...data } })));
  shown.splice(0, shown.length - mostShown);
}

/** Reads, and then forgets, all that was sent and logged. */
async function look({ bot, double, faults, lines, sent, shown }: Run): Promise<void> {
  const { connector } = double;
  for (const { body, method, path } of connector.calls) {
    const json = JSON.stringify(body) ?? '';
    faults.push(...plantedIn(json).map((identity) => `${identity} was sent: ${method} ${path} ${json}`));
  }
  for (const message of connector.messages()) keepShown(message, shown);
  connector.forgetAll();
  faults.push(...lines.splice(0).flatMap((line) => faultsInLine(line, sent)));
  sent.clear();
  const alive = await fetch(`http://127.0.0.1:${bot.port}/ready`);
  if (alive.status !== 200) faults.push(`not ready: ${await alive.text()}`);
}

function faultsInLine(line: string, sent: Run['sent']): readonly string[] {
  const isFault = /"(?:fault|not kept)"/.test(line);
  const about = sent.get(/"activity":"([^"]+)/.exec(line)?.[1] ?? '') ?? '';
  return [
    ...plantedIn(line).map((identity) => `${identity} was logged: ${line.trim()}`),
    ...(isFault ? [`a fault: ${line.trim()} ${about}`] : []),
  ];
}

type Tokens = (input: FuzzInput) => Promise<string | undefined>;

/** One for each service URL, as Teams has. */
function createTokens(double: TeamsDouble): Tokens {
  const known = new Map<string, Promise<string>>();
  const stranger = createTestKey('first');
  const right = (serviceUrl: string): Promise<string> => {
    const token = known.get(serviceUrl) ?? double.tokenFor(activity({ serviceUrl }));
    if (known.size < 1_000) known.set(serviceUrl, token);
    return token;
  };
  return async ({ serviceUrl, token }) => {
    const claims = claimsFor(activity({ serviceUrl }));
    switch (token) {
      case 'right':
        return `Bearer ${await right(serviceUrl)}`;
      case 'none':
        return undefined;
      case 'junk':
        return 'Bearer aGVq.aGVq.aGVq';
      case 'expired':
        return `Bearer ${await double.tokenFor(activity({ serviceUrl }), { exp: 1_000_000 })}`;
      case 'of-another-key':
        return `Bearer ${await stranger.sign(claims)}`;
      case 'of-another-url':
        return `Bearer ${await right(`${serviceUrl}x`)}`;
      default:
        return unreachable(token);
    }
  };
}

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

function heapInUse(): number {
  if (typeof collect === 'function') collect();
  return process.memoryUsage().heapUsed;
}

const mib = (bytes: number): string => (bytes / 1_048_576).toFixed(1);

/** The first fifth warms up. */
function grown(memory: readonly number[], say: Fuzz['say']): readonly string[] {
  const from = Math.floor(memory.length / 5);
  const [before = 0, after = 0] = [memory[from], memory.at(-1)];
  const inputs = (memory.length - 1 - from) * perRound;
  say(
    `heap after a fifth ${mib(before)} MiB, at the end ${mib(after)} MiB, most ${mib(Math.max(...memory))} MiB`,
  );
  return after - before > mostBesides + mostPerInput * inputs ? ['the heap grew'] : [];
}

/** What is wrong with what was recorded; a new service reads it, and answers. */
async function faultsOnDisk(directory: string, double: TeamsDouble): Promise<readonly string[]> {
  const names = await readdir(directory, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    names.filter((one) => one.isFile()).map((one) => readFile(join(one.parentPath, one.name), 'utf8')),
  );
  const identities = texts.flatMap(plantedIn).map((identity) => `${identity} was kept`);
  await using store = await openFileStore(directory);
  const chain = await faultsInDeeds(store, new Set());
  await store[Symbol.asyncDispose]();
  const lines: string[] = [];
  await using bot = await startOn(directory, double, lines);
  const { status } = await double.deliver(bot, question('vem ringer jag i Ånge?'));
  return [
    ...identities,
    ...chain,
    ...(status === 200 ? [] : [`answered ${status} after a new start`]),
    ...lines.filter((line) => line.includes('"fault"')),
  ];
}
