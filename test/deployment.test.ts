import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import product from '../package.json' with { type: 'json' };
import { readConfig, readServiceConfig } from '../src/config.ts';
import { buildIn } from '../src/tools/build-in.ts';
import { temporaryDirectory } from './storage/temporary-directory.ts';
import { freePort } from './support/free-port.ts';
import { asInstalled, productionTree } from './support/production-tree.ts';

const root = join(import.meta.dirname, '..');
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

type Instruction = { readonly name: string; readonly rest: string };

/** A Dockerfile's instructions in their order, comments left out and continued lines joined. */
function instructionsIn(dockerfile: string): readonly Instruction[] {
  return dockerfile
    .split('\n')
    .filter((line) => !line.startsWith('#') && line.trim() !== '')
    .join('\n')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => ({ name: line.split(' ', 1).join(''), rest: line.slice(line.indexOf(' ') + 1) }));
}

const instructions = instructionsIn(textOf('Dockerfile'));
const stages = instructions.filter(({ name }) => name === 'FROM').map(({ rest }) => rest);
const lastStage = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'));
const ofLastStage = (name: string): readonly string[] =>
  lastStage.filter((one) => one.name === name).map(({ rest }) => rest);
const execForm = (rest = '[]'): readonly string[] => z.array(z.string()).parse(JSON.parse(rest));
/** What is copied from the repository into the image that runs. */
const copied = ofLastStage('COPY')
  .filter((rest) => !rest.startsWith('--from'))
  .flatMap((rest) => rest.split(' ').slice(0, -1));
const startCommand = execForm(ofLastStage('CMD')[0]);
/** Runs the service for a moment, so that what is compiled is kept. */
const [, trialCommand = []] = ofLastStage('RUN').map((rest) => (rest.startsWith('[') ? execForm(rest) : []));
const healthCommand = execForm(ofLastStage('HEALTHCHECK')[0]?.split(' CMD ')[1]);

/** What `npm start` starts, built. */
const builtStart = product.scripts.start.replace('src/main.ts', 'dist/service/main.js');

describe('the Dockerfile', () => {
  test('knows no other instructions than these', () => {
    const names = new Set(instructions.map(({ name }) => name));
    const known = 'FROM WORKDIR COPY RUN ENV USER VOLUME EXPOSE STOPSIGNAL HEALTHCHECK CMD';
    expect([...names].filter((name) => !known.split(' ').includes(name))).toEqual([]);
  });

  test('has three stages, of the Node that the tests run on', () => {
    const [major, minor] = process.versions.node.split('.');
    const node = `node:${major}.${minor}-bookworm-slim`;
    expect(stages).toEqual([`${node} AS dependencies`, 'dependencies AS build', node]);
    expect(textOf('.nvmrc').trim()).toBe(major);
  });

  test('installs the dependencies of production alone, as the lock file has them', () => {
    expect(instructions).toContainEqual({ name: 'RUN', rest: 'npm ci --omit=dev --ignore-scripts' });
    expect(ofLastStage('COPY').filter((rest) => rest.startsWith('--from'))).toEqual([
      '--from=dependencies /app/node_modules ./node_modules',
      '--from=build /app/dist/service ./dist/service',
    ]);
  });

  test('runs as somebody who is not root, and keeps data in a volume of theirs', () => {
    expect(ofLastStage('USER')).toEqual(['node']);
    const [environment = ''] = ofLastStage('ENV');
    expect(environment).toContain('DATA_DIR=/data');
    expect(ofLastStage('VOLUME')).toEqual(['/data']);
    const [directories, ...others] = ofLastStage('RUN');
    expect(directories).toBe('install -d -o node -g node -m 0700 /data /compiled');
    expect(others).toHaveLength(1);
  });

  test('copies what there is, and .dockerignore lets it through and nothing else', () => {
    expect(copied.filter((name) => !existsSync(join(root, name)))).toEqual([]);
    const ignored = textOf('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    const [first, ...let_] = ignored;
    expect(first).toBe('*');
    const needed = instructions
      .filter(({ name, rest }) => name === 'COPY' && !rest.startsWith('--from'))
      .flatMap(({ rest }) => rest.split(' ').slice(0, -1));
    expect(new Set(let_)).toEqual(new Set(needed.map((name) => `!${name}`)));
  });

  test('starts what npm start starts, built by npm run build', () => {
    expect(startCommand.join(' ')).toBe(builtStart);
    expect(instructions).toContainEqual({
      name: 'RUN',
      rest: JSON.stringify(product.scripts.build.split(' ')).replaceAll(',', ', '),
    });
  });

  test('has run what it starts, with the options that it starts with, and kept what was compiled', () => {
    expect(ofLastStage('ENV')[0]).toContain('NODE_COMPILE_CACHE=/compiled');
    expect(trialCommand.slice(-startCommand.length)).toEqual(startCommand);
  });

  test('holds no secret', () => {
    expect(textOf('Dockerfile')).not.toMatch(/Password|Certificate|DATABASE_URL/);
  });
});

/** Runs one of the image's commands in its tree, with the Node of the tests; resolves to its exit code. */
async function runIn(tree: string, command: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const [program = '', ...args] = command.map((word) => (word === 'node' ? process.execPath : word));
  const child = spawn(program, args, {
    cwd: tree,
    env,
    stdio: 'ignore',
  });
  const [code] = await once(child, 'close');
  return Number(code);
}

const listed = async (path: string): Promise<readonly string[]> =>
  (await readdir(path, { recursive: true })).filter((name) => !name.startsWith('node_modules/')).toSorted();

test('with what is in the image alone the service starts, is healthy, is backed up, writes in /data alone and ends', async () => {
  await using tree = await productionTree(copied);
  await buildIn(join(tree.path, 'dist/service'));
  await using data = await temporaryDirectory();
  const before = await listed(tree.path);
  await using compiled = await temporaryDirectory();
  const port = `${await freePort()}`;
  const env = {
    ...asInstalled,
    NODE_ENV: 'production',
    ALLOW_ANONYMOUS: 'true',
    PORT: port,
    DATA_DIR: data.path,
    NODE_COMPILE_CACHE: compiled.path,
  };
  await using trial = await temporaryDirectory();
  const elsewhere = trialCommand.map((word) => word.replace('/tmp/trial', trial.path));
  expect(await runIn(tree.path, elsewhere, env)).toBe(0);
  const [cache = ''] = await readdir(compiled.path);
  expect((await readdir(join(compiled.path, cache))).length).toBeGreaterThan(0);
  expect(await runIn(tree.path, healthCommand, env)).toBe(1);

  const [, ...args] = startCommand;
  const service = spawn(process.execPath, args, {
    cwd: tree.path,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  using ending = new DisposableStack();
  ending.defer(() => service.kill('SIGKILL'));
  const closed = once(service, 'close');
  for await (const line of createInterface(service.stdout)) if (line.includes('"ready"')) break;
  expect(await runIn(tree.path, healthCommand, env)).toBe(0);
  // From which routine it answers is on record.
  expect(await runIn(tree.path, ['node', 'src/tools/backup.ts', '--to', join(data.path, 'kopia')], env)).toBe(
    0,
  );
  expect(await runIn(tree.path, ['node', 'src/tools/audit.ts'], env)).toBe(0);

  service.kill('SIGTERM');
  expect(await closed).toEqual([0, null]);
  expect(await listed(tree.path)).toEqual(before);
  expect(await listed(data.path)).toEqual(['directory.jsonl', 'drills', 'kopia', 'outages']);
});

/** The settings of a systemd unit, by name; of those that stand more than once, the last. */
const unit = new Map(
  textOf('avbrottsboten.service')
    .split('\n')
    .flatMap((line) => {
      const [, name, value] = /^([A-Za-z]+)=(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name, value ?? ''] as const];
    }),
);

describe('the systemd unit', () => {
  test('starts what npm start starts, built, as somebody of its own', () => {
    expect(unit.get('ExecStart')?.replace('/usr/bin/', '')).toBe(builtStart);
    expect(textOf('avbrottsboten.service')).toContain('npm ci --ignore-scripts\n#   npm run build &&');
    expect(unit.get('User')).toBe('avbrottsboten');
  });

  test('lets it write in its data directory and its cache alone', () => {
    expect(unit.get('Environment')).toContain(`DATA_DIR=/var/lib/${unit.get('StateDirectory')}`);
    expect(unit.get('ProtectSystem')).toBe('strict');
    expect(unit.get('CacheDirectory')).toBe('avbrottsboten');
    expect(unit.has('ReadWritePaths')).toBe(false);
  });

  test('has the operator’s commands on the store that it has itself, as the guide says, too', () => {
    const command = [
      `sudo systemd-run --quiet --pipe --wait --uid=${unit.get('User')}`,
      `-p EnvironmentFile=${unit.get('EnvironmentFile')} -p WorkingDirectory=${unit.get('WorkingDirectory')}`,
      `-E DATA_DIR=/var/lib/${unit.get('StateDirectory')}`,
    ].join(' ');
    const backup = 'npm run --silent backup -- --to /var/backups/avbrottsboten/$(date +%F-%H%M%S).backup';
    const header = textOf('avbrottsboten.service').replaceAll(/ \\\n#\s+/g, ' ');
    expect(header).toContain(`${command} ${backup}`);
    expect(textOf('docs/administrator.md')).toContain(command);
    expect(textOf('docs/administrator.md')).toContain(backup);
  });

  test('is one that systemd understands, where there is a systemd', async () => {
    const verified = await promisify(execFile)('systemd-analyze', [
      'verify',
      '--man=no',
      join(root, 'avbrottsboten.service'),
    ]).catch((error: unknown) => z.object({ stderr: z.string(), code: z.unknown() }).parse(error));
    const unknown = verified.stderr
      .split('\n')
      .filter((line) => /Unknown (?:key|section)|Failed to parse/.test(line));
    expect(unknown).toEqual([]);
  });
});

describe('.env.example', () => {
  const lines = textOf('.env.example').split('\n');
  const settings = (pattern: RegExp) =>
    lines.flatMap((line) => {
      const [, name, value] = pattern.exec(line) ?? [];
      return name === undefined ? [] : [[name, value ?? ''] as const];
    });
  const named = settings(/^(?:# )?([A-Za-z_]+)=(.+)$/).map(([name]) => name);

  test('names every variable that the README explains, and none that it does not know', () => {
    const readme = textOf('README.md');
    const rows = [...readme.matchAll(/^\| (`[A-Za-z_]+`[^|]*?) +\|.*$/gm)].map(([, cell = '']) => cell);
    const explained = rows.flatMap((cell) =>
      [...cell.matchAll(/`([A-Za-z_]+)`/g)].flatMap(([, name = '']) => name),
    );
    expect(explained.length).toBeGreaterThan(10);
    expect(explained.filter((name) => !named.includes(name))).toEqual([]);
    expect(named.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  test('as it stands is a whole configuration', () => {
    const env = Object.fromEntries(settings(/^([A-Za-z_]+)=(.+)$/));
    expect(readServiceConfig({}, env)).toMatchObject({ kind: 'loaded' });
    expect(readConfig(env)).toMatchObject({ kind: 'loaded' });
  });
});
