import type { FormCard } from './form.ts';
import { formCard, messageField } from './form-state.ts';
import type { FormState } from './form-state.ts';
import { own } from './line.ts';

/** Somebody says that it does not work: the coordinators hear of it, and nobody else. */
export function reportForm(state: FormState): FormCard {
  return formCard(state, {
    title: 'Anmäl att Lifecare SP inte fungerar',
    lines: [
      own('Ring din egen IT-support också: anmälan här ersätter inte det.'),
      own('Samordnarna får veta det genast. De avgör om det är ett avbrott.'),
    ],
    fields: [
      messageField(state, {
        label: 'Vad händer?',
        hint: 'Till exempel: kommer inte in, eller meddelanden går inte fram. Får lämnas tomt.',
      }),
    ],
    submit: { title: 'Anmäl', verb: 'outage.report' },
  });
}
