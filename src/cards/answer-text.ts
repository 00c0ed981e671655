import type { Answer, CardFact, CardRow, Line, PhoneLine, Section } from './answer.ts';
import { intentLabels } from './intent-labels.ts';
import { journalLine } from './log-lines.ts';
import { saysJournal } from './says-journal.ts';
import type { RoutineVersion } from './source-view.ts';

/**
 * An answer as plain text: for the terminal, and for everyone who cannot be shown a card. Ends with the
 * routine's version and status and the headings that were quoted.
 */
export function answerText(answer: Answer, routine: RoutineVersion): string {
  const { banner = '', title, code, facts = [], sections, footer = '' } = answer;
  return [
    banner,
    title,
    code === undefined ? '' : `Kod: ${code.text}\n${code.spelled}`,
    facts.map(factText).join('\n'),
    ...sections.map(sectionText),
    actionsText(answer),
    ...choicesText(answer),
    ...sourceText(answer, routine),
    footer,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function factText({ label, value }: CardFact): string {
  return `${label}: ${value}`;
}

function sectionText({ heading, phones = [], rows = [], lines, ordered = false }: Section): string {
  return [
    ...(heading === undefined ? [] : [`${heading}:`]),
    ...phones.map(phoneText),
    ...rows.map(rowText),
    ...lines.map((line, index) => `${ordered ? `${index + 1}.` : '•'} ${lineText(line)}`),
  ].join('\n');
}

function phoneText({ name, place, number, email, askFor, hours, menu, basis }: PhoneLine): string {
  const whose = name.includes(place) ? name : `${name}, ${place}`;
  const details = [
    ...(askFor === undefined ? [] : [`fråga efter ${askFor}`]),
    ...(menu === undefined ? [] : [menu]),
    ...(hours === undefined ? [] : [hours]),
    ...(email === undefined ? [] : [`e-post ${email}, men ring i första hand`]),
    ...(basis === undefined ? [] : [basis]),
  ];
  return `☎ ${number}  ${whose}${details.length === 0 ? '' : ` (${details.join('; ')})`}`;
}

function rowText({ title, details, state }: CardRow): string {
  const first = state === undefined ? title : `${title} – ${state}`;
  return [`• ${first}`, ...details.map((detail) => `  ${detail}`)].join('\n');
}

function lineText({ text, basis }: Line): string {
  return basis === undefined ? text : `${text} [${basis}]`;
}

/** What only a button can do; the terminal has none. */
function actionsText({ actions = [] }: Answer): string {
  return actions.length === 0 ? '' : `Knappar i Teams: ${actions.map(({ title }) => title).join(' · ')}`;
}

function choicesText({ sections, choices = [] }: Answer): readonly string[] {
  const shown = new Set(sections.flatMap(({ lines }) => lines.map(({ text }) => text)));
  const labels = choices.map((intent) => intentLabels[intent]).filter((label) => !shown.has(label));
  if (labels.length === 0) return [];
  return sections.length === 0
    ? [labels.map((label) => `• ${label}`).join('\n')]
    : [`Fråga också: ${labels.join(' · ')}`];
}

function sourceText(answer: Answer, routine: RoutineVersion): readonly string[] {
  if (answer.withoutRoutine === true) return [];
  const { version, date, status } = routine.document;
  const headings = headingsOf(answer);
  return [
    [
      `Enligt avbrottsrutinen version ${version}, ${date} – ${status}.`,
      ...(headings.length === 0 ? [] : [`Ur: ${headings.join('; ')}.`]),
      reminderText(answer),
    ].join('\n'),
  ];
}

/** What every answer from the routine reminds of; where the answer has said half of it, the other half. */
export function reminderText(answer: Pick<Answer, 'sections'>): string {
  const first = 'Skriv inga patientuppgifter här.';
  return saysJournal(answer) ? first : `${first} ${journalLine.text}`;
}

/** The headings quoted from, in full; where they are many, the parts of the routine they stand in. */
function headingsOf({ sections }: Answer): readonly string[] {
  const all = sections.flatMap(({ lines, phones = [] }) =>
    [...phones, ...lines].flatMap(({ heading }) => heading ?? []),
  );
  const full = new Set(all);
  return full.size <= 2 ? [...full] : [...new Set(all.map((heading) => heading.split(' › ')[0] ?? heading))];
}
