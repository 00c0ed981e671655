import type { Act } from './act.ts';
import type { Decision, World } from './decision.ts';
import type { HandoverLog } from './handover-log.ts';

/**
 * What a form that was carried out already leads to: nothing more, whatever has become of things since; a refusal
 * where it now holds something else. Undefined where the form is new. Knows the forms of the directory and of the
 * outages that are not settled.
 */
export function formDone({ form }: Act, { directory, outages }: World): Decision | undefined {
  for (const [outage, { forms, log }] of outages) {
    const done = forms.get(form.id)?.act ?? loggedUnder(form.id, log);
    if (done !== undefined) return answerTo(form, done, outage);
  }
  const done = directory.forms.get(form.id);
  return done && answerTo(form, done);
}

function loggedUnder(form: string, { units }: HandoverLog): Act | undefined {
  for (const { forms } of units.values()) {
    const act = forms.get(form);
    if (act !== undefined) return act;
  }
  return undefined;
}

function answerTo(form: Act['form'], act: Act, outage?: string): Decision {
  const where = outage === undefined ? {} : { outage };
  return form.digest === act.form.digest
    ? { kind: 'repeated', ...where }
    : { kind: 'refused', refusals: [{ kind: 'form-used', act }], ...where };
}
