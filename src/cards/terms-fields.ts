import { organisations } from '../domain/ids.ts';
import type { Terms } from '../domain/outage-event.ts';
import { organisationNames } from '../text/names.ts';
import type { Field } from './form.ts';
import { faultOf, filledOr, messageField, momentFields } from './form-state.ts';
import type { FormState } from './form-state.ts';

/** What stands in the fields before anybody fills them in. */
type Known = { readonly startedAt?: number; readonly terms: Terms };

/** Start, expected end, next update, scope and message: what a coordinator says of an outage (contract.md §5). */
export function termsFields(state: FormState, { startedAt, terms }: Known): readonly Field[] {
  const { scope, expectedEndAt, nextUpdateAt, message } = terms;
  return [
    ...momentFields(state, {
      name: 'started',
      label: 'Började, eller börjar',
      hint: startHint(state),
      ...(startedAt !== undefined && { known: startedAt }),
      isRequired: true,
    }),
    ...momentFields(state, {
      name: 'expectedEnd',
      label: 'Beräknas sluta',
      hint: 'Lämna tomt om det är okänt.',
      ...(expectedEndAt !== undefined && { known: expectedEndAt }),
    }),
    ...momentFields(state, {
      name: 'nextUpdate',
      label: 'Nästa besked till enheterna',
      hint: 'Du påminns när tiden kommer. Lämna tomt om du inte vill lova någon.',
      ...(nextUpdateAt !== undefined && { known: nextUpdateAt }),
    }),
    {
      kind: 'choices',
      id: 'scope',
      label: 'Vilka gäller det?',
      hint: 'Kryssa ingen om det gäller alla.',
      options: organisations.map((value) => ({ value, title: organisationNames[value] })),
      value: filledOr(state, 'scope', scope.join(','))
        .split(',')
        .filter((one) => one !== ''),
      ...faultOf(state, 'scope'),
    },
    messageField(state, {
      label: 'Meddelande till enheterna',
      hint: 'Skriv kort vad som har hänt och vad ni gör.',
      known: message,
    }),
  ];
}

function startHint(state: FormState): string {
  const { outage } = state;
  const kind = filledOr(state, 'kind', outage?.kind);
  if (kind === 'drill') return 'När övningen började.';
  const hasBegun = outage?.state === 'ongoing' || outage?.state === 'restored';
  return kind === 'planned' && !hasBegun
    ? 'När avbrottet ska börja.'
    : 'När Lifecare SP slutade fungera, inte när det anmäldes.';
}
