import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { listen } from '../../src/http/listen.ts';
import { createServer, defaultHttpLimits } from '../../src/http/server.ts';

test('a part that fails is answered with 500 and no word of why, and is told of', async () => {
  const faults: unknown[] = [];
  const fault = new TypeError('a secret at /home/somebody/secret.ts');
  const routes = {
    receive: () => Promise.reject(fault),
    ready: () => Promise.reject(fault),
    metrics: () => Promise.reject(fault),
    failed: (error: unknown) => faults.push(error),
    pages: [],
    pagePolicy: '',
    arePagesEncrypted: false,
  };
  const server = await listen(createServer(routes, defaultHttpLimits), { host: '127.0.0.1', port: 0 });
  for (const [method, path] of [
    ['POST', '/api/messages'],
    ['GET', '/ready'],
    ['GET', '/metrics'],
  ] as const) {
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
      method,
      ...(method === 'POST' && { headers: { 'content-type': 'application/json' }, body: '{}' }),
    });
    expect(response.status).toBe(500);
    expect(await response.text()).toBe('{"error":"failed"}');
  }
  await server.close(1000);
  expect(faults).toEqual([fault, fault, fault]);
});

test('a request that does not end is cut when the grace is over', async () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const routes = {
    receive: () => {
      begin();
      return new Promise<never>(() => {});
    },
    ready: () => Promise.resolve({ status: 200 }),
    metrics: () => Promise.resolve({ contentType: 'text/plain', text: '' }),
    failed: () => {},
    pages: [],
    pagePolicy: '',
    arePagesEncrypted: false,
  };
  const server = await listen(createServer(routes, defaultHttpLimits), { host: '127.0.0.1', port: 0 });
  const asked = fetch(`http://127.0.0.1:${server.port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  await begun;
  await Promise.all([server.close(20), expect(asked).rejects.toThrow('fetch failed')]);
});

test('a connection that says nothing is closed', async () => {
  const routes = {
    receive: () => Promise.resolve({ status: 200 }),
    ready: () => Promise.resolve({ status: 200 }),
    metrics: () => Promise.resolve({ contentType: 'text/plain', text: '' }),
    failed: () => {},
    pages: [],
    pagePolicy: '',
    arePagesEncrypted: false,
  };
  const server = await listen(createServer(routes, { ...defaultHttpLimits, silenceMs: 50 }), {
    host: '127.0.0.1',
    port: 0,
  });
  const silent = connect(server.port, '127.0.0.1').resume();
  const half = connect(server.port, '127.0.0.1', () => half.write('POST /api/mess')).resume();
  await Promise.all([once(silent, 'close'), once(half, 'close')]);
  expect([silent.destroyed, half.destroyed]).toEqual([true, true]);
  await server.close(1000);
});
