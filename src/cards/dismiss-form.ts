import type { FormCard } from './form.ts';
import { formCard, reasonField } from './form-state.ts';
import type { OutageFormState } from './form-state.ts';
import { own } from './line.ts';

const nobodyTold = 'Anmälan stängs. Enheterna har inte fått något meddelande, och får inget nu.';
const logKept =
  'Anmälan stängs. De enheter som har loggat överlämningar får veta att deras logg finns kvar. Andra får inget meddelande.';

/** A report that was no outage. */
export function dismissForm(state: OutageFormState): FormCard {
  return formCard(state, {
    title: 'Det är inget avbrott',
    lines: [
      own(state.outage.log.units.size === 0 ? nobodyTold : logKept),
      own('Är du inte säker: låt anmälan stå kvar, och fråga IT-supporten.'),
    ],
    fields: [reasonField(state, { hint: 'Till exempel: fel lösenord, eller bara en dator.' })],
    submit: { title: 'Stäng anmälan', verb: 'outage.dismiss', isDestructive: true },
  });
}
