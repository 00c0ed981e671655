import { swedishDateOf } from '../domain/swedish-time.ts';
import type { ToldCall } from '../intent/told-call.ts';
import { toldDate } from '../intent/told-date.ts';
import type { FormValues } from './form-values.ts';

/** What words told of a call, as the form for it is filled in: nothing that was not said. */
export function toldValues(told: ToldCall, now: number): FormValues {
  const { code, counterpart, direction, items, municipality, outcome, party } = told;
  const fields: Readonly<Record<string, string | undefined>> = {
    code,
    counterpart,
    direction,
    municipality,
    outcome,
    party,
    items: items.length === 0 ? undefined : items.join(','),
    ...calledIn(told, now),
  };
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined),
  );
}

/** A day that was said and cannot be told is left for the form to ask: today would be a guess. */
function calledIn({ date, time }: ToldCall, now: number): Readonly<Record<string, string>> {
  if (date !== undefined) {
    const calledOn = toldDate(date, swedishDateOf(now));
    // A time alone would be today's.
    return calledOn === undefined ? { calledOn: '', calledAt: '' } : { calledOn, calledAt: time ?? '' };
  }
  return time === undefined ? {} : { calledOn: swedishDateOf(now), calledAt: time };
}
