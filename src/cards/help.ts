import { isShipped } from '../intent/known-words.ts';
import type { Intent } from '../intent/recognition.ts';
import type { Knowledge } from '../routine/knowledge.ts';
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
    pages: ['numbers'],
    withoutRoutine: true,
  };
}

const couldBeAsked: readonly Section[] = [
  { lines: [own('Jag kan bara avbrott i Lifecare SP. Skriv med andra ord, eller till exempel:')] },
  { lines: mostAsked.slice(3).map((intent) => own(intentLabels[intent])) },
];

const inEnglish: Section = {
  lines: [
    own(
      'In English: ask about an outage of Lifecare SP in Swedish or English, or choose below. I answer in Swedish.',
    ),
  ],
};

/** Not one word of it is known, or it is written in other letters. */
function isForeign(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.length > 0 && !words.some(isShipped);
}

/** Not understood: says so, and still shows the likeliest things to do and the numbers. Never a dead end. */
export function notUnderstoodAnswer(question: Question): Answer {
  const { topics, knowledge } = question;
  const isBeyond = topics.length > 0;
  return {
    title: isBeyond ? 'Här ger rutinen inget svar' : 'Det förstod jag inte',
    sections: [
      ...(isBeyond ? [] : couldBeAsked),
      ...(isForeign(question.text) ? [inEnglish] : []),
      { heading: 'Numren', phones: regionSwitchboard(knowledge), lines: [] },
      itSupportSection(question),
    ],
    choices: mostAsked.slice(0, 3),
  };
}

/** Unsure: at most three guesses to choose from, best first, and what to do where none of them is meant. */
export function didYouMeanAnswer(alternatives: readonly Intent[], knowledge: Knowledge): Answer {
  const [switchboard] = regionSwitchboard(knowledge);
  const orRing = switchboard === undefined ? '' : `, eller ring växeln: ${switchboard.number}`;
  return {
    title: 'Menade du …?',
    sections: [],
    choices: alternatives,
    footer: `Stämmer inget? Skriv med andra ord${orRing}.`,
    withoutRoutine: true,
  };
}
