import { instantAt, swedishDateOf, swedishTimeOf } from '../../src/domain/swedish-time.ts';
import type { ToldWhen } from '../../src/intent/told-when.ts';

/** The moment when Swedish clocks show `YYYY-MM-DDTHH:mm`. */
export function swedish(shown: string): number {
  const [date = '', time = ''] = shown.split('T');
  const instant = instantAt({ date, time });
  if (instant === undefined) throw new Error(`No Swedish clock shows ${shown}`);
  return instant;
}

/** What Swedish clocks show at a moment. */
export const shownAt = (instant: number): string => `${swedishDateOf(instant)}T${swedishTimeOf(instant)}`;

/** A moment or a day as text: `YYYY-MM-DDTHH:mm`, `YYYY-MM-DD`, or `unread`. */
export function shownWhen(when: ToldWhen): string {
  if (when.kind === 'moment') return shownAt(when.at);
  return when.kind === 'day' ? when.on : when.kind;
}
