import type { BeyondFact, Fact, Routine } from '../routine/routine.ts';
import type { Line } from './answer.ts';

/** A statement of the routine, in its own words. */
export function said({ text, heading }: Fact): Line {
  return { text, heading };
}

/** A statement that goes beyond the routine, with its law or handbook. */
export function beyond({ text, basis }: BeyondFact): Line {
  return { text, basis: `utöver rutinen: ${basis}` };
}

/** How an unclear place of the routine is read, by its id (`A15`). */
export function readAs(routine: Routine, id: string): Line {
  const reading = routine.readings.find((one) => one.id === id);
  if (reading === undefined) throw new Error(`The routine has no reading ${id}`);
  return { text: reading.reading, basis: 'tolkning, rutinen är otydlig här' };
}

/** A sentence of the bot's own. */
export function own(text: string): Line {
  return { text };
}
