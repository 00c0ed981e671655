import type { Party } from '../../domain/ids.ts';
import { partyNames } from '../lexicon/parties.ts';
import { fold, endingLetter } from '../normalise.ts';
import type { Found } from './found.ts';

type Name = { readonly value: Party; readonly pattern: RegExp };

const names: readonly Name[] = partyNames.map(({ party, names: spellings }) => ({
  value: party,
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${spellings
      .toSorted((a, b) => b.length - a.length)
      .map(asPattern)
      .join('|')})(?![\\p{L}])`,
    'gu',
  ),
}));

function asPattern(spelling: string): string {
  const literal = fold(spelling).replaceAll(/[.\\+()[\]{}^$?|]/gu, String.raw`\$&`);
  return literal.replace(/\*$/u, `${endingLetter}{0,20}`);
}

const speakerBefore =
  /(?:^|[\s,.(])(?:vi|jag|oss|ssk|arbetar|jobbar|sitter|ar)(?: har)?(?: ar)?(?: ny)? ?(?:(?:sitter|jobbar|arbetar|ar|ny) )?(?:i|pa|fran|som|inom|vid)?(?: \p{L}{4,15})? ?$/u;

/** "IT" in capitals, where not everything is; a small "it" is the support only after certain words (parties.ts). */
const capitalIt = /(?<![\p{L}\p{N}-])IT(?![\p{L}\p{N}-])/gu;

/**
 * The parties that a text names, as typed or folded. One that only says who is speaking ("vi på hc …") is left out where the
 * text names another.
 */
export function findParties(text: string): readonly Found<Party>[] {
  const folded = fold(text);
  const found: Found<Party>[] = [];
  for (const { value, pattern } of names) {
    for (const match of folded.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const taken = found.some((other) => match.index < other.end && other.start < end);
      if (!taken) found.push({ value, start: match.index, end });
    }
  }
  if (/\p{Ll}/u.test(text)) found.push(...supportIn(text, found));
  const others = found.filter(
    ({ start }) => !speakerBefore.test(folded.slice(Math.max(0, start - 60), start)),
  );
  return others.length > 0 ? others : found;
}

function supportIn(text: string, found: readonly Found<Party>[]): readonly Found<Party>[] {
  return [...text.matchAll(capitalIt)]
    .map(({ index }) => ({ value: 'it-support', start: index, end: index + 2 }) as const)
    .filter(({ start, end }) => !found.some((other) => start < other.end && other.start < end));
}
