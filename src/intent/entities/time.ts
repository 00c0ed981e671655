import { foldedInPlace } from '../folded-in-place.ts';
import type { Clock } from './clock.ts';
import { digitalClocks } from './digital-clock.ts';
import type { Found } from './found.ts';
import { spokenClocks } from './spoken-clock.ts';
import { findAll } from './way.ts';

/** The times of day that a folded text names, in order. */
export const findClocks = (folded: string): readonly Found<Clock>[] =>
  findAll(folded, [...spokenClocks, ...digitalClocks]);

const evening =
  /^.{0,20}(?:i kvall|ikvall|i ?gar ?kvall|i eftermiddag|pa eftermiddagen|pa kvallen|em(?![a-z]))/u;

/** Clock times as `HH:mm`. A spoken one keeps the dial's hours ("halv elva" is 10:30) unless the evening is named. */
export function findTimes(text: string): readonly Found<string>[] {
  const folded = foldedInPlace(text);
  return findClocks(folded).map(({ value: { isDial, minutes }, start, end }) => {
    const isLate = isDial && minutes < 720 && evening.test(folded.slice(end, end + 60));
    return { value: written(isLate ? minutes + 720 : minutes % 1440), start, end };
  });
}

function written(minutes: number): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
