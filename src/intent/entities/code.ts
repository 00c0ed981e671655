import type { Found } from './found.ts';

const joined =
  /(?<![\p{L}\p{N}])([cdfghjkmnprtvx234679]{3})( ?[-–—] ?| |)([cdfghjkmnprtvx234679]{2})(?![\p{L}\p{N}])/giu;
const spelledOut = /(?<![\p{L}\p{N}])(?:[cdfghjkmnprtvx234679] ){4}[cdfghjkmnprtvx234679](?![\p{L}\p{N}])/giu;
const measure = /^\d{3}(?:mg|kg|kr|cm|mm|km|dm|gr|mm)$/iu;

/**
 * A case's codes, written out as `K7M-3F` (contract.md §4), however they were typed. The check character is not
 * judged here. Refused: what has no digit or no letter, an amount ("237mg"), and two words that happen to fit ("tfn 24").
 */
export function findCodes(text: string): readonly Found<string>[] {
  const found: Found<string>[] = [];
  for (const match of text.matchAll(joined)) {
    const [whole, head = '', separator = '', tail = ''] = match;
    if (isCode(head, separator, tail)) found.push(placed(`${head}-${tail}`, match.index, whole.length));
  }
  for (const match of text.matchAll(spelledOut)) {
    const letters = match[0].replaceAll(' ', '');
    if (isMixed(letters))
      found.push(placed(`${letters.slice(0, 3)}-${letters.slice(3)}`, match.index, match[0].length));
  }
  return found;
}

function placed(code: string, start: number, length: number): Found<string> {
  return { value: code.toUpperCase(), start, end: start + length };
}

function isCode(head: string, separator: string, tail: string): boolean {
  if (!isMixed(head + tail) || measure.test(head + tail)) return false;
  if (separator !== ' ') return true;
  return isMixed(head) ? /\d/u.test(tail) || isShouted(head + tail) : isMixed(tail) && /\D/u.test(head);
}

function isMixed(letters: string): boolean {
  return /\d/u.test(letters) && /\D/u.test(letters);
}

function isShouted(letters: string): boolean {
  return letters === letters.toUpperCase();
}
