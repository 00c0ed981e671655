import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { environmentWith } from '../config.ts';

/** Microsoft 365 Agents Playground, a chat in the browser that speaks to a bot as Teams does. */
export type Playground = AsyncDisposable & {
  readonly port: number;
  /** Resolves when it ends, by itself or stopped. */
  readonly ended: Promise<unknown>;
};

type Wanted = { readonly botPort: number; readonly port: number; readonly logFile: string };

const cli = fileURLToPath(import.meta.resolve('@microsoft/m365agentsplayground/cli.js'));
const people = fileURLToPath(new URL('playground.yml', import.meta.url));

/** How the Playground is started: against a bot on this machine, calling nobody outside it, opening no browser. */
export function playgroundCommand({ botPort, port, logFile }: Wanted) {
  return {
    args: [
      cli,
      'start',
      '-e',
      `http://127.0.0.1:${botPort}/api/messages`,
      '-c',
      'msteams',
      '-p',
      `${port}`,
      '--disable-telemetry',
    ],
    environment: {
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: people,
      M365_AGENTS_PLAYGROUND_LOGFILE: logFile,
      TEAMSAPPTESTER_BROWSER: 'none',
      APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
      NO_PROXY: '127.0.0.1,localhost',
      TZ: 'Europe/Stockholm',
    },
  };
}

/**
 * Starts the Playground. It takes another port by itself when the one wanted is taken. Rejects when it does
 * not come up; why is in the log file.
 */
export async function startPlayground(wanted: Wanted): Promise<Playground> {
  const { args, environment } = playgroundCommand(wanted);
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: environmentWith(environment),
  });
  const ended = once(child, 'exit');
  for await (const line of createInterface(child.stdout)) {
    const listening = /Listening on (\d+)/.exec(line)?.[1];
    if (listening === undefined) continue;
    child.stdout.resume();
    return {
      port: Number(listening),
      ended,
      async [Symbol.asyncDispose]() {
        child.kill('SIGINT');
        await ended;
      },
    };
  }
  throw new Error(`Agents Playground startar inte; varför står i ${wanted.logFile}`);
}
