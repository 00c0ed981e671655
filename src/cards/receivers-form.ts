import type { ReceiverList } from '../domain/handover-event.ts';
import type { FormCard } from './form.ts';
import { formCard, reasonField } from './form-state.ts';
import type { FormState } from './form-state.ts';
import { own } from './line.ts';
import { receiverFields } from './receiver-fields.ts';

type ReceiversKnown = {
  readonly code: string;
  readonly receivers?: ReceiverList;
  /** How many times they have been stated. */
  readonly stated: number;
};

/** Who must have a patient's information, stated or changed: a change needs a reason. */
export function receiversForm(state: FormState, { code, receivers, stated }: ReceiversKnown): FormCard {
  const isChange = receivers !== undefined;
  return formCard(state, {
    title: isChange ? 'Ändra mottagare' : 'Ange vilka som ska ta emot',
    lines: [
      own(`Det gäller patienten med koden ${code}.`),
      own('Alla som ni anger måste bekräfta. Boten avgör aldrig om en patient får skrivas ut.'),
    ],
    fields: [
      ...receiverFields(state, isChange ? { list: receivers } : {}),
      ...(isChange
        ? [
            {
              ...reasonField(state, { hint: 'Till exempel: patienten är inskriven i en annan kommun.' }),
              isRequired: true as const,
            },
          ]
        : []),
    ],
    submit: {
      title: 'Spara',
      verb: 'case.receivers',
      data: { code, version: `${state.revision ?? stated}` },
    },
  });
}
