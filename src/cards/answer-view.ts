import { z } from 'zod';
import type { Routine } from '../routine/routine.ts';
import { groupNames, levelNames } from '../text/names.ts';
import type { Answer, Line, Section } from './answer.ts';
import { answerText } from './answer-text.ts';
import { buttonView, careSettingButtons, choiceButtons } from './button-view.ts';
import type { OpenQuestion } from './button-view.ts';
import type { CallLinks } from './call-link.ts';
import { capitalised, phoneView, phoneViewOf } from './phone-view.ts';
import { plainLines, plainText, shownText } from './shown-text.ts';
import { sourceView, sourceViewOf } from './source-view.ts';
import { filledText, viewText } from './view-text.ts';

const lineView = z.strictObject({
  /** The level that leads the sentence ("SKA INTE: "), or empty. */
  lead: viewText,
  text: filledText,
  /** What a sentence beyond the routine rests on, or empty. */
  basis: viewText,
});
type LineView = z.infer<typeof lineView>;

const sectionView = z.strictObject({
  /** Empty: none. */
  heading: viewText,
  /** Few numbers, each big under its name; or many, each a row with its name. */
  bigPhones: z.array(phoneView),
  listedPhones: z.array(phoneView),
  /** What needs no mark: a single sentence, and those led by their level. Others are a list, marked or numbered. */
  paragraphs: z.array(lineView),
  items: z.array(lineView.extend({ marker: filledText })),
});
type SectionView = z.infer<typeof sectionView>;

/** All that `cards/answer.json` reads: every name is always there, in ASCII, and every text is clean. */
export const answerViewSchema = z.strictObject({
  title: filledText,
  sections: z.array(sectionView),
  buttonsLabel: viewText,
  buttons: z.array(buttonView).max(3),
  source: sourceView,
  fallbackText: filledText,
  speak: filledText,
});

/** How an answer is shown to the one who asked. */
export type AnswerCardOptions = {
  readonly callLinks: CallLinks;
  /** Given where the answer is everybody's because it is not known where the asker works. */
  readonly openQuestion?: OpenQuestion;
};

/** More numbers than this in a section are a list. */
const mostBigPhones = 2;

/** The view of an answer's card. Where the asker's care setting is open, it is asked for before anything else. */
export function answerView(
  answer: Answer,
  routine: Routine,
  options: AnswerCardOptions,
): z.infer<typeof answerViewSchema> {
  const { callLinks, openQuestion } = options;
  const text = answerText(answer, routine);
  const buttons = openQuestion === undefined ? choiceButtons(answer) : careSettingButtons(openQuestion);
  const pressed = new Set(buttons.map(({ title }) => title));
  return {
    title: plainText(answer.title, 120),
    sections: answer.sections
      .map((section) => sectionViewOf(withoutPressed(section, pressed), callLinks))
      .filter((section) => !isEmpty(section)),
    buttonsLabel: openQuestion === undefined ? '' : 'Svaret gäller alla. Visa bara för:',
    buttons: [...buttons],
    source: sourceViewOf(answer, routine),
    fallbackText: plainLines(text, 2000),
    speak: plainLines(text, 600),
  };
}

/** What a button says is not said above it as well. */
function withoutPressed(section: Section, pressed: ReadonlySet<string>): Section {
  return { ...section, lines: section.lines.filter(({ text }) => !pressed.has(text)) };
}

function isEmpty({ bigPhones, listedPhones, paragraphs, items }: SectionView): boolean {
  return [bigPhones, listedPhones, paragraphs, items].every(({ length }) => length === 0);
}

function sectionViewOf(
  { heading, phones = [], lines, ordered = false }: Section,
  callLinks: CallLinks,
): SectionView {
  const phoneViews = phones.map((phone) => phoneViewOf(phone, callLinks));
  const lineViews = lines.map(lineViewOf);
  const isList = ordered || (lines.length > 1 && lineViews.every(({ lead }) => lead === ''));
  return {
    heading: heading === undefined ? '' : plainText(heading, 120),
    bigPhones: phones.length > mostBigPhones ? [] : phoneViews,
    listedPhones: phones.length > mostBigPhones ? phoneViews : [],
    paragraphs: isList ? [] : lineViews,
    items: isList
      ? lineViews.map((line, index) => ({ ...line, marker: ordered ? `${index + 1}.` : '•' }))
      : [],
  };
}

/** What can lead a sentence: a level, alone or of a part of the routine ("Kommunen – SKA INTE"). */
const leads = ['', ...Object.values(groupNames).map((name) => `${name} – `)].flatMap((part) =>
  Object.values(levelNames).map((level) => `${part}${level}`),
);

/** The level at the beginning of "SKA INTE: …" and of "SKA, om …: …", with what parts it from the sentence. */
function leadOf(text: string): string {
  const lead = leads.find((one) => text.startsWith(`${one}: `) || text.startsWith(`${one}, `)) ?? '';
  return text.startsWith(`${lead}: `) ? `${lead}: ` : lead;
}

function lineViewOf({ text, basis }: Line): LineView {
  const lead = leadOf(text);
  return {
    lead,
    text: shownText(text.slice(lead.length)),
    basis: basis === undefined ? '' : capitalised(shownText(basis, 200)),
  };
}
