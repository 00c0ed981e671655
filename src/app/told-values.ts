import { momentValues } from '../cards/moment-values.ts';
import type { ToldCall } from '../intent/told-call.ts';
import type { FormValues } from './form-values.ts';

/** What words told of a call, as the form for it is filled in: nothing that was not said. */
export function toldValues(told: ToldCall): FormValues {
  const { code, counterpart, direction, dischargedAt, items, municipality, outcome, party } = told;
  const fields: Readonly<Record<string, string | undefined>> = {
    code,
    counterpart,
    direction,
    municipality,
    outcome,
    party,
    items: items.length === 0 ? undefined : items.join(','),
    ...calledIn(told),
    ...(dischargedAt !== undefined && momentValues('discharged', { kind: 'moment', at: dischargedAt })),
  };
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined),
  );
}

/** What was said of when and cannot be told is left for the form to ask: today, or now, would be a guess. */
function calledIn({ when }: ToldCall): Readonly<Record<string, string>> {
  if (when === undefined) return {};
  return when.kind === 'unread' ? { calledOn: '', calledAt: '' } : momentValues('called', when);
}
