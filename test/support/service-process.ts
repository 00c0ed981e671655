import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { appId, tenantId } from './activities.ts';
import type { TestPerson } from './activities.ts';
import { freePort } from './free-port.ts';
import type { TeamsDouble } from './teams-double.ts';

/** What a service is started with. */
type Start = {
  readonly double: Pick<TeamsDouble, 'port'>;
  /** Where it keeps its data: a directory, or the URL of a database. */
  readonly storage: { readonly DATA_DIR: string } | { readonly DATABASE_URL: string };
  readonly coordinators: readonly TestPerson[];
  /** Variables of the environment beside these. */
  readonly env?: NodeJS.ProcessEnv;
  /** A file that is loaded before the service. */
  readonly loaded?: string;
  /** The service's own file, where it is another than the source's. */
  readonly main?: string;
};

/** The service in a process of its own, as in production but for where its calls lead. */
export type ServiceProcess = AsyncDisposable & {
  readonly port: number;
  /** What it has written to its log and to stderr. */
  readonly logged: () => string;
  /** Resolves once it has said that. */
  readonly saying: (text: string) => Promise<void>;
  /** By SIGKILL; resolves when it is gone. */
  readonly kill: () => Promise<void>;
  /** By a signal that it does not outlive; resolves to its exit code. */
  readonly crash: (signal: NodeJS.Signals) => Promise<number>;
  /** By SIGTERM; resolves to its exit code. */
  readonly stop: () => Promise<number>;
};

const source = join(import.meta.dirname, '../../src/main.ts');
const preload = join(import.meta.dirname, '../processes/lead-to-double.ts');

/** Resolves when it is ready; rejects with what it said when it ends before. */
export async function startServiceProcess({
  double,
  storage,
  coordinators,
  ...given
}: Start): Promise<ServiceProcess> {
  const port = await freePort();
  const env = {
    PORT: `${port}`,
    HOST: '127.0.0.1',
    MicrosoftAppId: appId,
    MicrosoftAppPassword: 'a secret that no log may have',
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: tenantId,
    COORDINATORS: coordinators.map(({ aadObjectId }) => aadObjectId).join(','),
    ...storage,
    ...given.env,
  };
  const loaded = given.loaded === undefined ? [] : ['--import', given.loaded];
  const child = spawn(
    process.execPath,
    ['--import', preload, ...loaded, given.main ?? source, `${double.port}`],
    {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const closed = once(child, 'close');
  // Nothing of a test that was broken off goes on by itself.
  const abandon = (): void => void child.kill('SIGKILL');
  process.once('exit', abandon);
  child.once('close', () => process.off('exit', abandon));
  const said: string[] = [];
  const listening = new Set<() => void>();
  const hear = (text: unknown): void => {
    said.push(String(text));
    for (const look of listening) look();
  };
  const saying = (text: string): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!said.join('').includes(text)) return;
        listening.delete(look);
        resolve();
      };
      listening.add(look);
      look();
    });
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  const ended = async (): Promise<never> => {
    await closed;
    throw new Error(`The service ended: ${said.join('')}`);
  };
  await Promise.race([saying('"ready"'), ended()]);
  const end = async (signal: NodeJS.Signals): Promise<number> => {
    child.kill(signal);
    const [code] = await closed;
    return Number(code);
  };
  return {
    port,
    logged: () => said.join(''),
    saying: (text) => Promise.race([saying(text), ended()]),
    kill: async () => void (await end('SIGKILL')),
    crash: end,
    stop: () => end('SIGTERM'),
    [Symbol.asyncDispose]: async () => void (await end('SIGKILL')),
  };
}
