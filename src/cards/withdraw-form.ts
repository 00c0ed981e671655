import { callOf } from '../domain/handover-log.ts';
import type { Entry } from '../domain/handover-log.ts';
import { itemNames, sideText } from '../text/handover-names.ts';
import { swedishSince } from '../text/swedish-moment.ts';
import type { FormCard } from './form.ts';
import { formCard, reasonField } from './form-state.ts';
import type { FormState } from './form-state.ts';
import { own } from './line.ts';

type WithdrawKnown = { readonly entry: Entry; readonly outage: string };

/** A call is taken back: it counts no more. */
export function withdrawForm(state: FormState, { entry, outage }: WithdrawKnown): FormCard {
  const { direction } = callOf(entry);
  return formCard(state, {
    title: 'Ta tillbaka samtalet',
    lines: [
      own(callText(entry, state.now)),
      own('Samtalet räknas inte längre. Det står kvar i loggen med ditt namn och skälet.'),
      own(
        direction === 'given'
          ? 'Fick mottagaren fel information: ring och berätta det.'
          : 'Hade ni bekräftat det: avsändaren får veta att det inte gäller.',
      ),
    ],
    fields: [
      {
        ...reasonField(state, { hint: 'Till exempel: fel patient, eller loggat två gånger.' }),
        isRequired: true,
      },
    ],
    submit: {
      title: 'Ta tillbaka',
      verb: 'handover.withdraw',
      data: { outage, entry: entry.id, version: `${state.revision ?? entry.versions.length}` },
      isDestructive: true,
    },
  });
}

/** Which call it is: "Till Ånge kommun kl. 13.05, Lisa Ek: Inskrivning, Planeringsunderlag". */
function callText(entry: Entry, now: number): string {
  const call = callOf(entry);
  const side = call.party === 'municipality' ? sideText(call) : inSentence(sideText(call));
  const whom = call.counterpart.trim() === '' ? '' : `, ${call.counterpart.trim()}`;
  const items = call.items.map((item) => itemNames[item]).join(', ');
  return `${call.direction === 'given' ? 'Till' : 'Från'} ${side} ${swedishSince(call.calledAt, now)}${whom}: ${items}`;
}

/** "Avdelningen" begins a line, and "avdelningen" stands within one. */
function inSentence(name: string): string {
  return `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
}
