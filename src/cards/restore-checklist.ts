import type { Line, Section } from './answer.ts';
import { own } from './line.ts';

const heading = 'Kontrollera innan du avslutar (förslag, utöver rutinen)';

const checks: readonly string[] = [
  'Det går att logga in från regionen och från minst en kommun.',
  'Meddelanden går fram åt båda hållen: skicka ett och be om svar.',
  'Det som skickades den sista halvtimmen före avbrottet finns kvar.',
  'Har något blivit dubbelt: den som skickade det tar bort det ena.',
];

/** What to check before all clear (domain.md E23): the routine has no such list, and its heading says so. */
export const restoreChecklist: Section = { heading, lines: checks.map(own), ordered: true };

/** The same list where there are lines alone. */
export const restoreChecklistLines: readonly Line[] = [
  own(`${heading}:`),
  ...checks.map((check, index) => own(`${index + 1}. ${check}`)),
];
