import { emergencyPhrases, harmlessBefore112, harmlessTopics } from './lexicon/emergencies.ts';
import { fold } from './normalise.ts';

const alternatives = (words: string): string =>
  words
    .trim()
    .split(/\s+/u)
    .map((word) =>
      fold(word)
        .replaceAll('_', ' ')
        .replace(/\*$/u, String.raw`\p{L}{0,20}`),
    )
    .toSorted((a, b) => b.length - a.length)
    .join('|');

const danger = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${alternatives(emergencyPhrases)})(?![\p{L}\p{N}])`,
  'u',
);
const number112 = new RegExp(
  String.raw`(?<![\p{N}\p{L}:.,/+-]|\d )(?<!(?<!\p{L})(?:${alternatives(harmlessBefore112)})[ :.]{1,2}(?:nr |nummer )?)1[ -]?1[ -]?2(?![\p{N}]| \d|[:.,/]\d| ?-? ?(?:rutin|kr\b|mg\b|ml\b|st\b|patient))`,
  'u',
);
const harmless = new RegExp(
  String.raw`(?<!\p{L})(?:${alternatives(harmlessTopics)}) (?:for|vid|i|om|pa|kring|till|av) (?:ett |en |att |nar )?(?:det )?(?:${alternatives(emergencyPhrases)})(?![\p{L}\p{N}])`,
  'gu',
);

/** True where a cleaned text tells of danger to life. Errs on the side of danger. */
export function isEmergency(text: string): boolean {
  const plain = fold(text)
    .replaceAll(/[^\p{L}\p{N}\n:.,/+-]/gu, ' ')
    .replaceAll(/ {2,}/gu, ' ');
  const events = plain.replaceAll(harmless, ' ');
  return danger.test(events) || number112.test(plain);
}
