import { foldText } from './folded-text.ts';

/** A character's value is its place. N, of contract §4's alphabet too, is in no code: heard, it is taken for M. */
const alphabet = 'CDFGHJKMPRTVX234679';
const letters = alphabet.replaceAll(/\d/g, '');

/**
 * A code is right when its values, multiplied by these, add up to a multiple of 19. As 19 is a prime, one wrong
 * character is seen because no weight is 0, two that changed places because no two weights are equal, and a pair
 * misheard as another pair ("33" for "44") because no two add up to 19.
 */
const weights: readonly number[] = [3, 7, 6, 2, 1];

/** Whether a text is a case's code (contract §4) as it is stored, `K7M-3F`: shape, a digit, the check character. */
export function isCaseCode(code: string): boolean {
  const reading = readCaseCode(code);
  return reading.kind === 'read' && reading.code === code;
}

/** `mistyped` has a code's shape; a wrong character or an N shows that it is not the one that was meant. */
type CaseCodeReading =
  { readonly kind: 'read' | 'mistyped'; readonly code: string } | { readonly kind: 'not-a-code' };

/** Reads a code in any case, with any dashes and spaces or none, as `K7M-3F`. Not a code is what has no digit. */
export function readCaseCode(typed: string): CaseCodeReading {
  const characters = foldText(typed).text.replaceAll(/[\s-]/g, '').toUpperCase();
  if (!/^[CDFGHJKMNPRTVX234679]{5}$/.test(characters) || !hasDigit(characters)) return { kind: 'not-a-code' };
  const isRight = !characters.includes('N') && weightedSum(characters) % 19 === 0;
  return { kind: isRight ? 'read' : 'mistyped', code: written(characters) };
}

/** Between the first letter and the check character; with a digit here, every code has one. */
const middles: readonly string[] = Array.from(alphabet)
  .flatMap((second) => Array.from(alphabet, (third) => second + third))
  .flatMap((pair) => Array.from(alphabet, (fourth) => pair + fourth))
  .filter(hasDigit);

const codeCount = letters.length * middles.length;

/** Prime to the number of codes, so that its multiples come to each; wide, so that the next code looks different. */
const stride = 37_459;

/**
 * A code for a new case: by the last twelve hexadecimal digits of the seed (a random UUID), each of the 60 606 as
 * likely; where it is taken, the next free one. It begins with a letter, lest "237-MG" be read as an amount.
 * Throws when every code is taken.
 */
export function newCaseCode(seed: string, isTaken: (code: string) => boolean): string {
  const digits = seed.replaceAll(/[^\da-f]/gi, '').slice(-12);
  const first = Number.parseInt(`0${digits}`, 16) % codeCount;
  for (let step = 0; step < codeCount; step++) {
    const code = codeAt(((first + step) * stride) % codeCount);
    if (!isTaken(code)) return code;
  }
  throw new Error(`All ${codeCount} case codes are taken: close outages to free theirs`);
}

function codeAt(index: number): string {
  const letter = letters[Math.floor(index / middles.length)] ?? '';
  const free = letter + (middles[index % middles.length] ?? '');
  const check = (19 - (weightedSum(free) % 19)) % 19;
  return written(free + (alphabet[check] ?? ''));
}

function hasDigit(text: string): boolean {
  return /\d/.test(text);
}

function weightedSum(characters: string): number {
  return weights.reduce((sum, weight, place) => {
    const character = characters[place];
    return character === undefined ? sum : sum + weight * alphabet.indexOf(character);
  }, 0);
}

function written(characters: string): string {
  return `${characters.slice(0, 3)}-${characters.slice(3)}`;
}
