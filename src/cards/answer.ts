import type { CareGroup } from '../domain/care-group.ts';
import type { Asker } from '../domain/asker.ts';
import type { DescribedCase } from '../intent/described-case.ts';
import type { Entities, Intent } from '../intent/recognition.ts';
import type { TopicReading } from '../intent/topics-beyond.ts';
import type { Knowledge } from '../routine/knowledge.ts';

/** A question as it was understood: what every answer is made from. */
export type Question = {
  /** As typed; free of patient identity. */
  readonly text: string;
  readonly asker: Asker;
  /** The part of the routine that is asked about: named in the text, else the asker's own. */
  readonly group: CareGroup | undefined;
  readonly entities: Entities;
  /** The patient described, where the text describes one. */
  readonly described: DescribedCase;
  /** The readings (`A28`) for what the text mentions that the routine is silent about. */
  readonly topics: readonly TopicReading[];
  readonly knowledge: Knowledge;
};

/**
 * One sentence of an answer. With `heading` it is the routine's and stands there; with `basis` it goes
 * beyond the routine and rests on that; with neither it is the bot speaking of itself or of the question.
 */
export type Line = { readonly text: string; readonly heading?: string; readonly basis?: string };

/** A number with its name and place, never bare: several differ by one digit. */
export type PhoneLine = {
  readonly name: string;
  readonly place: string;
  /** As printed in its source. */
  readonly number: string;
  readonly e164: string;
  readonly askFor?: string;
  readonly hours?: string;
  readonly menu?: string;
  readonly email?: string;
  /** The routine's heading, or what the number rests on when the routine does not have it. */
  readonly heading?: string;
  readonly basis?: string;
};

export type Section = {
  readonly heading?: string;
  readonly phones?: readonly PhoneLine[];
  readonly lines: readonly Line[];
  /** The lines are steps, done in this order. */
  readonly ordered?: boolean;
};

/** The view model of every answer to a question; rendered as text here and as a card in Teams. */
export type Answer = {
  readonly title: string;
  readonly sections: readonly Section[];
  /** What the reader may want next: pressed in Teams, typed in the terminal. */
  readonly choices?: readonly Intent[];
  /** True where nothing of the routine is said, so that no version of it is shown either. */
  readonly withoutRoutine?: boolean;
};
