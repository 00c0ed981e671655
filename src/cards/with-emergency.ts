import { recognise } from '../intent/recognise.ts';
import type { Answer } from './answer.ts';
import { emergencyAnswer } from './emergency.ts';

/** Danger to life, in words that somebody wrote in a form. */
export const namesDanger = (text: string): boolean => recognise(text).emergency;

/** 112 before everything else: also before what was saved. */
export function withEmergency(answer: Answer): Answer {
  const { title, sections } = emergencyAnswer(false, 'none');
  return {
    ...answer,
    title,
    sections: [...sections, { heading: answer.title, lines: [] }, ...answer.sections],
  };
}
