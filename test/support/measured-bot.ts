import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { appId, tenantId } from './activities.ts';
import type { TestActivity } from './activities.ts';
import { freePort } from './free-port.ts';
import type { MicrosoftOverTls } from './microsoft-over-tls.ts';
import { messagesUrl } from './teams-double.ts';

/** What a process has used since it began: CPU in microseconds, memory in KiB; and what it has now, in bytes. */
const usageSchema = z.object({
  cpuMicros: z.number(),
  peakKib: z.number(),
  rss: z.number(),
  heapUsed: z.number(),
});
export type Usage = z.infer<typeof usageSchema>;

/** A bot in a process of its own, with production's settings; its calls lead to Microsoft's double over TLS. */
export type MeasuredBot = AsyncDisposable & {
  readonly name: string;
  /** From the start of the process to its first answer. */
  readonly readyMs: number;
  /** Delivers an activity and gives what is answered to it; rejects where the bot does not take it. */
  readonly deliver: (activity: TestActivity, token: string) => Promise<string>;
  readonly usage: () => Promise<Usage>;
  /** The same, when what is used no more has been collected. */
  readonly collected: () => Promise<Usage>;
  /** By SIGTERM; resolves when it has ended. */
  readonly stop: () => Promise<void>;
};

type Start = {
  readonly name: string;
  /** What Node is started with: its options, and the bot's file. */
  readonly command: readonly string[];
  readonly microsoft: MicrosoftOverTls;
  readonly certificateFile: string;
  /** Where the bot keeps its data. */
  readonly directory: string;
  /** Other settings of the service; an empty one is left out. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Delivered until it is answered: then the bot is ready. */
  readonly first: TestActivity;
};

const preload = join(import.meta.dirname, '../yardsticks/lead-to-double.mjs');

export async function startMeasuredBot(start: Start): Promise<MeasuredBot> {
  const { name, command, microsoft, certificateFile, directory, first, settings = {} } = start;
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--import', preload, ...command], {
    env: {
      PORT: `${port}`,
      HOST: '127.0.0.1',
      DOUBLE_PORT: `${microsoft.port}`,
      NODE_EXTRA_CA_CERTS: certificateFile,
      NODE_ENV: 'production',
      ...withoutEmpty({ ...service(directory), ...agents, ...settings }),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const closed = once(child, 'close');
  const abandon = (): void => void child.kill('SIGKILL');
  process.once('exit', abandon);
  child.once('close', () => process.off('exit', abandon));

  const deliver = async (activity: TestActivity, token: string): Promise<string> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const body = JSON.stringify(activity);
    const response = await fetch(messagesUrl({ port }), { method: 'POST', headers, body });
    const text = await response.text();
    if (!response.ok) throw new Error(`${name} answered ${response.status}`);
    return text;
  };
  const asked = async (what: string): Promise<Usage> => {
    const answer = once(child, 'message');
    child.send(what);
    return usageSchema.parse((await answer)[0]);
  };
  const token = await microsoft.tokenFor(first);
  while (!(await isTaken(deliver(first, token)))) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}`);
  }
  return {
    name,
    readyMs: performance.now() - startedAt,
    deliver,
    usage: () => asked('usage'),
    collected: () => asked('collect'),
    async stop() {
      child.kill('SIGTERM');
      await closed;
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await closed;
    },
  };
}

/** A bot that does not listen yet refuses the connection: it is asked again. */
async function isTaken(delivery: Promise<string>): Promise<boolean> {
  try {
    await delivery;
    return true;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    await pause(5);
    return false;
  }
}

const secret = 'a secret that no log may have';

/** As contract.md §2 names them, and botbuilder. */
const service = (directory: string) => ({
  MicrosoftAppId: appId,
  MicrosoftAppPassword: secret,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: tenantId,
  DATA_DIR: directory,
});

const withoutEmpty = (settings: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== ''));

/** As the Agents SDK names them. */
const agents = { clientId: appId, clientSecret: secret, tenantId };
