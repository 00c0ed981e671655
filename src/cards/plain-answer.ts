import type { Answer } from './answer.ts';
import { own } from './line.ts';

/** An answer that says nothing of the routine: what the bot did, or why not. */
export function plainAnswer(title: string, texts: readonly string[]): Answer {
  return { title, sections: [{ lines: texts.map(own) }], withoutRoutine: true };
}
