import type { CareGroup } from '../domain/care-group.ts';
import type { Asker } from '../domain/asker.ts';
import type { DescribedCase } from '../intent/described-case.ts';
import type { Entities, Intent } from '../intent/recognition.ts';
import type { TopicReading } from '../intent/topics-beyond.ts';
import type { Knowledge } from '../routine/knowledge.ts';
import type { PrintablePage } from '../text/printable-pages.ts';
import type { Situation } from './situation.ts';

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
  /** How things stand; absent where there are no books, as in the terminal. */
  readonly situation?: Situation;
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

/** One of many of a kind: a unit with its readiness, a channel with what became of a notice. */
export type CardRow = {
  readonly title: string;
  /** At most three lines under it. */
  readonly details: readonly string[];
  /** How it stands with it, in a word or two ("Redo", "Svarar inte"). */
  readonly state?: string;
  /** The state calls for something to be done. */
  readonly isProblem?: true;
};

export type Section = {
  readonly heading?: string;
  readonly phones?: readonly PhoneLine[];
  /** At most 25: a longer list is the caller's to page, with actions. */
  readonly rows?: readonly CardRow[];
  /** Said under the numbers and the rows. */
  readonly lines: readonly Line[];
  /** The lines are steps, done in this order. */
  readonly ordered?: boolean;
};

/** What is known, shortly: its name and its value. */
export type CardFact = { readonly label: string; readonly value: string };

/** A code as it is written, and as it is read out on the phone. */
export type CardCode = { readonly text: string; readonly spelled: string };

/** A button: the verb of contract.md §5 that it carries out, and the data that goes with it. */
export type CardAction = {
  /** At most 25 characters: a phone shows one line and cuts the rest. */
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, string>>;
  /** A form follows, or a code is shown: in a channel, a dialog that only the one who pressed sees. */
  readonly opensForm?: true;
};

/** The view model of every answer; rendered as text here and as a card in Teams. */
export type Answer = {
  /** Said above the title where nobody must miss it: "ÖVNING". */
  readonly banner?: string;
  readonly title: string;
  /** A case's code, to be written down and read out: shown very large, spelled below. */
  readonly code?: CardCode;
  readonly facts?: readonly CardFact[];
  readonly sections: readonly Section[];
  /** What can be done from here: at most six, the likeliest first. */
  readonly actions?: readonly CardAction[];
  /** What the reader may want to know next, at most three: pressed in Teams, typed in the terminal. */
  readonly choices?: readonly Intent[];
  /** With choices: under which id the bot keeps the text that they are about. It never travels itself. */
  readonly asked?: string;
  /** The pages for paper that go with it; a button leads to each where they are reached. */
  readonly pages?: readonly PrintablePage[];
  /** Said last and small: "Meddelande 3". */
  readonly footer?: string;
  /** True where nothing of the routine is said, so that no version of it is shown either. */
  readonly withoutRoutine?: boolean;
};
