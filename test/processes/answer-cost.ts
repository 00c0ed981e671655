import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
const conversations = 32;
const questions = [
  'vem ringer jag i Ånge?',
  'vilket nummer har Timrå kommun',
  'vad ska jag lämna över?',
  'får vi skriva ut patienten?',
];

const question = (at: number): TestActivity =>
  activity({
    ...inChatOf(someone(at % conversations)),
    id: randomUUID(),
    text: questions[at % questions.length],
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
async function cpuPerAnswer(bot: MeasuredBot, token: string): Promise<number> {
  const before = await bot.usage();
  let next = 0;
  const ask = async (): Promise<void> => {
    while (next < answers) {
      next += 1;
      // oxlint-disable-next-line no-await-in-loop -- one question after the other, as a person asks
      await bot.deliver(question(next), token);
    }
  };
  await Promise.all(Array.from({ length: conversations }, ask));
  const after = await bot.usage();
  return (after.cpuMicros - before.cpuMicros) / 1_000 / answers;
}

const yardstick = (file: string): string => join(import.meta.dirname, '../yardsticks', file);
const bots = {
  'this bot, full answer': join(import.meta.dirname, '../../src/main.ts'),
  'agents-hosting, echo': yardstick('agents-hosting-echo.mjs'),
  'botbuilder, echo': yardstick('botbuilder-echo.mjs'),
  'bare Node, echo': yardstick('bare-echo.mjs'),
};

await using stack = new AsyncDisposableStack();
const microsoft = stack.use(await startMicrosoftOverTls());
const directory = stack.use(await temporaryDirectory());
const certificateFile = join(directory.path, 'certificate.pem');
await writeFile(certificateFile, microsoft.certificate);
const token = await microsoft.tokenFor(question(0));
const started: { readonly bot: MeasuredBot; readonly costs: number[] }[] = [];
for (const [name, file] of Object.entries(bots)) {
  const data = join(directory.path, `${started.length}`);
  // oxlint-disable-next-line no-await-in-loop -- each is started alone, since its start is measured
  const bot = await startMeasuredBot({
    name,
    file,
    microsoft,
    certificateFile,
    directory: data,
    first: question(0),
  });
  started.push({ bot: stack.use(bot), costs: [] });
}
for (let round = -1; round < rounds; round += 1) {
  for (const { bot, costs } of started) {
    // oxlint-disable-next-line no-await-in-loop -- by turns
    const cost = await cpuPerAnswer(bot, token);
    // The first one warms up.
    if (round >= 0) costs.push(cost);
  }
}
for (const { bot, costs } of started) {
  // oxlint-disable-next-line no-await-in-loop -- as above
  const { peakKib } = await bot.usage();
  process.stdout.write(`${JSON.stringify({ name: bot.name, readyMs: bot.readyMs, peakKib, costs })}\n`);
}
