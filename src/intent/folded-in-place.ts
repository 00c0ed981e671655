import { fold } from './normalise.ts';

/** A text folded letter by letter, so that positions stay its own; what would change its length is blank. */
export function foldedInPlace(text: string): string {
  return fold(
    text.replaceAll(/[^ -\u012f\u0131-\u02ff]/gu, (letter) =>
      fold(letter).length === letter.length ? letter : ' '.repeat(letter.length),
    ),
  );
}
