import type { Intent } from '../intent/recognition.ts';
import type { Answer, Question, Section } from './answer.ts';
import { intentLabels } from './intent-labels.ts';
import { own } from './line.ts';
import { itSupportSection } from './it-support.ts';
import { regionSwitchboard } from './phone-line.ts';

const mostAsked: readonly Intent[] = [
  'call.who',
  'handover.what',
  'discharge.allowed',
  'reregistration.rules',
  'form.where',
  'sip.how',
];

/** Hjälp: what one can ask, in the words that work. */
export function helpAnswer(): Answer {
  return {
    title: 'Jag hjälper dig när Lifecare SP ligger nere',
    sections: [
      {
        heading: 'Fråga till exempel',
        lines: [
          own('Vem ringer jag i Ånge?'),
          own('Vad ska jag lämna över till kommunen?'),
          own('Får vi skriva ut patienten?'),
          own('Ska en patient som både skrevs in och ut under avbrottet registreras?'),
          own('Var finns blanketten?'),
          own('Hur kallar vi till SIP?'),
        ],
      },
    ],
    choices: mostAsked.slice(0, 3),
    withoutRoutine: true,
  };
}

const couldBeAsked: readonly Section[] = [
  { lines: [own('Jag kan bara avbrott i Lifecare SP. Skriv med andra ord, eller till exempel:')] },
  { lines: mostAsked.slice(3).map((intent) => own(intentLabels[intent])) },
];

/** Not understood: says so, and still shows the likeliest things to do and the numbers. Never a dead end. */
export function notUnderstoodAnswer(question: Question): Answer {
  const { topics, knowledge } = question;
  const isBeyond = topics.length > 0;
  return {
    title: isBeyond ? 'Här ger rutinen inget svar' : 'Det förstod jag inte',
    sections: [
      ...(isBeyond ? [] : couldBeAsked),
      { heading: 'Numren', phones: regionSwitchboard(knowledge), lines: [] },
      itSupportSection(question),
    ],
    choices: mostAsked.slice(0, 3),
  };
}

/** Unsure: at most three guesses to choose from, best first. */
export function didYouMeanAnswer(alternatives: readonly Intent[]): Answer {
  return {
    title: 'Menade du …?',
    sections: [],
    choices: alternatives,
    withoutRoutine: true,
  };
}
