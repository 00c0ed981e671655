import { isRecent } from '../domain/is-recent.ts';
import { putLast } from '../domain/put-last.ts';

/** Counts the codes that somebody tried and that were nothing to them: who guesses is made to wait. */
export type CodeGuesses = {
  readonly isBlocked: (person: string) => boolean;
  readonly missed: (person: string) => void;
};

const windowMs = 10 * 60_000;
/** A slip of the hand is caught by the check character: what is left are guesses, and senders who have not logged yet. */
const mostMisses = 5;
/** More people than these push out whoever missed longest ago. */
const mostPeople = 10_000;

/** In this process's memory alone. */
export function createCodeGuesses(now: () => Date): CodeGuesses {
  const misses = new Map<string, readonly number[]>();
  const recent = (person: string): readonly number[] => {
    const current = now().getTime();
    return (misses.get(person) ?? []).filter((at) => isRecent(at, windowMs, current));
  };
  return {
    isBlocked: (person) => recent(person).length >= mostMisses,
    missed(person) {
      putLast(misses, [person, [...recent(person), now().getTime()]], mostPeople);
    },
  };
}
