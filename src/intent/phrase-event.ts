import { z } from 'zod';
import { intents } from './recognition.ts';

const id = z.string().min(1);

/** A text that was not understood: what `knownWords` leaves of it, and what was offered instead. */
const missed = z.object({
  kind: z.literal('phraseMissed'),
  id,
  words: z.string(),
  offered: z.array(z.enum(intents)),
});

/** What somebody pressed of what was offered. */
const chosen = z.object({ kind: z.literal('phraseChosen'), id, intent: z.enum(intents) });

/** What is kept in the stream `phrases`. Nothing of it says who wrote, where, or of whom. */
export const phraseEventSchema = z.discriminatedUnion('kind', [missed, chosen]);
export type PhraseEvent = z.infer<typeof phraseEventSchema>;
