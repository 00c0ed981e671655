import type { Section } from './answer.ts';

/** What a card says beside the texts of a row, of a line under it, of a sentence and of its source, in characters. */
const around = { section: 150, row: 190, detail: 95, line: 190, basis: 150, phone: 400 };

/** How many characters of a card sections come to, roughly: a card has room for 20 000 with all that is around them. */
export function sectionsWeight(sections: readonly Section[]): number {
  return sections.reduce((sum, section) => sum + weightOf(section), 0);
}

function weightOf(section: Section): number {
  const { lines, phones = [], rows = [] } = section;
  const details = rows.flatMap((row) => row.details).length;
  const bases = lines.filter(({ basis }) => basis !== undefined).length;
  return (
    JSON.stringify(section).length +
    around.section +
    rows.length * around.row +
    details * around.detail +
    lines.length * around.line +
    bases * around.basis +
    phones.length * around.phone
  );
}
