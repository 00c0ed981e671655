import dns from 'node:dns';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { doubleUrl } from '../support/double-url.ts';
import { buildFaultStage, declared, numberOf, unitsOf } from '../support/fault-stage.ts';
import type { FaultStage } from '../support/fault-stage.ts';
import { minuteMs } from '../support/moved-clock.ts';
import { connectorHost } from '../support/teams-double.ts';
import type { TeamsDouble } from '../support/teams-double.ts';
import { startWire } from '../support/wire.ts';
import type { Wire, WireFault } from '../support/wire.ts';

const pem = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'certificates', `${name}.pem`), 'utf8');
const certified = (name: string) => ({ cert: pem(name), key: pem('key') });

/** The connector is called by its own name, and that leads to a wire of this machine; `secure`: over TLS. */
const over =
  (wire: () => Wire, protocol: 'http' | 'https') =>
  ({ fetch: direct }: TeamsDouble): typeof fetch =>
  (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.host !== connectorHost) return direct(input, init);
    const at = doubleUrl(wire().port, url).replace('http://127.0.0.1', `${protocol}://${connectorHost}`);
    return fetch(at, init);
  };

let isKnown = true;
const lookup = dns.lookup;

beforeAll(() => {
  setDefaultCACertificates([...getCACertificates('default'), pem('authority')]);
  const resolve: typeof lookup = Object.assign(
    (host: string, options: dns.LookupOptions, done: (...all: unknown[]) => void) => {
      if (host !== connectorHost) return void lookup(host, options, done);
      if (isKnown) return void lookup('127.0.0.1', options, done);
      return void done(Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' }));
    },
    lookup,
  );
  vi.spyOn(dns, 'lookup').mockImplementation(resolve);
});

test('probe', async () => {
  await using stage = await buildFaultStage({ way: over(() => wire, 'https') });
  await using wire = await startWire(stage.double.port, certified('connector'));
  await stage.coordinate('outage.declare', declared);
  await stage.settled();
  console.log(stage.posts(unitsOf(stage)[0]!).length);
  isKnown = false;
});
