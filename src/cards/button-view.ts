import { z } from 'zod';
import { careGroups } from '../domain/care-group.ts';
import type { CareGroup } from '../domain/care-group.ts';
import type { CareSetting } from '../domain/ids.ts';
import type { Intent } from '../intent/recognition.ts';
import { groupNames } from '../text/names.ts';
import type { Answer } from './answer.ts';
import { intentLabels } from './intent-labels.ts';
import { filledText } from './view-text.ts';

const data = z.record(z.string(), z.string());

/** A button that asks something: pressed as Action.Execute, or as Action.Submit where that is not known. */
export const buttonView = z.strictObject({
  title: filledText,
  verb: z.literal('help.choose'),
  data,
  submitData: data,
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

/** What the reader may want next. */
export function choiceButtons({ choices = [] }: Answer): readonly ButtonView[] {
  return choices.slice(0, 3).map((intent) => button(intentLabels[intent], { intent }));
}

/** The parts of the routine to choose from; the choice travels with the question as its care setting. */
export function careSettingButtons({ intent, text, groups }: OpenQuestion): readonly ButtonView[] {
  const question = text.length <= longestQuestion ? { question: text } : {};
  return careGroups
    .filter((group) => groups.includes(group))
    .map((group) => button(groupNames[group], { intent, careSetting: settingOfPart[group], ...question }));
}

function button(title: string, data: Readonly<Record<string, string>>): ButtonView {
  return {
    title,
    verb: 'help.choose',
    data: { ...data },
    submitData: { ...data, verb: 'help.choose' },
  };
}
