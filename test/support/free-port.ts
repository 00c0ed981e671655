import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { portOf } from './port-of.ts';

/** Listens on a port of this machine that was free. */
export async function occupyPort(): Promise<Server> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** A port of this machine that is free. */
export async function freePort(): Promise<number> {
  const server = await occupyPort();
  const port = portOf(server);
  server.close();
  return port;
}
