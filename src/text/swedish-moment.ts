import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { sv } from 'date-fns/locale/sv';
import { swedishDateOf, swedishTimeOf, swedishZone } from '../domain/swedish-time.ts';

const formatted = (instant: number, pattern: string): string =>
  format(new TZDate(instant, swedishZone), pattern, { locale: sv });

/** "tisdag 24 november kl. 08.10": never a time without its date. The year only where it is another than now's. */
export function swedishMoment(instant: number, now: number): string {
  const isThisYear = swedishDateOf(instant).slice(0, 4) === swedishDateOf(now).slice(0, 4);
  const date = formatted(instant, isThisYear ? 'EEEE d MMMM' : 'EEEE d MMMM yyyy');
  return `${date} kl. ${clockTime(instant)}`;
}

/** Within a sentence: "kl. 08.10" of the same day, else with the date. */
export function swedishSince(instant: number, now: number): string {
  return swedishDateOf(instant) === swedishDateOf(now)
    ? `kl. ${clockTime(instant)}`
    : swedishMoment(instant, now);
}

/** "08.10"; in the hour that comes twice when summer time ends, with which of the two it is. */
export function clockTime(instant: number): string {
  const shown = swedishTimeOf(instant).replace(':', '.');
  return shown + hourName(instant);
}

const hourMs = 60 * 60_000;

/** Which of two like hours: their moments are an hour apart, and clocks show the same. */
function hourName(instant: number): string {
  const isShown = (at: number): boolean =>
    swedishTimeOf(at) === swedishTimeOf(instant) && swedishDateOf(at) === swedishDateOf(instant);
  if (isShown(instant + hourMs)) return ' (sommartid)';
  return isShown(instant - hourMs) ? ' (vintertid)' : '';
}

/** "2 timmar 5 minuter", "35 minuter", "3 dygn 1 timme". Whole minutes; of less than one: "mindre än en minut". */
export function swedishDuration(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  const days = Math.floor(minutes / (24 * 60));
  const hours = Math.floor(minutes / 60) % 24;
  const parts = [
    days === 0 ? '' : `${days} dygn`,
    hours === 0 ? '' : hours === 1 ? '1 timme' : `${hours} timmar`,
    days > 0 || minutes % 60 === 0 ? '' : minutes % 60 === 1 ? '1 minut' : `${minutes % 60} minuter`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'mindre än en minut' : parts.join(' ');
}
