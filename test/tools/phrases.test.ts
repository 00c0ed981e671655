import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { createPhrases } from '../../src/app/phrases.ts';
import { openFileStore } from '../../src/storage/file-store.ts';
import { temporaryDirectory } from '../storage/temporary-directory.ts';

const root = new URL('../../', import.meta.url).pathname;

function phrasesIn(directory: string, ...args: readonly string[]) {
  return spawnSync(process.execPath, ['src/tools/phrases.ts', '--data', directory, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: {},
  });
}

const failed = (error: unknown): never => {
  throw error;
};

test('what was not understood comes most often first, with what was pressed', async () => {
  await using place = await temporaryDirectory();
  await using store = await openFileStore(place.path);
  const phrases = createPhrases({ store, now: () => new Date(0), failed });
  phrases.missed('a', 'ring xylofonen', []);
  phrases.missed('b', 'sammanfattning statistik', ['statistics', 'outage.summary']);
  phrases.chosen('b', 'statistics');
  phrases.missed('c', 'Sammanfattning, statistik!', ['statistics', 'outage.summary']);
  await phrases[Symbol.asyncDispose]();

  const { status, stdout } = phrasesIn(place.path);
  expect({ status, lines: stdout.split('\n') }).toEqual({
    status: 0,
    lines: [
      '\uFEFFord;föreslaget;valt;antal',
      'sammanfattning statistik;statistics outage.summary;statistics;2',
      'ring □;;;1',
      '',
    ],
  });
  expect(JSON.parse(phrasesIn(place.path, '--json').stdout)).toHaveLength(2);
});

test('where nothing was missed there are the headings alone', async () => {
  await using place = await temporaryDirectory();
  expect(phrasesIn(place.path).stdout).toBe('\uFEFFord;föreslaget;valt;antal\n');
});
