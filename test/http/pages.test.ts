import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aboutPaths } from '../../src/pages/about-pages.ts';
import { pageNames, printablePages } from '../../src/text/printable-pages.ts';
import { startBot } from '../support/start-bot.ts';
import type { TestBot } from '../support/start-bot.ts';

let now = '2026-11-27T23:59:00+01:00';
let bot: TestBot;
beforeAll(async () => {
  bot = await startBot({ fetch }, { now: () => new Date(now) });
});
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
});

const get = (path: string, method = 'GET'): Promise<Response> =>
  fetch(`http://127.0.0.1:${bot.port}${path}`, { method });

/** Without what is of the connection and the moment, not of the page. */
function headOf({ headers }: Response): Record<string, string> {
  const { date: _, connection: _connection, 'keep-alive': _alive, ...others } = Object.fromEntries(headers);
  return others;
}

const paths = [...printablePages.map((id) => pageNames[id].path), ...Object.values(aboutPaths)];

describe.each(paths)('%s', (path) => {
  test('is read by anybody, without asking who', async () => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toMatch(/^<!doctype html>\s*<html lang="sv" /);
  });

  test('may show its own style, by its hash, and nothing else', async () => {
    const response = await get(path);
    const { headers } = response;
    const [, style = ''] = /<style>([^]*)<\/style>/.exec(await response.text()) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('public, max-age=300, stale-if-error=604800');
  });

  test('has the same head when only that is asked for', async () => {
    const [whole, head] = await Promise.all([get(path), get(path, 'HEAD')]);
    expect(head.status).toBe(200);
    expect(headOf(head)).toEqual(headOf(whole));
    expect(await head.text()).toBe('');
  });

  test('leads to pages that are there', async () => {
    const html = await (await get(path)).text();
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href);
    const pages = links.filter((href) => !href.startsWith('tel:'));
    const answers = await Promise.all(
      pages.map((href) => fetch(new URL(href, `http://127.0.0.1:${bot.port}${path}`))),
    );
    expect(answers.map(({ status }) => status)).toEqual(pages.map(() => 200));
    expect(pages.length).toBeGreaterThan(2);
  });
});

test.each([
  ['GET', '/reservrutin/', 404],
  ['GET', '/reservrutin/hemligt', 404],
  ['GET', '/reservrutin/inpatient/x', 404],
  ['GET', '/blankett.html', 404],
  ['POST', '/reservrutin', 405],
  ['DELETE', '/blankett', 405],
])('%s %s: %i, and no page', async (method, path, status) => {
  const response = await get(path, method);
  expect([response.status, response.headers.get('content-type')]).toEqual([
    status,
    'application/json; charset=utf-8',
  ]);
});

test('a page says on what day it was made, also when the bot has run past midnight', async () => {
  expect(await (await get('/reservrutin')).text()).toContain('Framtagen 27 november 2026');
  now = '2026-11-28T00:01:00+01:00';
  expect(await (await get('/reservrutin')).text()).toContain('Framtagen 28 november 2026');
});
