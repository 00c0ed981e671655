import { request } from 'undici';
import type { Fetched, FetchInit } from './outside.ts';

/**
 * `fetch` without what the web has it do besides: streams, headers as objects, cross-origin rules. Node's own costs
 * three times as much for each message to Teams (`npm run bench -- --only answer`). Rejects as it does: with the
 * signal's reason, or with a `TypeError` whose cause has the system's code.
 */
export async function fetchText(url: string, { redirect: _redirect, ...init }: FetchInit): Promise<Fetched> {
  const { signal } = init;
  try {
    const { statusCode: status, headers, body } = await request(url, init);
    const text = await body.text();
    if (status >= 300 && status < 400) throw new Error('The answer leads elsewhere.');
    return { status, ok: status >= 200 && status < 300, headers: singly(headers), text: async () => text };
  } catch (error) {
    if (signal.aborted) throw error;
    throw new TypeError('fetch failed', { cause: error });
  }
}

function* singly(headers: NodeJS.Dict<string | string[]>): Iterable<readonly [string, string]> {
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) yield [name, String(value)];
}
