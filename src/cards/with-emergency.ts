import { recognise } from '../intent/recognise.ts';
import type { Answer } from './answer.ts';
import { emergencyAnswer } from './emergency.ts';

/** Danger to life, in words that somebody wrote in a form. */
export const namesDanger = (text: string): boolean => recognise(text).emergency;

/** 112 before everything else: also before what was saved, which is said under its own title after it. */
export function withEmergency(answer: Answer): Answer {
  const emergency = emergencyAnswer(false, 'none');
  const [first = { lines: [] }, ...others] = answer.sections;
  return {
    ...answer,
    title: emergency.title,
    sections: [...emergency.sections, { ...first, heading: answer.title }, ...others],
  };
}
