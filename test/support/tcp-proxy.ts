import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';
import { portOf } from './port-of.ts';

/** A network between a program and its database that can be cut in every way. */
export type TcpProxy = AsyncDisposable & {
  /** The same database, by way of the network. */
  readonly url: string;
  /** Nothing comes through any more in either direction, and nobody is told; new connections hang as well. */
  readonly swallow: () => void;
  /** The next answer of the database is lost, and its connection is reset: what was asked has been done. */
  readonly loseAnswer: () => void;
  /** All connections are reset, and the network is whole again. */
  readonly reset: () => void;
};

export async function startTcpProxy(databaseUrl: string): Promise<TcpProxy> {
  const target = new URL(databaseUrl);
  const pairs = new Set<readonly [Socket, Socket]>();
  let isSilent = false;
  let losesAnswer = false;

  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    const pair = [near, far] as const;
    pairs.add(pair);
    const end = (): void => {
      pairs.delete(pair);
      for (const socket of pair) socket.resetAndDestroy();
    };
    for (const socket of pair) {
      socket.on('error', () => undefined);
      // Who is cut off is not told that the other end is gone.
      socket.on('close', () => {
        if (!isSilent) end();
      });
    }
    near.on('data', (bytes) => {
      if (!isSilent) far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (losesAnswer) {
        losesAnswer = false;
        end();
      } else if (!isSilent) near.write(bytes);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = `${portOf(server)}`;
  const reset = (): void => {
    isSilent = false;
    for (const pair of pairs) for (const socket of pair) socket.resetAndDestroy();
    pairs.clear();
  };
  return {
    url: url.href,
    swallow() {
      isSilent = true;
    },
    loseAnswer() {
      losesAnswer = true;
    },
    reset,
    async [Symbol.asyncDispose]() {
      reset();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
