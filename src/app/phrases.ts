import { knownWords } from '../intent/known-words.ts';
import type { PhraseEvent } from '../intent/phrase-event.ts';
import type { Intent } from '../intent/recognition.ts';
import type { Store } from '../storage/store.ts';

/**
 * What was not understood, kept to learn from (src/intent/known-words.ts says how little of it). Nobody waits for it,
 * and where it cannot be written it is lost. Disposed of, it is finished first.
 */
export type Phrases = AsyncDisposable & {
  readonly missed: (id: string, text: string, offered: readonly Intent[]) => void;
  readonly chosen: (id: string, intent: Intent) => void;
};

type Parts = {
  readonly store: Store;
  readonly now: () => Date;
  readonly failed: (error: unknown) => void;
};

/** Keeps phrases in the store's stream `phrases`, one after another. */
export function createPhrases({ store, now, failed }: Parts): Phrases {
  let last: Promise<void> = Promise.resolve();
  const keep = (event: PhraseEvent): void => {
    const recordedAt = now().getTime();
    const append = { stream: 'phrases', expectedVersion: 'any', recordedAt, entries: [event] } as const;
    last = last.then(() => store.append(append)).then(() => undefined, failed);
  };
  return {
    missed: (id, text, offered) =>
      keep({ kind: 'phraseMissed', id, words: knownWords(text), offered: [...offered] }),
    chosen: (id, intent) => keep({ kind: 'phraseChosen', id, intent }),
    [Symbol.asyncDispose]: () => last,
  };
}
