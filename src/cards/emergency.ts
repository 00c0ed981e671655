import type { Intent } from '../intent/recognition.ts';
import type { Answer } from './answer.ts';
import { identityRefusedAnswer } from './identity-refused.ts';
import { own } from './line.ts';

/**
 * Danger to life: before everything, and nothing beside it. What was asked besides is one press away, for the
 * words may have meant something else; where the text named a patient too, that is said after the number.
 */
export function emergencyAnswer(refused: boolean, asked: Intent): Answer {
  return {
    title: 'Ring 112',
    sections: [
      {
        phones: [{ name: 'SOS Alarm', place: 'hela landet', number: '112', e164: '112' }],
        lines: [
          own('Är det fara för liv: ring 112 nu. På sjukhuset: larma som ni brukar.'),
          own('Boten kan inte larma.'),
        ],
      },
      ...(refused
        ? identityRefusedAnswer.sections.map((section) => ({
            ...section,
            heading: identityRefusedAnswer.title,
          }))
        : []),
    ],
    ...(asked !== 'none' && !refused && { choices: [asked] }),
    withoutRoutine: true,
  };
}
