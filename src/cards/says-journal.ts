import type { Answer } from './answer.ts';
import { journalLine } from './log-lines.ts';

/** Whether an answer says itself that the record is kept elsewhere: its foot does not repeat it then. */
export function saysJournal({ sections }: Pick<Answer, 'sections'>): boolean {
  return sections.some(({ lines }) => lines.some(({ text }) => text === journalLine.text));
}
