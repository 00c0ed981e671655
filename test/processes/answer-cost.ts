import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { buildIn } from '../../src/tools/build-in.ts';
import { startCommand } from '../../src/tools/start-command.ts';
import { activity, inChatOf, someone } from '../support/activities.ts';
import type { TestActivity } from '../support/activities.ts';
import { startMeasuredBot } from '../support/measured-bot.ts';
import type { MeasuredBot } from '../support/measured-bot.ts';
import { startMicrosoftOverTls } from '../support/microsoft-over-tls.ts';
import { temporaryDirectory } from '../storage/temporary-directory.ts';

/**
 * What an answer costs, beside the yardsticks, for `npm run bench`, which starts it as a process. Arguments: rounds,
 * and answers per round. Writes a line of JSON for each bot. The bots take turns, so that what the machine does
 * besides meets them all.
 */
const [rounds = 0, answers = 0] = process.argv.slice(2).map(Number);
const atOnce = 32;
const own = 'this bot';
const mostStarts = 7;
/** So many that none of them asks faster than the bot lets anybody. */
const people = 1_000;
const root = join(import.meta.dirname, '../..');

/** What most ask. */
const usual = [
  'vem ringer jag i Ånge?',
  'vilket nummer har Timrå kommun',
  'vad ska jag lämna över?',
  'får vi skriva ut patienten?',
];
/** The same in the words of many: none of them is said twice while another has not been said. */
const sentence = z.object({ text: z.string(), intent: z.string() });
const corpus = await readFile(join(root, 'src/intent/corpus/utterances.jsonl'), 'utf8');
const varied = corpus
  .trim()
  .split('\n')
  .map((line) => sentence.parse(JSON.parse(line)))
  .filter(({ intent }) => ['call.who', 'handover.what', 'discharge.allowed'].includes(intent))
  .map(({ text }) => text);

const asking = (at: number, text: string | undefined): TestActivity =>
  activity({
    ...inChatOf(someone(at % people)),
    id: randomUUID(),
    text,
    textFormat: 'plain',
    entities: [
      {
        type: 'clientInfo',
        locale: 'sv-SE',
        country: 'SE',
        platform: 'Windows',
        timezone: 'Europe/Stockholm',
      },
    ],
  });

/** Everybody asks again as soon as they are answered. CPU per answer, in milliseconds. */
async function cpuPerAnswer({ bot, texts }: Measured, token: string): Promise<number> {
  const before = await bot.usage();
  let next = 0;
  const ask = async (): Promise<void> => {
    while (next < answers) {
      next += 1;
      // oxlint-disable-next-line no-await-in-loop -- one question after the other, as a person asks
      await bot.deliver(asking(next, texts[next % texts.length]), token);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  const after = await bot.usage();
  return (after.cpuMicros - before.cpuMicros) / 1_000 / answers;
}

type Measured = {
  readonly name: string;
  readonly bot: MeasuredBot;
  /** How long its starts took, in milliseconds. */
  readonly starts: readonly number[];
  readonly texts: readonly string[];
};

await using stack = new AsyncDisposableStack();
const microsoft = stack.use(await startMicrosoftOverTls());
const directory = stack.use(await temporaryDirectory());
await buildIn(join(directory.path, 'service'));
const yardstick = (file: string): readonly string[] => [join(import.meta.dirname, '../yardsticks', file)];
const commands = {
  [own]: startCommand(join(directory.path, 'service/main.js')),
  'agents-hosting, echo': yardstick('agents-hosting-echo.mjs'),
  'botbuilder, echo': yardstick('botbuilder-echo.mjs'),
  'bare Node, echo': yardstick('bare-echo.mjs'),
};

const certificateFile = join(directory.path, 'certificate.pem');
await writeFile(certificateFile, microsoft.certificate);
const first = asking(0, usual[0]);
const token = await microsoft.tokenFor(first);

const measured: Measured[] = [];
const compiled = { NODE_COMPILE_CACHE: join(directory.path, 'compiled') };
const starting = Object.entries(commands).map(([name, command], at) => {
  const settings = name === own ? compiled : {};
  const data = join(directory.path, `${at}`);
  return { name, command, microsoft, certificateFile, directory: data, first, settings };
});
/** How long the starts of each take, in milliseconds; the first one is not counted: ours compiles, as its image does. */
const starts = new Map(starting.map(({ name }) => [name, [] as number[]]));
for (let round = -1; round < mostStarts; round += 1) {
  for (const start of starting) {
    // oxlint-disable-next-line no-await-in-loop -- by turns, and each alone
    const bot = await startMeasuredBot(start);
    if (round >= 0) starts.get(start.name)?.push(bot.readyMs);
    // oxlint-disable-next-line no-await-in-loop -- as above
    await bot.stop();
  }
}
for (const start of starting) {
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  const bot = stack.use(await startMeasuredBot(start));
  const { name } = start;
  const started = { bot, starts: starts.get(name) ?? [] };
  measured.push({ name, ...started, texts: usual });
  if (name === own) measured.push({ name: `${name}, always another sentence`, ...started, texts: varied });
}
const costs = measured.map((): number[] => []);
for (let round = -1; round < rounds; round += 1) {
  for (const [at, one] of measured.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- by turns
    const cost = await cpuPerAnswer(one, token);
    // The first round warms up.
    if (round >= 0) costs[at]?.push(cost);
  }
}
for (const [at, { bot, name, starts: readyMs }] of measured.entries()) {
  // oxlint-disable-next-line no-await-in-loop -- as above
  const { peakKib } = await bot.usage();
  process.stdout.write(`${JSON.stringify({ name, readyMs, peakKib, costs: costs[at] })}\n`);
}
