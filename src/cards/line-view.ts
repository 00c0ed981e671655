import { z } from 'zod';
import { groupNames, levelNames } from '../text/names.ts';
import type { Line } from './answer.ts';
import { capitalised } from './phone-view.ts';
import { shownText } from './shown-text.ts';
import { filledText, viewText } from './view-text.ts';

/** A sentence in a card. */
export const lineView = z.strictObject({
  /** The level that leads the sentence ("SKA INTE: "), or empty. */
  lead: viewText,
  text: filledText,
  /** What a sentence beyond the routine rests on, or empty. */
  basis: viewText,
});
type LineView = z.infer<typeof lineView>;

/** What can lead a sentence: a level, alone or of a part of the routine ("Kommunen – SKA INTE"). */
const leads = ['', ...Object.values(groupNames).map((name) => `${name} – `)].flatMap((part) =>
  Object.values(levelNames).map((level) => `${part}${level}`),
);

/** What a card shows of a sentence. */
export function lineViewOf({ text, basis }: Line): LineView {
  const lead = leadOf(text);
  return {
    lead,
    text: shownText(text.slice(lead.length)),
    basis: basis === undefined ? '' : capitalised(shownText(basis, 200)),
  };
}

/** The level at the beginning of "SKA INTE: …" and of "SKA, om …: …", with what parts it from the sentence. */
function leadOf(text: string): string {
  const lead = leads.find((one) => text.startsWith(`${one}: `) || text.startsWith(`${one}, `)) ?? '';
  return text.startsWith(`${lead}: `) ? `${lead}: ` : lead;
}
