import type { Answer } from './answer.ts';
import type { FormCard } from './form.ts';
import { own } from './line.ts';

const heading = 'Skriv inte vem patienten är';
const said =
  'Det ser ut att stå ett namn, en ålder eller ett födelseår. Jag sparar inte meddelandet, men det står kvar i chatten: håll på det (eller peka på det och välj ⋯) och välj Ta bort. Skriv koden i stället.';

/** In a form that is about to be saved. */
export const patientInForm =
  'Det ser ut att stå vem patienten är: ett namn, en ålder eller ett födelseår. Inget är sparat än. Ta bort det och skicka igen. Handlar det inte om en patient, skicka igen som det är.';

/** The answer, and once a warning after the first of what it says: the number to ring is not pushed away. */
export function warnedAnswer(answer: Answer): Answer {
  if (answer.sections.some((section) => section.heading === heading)) return answer;
  const warning = { heading, lines: [own(said)] };
  return { ...answer, sections: answer.sections.toSpliced(1, 0, warning) };
}

/** A form that words have led to, with the same warning. */
export function warnedForm(form: FormCard): FormCard {
  return { ...form, lines: [own(`${heading}. ${said}`), ...form.lines] };
}
