import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { temporaryDirectory } from './storage/temporary-directory.ts';
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

  test('told again while it finishes what is under way, it finishes all the same', async () => {
    const port = await freePort();
    const { child, line, ended } = run('main.ts', { ALLOW_ANONYMOUS: 'true', PORT: `${port}` });
    await line(/"ready"/);
    const socket = connect(port, '127.0.0.1');
    socket.write(`POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`);
    socket.write('Content-Type: application/json\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n');
    // It has begun to take the request.
    await once(socket, 'data');
    for (let told = 0; told < 3; told += 1) {
      child.kill('SIGTERM');
      // oxlint-disable-next-line no-await-in-loop -- one after the other, each seen
      await pause(50);
    }
    socket.write('{}');
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 400 /);
    expect(await ended()).toEqual({ code: 0, said: '' });
  });

  test('told again while a start hangs, it is ended', async () => {
    await using place = await temporaryDirectory();
    const pipe = join(place.path, 'nobody writes to it');
    await promisify(execFile)('mkfifo', [pipe]);
    const { child, ended } = run('main.ts', { ALLOW_ANONYMOUS: 'true', ROUTINE_FILE: pipe });
    // Resolves when the service has opened it to read.
    const writing = await open(pipe, 'w');
    const again = setInterval(() => child.kill('SIGTERM'), 50);
    await ended();
    clearInterval(again);
    expect(child.signalCode).toBe('SIGTERM');
    await writing.close();
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
