import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { answerQuestion } from '../app/answer-question.ts';
import { answerText } from '../cards/answer-text.ts';
import { readConfig } from '../config.ts';
import { isPossibleAsker } from '../domain/asker.ts';
import type { Asker } from '../domain/asker.ts';
import { careSettings, organisations } from '../domain/ids.ts';
import { readKnowledge } from '../routine/knowledge.ts';
import type { Knowledge } from '../routine/knowledge.ts';
import { load } from '../routine/loaded.ts';
import type { Loaded } from '../routine/loaded.ts';

/** `npm run ask`: the bot's answers in the terminal, without Teams and without a store (contract.md §1). */

const usage = `Så frågar du:
  npm run --silent ask -- "vem ringer jag i Ånge?"
  npm run --silent ask -- --role ${careSettings[0]} "vad ska jag lämna över?"
  npm run --silent ask -- --json < fragor.txt     (en fråga per rad, ett JSON-objekt per rad tillbaka)

--role          ${careSettings.join(', ')}
--organisation  ${organisations.join(', ')}
--json          svaret som JSON`;

const options = z
  .strictObject({
    role: z.enum(careSettings).optional(),
    organisation: z.enum(organisations).optional(),
    json: z.boolean().default(false),
  })
  .transform(({ role, organisation, json }) => {
    const asker: Asker = { ...(role && { careSetting: role }), ...(organisation && { organisation }) };
    return { asker, json };
  })
  .refine(({ asker }) => isPossibleAsker(asker), {
    error: 'regionens vård hör till organisationen region, municipality till en kommun',
  });

/** `question` is absent where none was typed: then the lines of stdin are. */
type Request = z.infer<typeof options> & { readonly question: string | undefined };

function readRequest(args: readonly string[]): Loaded<Request> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: false,
    options: { role: { type: 'string' }, organisation: { type: 'string' }, json: { type: 'boolean' } },
  });
  const read = load(options, { ...values });
  if (read.kind === 'faulty') return read;
  return {
    kind: 'loaded',
    value: { ...read.value, question: positionals.length === 0 ? undefined : positionals.join(' ') },
  };
}

function asJson(typed: string, asker: Asker, knowledge: Knowledge): string {
  const { text, refused, recognition, answer } = answerQuestion(typed, asker, knowledge);
  const { beyond: _beyond, emergency, ...understood } = recognition;
  return JSON.stringify({
    text,
    ...understood,
    answer: answerText(answer, knowledge.routine),
    ...(emergency && { emergency }),
    ...(refused && { refused }),
  });
}

/** The lines of a stream however it is cut; the line feed is the only line end, so none is lost or added. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
async function answerLines(asker: Asker, knowledge: Knowledge): Promise<void> {
  await pipeline(
    process.stdin.setEncoding('utf8'),
    linesOf,
    async function* answers(lines: AsyncIterable<string>) {
      for await (const line of lines) yield `${asJson(line.replace(/^\uFEFF|\r$/g, ''), asker, knowledge)}\n`;
    },
    process.stdout,
  );
}

function complain(lines: readonly string[], exitCode: number): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = exitCode;
}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) return void process.stdout.write(`${usage}\n`);
  const request = readRequest(args);
  if (request.kind === 'faulty') return complain([...request.faults, '', usage], 2);
  const { question, asker, json } = request.value;
  if (question === undefined && !json) return complain([usage], 2);
  const config = readConfig();
  const knowledge = config.kind === 'faulty' ? config : await readKnowledge(config.value);
  if (knowledge.kind === 'faulty') return complain(['Kan inte starta:', ...knowledge.faults], 1);
  if (question === undefined) return answerLines(asker, knowledge.value);
  const answer = json
    ? asJson(question, asker, knowledge.value)
    : answerText(answerQuestion(question, asker, knowledge.value).answer, knowledge.value.routine);
  process.stdout.write(`${answer}\n`);
}

// Whoever reads the answers may stop before the last (`| head`): that is no fault.
process.stdout.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error;
});
await main(process.argv.slice(2));
