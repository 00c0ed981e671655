/** Where the routine's long words part, so that they break right on paper and on a narrow screen. */
const seams: readonly RegExp[] = [
  /(?<=(?:in|ut)skrivnings)(?=meddelande|datum|klar)/giu,
  /(?<=planerings)(?=underlag)/giu,
  /(?<=patient)(?=informati)/giu,
  /(?<=bistånds)(?=handlägg)/giu,
  /(?<=efter)(?=registrer)/giu,
  /(?<=informations)(?=överföring)/giu,
  /(?<=system)(?=förvalt)/giu,
  /(?<=verksamhets)(?=chef)/giu,
  /(?<=folkbokförings)(?=adress)/giu,
  /(?<=samverkans)(?=part)/giu,
];

/**
 * Text with a soft hyphen at each seam of the words that are long. Not left to `hyphens: auto`: few browsers have
 * a dictionary for Swedish, and one that has breaks other words too.
 */
export function withSoftHyphens(text: string): string {
  return seams.reduce((softened, seam) => softened.replace(seam, '\u00AD'), text);
}
