import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { careSettings } from '../../src/domain/ids.ts';
import { partyOf } from '../../src/domain/handover-items.ts';
import { openStore } from '../../src/storage/open-store.ts';
import type { Store } from '../../src/storage/store.ts';
import { startCommand } from '../../src/tools/start-command.ts';
import { isNextInChain } from '../../src/storage/chain.ts';
import { temporaryDirectory } from '../storage/temporary-directory.ts';
import { inChatOf, megan, question, someone } from './activities.ts';
import type { TestActivity } from './activities.ts';
import { startMeasuredBot } from './measured-bot.ts';
import type { MeasuredBot, Usage } from './measured-bot.ts';
import { startMicrosoftOverTls } from './microsoft-over-tls.ts';
import { filledIn, filledInByCoordinator } from './press.ts';
import { seedUnitsIn } from './seed-units.ts';

/** A run of `loadRun`. */
export type Load = {
  readonly seconds: number;
  /** Activities per second, half of them questions and half of them calls that are logged. */
  readonly perSecond: number;
  /** The process that takes the same activities at the same rate for comparison: a file; undefined: none does. */
  readonly echo: string | undefined;
  /** The PostgreSQL in which the service keeps its records; undefined: in files of the run's own. */
  readonly databaseUrl: string | undefined;
  readonly say: (line: string) => void;
};

/** How long answers took, counted from when each was to be sent; milliseconds. */
type Latency = { readonly p50: number; readonly p99: number; readonly most: number };

type LoadResult = {
  readonly faults: readonly string[];
  readonly latency: Latency;
  readonly echo: Latency | undefined;
  /** How many calls were answered as saved. */
  readonly logged: number;
};

const people = Array.from({ length: 200 }, (_none, number) => someone(100 + number));
const units = 60;
/** What a logged call may leave in memory, its record and what it came to; and what is filled once. Bytes. */
const mostPerCall = 16_384;
const mostBesides = 8 * 1_048_576;
const questions = ['vem ringer jag i Ånge?', 'får vi skriva ut patienten?', 'vad ska jag lämna över?'];

const warmUp = (seconds: number): number => Math.min(30, Math.ceil(seconds / 5));

/**
 * 200 people in 60 units ask and log calls during an outage, at a fixed rate whether they are answered or not: what is
 * late counts from when it should have been sent. The service runs as in production, and is warmed up first; the echo
 * takes no longer than two minutes. Nothing may fail, each call that was logged is on record once, and memory grows by what was logged alone.
 */
export async function loadRun(load: Load): Promise<LoadResult> {
  await using microsoft = await startMicrosoftOverTls([...people, megan]);
  await using directory = await temporaryDirectory();
  const certificateFile = join(directory.path, 'certificate.pem');
  await writeFile(certificateFile, microsoft.certificate);
  const data = join(directory.path, 'data');
  const { databaseUrl } = load;
  const open = (): Promise<Store> =>
    openStore(
      databaseUrl === undefined ? { kind: 'file', directory: data } : { kind: 'postgres', url: databaseUrl },
      {},
    );
  await seeded(open);
  const first = question('hjälp', inChatOf(megan));
  const token = await microsoft.tokenFor(first);
  const common = { microsoft, certificateFile, first };
  await using own = await startMeasuredBot({
    ...common,
    name: 'service',
    command: startCommand(),
    directory: data,
    settings: {
      COORDINATORS: megan.aadObjectId,
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl, DATA_DIR: '' }),
    },
  });
  const ran = await drive(own, { ...load, token, logs: true });
  await own.stop();
  const faults = [...ran.faults, ...(await inspect(open, ran.saved))];
  const { latency, saved } = ran;
  if (load.echo === undefined) return { faults, latency, echo: undefined, logged: saved.length };
  await using echo = await startMeasuredBot({
    ...common,
    name: 'echo',
    command: [load.echo],
    directory: data,
  });
  const beside = await drive(echo, { ...load, seconds: Math.min(load.seconds, 120), token, logs: false });
  load.say(`p99 is ${(latency.p99 / beside.latency.p99).toFixed(2)} times the echo’s`);
  return { faults: [...faults, ...beside.faults], latency, echo: beside.latency, logged: saved.length };
}

async function seeded(open: () => Promise<Store>): Promise<void> {
  await using store = await open();
  await seedUnitsIn(store, units + 1);
}

type Driven = {
  readonly faults: readonly string[];
  readonly latency: Latency;
  /** The ids of the forms of calls that were answered as saved. */
  readonly saved: readonly string[];
};
type Drive = Load & { readonly token: string; readonly logs: boolean };

async function drive(bot: MeasuredBot, load: Drive): Promise<Driven> {
  const { logs, perSecond, say, seconds, token } = load;
  if (logs) await declareOutage(bot, token);
  const warm = await phase(bot, load, warmUp(seconds));
  const before = await bot.collected();
  const ran = await phase(bot, load, seconds);
  const after = await bot.collected();
  const latency = latencyOf(ran.times);
  const grown = after.heapUsed - before.heapUsed;
  say(
    `${bot.name}: ${ran.times.length} at ${perSecond}/s; p50 ${latency.p50.toFixed(1)} ms, ` +
      `p99 ${latency.p99.toFixed(1)} ms, most ${latency.most.toFixed(0)} ms; ` +
      `${cpuText(before, after, ran.times.length)}; ${memoryText(before, after)}` +
      (logs
        ? `; ${ran.saved.length} calls logged, ${(grown / ran.saved.length).toFixed(0)} bytes kept of each`
        : ''),
  );
  const isTooMuch = logs && grown > mostBesides + mostPerCall * ran.saved.length;
  return {
    faults: [
      ...new Set([...warm.faults, ...ran.faults]),
      ...(isTooMuch ? [`the heap grew by ${grown} bytes while ${ran.saved.length} calls were logged`] : []),
    ],
    latency,
    saved: [...warm.saved, ...ran.saved],
  };
}

async function declareOutage(bot: MeasuredBot, token: string): Promise<void> {
  const declare = { kind: 'unplanned', message: 'Driften felsöker.' };
  const answer = await bot.deliver(filledInByCoordinator('outage.declare', declare), token);
  if (!answer.includes('Sparat')) throw new Error(`No outage: ${answer.slice(0, 500)}`);
}

type Phase = {
  readonly times: readonly number[];
  readonly faults: readonly string[];
  readonly saved: string[];
};

/** Sends what is due whether what was sent before is answered or not. */
async function phase(bot: MeasuredBot, { logs, perSecond, token }: Drive, seconds: number): Promise<Phase> {
  const times: number[] = [];
  const faults: string[] = [];
  const saved: string[] = [];
  const begun = performance.now();
  const send = async (number: number, dueAt: number): Promise<void> => {
    const isCall = logs && number % 2 === 1;
    const activity = isCall ? callOf(number) : questionOf(number);
    try {
      const answer = await bot.deliver(activity, token);
      times.push(performance.now() - dueAt);
      if (isCall && answer.includes('Sparat')) saved.push(activity.id);
      else if (isCall) faults.push(`a call was answered ${answer.slice(0, 500)}`);
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
    }
  };
  const sent: Promise<void>[] = [];
  for (let number = 0; number < seconds * perSecond; number += 1) {
    const dueAt = begun + (number * 1_000) / perSecond;
    const early = dueAt - performance.now();
    // oxlint-disable-next-line no-await-in-loop -- until it is due
    if (early > 0) await pause(early);
    sent.push(send(number, dueAt));
  }
  await Promise.all(sent);
  return { times, faults, saved };
}

function questionOf(number: number): TestActivity {
  return question(questions[number % questions.length] ?? '', inChatOf(personAt(number)));
}

/** Somebody logs a call about a new patient, in the own chat, for the own unit. */
function callOf(number: number): TestActivity {
  const index = 1 + (number % units);
  const own = partyOf(careSettings[index % 4] ?? 'primary-care');
  const isWard = own === 'inpatient-ward';
  const call = {
    unit: `u${index}`,
    party: isWard ? 'primary-care' : 'inpatient-ward',
    items: isWard ? 'admission' : 'namedContact',
    counterpart: 'Lisa',
    outcome: number % 20 === 1 ? 'given' : 'read-back',
  };
  return filledIn('handover.record', call, inChatOf(personAt(number)));
}

const personAt = (number: number) => people[number % people.length] ?? megan;

function latencyOf(times: readonly number[]): Latency {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
  return { p50: at(0.5), p99: at(0.99), most: at(1) };
}

function cpuText(before: Usage, after: Usage, count: number): string {
  return `${((after.cpuMicros - before.cpuMicros) / 1_000 / count).toFixed(2)} ms of CPU each`;
}

const mib = (bytes: number): string => (bytes / 1_048_576).toFixed(0);

function memoryText(before: Usage, after: Usage): string {
  return `RSS ${mib(before.rss)} → ${mib(after.rss)} MiB, heap ${mib(before.heapUsed)} → ${mib(after.heapUsed)} MiB`;
}

const recorded = z.object({
  kind: z.literal('handoverRecorded'),
  act: z.object({ form: z.object({ id: z.string() }) }),
});

/** Each call that was answered as saved is on record, once, in an unbroken chain. */
async function inspect(open: () => Promise<Store>, saved: readonly string[]): Promise<readonly string[]> {
  await using store = await open();
  const faults: string[] = [];
  const forms: string[] = [];
  for (const stream of await store.streams()) {
    // oxlint-disable-next-line no-await-in-loop -- one stream after the other
    const records = await store.read(stream, 0);
    for (const [at, record] of records.entries()) {
      if (!isNextInChain(records[at - 1], record))
        faults.push(`${stream} ${record.version}: not in the chain`);
      for (const entry of record.entries) forms.push(...idsIn(entry));
    }
  }
  const there = new Set(forms);
  const lost = saved.filter((id) => !there.has(id));
  return [
    ...faults,
    ...(there.size < forms.length ? ['a call is there twice'] : []),
    ...lost.map((id) => `${id} was answered as saved and is not there`),
  ];
}

function idsIn(entry: unknown): readonly string[] {
  const found = recorded.safeParse(entry).data;
  return found === undefined ? [] : [found.act.form.id];
}
