import { organisations } from '../domain/ids.ts';
import type { Organisation } from '../domain/ids.ts';
import type { Terms } from '../domain/outage-event.ts';
import { listOf, momentOf, valueOf } from './form-values.ts';
import type { FormValues } from './form-values.ts';

/** What a coordinator filled in of an outage, or what is wrong with it, by field. */
export type FilledTerms =
  | { readonly kind: 'read'; readonly startedAt: number; readonly terms: Terms }
  | { readonly kind: 'faulty'; readonly errors: Readonly<Record<string, string>> };

/** What stands where a field is not in the form at all. A field that is left empty says so. */
export type Before = { readonly startedAt: number; readonly terms: Terms };

/** Reads start, expected end, next update, scope and message. A time that exists no night is a fault of its field. */
export function filledTerms(values: FormValues, before: Before, now: number): FilledTerms {
  const errors: Record<string, string> = {};
  const moment = (name: string, otherwise: number | undefined): number | undefined => {
    if (!Object.hasOwn(values, `${name}On`) && !Object.hasOwn(values, `${name}At`)) return otherwise;
    const filled = momentOf(values, name, now);
    if (filled.kind === 'faulty') errors[filled.field] = filled.text;
    return filled.kind === 'at' ? filled.at : undefined;
  };
  const startedAt = moment('started', before.startedAt) ?? before.startedAt;
  const expectedEndAt = moment('expectedEnd', before.terms.expectedEndAt);
  const nextUpdateAt = moment('nextUpdate', before.terms.nextUpdateAt);
  const named = Object.hasOwn(values, 'scope') ? listOf(values, 'scope') : before.terms.scope;
  const scope = named.filter((one): one is Organisation => organisations.some((known) => known === one));
  if (scope.length < named.length) errors['scope'] = 'Välj bland organisationerna i listan.';
  if (Object.keys(errors).length > 0) return { kind: 'faulty', errors };
  return {
    kind: 'read',
    startedAt,
    terms: {
      scope,
      message: Object.hasOwn(values, 'message') ? valueOf(values, 'message') : before.terms.message,
      ...(expectedEndAt !== undefined && { expectedEndAt }),
      ...(nextUpdateAt !== undefined && { nextUpdateAt }),
    },
  };
}
