import type { FormState } from '../cards/form-state.ts';
import { revisionIn, valueOf } from './form-values.ts';
import type { Asked, Faults } from './verb.ts';

/**
 * What a form is shown with. One that comes back, or is opened again, keeps its id and the revision that it was made from; where the
 * outage has changed since, it is made from how things stand now.
 */
export function formState(
  { values, now, newId }: Asked,
  { problems = [], errors = {}, isStale = false }: Faults,
): FormState {
  const revision = isStale ? undefined : revisionIn(values);
  return {
    values,
    problems,
    fieldErrors: errors,
    formId: valueOf(values, 'formId') || newId(),
    ...(revision !== undefined && { revision }),
    now,
  };
}

/** The same where what is changed stands in the form: of a stale one only the reason comes back, beside what holds now. */
export function currentState(asked: Asked, faults: Faults): FormState {
  const state = formState(asked, faults);
  if (faults.isStale !== true) return state;
  const { reason } = asked.values;
  return { ...state, values: reason === undefined ? {} : { reason } };
}
