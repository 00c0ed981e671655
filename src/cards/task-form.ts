import type { Outage } from '../domain/outage.ts';
import { isOutstanding } from '../domain/owed-tasks.ts';
import type { OwedTask } from '../domain/owed-tasks.ts';
import { levelNames, taskNames } from '../text/names.ts';
import type { Line } from './answer.ts';
import type { Field, FormCard } from './form.ts';
import { chosenOr, faultOf, filledOr, formCard, noteField } from './form-state.ts';
import type { FormState } from './form-state.ts';
import { own } from './line.ts';
import { markedForm } from './notice.ts';

/** Of which case, if of any; and what the unit owes for it. */
export type TaskFormKnown = {
  readonly outage: Outage;
  readonly code?: string;
  readonly tasks: readonly OwedTask[];
};

/** Somebody says what is registered. */
export function taskDoneForm(state: FormState, known: TaskFormKnown): FormCard {
  return taskForm(state, known, {
    title: 'Markera som klart',
    lines: [own('Boten registrerar inget i Lifecare SP. Kryssa i det som du har gjort.')],
    label: 'Vad är klart?',
    others: [
      dismissedField(state),
      noteField(state, { label: 'Anteckning', hint: 'Får lämnas tomt när det är klart.' }),
    ],
    verb: 'task.done',
  });
}

/** Somebody says what is not to be done, and why. */
export function taskDismissForm(state: FormState, known: TaskFormKnown): FormCard {
  return taskForm(state, known, {
    title: 'Ta bort från det som är kvar',
    lines: [
      own('Det står kvar i listan med ditt namn och skälet, och räknas inte längre. Det går att ångra.'),
    ],
    label: 'Vad ska inte göras?',
    others: [
      noteField(state, {
        label: 'Varför?',
        hint: 'Till exempel: registrerat redan före avbrottet.',
        isRequired: true,
      }),
    ],
    verb: 'task.dismiss',
  });
}

/** Where it turns out that it is not to be done: said with why. */
function dismissedField(state: FormState): Field {
  return {
    kind: 'toggle',
    id: 'isDismissed',
    label: 'Ska inte göras',
    title: 'Det ska inte göras. Skriv varför i anteckningen',
    value: filledOr(state, 'isDismissed') === 'true',
    ...faultOf(state, 'isDismissed'),
  };
}

type Words = {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly label: string;
  readonly others: readonly Field[];
  readonly verb: 'task.done' | 'task.dismiss';
};

function taskForm(state: FormState, known: TaskFormKnown, words: Words): FormCard {
  const { code, outage } = known;
  const form = formCard(state, {
    title: words.title,
    lines: [...(code === undefined ? [] : [own(`Det gäller patienten med koden ${code}.`)]), ...words.lines],
    fields: [tasksField(state, known, words.label), ...words.others],
    submit: {
      title: 'Spara',
      verb: words.verb,
      data: { outage: outage.id, ...(code !== undefined && { case: code }) },
    },
  });
  return markedForm(outage, form);
}

/** Where one thing alone is left, that is the one that is meant. */
function tasksField(state: FormState, { tasks }: TaskFormKnown, label: string): Field {
  const outstanding = tasks.filter(isOutstanding);
  const known = outstanding.length === 1 ? outstanding.map(({ task }) => task) : [];
  return {
    kind: 'choices',
    id: 'tasks',
    label,
    options: outstanding.map(({ level, task }) => ({
      value: task,
      title: `${levelNames[level]}: ${taskNames[task]}`,
    })),
    value: chosenOr(state, 'tasks', known),
    isRequired: true,
    ...faultOf(state, 'tasks'),
  };
}
