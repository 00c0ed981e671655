import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { portOf } from './port-of.ts';

/** What goes wrong between two ends that are well. */
export type WireFault =
  /** The connection is reset when the request comes, and Teams never sees it. */
  | 'reset-before'
  /** Teams has read the request and done it; the connection is reset before its answer. */
  | 'reset-after'
  /** The same, and the connection ends in the middle of the answer. */
  | 'cut-answer'
  /** Nothing is passed on and nothing is answered. */
  | 'hang'
  /** The other side says that it is done, and answers nothing: over TLS it is half closed. */
  | 'half-close'
  /** What is answered is no HTTP. */
  | 'babble';

/** A wire to a port of this machine, whole until it is told otherwise. */
export type Wire = AsyncDisposable & {
  readonly port: number;
  fault: WireFault | undefined;
  /** How many requests met a fault. */
  readonly met: () => number;
};

/** With a certificate it is a wire under TLS, ended on this side. */
export type Certificate = { readonly key: string; readonly cert: string };

export async function startWire(to: number, certificate?: Certificate): Promise<Wire> {
  const sockets = new Set<Socket>();
  let met = 0;

  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  };
  const meet = (fault: WireFault, near: Socket, raw: Socket): void => {
    met += 1;
    if (fault === 'reset-before') raw.resetAndDestroy();
    if (fault === 'half-close') near.end();
    if (fault === 'babble') near.end('220 not what was asked for\r\n');
  };
  const carry = (raw: Socket): void => {
    const near = certificate ? new TLSSocket(raw, { isServer: true, ...certificate }) : raw;
    const far = connect(to, '127.0.0.1');
    for (const socket of new Set([raw, near, far])) keep(socket);
    near.on('close', () => far.destroy());
    far.on('close', () => near.end());
    near.on('data', (chunk: Buffer) => {
      const { fault } = wire;
      if (fault === undefined || fault === 'reset-after' || fault === 'cut-answer') far.write(chunk);
      else meet(fault, near, raw);
    });
    far.on('data', (chunk: Buffer) => {
      const { fault } = wire;
      if (fault !== 'reset-after' && fault !== 'cut-answer') return void near.write(chunk);
      met += 1;
      if (fault === 'reset-after') raw.resetAndDestroy();
      else near.end(chunk.subarray(0, chunk.length - 5));
      return undefined;
    });
  };

  const server = createServer({ allowHalfOpen: true }, carry);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const wire: Wire = {
    port: portOf(server),
    fault: undefined,
    met: () => met,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
  return wire;
}
