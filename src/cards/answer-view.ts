import { z } from 'zod';
import type { Answer, Section } from './answer.ts';
import { answerText, reminderText } from './answer-text.ts';
import { actionButtons, buttonView, careSettingButtons, choiceButtons, mostButtons } from './button-view.ts';
import type { CardPlace, OpenQuestion } from './button-view.ts';
import { sectionView, sectionViewsOf } from './section-view.ts';
import { pageLinksOf, pageLinkView } from './page-link.ts';
import type { CardLinks } from './page-link.ts';
import { plainLines, plainText, shownText } from './shown-text.ts';
import { sourceView, sourceViewOf } from './source-view.ts';
import type { RoutineVersion } from './source-view.ts';
import { filledText, viewText } from './view-text.ts';

/** All that `cards/answer.json` reads: every name is always there, in ASCII, and every text is clean. */
export const answerViewSchema = z.strictObject({
  /** Empty: none. */
  banner: viewText,
  title: filledText,
  /** Both empty: none. */
  code: z.strictObject({ text: viewText, spelled: viewText }),
  facts: z.array(z.strictObject({ label: filledText, value: filledText })),
  sections: z.array(sectionView),
  /** What can be done from here; then what may be asked. */
  buttonGroups: z.array(
    z.strictObject({ label: viewText, buttons: z.array(buttonView).min(1).max(mostButtons) }),
  ),
  /** Of the pages for paper. */
  pageLinks: z.array(pageLinkView),
  source: sourceView,
  footer: viewText,
  fallbackText: filledText,
  speak: filledText,
});
type AnswerView = z.infer<typeof answerViewSchema>;

/** How an answer is shown to the one who asked. */
export type AnswerCardOptions = CardLinks & {
  /** Where the card is read; without it, a personal chat. */
  readonly place?: CardPlace;
  /** Given where the answer is everybody's because it is not known where the asker works. */
  readonly openQuestion?: OpenQuestion;
};

/** The view of an answer's card. Where the asker's care setting is open, it is asked for before anything else. */
export function answerView(answer: Answer, routine: RoutineVersion, options: AnswerCardOptions): AnswerView {
  const { banner, title, code, facts = [], sections, pages = [], footer } = answer;
  const text = answerText(answer, routine);
  const buttonGroups = buttonGroupsOf(answer, options);
  const pressed = new Set(buttonGroups.flatMap(({ buttons }) => buttons.map((button) => button.title)));
  return {
    banner: banner === undefined ? '' : shownText(banner, 80),
    title: plainText(title, 120),
    code: {
      text: code === undefined ? '' : shownText(code.text, 20),
      spelled: code === undefined ? '' : shownText(code.spelled, 120),
    },
    facts: facts.map((fact) => ({
      label: `${shownText(fact.label, 60)}: `,
      value: shownText(fact.value, 300),
    })),
    sections: sectionViewsOf(
      sections.map((section) => withoutPressed(section, pressed)),
      options.callLinks,
    ),
    buttonGroups,
    pageLinks: [...pageLinksOf(pages, options)],
    source: sourceOf(answer, routine),
    footer: footer === undefined ? '' : shownText(footer, 120),
    fallbackText: plainLines(text, 2000),
    speak: plainLines(text, 600),
  };
}

/** Where it is from, without saying again what the answer itself reminds of. */
function sourceOf(answer: Answer, routine: RoutineVersion): AnswerView['source'] {
  const source = sourceViewOf(answer, routine);
  return source.reminder === '' ? source : { ...source, reminder: reminderText(answer) };
}

function buttonGroupsOf(answer: Answer, options: AnswerCardOptions): AnswerView['buttonGroups'] {
  const { place = 'personal', openQuestion } = options;
  const asking =
    openQuestion === undefined ? choiceButtons(answer, place) : careSettingButtons(openQuestion, place);
  const label = openQuestion === undefined ? '' : 'Svaret gäller alla. Visa bara för:';
  const acting = actionButtons(answer, place).slice(0, mostButtons - asking.length);
  return [
    { label: '', buttons: [...acting] },
    { label, buttons: [...asking] },
  ].filter(({ buttons }) => buttons.length > 0);
}

/** What a button says is not said above it as well. */
function withoutPressed(section: Section, pressed: ReadonlySet<string>): Section {
  return { ...section, lines: section.lines.filter(({ text }) => !pressed.has(text)) };
}
