import { describe, expect, test } from 'vitest';
import { freePort, occupyPort } from './support/free-port.ts';
import { portOf } from './support/port-of.ts';
import { run } from './support/run-process.ts';

describe('the process', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('starts, lives, and ends well at %s', async (signal) => {
    const port = await freePort();
    const { child, line, ended } = run('main.ts', { ALLOW_ANONYMOUS: 'true', PORT: `${port}` });
    expect(JSON.parse(await line(/"ready"/))).toMatchObject({ port, identity: 'anonymous' });
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
    child.kill(signal);
    expect(await ended()).toEqual({ code: 0, said: '' });
  });

  test('says all that keeps it from starting, each in one line, in Swedish', async () => {
    const env = { PORT: 'x', LOG_LEVEL: 'x', ROUTINE_FILE: '/finns/inte.json', DIRECTORY_FILE: '' };
    const { code, said } = await run('main.ts', env).ended();
    expect(code).toBe(1);
    const [first, ...faults] = said.trimEnd().split('\n');
    expect(first).toBe('Kan inte starta:');
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'PORT',
      'LOG_LEVEL',
      'MicrosoftAppId',
      'DIRECTORY_FILE',
    ]);
  });

  test('says why it cannot use its database, without the password', async () => {
    const url = `postgres://bot:ytterst-hemligt@127.0.0.1:${await freePort()}/avbrott`;
    const { code, said } = await run('main.ts', { ALLOW_ANONYMOUS: 'true', DATABASE_URL: url }).ended();
    expect(code).toBe(1);
    expect(said).toBe(
      'DATABASE_URL: databasen kan inte användas (ECONNREFUSED). Kontrollera att den är igång och går att nå med DATABASE_URL.\n',
    );
  });

  test('says that its port is taken', async () => {
    const other = await occupyPort();
    const port = portOf(other);
    const { code, said } = await run('main.ts', { ALLOW_ANONYMOUS: 'true', PORT: `${port}` }).ended();
    other.close();
    expect(code).toBe(1);
    expect(said).toBe(
      `PORT: ${port} är upptagen av ett annat program; stäng det eller ange en annan, till exempel PORT=3979\n`,
    );
  });
});
