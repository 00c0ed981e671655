import type { Server } from 'restify';

/** A server that is reached. */
export type Listening = { readonly port: number; readonly close: (graceMs: number) => Promise<void> };

/** Opens the server; rejects when it cannot, in words for whoever starts it. */
export async function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  await new Promise<void>((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException): void => reject(new Error(whyNot(error, { host, port })));
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      resolve();
    });
  });
  return { port: server.address().port, close: (graceMs) => close(server, graceMs) };
}

function whyNot(
  { code = '' }: NodeJS.ErrnoException,
  { host, port }: { readonly host: string; readonly port: number },
): string {
  if (code === 'EADDRINUSE') {
    return `PORT: ${port} är upptagen av ett annat program; stäng det eller ange en annan, till exempel PORT=3979`;
  }
  if (code === 'EACCES') {
    return `PORT: ${port} kräver högre behörighet; ange en över 1023, till exempel PORT=3978`;
  }
  return `HOST: det går inte att lyssna på ${host} (${code}); ange till exempel 0.0.0.0`;
}

/** No new requests; those under way are answered within the grace, and then the connections are cut. */
async function close({ server: http }: Server, graceMs: number): Promise<void> {
  const cut = setTimeout(() => http.closeAllConnections(), graceMs);
  // A connection that was busy when the server closed stays open for its next request.
  const tidy = setInterval(() => http.closeIdleConnections(), 50);
  await new Promise<void>((resolve) => {
    http.close(() => resolve());
  });
  clearTimeout(cut);
  clearInterval(tidy);
}
