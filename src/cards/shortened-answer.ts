import type { Answer, Line, PhoneLine, Section } from './answer.ts';
import { own } from './line.ts';

/** How much of an answer there is room for: facts and sections, and of each section its numbers, rows and sentences. */
export type Room = Readonly<Record<'facts' | 'sections' | 'phones' | 'rows' | 'lines', number>>;

/** An answer that fits a room; where something had to go, it says so and how to get at it. No sentence is cut. */
export function shortenedAnswer(answer: Answer, room: Room): Answer {
  const sections = answer.sections.slice(0, room.sections).map((section) => shortenedSection(section, room));
  return {
    ...answer,
    ...(answer.facts !== undefined && { facts: answer.facts.slice(0, room.facts) }),
    sections: sections.length < answer.sections.length ? [...sections, rest] : sections,
  };
}

const rest: Section = { lines: [own('Svaret är kortat. Läs resten i rutinen.')] };

function shortenedSection(section: Section, room: Room): Section {
  const { phones = [], rows = [], lines } = section;
  return {
    ...section,
    phones: keptPhones(phones, room.phones),
    rows: rows.slice(0, room.rows),
    lines: [
      ...rowsLeftOut(rows.length, room.rows),
      ...lines.slice(0, room.lines),
      ...(phones.length > room.phones
        ? [own('Fler nummer finns. Skriv enhetens namn, så visar jag dess nummer.')]
        : []),
      ...(lines.length > room.lines ? rest.lines : []),
    ],
  };
}

/** Says how much of a list is shown, where that is not all of it. */
function rowsLeftOut(all: number, shown: number): readonly Line[] {
  return all > shown ? [own(`Listan är kortad: de första ${shown} av ${all} visas.`)] : [];
}

/** The routine's own numbers stay before the customer's: they are the way in that always holds. */
function keptPhones(phones: readonly PhoneLine[], most: number): readonly PhoneLine[] {
  const byWeight = [
    ...phones.filter(({ basis }) => basis === undefined),
    ...phones.filter(({ basis }) => basis !== undefined),
  ];
  const kept = new Set(byWeight.slice(0, most));
  return phones.filter((phone) => kept.has(phone));
}
