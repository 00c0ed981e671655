import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileStore } from '../storage/file-store.ts';
import { median } from './bench-run.ts';
import type { Goal, Row } from './bench-run.ts';
import { buildIn } from './build-in.ts';
import { fillStore } from './sample-bot.ts';
import { startCommand } from './start-command.ts';
import { sampleLog, sampleNow, sampleOutage } from './sample-log.ts';

const calls = 100_000;
/** 200 people with ten calls each. */
const manyCalls = 2_000;

/** How long a start takes, until the service says that it is ready, and the CPU of it. */
type Start = { readonly readyMs: number; readonly cpuMs: number };

/** A start with nothing saved, beside one with a large outage that is put away, and two with one open. */
export async function benchStart({ rounds }: { readonly rounds: number }) {
  const directory = await mkdtemp(join(tmpdir(), 'bench-start-'));
  const service = join(directory, 'service');
  await buildIn(service);
  const main: Main = { file: join(service, 'main.js'), compiled: join(directory, 'compiled') };
  const kinds = [
    ['nothing saved', await filled(join(directory, 'empty'), { calls: 0 })],
    [
      `${calls} calls in an outage that is put away`,
      await filled(join(directory, 'settled'), { calls, isSettled: true }),
    ],
    [`${manyCalls} calls in an open outage`, await filled(join(directory, 'many'), { calls: manyCalls })],
    [`${calls} calls in an open outage`, await filled(join(directory, 'open'), { calls })],
  ] as const;
  const starts = kinds.map((): Start[] => []);
  for (let round = -1; round < Math.min(rounds, 7); round += 1) {
    for (const [at, [, data]] of kinds.entries()) {
      const start = await started(data, main);
      // The first one fills what is kept.
      if (round >= 0) starts[at]?.push(start);
    }
  }
  await rm(directory, { recursive: true });
  const ready = starts.map((all) => median(all.map(({ readyMs }) => readyMs)));
  const cpu = starts.map((all) => median(all.map(({ cpuMs }) => cpuMs)));
  const ratio = (at: number): number => (ready[at] ?? Number.NaN) / (ready[0] ?? Number.NaN);
  const table: readonly Row[] = [
    ['median', 'ready, ms', 'ratio', 'CPU, ms'],
    ...kinds.map(([name], at): Row => {
      return [name, (ready[at] ?? 0).toFixed(0), ratio(at).toFixed(2), (cpu[at] ?? 0).toFixed(0)];
    }),
  ];
  const goals: readonly Goal[] = [
    { what: 'start with a large outage put away, ratio', measured: ratio(1), most: 1.2 },
    { what: `start with ${manyCalls} calls in an open outage, ratio`, measured: ratio(2), most: 1.2 },
    { what: `start with ${calls} calls in an open outage, ratio`, measured: ratio(3), most: 1.2 },
  ];
  return { table, goals };
}

type Filling = { readonly calls: number; readonly isSettled?: true };

async function filled(directory: string, filling: Filling): Promise<string> {
  await using store = await openFileStore(directory);
  if (filling.calls > 0) await fillStore(store, sampleLog(filling.calls));
  if (filling.isSettled === true) {
    const entries = [{ kind: 'outageSettled', at: sampleNow, outage: sampleOutage }];
    await store.append({ stream: 'directory', expectedVersion: 'any', recordedAt: sampleNow, entries });
  }
  return directory;
}

/** The built service's file, and where what V8 compiles of it is kept, as in the image. */
type Main = { readonly file: string; readonly compiled: string };

/** The service in a process of its own; it says itself what CPU it used, when it is ready. */
async function started(directory: string, { compiled, file }: Main): Promise<Start> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, ['--import', usageSaid, ...startCommand(file)], {
    env: {
      ALLOW_ANONYMOUS: 'true',
      HOST: '127.0.0.1',
      PORT: port,
      DATA_DIR: directory,
      NODE_COMPILE_CACHE: compiled,
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const closed = once(child, 'close');
  await saidReady(child);
  const readyMs = performance.now() - begun;
  const answer = once(child, 'message');
  child.send('usage');
  const [cpuMs] = await answer;
  child.kill('SIGTERM');
  await closed;
  return { readyMs, cpuMs: Number(cpuMs) };
}

/** Its log is read to the end: a service whose log nobody takes would wait with it. */
function saidReady({ stdout }: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    let said = '';
    stdout?.setEncoding('utf8').on('data', (text) => {
      said += String(text);
      if (said.includes('"ready"')) resolve();
    });
  });
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port of this machine is free');
  return `${address.port}`;
}

const usageSaid = `data:text/javascript,${encodeURIComponent(`
  process.on('message', () => {
    const { system, user } = process.cpuUsage();
    process.send((system + user) / 1000);
  });
  process.channel.unref();`)}`;
