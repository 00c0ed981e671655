import { foldedInPlace } from './folded-in-place.ts';
import { saysDay, timeWordsIn } from './time-words.ts';
import { isOfDischarge } from './told-stay.ts';
import { toldMoments } from './told-moment.ts';
import type { Sketch } from './told-sketch.ts';

/**
 * The moment that a text tells the patient was, or is to be, discharged: a day and a time, of which the day was said.
 * Of the same words it may be one that has been and one to come: then the nearest.
 */
export function toldDischarge({ sketch, text }: Sketch, now: number): number | undefined {
  const words = timeWordsIn(foldedInPlace(text)).filter(({ start }) =>
    isOfDischarge(sketch.slice(Math.max(0, start - 50), start)),
  );
  if (!words.some(({ value }) => saysDay(value))) return undefined;
  const isOf = ({ start }: { readonly start: number }): boolean => words.some((one) => one.start === start);
  const moments = (['past', 'future'] as const).map((tense) =>
    toldMoments(text, { now, tense, isOf }).map(({ value }) =>
      value.kind === 'moment' ? value.at : undefined,
    ),
  );
  if (moments.some((told) => new Set(told).size > 1)) return undefined;
  const told = moments.flat().filter((at) => at !== undefined);
  return told.toSorted((one, other) => Math.abs(one - now) - Math.abs(other - now))[0];
}
