import { swedishDateOf } from '../domain/swedish-time.ts';
import { clockTime } from '../text/swedish-moment.ts';

/** A moment where there is little room: "13.10" of the same day, else with its date: "24/11 13.10". */
export function shortTime(instant: number, now: number): string {
  const date = swedishDateOf(instant);
  if (date === swedishDateOf(now)) return clockTime(instant);
  const [, month, day] = date.split('-').map(Number);
  return `${day}/${month} ${clockTime(instant)}`;
}
