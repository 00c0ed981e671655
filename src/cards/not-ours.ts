import type { Beyond } from '../intent/lexicon/vetoes.ts';
import type { Answer, Question, Section } from './answer.ts';
import { itSupportSection } from './it-support.ts';
import { own } from './line.ts';

type Turn = {
  readonly title: string;
  readonly lines: readonly string[];
  /** Shows the own IT support. */
  readonly isForSupport?: true;
};

/** Where to turn with what is somebody else's business, as far as that is known. */
const turns: Readonly<Record<Beyond, Turn>> = {
  'other-system': {
    title: 'Det här gäller något annat än Lifecare SP',
    lines: [
      'Är det ett datasystem: ring din egen IT-support.',
      'Är det hus, larm eller utrustning: felanmäl som ni brukar.',
    ],
    isForSupport: true,
  },
  account: {
    title: 'Det här gäller inloggning eller konto',
    lines: ['Det kan jag inte hjälpa till med. Ring din egen IT-support.'],
    isForSupport: true,
  },
  clinical: {
    title: 'Det här kan jag inte svara på',
    lines: [
      'Fråga ansvarig läkare eller sjuksköterska på enheten.',
      'Är det fara för liv: ring 112. På sjukhuset: larma som ni brukar.',
    ],
  },
  employment: {
    title: 'Det här gäller schema, lön eller anställning',
    lines: ['Det kan jag inte svara på. Fråga din chef.'],
  },
  leisure: {
    title: 'Det kan jag inget om',
    lines: ['Jag kan bara avbrott i Lifecare SP.'],
  },
};

/** What is not the bot's: says so, and where to turn. */
export function notOursAnswer(beyond: Beyond, question: Question): Answer {
  const { isForSupport, lines, title } = turns[beyond];
  const support: readonly Section[] = isForSupport === true ? [itSupportSection(question)] : [];
  return {
    title,
    sections: [{ lines: lines.map(own) }, ...support],
    choices: ['call.who', 'outage.status', 'help'],
    ...(support.length === 0 && { withoutRoutine: true }),
  };
}
