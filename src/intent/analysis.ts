import { named } from './entities.ts';
import type { Named } from './entities.ts';
import { speechOf } from './mood.ts';
import type { Speech } from './mood.ts';
import { cleaned, withoutCourtesies } from './normalise.ts';
import { wordsOf } from './words.ts';
import type { Word } from './words.ts';

/** A text taken apart: what every later step reads. */
export type Analysis = {
  /** Within the caps, without control characters; entities are found in this. */
  readonly text: string;
  /** The text without mention, greeting, thanks and signature: what is understood. */
  readonly core: string;
  /** What the core names, by position in it. */
  readonly named: Named;
  readonly words: readonly Word[];
  readonly concepts: ReadonlySet<string>;
  readonly speech: Speech;
};

/** Takes a text apart, whatever it holds; what is beyond the caps of normalise.ts is not read. */
export function analyse(input: string): Analysis {
  const text = cleaned(input);
  const core = withoutCourtesies(text);
  const found = named(core);
  const words = wordsOf(core, found);
  return {
    text,
    core,
    named: found,
    words,
    concepts: new Set(words.flatMap((word) => [...word.concepts])),
    speech: speechOf(words),
  };
}
