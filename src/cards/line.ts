import type { BeyondFact, Fact, ReadingId, Routine } from '../routine/routine.ts';
import type { Line } from './answer.ts';

/** A statement of the routine, in its own words. */
export function said({ text, heading }: Fact): Line {
  return { text, heading };
}

/** Statements that stand in a list of the routine, in one line, behind what they are for. */
export function listed(facts: readonly Fact[], lead = ''): Line {
  const [{ heading } = { heading: '' }] = facts;
  return { text: `${lead}${facts.map(({ text }) => text).join(' · ')}`, heading };
}

/** "Personen" of L117 is the biståndshandläggare whom the sentence before tells to ask for. */
export function forwards({ careManagerForwards }: Routine['general']): Line {
  const { text, heading } = careManagerForwards;
  return { text: text.replace(/^Personen/, 'Biståndshandläggaren'), heading };
}

/** A statement that goes beyond the routine, with its law or handbook. */
export function beyond({ text, basis }: BeyondFact): Line {
  return { text, basis: `utöver rutinen: ${basis}` };
}

const basisOfKind = {
  unclear: { basis: 'tolkning, rutinen är otydlig här' },
  silent: { basis: 'utöver rutinen, som inte säger något om det' },
  decided: {},
} as const;

/** How an unclear or silent place of the routine is read, marked as that until the customer has decided. */
export function readAs(routine: Routine, id: ReadingId): Line {
  const reading = readingOf(routine, id);
  return { text: reading.reading, ...basisOfKind[reading.kind] };
}

/** The mark alone, for a sentence that rests on a reading. */
export function basisOf(routine: Routine, id: ReadingId): Omit<Line, 'text'> {
  return basisOfKind[readingOf(routine, id).kind];
}

function readingOf({ readings }: Routine, id: ReadingId): Routine['readings'][number] {
  const reading = readings.find((one) => one.id === id);
  // The schema asks for every reading, so this is a fault of the code.
  if (reading === undefined) throw new Error(`The routine has no reading ${id}`);
  return reading;
}

/** Advice that the routine does not give, and no law or handbook either. */
export function advised(text: string): Line {
  return { text, basis: 'utöver rutinen' };
}

/** The bot speaking of itself, of the question or of what the routine leaves out. */
export function own(text: string): Line {
  return { text };
}
