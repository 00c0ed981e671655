import {
  emergencyPhrases,
  harmlessBefore112,
  harmlessTopics,
  idioms,
  lifelessThings,
} from './lexicon/emergencies.ts';
import { cleaned, fold } from './normalise.ts';
import { isOneSlip } from './repair.ts';

/** The longest text that is searched for danger; of a longer one the beginning and the end. */
const mostCharacters = 20_000;
const shortestWithSlip = 9;

const listOf = (words: string): readonly string[] => words.trim().split(/\s+/u).map(fold);

/**
 * A letter of the text that is searched, which has but digits and these marks beside them. Of any script: "andas Bjørn
 * inte". To compile `\p{L}` as often takes longer than to read the text.
 */
const letter = String.raw`[^\s\d:.,/+-]`;
const fewWords = ` (?:(?!(?:inte|int|ej|aldrig|ingen|inget|inga) )${letter}{1,15} ){0,3}`;
const alternatives = (words: string): string =>
  listOf(words)
    .map((word) => word.replaceAll('_', ' ').replaceAll('~', fewWords).replace(/\*$/u, `${letter}{0,20}`))
    .toSorted((a, b) => b.length - a.length)
    .join('|');

const phrases = alternatives(emergencyPhrases);
const longWords = listOf(emergencyPhrases).filter((word) => /^\p{L}{9,}$/u.test(word));
const knownLongWords = new Set(longWords);

const danger = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${phrases})(?![\p{L}\p{N}])`, 'u');
const number112 = new RegExp(
  String.raw`(?<![\p{N}\p{L}:.,/+-]|\d )(?<!(?<!\p{L})(?:${alternatives(harmlessBefore112)})[ :.]{1,2}(?:nr |nummer )?)1[ -]?1[ -]?2(?![\p{N}]| \d|[:.,/]\d| ?-? ?(?:rutin|kr\b|mg\b|ml\b|st\b|patient))`,
  'u',
);
/** A subject of talk, a thing without life, an idiom, or what is said not to be. */
const harmless = [
  String.raw`(?:${alternatives(harmlessTopics)}) (?:for|vid|i|om|pa|kring|till|av) (?:ett |en |att |nar )?(?:det )?(?:${phrases})`,
  String.raw`(?:${alternatives(lifelessThings)}) (?:har|fick|ar|har fatt|har drabbats av)(?: just nu| nu| helt| ett| en)? (?:${phrases})`,
  String.raw`(?:${idioms.join('|')})`,
  String.raw`brinner (?:\p{L}{1,15} )?(?:inte|ej)`,
  String.raw`(?:(?:ar|var|blev) (?:inte|ej)|inte langre|inget|ingen|inga) (?:langre |nagot |nagon |en |ett )?(?:${phrases})`,
].map((pattern) => new RegExp(String.raw`(?<!\p{L})(?:${pattern})(?![\p{L}\p{N}])`, 'gu'));

/** True where a text, as it was sent, tells of danger to life. Errs on the side of danger. */
export function isEmergency(text: string): boolean {
  const plain = spelledRight(
    fold(cleaned(text, mostCharacters))
      .replaceAll(/[^\p{L}\p{N}\n:.,/+-]/gu, ' ')
      .replaceAll(/ {2,}/gu, ' ')
      .replaceAll(/(\p{L})\1{2,}/gu, '$1'),
  );
  if (!danger.test(plain)) return number112.test(plain);
  const events = harmless.reduce((rest, pattern) => rest.replaceAll(pattern, ' ; '), plain);
  return danger.test(events) || number112.test(plain);
}

function spelledRight(plain: string): string {
  return plain.replaceAll(/\p{L}+/gu, (word) => {
    if (word.length < shortestWithSlip || word.length > 30 || knownLongWords.has(word)) return word;
    return longWords.find((meant) => isOneSlip(word, meant)) ?? word;
  });
}
