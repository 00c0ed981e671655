import dns from 'node:dns';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { vi } from 'vitest';
import { doubleUrl } from './double-url.ts';
import { connectorHost } from './teams-double.ts';
import type { TeamsDouble } from './teams-double.ts';
import type { Certificate, Wire } from './wire.ts';

/**
 * Certificates of an authority that tests alone trust, which signed `connector`, `another-name` and `expired`; and one
 * that nobody vouches for. They have one key, and last until 2126. Nothing outside the tests trusts them.
 */
const pem = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../faults/certificates', `${name}.pem`), 'utf8');

export const certified = (name: string): Certificate => ({ cert: pem(name), key: pem('key') });

let isKnown = true;

/** Whether the connector's name leads to this machine, or to nowhere. */
export function knowNames(are: boolean): void {
  isKnown = are;
}

/** For this process: the test authority is trusted, and the connector's name leads to this machine. */
export function trustTestAuthority(): void {
  setDefaultCACertificates([...getCACertificates('default'), pem('authority')]);
  const { lookup } = dns;
  const resolve = (host: string, options: dns.LookupOptions, done: (...all: unknown[]) => void): void => {
    if (host !== connectorHost) lookup(host, options, done);
    else if (isKnown) lookup('127.0.0.1', options, done);
    else done(Object.assign(new Error('Not found.'), { code: 'ENOTFOUND' }));
  };
  vi.spyOn(dns, 'lookup').mockImplementation(Object.assign(resolve, lookup));
}

/** A way out that calls the connector by its own name over TLS, at the port of a wire. */
export function overTls(wire: () => Wire): (double: TeamsDouble) => typeof fetch {
  return ({ fetch: direct }) =>
    (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      if (url.host !== connectorHost) return direct(input, init);
      const at = doubleUrl(wire().port, url).replace('http://127.0.0.1', `https://${connectorHost}`);
      return fetch(at, init);
    };
}
