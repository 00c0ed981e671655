import type { Answer } from './answer.ts';
import { own } from './line.ts';

/** A patient's identity came in: not kept, not repeated, and how to take the message away. */
export const identityRefusedAnswer: Answer = {
  title: 'Det där ser ut som ett personnummer',
  sections: [
    {
      lines: [
        own('Jag har varken sparat det eller läst frågan. Patientuppgifter får inte skrivas här.'),
        own('Ta bort meddelandet: håll på det (eller peka på det och välj ⋯) och välj Ta bort.'),
        own(
          'Fråga sedan igen utan uppgiften. Säg personnumret i telefon; på blanketten står det bredvid koden.',
        ),
      ],
    },
  ],
  withoutRoutine: true,
};
