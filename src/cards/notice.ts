import type { Directory } from '../domain/directory.ts';
import type { Outage } from '../domain/outage.ts';
import type { Routine } from '../routine/routine.ts';
import type { Answer } from './answer.ts';
import type { FormCard } from './form.ts';

/** A notice as it is said: the card of the thread's first post, and what a phone shows of it. */
export type Notice = {
  readonly answer: Answer;
  /** Says what happened, in at most 120 characters: no case, no name of a patient, no number of one. */
  readonly text: string;
  /** The card of the new post that ends a thread. */
  readonly conclusion?: Answer;
};

/** What every notice is made with. */
export type NoticeContext = {
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  /** The notice's own: a repeat carries the same, and is seen to be one. */
  readonly number: number;
  readonly routine: Routine;
  /** The stream's last record before this one; its hash seals all that is before it. */
  readonly head?: { readonly version: number; readonly hash: string };
};

/** What a notice to coordinators is made with: it may name units and people. */
export type CoordinatorContext = NoticeContext & { readonly directory: Directory };

/** What a phone shows of a text that is too long: its whole sentences, as many as fit. */
const mostCharacters = 120;

/** The number at the foot of the card. */
export function numberFooter({ number }: NoticeContext): string {
  return `Meddelande ${number}`;
}

/** How much of a hash is shown: enough to know it again by, and to say on the phone. */
const shownHash = 12;

/** The same at the end of an outage, with the record's seal: a tail that is cut off later is seen (design.md §2). */
export function sealedFooter(context: NoticeContext): string {
  const { head } = context;
  if (head === undefined || head.hash === '') return numberFooter(context);
  return `${numberFooter(context)} · Logg: post ${head.version}, kontrollsumma ${head.hash.slice(0, shownHash)}`;
}

/** Said at the top of every card of a drill. */
export function drillBanner({ kind, isInterrupted }: Outage): string | undefined {
  if (isInterrupted) return interruptedDrill;
  return kind === 'drill' ? 'ÖVNING' : undefined;
}

/** Said first where a real outage broke off a drill: nobody must take it for a part of the drill. */
export const interruptedDrill = 'ÖVNING AVBRUTEN, verkligt avbrott';

/** A form about an outage's log, with the mark of a drill where it is one. */
export function markedForm(outage: Outage, form: FormCard): FormCard {
  const banner = drillBanner(outage);
  return banner === undefined ? form : { ...form, banner };
}

/** An answer of an outage, with the mark of a drill where it is one. */
export function markedAnswer(outage: Outage, answer: Answer): Answer {
  const banner = drillBanner(outage);
  return banner === undefined ? answer : { ...answer, banner };
}

/** The sentences of a push, best first, after the mark of a drill; those that do not fit are left out. */
export function pushText(outage: Outage, sentences: readonly string[]): string {
  const mark = outage.kind === 'drill' && !outage.isInterrupted ? 'ÖVNING: ' : '';
  const [first = '', ...others] = sentences;
  return others.reduce(
    (text, sentence) => (fits(`${text}. ${sentence}`) ? `${text}. ${sentence}` : text),
    `${mark}${first}`,
  );
}

function fits(text: string): boolean {
  return text.length <= mostCharacters;
}
