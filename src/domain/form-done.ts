import type { Act } from './act.ts';
import type { Decision, World } from './decision.ts';

/**
 * What a form that was carried out already leads to: nothing more, whatever has become of things since; a refusal
 * where it now holds something else. Undefined where the form is new. Knows the forms of the directory and of the
 * outages that are not settled.
 */
export function formDone({ form }: Act, { directory, outages }: World): Decision | undefined {
  for (const [outage, { forms }] of outages) {
    const done = forms.get(form.id);
    if (done !== undefined) return answerTo(form, done.act, outage);
  }
  const done = directory.forms.get(form.id);
  return done && answerTo(form, done);
}

function answerTo(form: Act['form'], act: Act, outage?: string): Decision {
  const where = outage === undefined ? {} : { outage };
  return form.digest === act.form.digest
    ? { kind: 'repeated', ...where }
    : { kind: 'refused', refusals: [{ kind: 'form-used', act }], ...where };
}
