import { swedishDateOf, swedishTimeOf } from '../domain/swedish-time.ts';
import type { ToldMoment } from '../intent/told-moment.ts';

/** A moment as its two fields are filled in, by the name before `On` and `At`; of a day alone the time is left empty. */
export function momentValues(name: string, moment: ToldMoment): Readonly<Record<string, string>> {
  const isDay = moment.kind === 'day';
  return {
    [`${name}On`]: isDay ? moment.on : swedishDateOf(moment.at),
    [`${name}At`]: isDay ? '' : swedishTimeOf(moment.at),
  };
}
