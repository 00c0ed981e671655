import type { FormCard, Option } from './form.ts';
import { faultOf, filledOr, formCard } from './form-state.ts';
import type { FormState } from './form-state.ts';
import { own } from './line.ts';

/** Makes somebody a coordinator. `known`: people to choose from where the client cannot search. */
export function addCoordinatorForm(state: FormState, known: readonly Option[]): FormCard {
  return formCard(state, {
    title: 'Lägg till en samordnare',
    lines: [own('Samordnare utlyser, uppdaterar och avslutar avbrott, och lägger till andra samordnare.')],
    fields: [personField(state, known)],
    submit: { title: 'Lägg till', verb: 'coordinator.add' },
  });
}

/** Takes it back from one of those who were added in chat. */
export function removeCoordinatorForm(state: FormState, coordinators: readonly Option[]): FormCard {
  return formCard(state, {
    title: 'Ta bort en samordnare',
    lines: [
      own('Personen kan inte längre utlysa eller avsluta avbrott. De som driften har lagt in tas bort där.'),
    ],
    fields: [
      {
        kind: 'choice',
        id: 'person',
        label: 'Samordnare',
        options: coordinators,
        value: filledOr(state, 'person'),
        isRequired: true,
        ...faultOf(state, 'person'),
      },
    ],
    submit: { title: 'Ta bort', verb: 'coordinator.remove', isDestructive: true },
  });
}

function personField(state: FormState, options: readonly Option[]): FormCard['fields'][number] {
  return {
    kind: 'person',
    id: 'person',
    label: 'Person',
    value: filledOr(state, 'person'),
    ...(options.length > 0 && { options }),
    isRequired: true,
    ...faultOf(state, 'person'),
  };
}
