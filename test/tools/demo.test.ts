import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { freePort, occupyPort } from '../support/free-port.ts';
import { portOf } from '../support/port-of.ts';
import { run } from '../support/run-process.ts';

const directory = await mkdtemp(join(tmpdir(), 'demo-'));
afterAll(() => rm(directory, { recursive: true }));

const demo = (botPort: number, playgroundPort: number, env: NodeJS.ProcessEnv = {}) =>
  run('tools/demo.ts', { PORT: `${botPort}`, ...env }, [
    '--playground-port',
    `${playgroundPort}`,
    '--data',
    directory,
  ]);

describe('the demo', () => {
  test('tells what to open, and ends both the bot and the Playground at Ctrl-C', async () => {
    const [botPort, playgroundPort] = [await freePort(), await freePort()];
    // An identity and a store that happen to be in the environment are not used.
    const identity = {
      MicrosoftAppId: '0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9',
      MicrosoftAppTenantId: '99999999-9999-4999-8999-999999999999',
      DATABASE_URL: 'postgres://bot:secret@db.example:5432/avbrott',
      DATA_DIR: '/nowhere/that/is/theirs',
    };
    const { child, line, ended } = demo(botPort, playgroundPort, identity);
    expect(await line(/Öppna http/)).toContain(`http://localhost:${playgroundPort} `);
    expect((await fetch(`http://localhost:${playgroundPort}/_debug/ping`)).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${botPort}/ready`)).status).toBe(200);
    child.kill('SIGINT');
    expect(await ended()).toEqual({ code: 0, said: '' });
    await expect(fetch(`http://localhost:${playgroundPort}/_debug/ping`)).rejects.toThrow('fetch failed');
    await expect(fetch(`http://127.0.0.1:${botPort}/ready`)).rejects.toThrow('fetch failed');
    expect(await readFile(join(directory, 'drills/demo-drill.jsonl'), 'utf8')).toContain('outageDeclared');
  });

  test.each(['the bot', 'the Playground'])('says in Swedish that the port of %s is taken', async (whose) => {
    const other = await occupyPort();
    const [taken, free] = [portOf(other), await freePort()];
    const { ended } = whose === 'the bot' ? demo(taken, free) : demo(free, taken);
    const { code, said } = await ended();
    other.close();
    expect(code).toBe(1);
    expect(said).toMatch(new RegExp(`^P[Oo][Rr][Tt]:? ${taken} är upptagen av ett annat program; .*\\n$`));
  });
});
