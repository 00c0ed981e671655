import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { fetchText } from '../../src/teams/fetch-text.ts';
import { freePort } from '../support/free-port.ts';
import { portOf } from '../support/port-of.ts';

type Answering = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Somebody who answers so, as long as it is needed. */
async function somebody(answer: Answering) {
  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${portOf(server)}/v3`,
    [Symbol.dispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}
const patient = () => ({ redirect: 'error' as const, signal: new AbortController().signal });

describe('a request that leaves the process', () => {
  test('takes method, headers and body along, and brings back status, headers and text', async () => {
    using echo = await somebody(async (request, response) => {
      const chunks = await request.toArray();
      response.writeHead(429, { 'retry-after': '7' });
      response.end(
        `${request.method} ${String(request.headers['x-ours'])} ${Buffer.concat(chunks).toString()}`,
      );
    });
    const init = { ...patient(), method: 'POST', headers: { 'x-ours': 'ja' }, body: 'åäö' };
    const fetched = await fetchText(echo.url, init);
    expect(fetched).toMatchObject({ status: 429, ok: false });
    expect(new Map(fetched.headers).get('retry-after')).toBe('7');
    expect(await fetched.text()).toBe('POST ja åäö');
  });

  test('is not led elsewhere', async () => {
    using elsewhere = await somebody((_request, response) => {
      response.writeHead(302, { location: 'https://evil.example/' });
      response.end();
    });
    await expect(fetchText(elsewhere.url, patient())).rejects.toThrow(TypeError);
  });

  test('tells that nobody listens', async () => {
    const url = `http://127.0.0.1:${await freePort()}/`;
    await expect(fetchText(url, patient())).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  });

  test('tells that the connection broke', async () => {
    using breaks = await somebody((request) => request.socket.destroy());
    await expect(fetchText(breaks.url, { ...patient(), method: 'POST', body: 'x' })).rejects.toThrow(
      TypeError,
    );
  });

  test.each([
    ['before the answer', (): void => {}],
    ['within the answer', (_: IncomingMessage, response: ServerResponse) => void response.write('x')],
  ])('is broken off where nothing comes %s', async (_when, answer) => {
    using silent = await somebody(answer);
    const stop = new AbortController();
    const fetched = fetchText(silent.url, { redirect: 'error', signal: stop.signal });
    setTimeout(() => stop.abort(), 50);
    await expect(fetched).rejects.toThrow(DOMException);
  });
});
