import { createServer } from 'node:http';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { environmentWith } from '../../src/config.ts';
import { StoreFault } from '../../src/storage/store.ts';
import { readAdvisories } from '../../src/tools/advisory-list.ts';
import { dependencyReport } from '../../src/tools/dependency-report.ts';
import { readDependencyTree } from '../../src/tools/production-packages.ts';
import type { DependencyTree } from '../../src/tools/production-packages.ts';
import { temporaryDirectory } from '../storage/temporary-directory.ts';
import { portOf } from '../support/port-of.ts';
import { runTool } from '../support/run-tool.ts';
import { sendJson } from '../support/misbehave.ts';

const now = Date.parse('2026-11-27T12:00:00Z');
const fresh = '2026-11-20T08:00:00Z';

let place: Awaited<ReturnType<typeof temporaryDirectory>>;
beforeAll(async () => {
  place = await temporaryDirectory();
});
afterAll(() => place[Symbol.asyncDispose]());

/** Writes a file of JSON beside the others. */
async function written(name: string, value: unknown): Promise<string> {
  const path = join(place.path, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify(value));
  return path;
}

/** A tree that has these packages of production, by what they say of their licence. */
async function treeOf(name: string, packages: Readonly<Record<string, object>>): Promise<DependencyTree> {
  const locked = Object.keys(packages).map((path) => [path, { version: '1.2.0' }] as const);
  await written(`${name}/package-lock.json`, {
    packages: {
      '': {},
      ...Object.fromEntries(locked),
      'node_modules/only-dev': { version: '1.0.0', dev: true },
    },
  });
  for (const [path, manifest] of Object.entries(packages)) {
    // oxlint-disable-next-line no-await-in-loop -- few
    await written(`${name}/${path}/package.json`, manifest);
  }
  return readDependencyTree(join(place.path, name));
}

test('where there is no lock file, as in the image, the operator is told where it is', async () => {
  const reading = readDependencyTree(join(place.path, 'image'));
  await expect(reading).rejects.toThrow(StoreFault);
  await expect(reading).rejects.toThrow(/package-lock\.json finns inte\. Kör kommandot i en klonad källkod/);
});

const list = { advisories: [], at: now };

describe('a licence', () => {
  test('that is not allowed, or is none, is named with its package; of a choice one is enough', async () => {
    const tree = await treeOf('licences', {
      'node_modules/free': { license: 'MIT' },
      'node_modules/@scope/copyleft': { license: 'GPL-3.0-only' },
      'node_modules/free/node_modules/within': { license: '(GPL-2.0-only OR BSD-3-Clause)' },
      'node_modules/both': { license: 'MIT AND GPL-2.0-only' },
      'node_modules/old': { licenses: [{ type: 'MIT' }, { type: 'GPL-2.0-only' }] },
      'node_modules/silent': {},
      'node_modules/closed': { license: 'UNLICENSED' },
      'node_modules/jspath': {},
    });
    expect(dependencyReport(tree, list, now).faults).toEqual([
      '@scope/copyleft 1.2.0: licensen är GPL-3.0-only',
      'both 1.2.0: licensen är MIT AND GPL-2.0-only',
      'silent 1.2.0: säger ingen licens',
      'closed 1.2.0: licensen är UNLICENSED',
      'jspath 1.2.0: säger ingen licens',
    ]);
  });

  test('of every package that we run in production is allowed', async () => {
    const tree = await readDependencyTree(join(import.meta.dirname, '../..'));
    expect(tree.production.length).toBeGreaterThan(200);
    expect(dependencyReport(tree, list, now).faults).toEqual([]);
  });
});

/** What an advisory is about: this part of the package `one`. */
const only = (part: object) => [{ package: { ecosystem: 'npm', name: 'one' }, ...part }];
const osv = (id: string, name: string, events: readonly object[], changes: object = {}) => ({
  id,
  summary: `${name} kan luras`,
  modified: fresh,
  affected: [{ package: { ecosystem: 'npm', name }, ranges: [{ type: 'SEMVER', events }] }],
  database_specific: { severity: 'HIGH' },
  ...changes,
});

describe('a stored list', () => {
  test('in OSV’s form finds the versions that are installed and no other, and is no comfort where it names none', async () => {
    const tree = await treeOf('osv', {
      'node_modules/one': { license: 'MIT' },
      'node_modules/one/node_modules/two': { license: 'MIT' },
    });
    const other = [{ package: { ecosystem: 'PyPI', name: 'one' }, versions: ['1.2.0'] }];
    const path = await written('osv.json', [
      osv('GHSA-fixed-later', 'one', [{ introduced: '0' }, { fixed: '1.2.1' }]),
      osv('GHSA-fixed-before', 'one', [{ introduced: '0' }, { fixed: '1.2.0' }]),
      osv('GHSA-comes-later', 'one', [{ introduced: '1.3.0' }]),
      osv('GHSA-again', 'two', [
        { introduced: '0' },
        { fixed: '1.0.0' },
        { introduced: '1.1.0' },
        { last_affected: '1.2.0' },
      ]),
      osv('GHSA-no-versions', 'one', [], { summary: '', affected: only({}) }),
      osv('GHSA-commits', 'one', [], {
        affected: only({ ranges: [{ type: 'GIT', events: [{ introduced: 'a1b2' }] }] }),
      }),
      osv('GHSA-unreadable', 'one', [{ introduced: 'first' }]),
      osv('GHSA-named', 'one', [], { summary: '', affected: only({ versions: ['1.1.0', '1.2.0'] }) }),
      osv('GHSA-withdrawn', 'one', [{ introduced: '0' }], { withdrawn: fresh }),
      osv('GHSA-other-world', 'one', [], { affected: other }),
      osv('GHSA-not-ours', 'only-dev', [{ introduced: '0' }]),
    ]);
    const { faults, said } = dependencyReport(tree, await readAdvisories(path), now);
    expect(faults).toEqual([
      'one 1.2.0: one kan luras (high, GHSA-fixed-later)',
      'one 1.2.0: GHSA-no-versions (high, GHSA-no-versions). Rådet säger inte vilka versioner: läs det',
      'one 1.2.0: one kan luras (high, GHSA-commits). Rådet säger inte vilka versioner: läs det',
      'one 1.2.0: one kan luras (high, GHSA-unreadable). Rådet säger inte vilka versioner: läs det',
      'one 1.2.0: GHSA-named (high, GHSA-named)',
      'two 1.2.0: two kan luras (high, GHSA-again)',
    ]);
    expect(said).toContain('Listan är från 2026-11-20.');
  });

  test('that is a directory is read file by file, and is as old as its newest', async () => {
    await written('all/2026/a.json', osv('GHSA-a', 'one', [{ introduced: '0' }]));
    await written(
      'all/b.json',
      osv('GHSA-b', 'gone', [{ introduced: '0' }], { modified: '2020-01-01T00:00:00Z' }),
    );
    const { advisories, at } = await readAdvisories(join(place.path, 'all'));
    expect({ ids: advisories.map(({ id }) => id).toSorted(), at }).toEqual({
      ids: ['GHSA-a', 'GHSA-b'],
      at: Date.parse(fresh),
    });
  });

  test('older than thirty days is told with its age, though it has nothing', async () => {
    const tree = await treeOf('old', { 'node_modules/one': { license: 'MIT' } });
    const modified = '2026-10-01T00:00:00Z';
    const path = await written('old.json', osv('GHSA-a', 'gone', [{ introduced: '0' }], { modified }));
    expect(dependencyReport(tree, await readAdvisories(path), now).faults).toEqual([
      'Listan är 57 dagar gammal; hämta en som är högst 30.',
    ]);
  });

  test.each([
    ['that is not there', 'nix.json', undefined],
    ['without any advisory', 'empty.json', []],
    ['of something else', 'else.json', { hello: 'world' }],
    ['of npm that failed', 'failed.json', { message: '405 Method Not Allowed' }],
  ])('%s is refused, and not taken for one that has nothing against us', async (_what, name, value) => {
    const path = value === undefined ? join(place.path, name) : await written(name, value);
    await expect(readAdvisories(path)).rejects.toThrow(name);
  });

  test('that is a report of npm’s is of that day, and of that tree', async () => {
    const tree = await treeOf('report', { 'node_modules/one': { license: 'MIT' } });
    const via = [
      { source: 1, name: 'one', title: 'bad', severity: 'low', range: '<1.2.0 || 1.2.0 - 2' },
      'two',
    ];
    const report = (total: number) => ({
      auditReportVersion: 2,
      vulnerabilities: { one: { via } },
      metadata: { dependencies: { total } },
    });
    const ours = await written('ours.json', report(2));
    await utimes(ours, new Date(now), new Date(now));
    expect(dependencyReport(tree, await readAdvisories(ours), now).faults).toEqual([
      'one 1.2.0: bad (low, 1)',
    ]);
    const { faults, said } = dependencyReport(
      tree,
      await readAdvisories(await written('theirs.json', report(9))),
      now,
    );
    expect(faults).toContainEqual(expect.stringMatching(/INTE kontrollerade: .*9 paket, och det här har 2/));
    expect(said.join()).not.toContain('Inga kända');
  });
});

/** The registry as npm asks it, with one advisory. */
async function openRegistry() {
  const advisory = { id: 1, url: 'https://example.org/GHSA-1', title: 'qs kan luras', severity: 'high' };
  const bulk = { qs: [{ ...advisory, vulnerable_versions: '<99.0.0', cwe: [], cvss: { score: 0 } }] };
  const server = createServer((request, response) => {
    request.resume();
    if (request.url?.endsWith('/advisories/bulk') === true) return sendJson(response, 200, bulk);
    return sendJson(response, 404, {});
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${portOf(server)}/`,
    [Symbol.dispose]: () => server.close(),
  };
}

test('npm itself is asked where there is no list; what the registry knows of is told', async () => {
  using registry = await openRegistry();
  const { PATH } = environmentWith({});
  const { code, stderr, stdout } = await runTool('vet', [], {
    PATH,
    npm_config_registry: registry.url,
    // What npm remembers of another registry's advisories is not to answer here.
    npm_config_cache: join(place.path, 'cache'),
  });
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(/^FEL:\nqs \S+: qs kan luras \(high, https:\/\/example\.org\/GHSA-1\)\n$/),
  });
  expect(stdout).toMatch(/^\d+ paket i produktion, [\d.]+ MB\.$/m);
});

test('where nobody can be asked it says that nothing was checked', async () => {
  const tree = await treeOf('away', { 'node_modules/one': { license: 'MIT' } });
  const { faults, said } = dependencyReport(tree, { why: 'npm svarade inte' }, now);
  expect(faults).toEqual([expect.stringMatching(/INTE kontrollerade: npm svarade inte\. .*--advisories/)]);
  expect(said.join()).not.toContain('Inga kända');
});
