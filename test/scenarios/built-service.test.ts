import { isAscii } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseUtterances } from '../../src/intent/corpus.ts';
import { buildIn } from '../../src/tools/build-in.ts';
import { temporaryDirectory } from '../storage/temporary-directory.ts';
import { asa, chatOf, inChatOf, megan, question } from '../support/activities.ts';
import { newPostgresPlace } from '../support/postgres-place.ts';
import { answerTo, filledInByCoordinator } from '../support/press.ts';
import { startServiceProcess } from '../support/service-process.ts';
import type { ServiceProcess } from '../support/service-process.ts';
import { startTeamsDouble } from '../support/teams-double.ts';

const corpus = new URL('../../src/intent/corpus/utterances.jsonl', import.meta.url);

/** A sentence of each intent. */
const sentences = new Map(
  parseUtterances(readFileSync(corpus, 'utf8')).map(({ intent, text }) => [intent, text]),
);

test('built into one file the service answers every intent as from its source, and keeps what it is told in either store', async () => {
  await using directory = await temporaryDirectory();
  await using place = await newPostgresPlace();
  await using double = await startTeamsDouble();
  const built = join(directory.path, 'service');
  await buildIn(built);
  expect(isAscii(readFileSync(join(built, 'main.js')))).toBe(true);
  const start = { double, coordinators: [megan] };
  await using source = await startServiceProcess({
    ...start,
    storage: { DATA_DIR: join(directory.path, 'data') },
  });
  await using inFiles = await startServiceProcess({
    ...start,
    main: join(built, 'main.js'),
    storage: { DATA_DIR: join(directory.path, 'data of the built one') },
  });
  await using inDatabase = await startServiceProcess({
    ...start,
    main: join(built, 'main.js'),
    storage: { DATABASE_URL: place.url },
  });
  expect(sentences.size).toBeGreaterThan(20);
  /** The card, without the ids that are drawn. */
  const answered = async (bot: ServiceProcess, text: string): Promise<string> => {
    await answerTo(double, bot, question(text, inChatOf(asa)));
    const message = double.connector.messagesIn(chatOf(asa)).at(-1);
    return JSON.stringify(message?.attachments).replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, 'id');
  };
  for (const text of sentences.values()) {
    // oxlint-disable-next-line no-await-in-loop -- one question after the other
    const expected = await answered(source, text);
    expect(expected).toContain('AdaptiveCard');
    // oxlint-disable-next-line no-await-in-loop -- as above
    expect(await answered(inFiles, text)).toBe(expected);
    // oxlint-disable-next-line no-await-in-loop -- as above
    expect(await answered(inDatabase, text)).toBe(expected);
  }
  for (const bot of [inFiles, inDatabase]) {
    const declare = filledInByCoordinator('outage.declare', { kind: 'unplanned', message: 'Nere' });
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await answerTo(double, bot, declare)).toContain('Sparat');
  }
}, 60_000);
