import { z } from 'zod';
import { intents } from './recognition.ts';

const utterance = z.object({
  text: z.string().min(1),
  intent: z.enum(intents),
  /** Other intents that would do as well. */
  also: z.array(z.enum(intents)).default([]),
  /** One of a minimal pair: almost the words of an order, and none. */
  pair: z.boolean().default(false),
  voice: z.string().default('plain'),
  /** Where it comes from: `given` at the start, `own` written since, `own-a1` and so on by other hands, each measured once before. */
  source: z.string().default('given'),
  entities: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
});

/** A labelled sentence: one line of corpus/utterances.jsonl. */
export type Utterance = z.infer<typeof utterance>;

/** The sentences of a JSON Lines text; throws with the line's number where one does not fit. */
export function parseUtterances(lines: string): readonly Utterance[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => parseLine(line, at + 1));
}

function parseLine(line: string, number: number): Utterance {
  const parsed = utterance.safeParse(JSON.parse(line));
  if (!parsed.success) throw new Error(`utterances.jsonl, line ${number}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
