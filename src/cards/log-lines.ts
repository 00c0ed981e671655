import { own } from './line.ts';

/** What may never be written in a log (design.md §2, promise 5). */
export const neverPatientsLine = own('Skriv aldrig namn eller personnummer på patienten här.');

/** The log is not the record (design.md §2, promise 7). */
export const journalLine = own('Dokumentera i journalen; boten ersätter den inte.');
