import { z } from 'zod';
import { careGroups } from '../domain/care-group.ts';
import type { CareGroup } from '../domain/care-group.ts';
import type { CareSetting } from '../domain/ids.ts';
import type { Intent } from '../intent/recognition.ts';
import { groupNames } from '../text/names.ts';
import type { Answer, CardAction } from './answer.ts';
import { intentLabels } from './intent-labels.ts';
import { plainText } from './shown-text.ts';
import { filledText, viewText } from './view-text.ts';

/** Where a card is read: by all in a channel, or by one person in the own chat with the bot or in a dialog. */
export type CardPlace = 'channel' | 'personal' | 'dialog';

const data = z.record(z.string(), viewText);

/** What opens a dialog, beside our own data: Microsoft Learn, "Use dialogs with bots". */
const taskFetch = z.strictObject({ type: z.literal('task/fetch') });

/**
 * A button: pressed as Action.Execute, or as Action.Submit where that is not known. One that opens a dialog, and all
 * that are in one, is a Submit alone, since an Execute cannot (platform.md §2.9).
 */
export const buttonView = z.strictObject({
  title: filledText,
  verb: filledText,
  /** A Submit alone. */
  isSubmit: z.boolean(),
  data,
  submitData: z.record(z.string(), viewText.or(taskFetch)),
});
type ButtonView = z.infer<typeof buttonView>;

/** A question whose answer depends on where one works, to be asked again when that is chosen. */
export type OpenQuestion = {
  readonly intent: Intent;
  /** As typed, free of patient identity. */
  readonly text: string;
  /** The parts of the routine that the asker may belong to. */
  readonly groups: readonly CareGroup[];
};

/** What the button of a part stands for: every care setting of a part is answered alike. */
export const settingOfPart: Readonly<Record<CareGroup, CareSetting>> = {
  inpatient: 'inpatient-somatic',
  municipality: 'municipality',
  outpatient: 'primary-care',
};

/** A longer question than this is not sent along: the intent alone is asked again. */
const longestQuestion = 300;

/** How many buttons a card has: of more, Teams hides some. */
export const mostButtons = 6;
/** How many of them lead to another answer. */
const mostChoices = 3;

/** What can be done from an answer. */
export function actionButtons({ actions = [] }: Answer, place: CardPlace): readonly ButtonView[] {
  return actions.slice(0, mostButtons).map((action) => buttonIn(place, action));
}

/** In a channel, what opens a form opens a dialog; in a dialog, all leads to its next step. */
function buttonIn(place: CardPlace, action: CardAction): ButtonView {
  if (place === 'channel' && action.opensForm === true) return dialogButton(action);
  const pressed =
    action.opensForm === true ? { ...action, data: { ...action.data, ...asksForForm } } : action;
  return place === 'dialog' ? { ...button(pressed), isSubmit: true } : button(pressed);
}

/**
 * Where no dialog is opened, a form is asked for with the same as would be sent with it: it says that nothing is
 * filled in yet.
 */
export const asksForForm = { opens: 'form' } as const;

/** Whether what a button sent asks for a form. */
export function isFormAsked(sent: unknown): boolean {
  return z.object({ opens: z.literal(asksForForm.opens) }).safeParse(sent).success;
}

/** What the reader may want next, as far as the actions leave room. */
export function choiceButtons(
  { choices = [], actions = [], asked }: Answer,
  place: CardPlace,
): readonly ButtonView[] {
  const room = Math.max(0, mostButtons - actions.length);
  return choices.slice(0, Math.min(mostChoices, room)).map((intent) => {
    const data = { intent, ...(asked !== undefined && { asked }) };
    return buttonIn(place, { title: intentLabels[intent], verb: 'help.choose', data });
  });
}

/** The parts of the routine to choose from; the choice travels with the question as its care setting. */
export function careSettingButtons(
  { intent, text, groups }: OpenQuestion,
  place: CardPlace,
): readonly ButtonView[] {
  const question = isSentAlong(text) ? { question: text } : {};
  return careGroups
    .filter((group) => groups.includes(group))
    .map((group) => {
      const data = { intent, careSetting: settingOfPart[group], ...question };
      return buttonIn(place, { title: groupNames[group], verb: 'help.choose', data });
    });
}

/** A `${` would look like a template that broke: that question is asked again by its intent alone. */
function isSentAlong(text: string): boolean {
  return text.length <= longestQuestion && !text.includes('${');
}

/** A button that is answered in the request, where the client can. */
export function button({ title, verb, data }: CardAction): ButtonView {
  return {
    title: buttonTitle(title),
    verb,
    isSubmit: false,
    data: { ...data },
    submitData: { ...data, verb },
  };
}

function dialogButton(action: CardAction): ButtonView {
  const { verb, data } = action;
  const submitData = { ...data, verb, msteams: { type: 'task/fetch' as const } };
  return { ...button(action), isSubmit: true, submitData };
}

/** Teams shows a button's title on one line and cuts what does not fit. */
function buttonTitle(title: string): string {
  return plainText(title, 60);
}
