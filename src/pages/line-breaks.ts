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
  /(?<=örnskölds)(?=vik)/giu,
  /(?<=väster)(?=norrland)/giu,
];

/** Between the groups of a number, and before the sign that a number belongs to. */
const closeSpace = /(?<=\d) (?=\d{2,}(?!\d|\.)|§|kap\.)/gu;

/**
 * Text that breaks between lines where Swedish does: with a soft hyphen at each seam of the words that are long, and
 * nowhere in a telephone number or before a "§". Not left to `hyphens: auto`: few browsers have a dictionary for
 * Swedish, and one that has breaks other words too.
 */
export function withLineBreaks(text: string): string {
  const close = text.replace(closeSpace, '\u00A0');
  return seams.reduce((softened, seam) => softened.replace(seam, '\u00AD'), close);
}
