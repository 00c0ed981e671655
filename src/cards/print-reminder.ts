import type { Answer, Section } from './answer.ts';
import { advised } from './line.ts';

/** To coordinators, ahead of an outage and after a change of the routine: Teams may be gone when it is needed. */
export const printReminder: Section = {
  heading: 'Skriv ut reservrutinen till enheterna',
  lines: [
    advised('Skriv ut reservrutinen och några stödblad till varje enhet: Teams kan ligga nere samtidigt.'),
    advised('Samma sidor finns som filer hos driften.'),
  ],
};

/** The pages that the reminder is about. */
export const remindedPages: NonNullable<Answer['pages']> = ['numbers', 'form'];
