import type { Unit } from '../domain/directory.ts';
import type { FormCard } from './form.ts';
import { formCard } from './form-state.ts';
import type { FormState } from './form-state.ts';
import { own } from './line.ts';

/** Takes a channel out: it gets no notices any more. */
export function disconnectForm(state: FormState, unit: Unit): FormCard {
  return formCard(state, {
    title: `Koppla bort ${unit.name}`,
    lines: [
      own('Kanalen får inga fler besked om avbrott. Någon måste ringa er i stället.'),
      own('Det som är loggat finns kvar. Ni kan ansluta kanalen igen.'),
    ],
    fields: [],
    submit: {
      title: 'Koppla bort',
      verb: 'unit.disconnect',
      data: { unit: unit.id },
      isDestructive: true,
    },
  });
}
