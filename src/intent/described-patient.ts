import { foldText } from '../domain/folded-text.ts';
import { givenNames } from './lexicon/given-names.ts';
import { cleaned, fold } from './normalise.ts';
import { mayBeName } from './told-names.ts';

const known: ReadonlySet<string> = new Set(givenNames.trim().split(/\s+/u).map(fold));

const somebody = '(?:pat(?:ient(?:en)?)?|brukaren?|kvinnan?|mannen|damen?|flickan|pojken)';
const month = '(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)';
const day = String.raw`(?:\d{1,2}[:a-e]*[ /.-]*${month}\p{L}*\.?|\d{1,2}[ /.-]+\d{1,2}|${month}\p{L}*\.?)[ ,/.-]*`;
/** Neither a time, a share, a decade, a count nor how long ago. */
const yearEnd = String.raw`(?![.:]?\d|-tal|\s*(?:patient|pat|st|km|%|kl|tim|min|dag|veck|mån|h(?!\p{L})))(?!\p{L})`;

const tellings: readonly RegExp[] = [
  // "Född 1938", "f. 38", "född i mars -38", "f. 3 mars 1938".
  new RegExp(
    String.raw`(?<![\p{L}\d./?&#%~@+$-])(?:f[öo]dd|f\.)[\s:]*(?:år|i|den)?[\s:]*(?:${day})?(?:(?:18|19|20)\d\d|[-’']?(?<!\d)\d\d)${yearEnd}`,
    'iu',
  ),
  // "Karin Larsson f 38", "pat f 1938".
  new RegExp(String.raw`(?:\p{Lu}\p{Ll}+|${somebody}),? f (?:(?:18|19|20)\d\d|\d\d)${yearEnd}`, 'u'),
  // "84-årig kvinna från Ånge", "kvinna 84 år".
  new RegExp(
    String.raw`(?<!\d)\d{1,3}[ -]?årig\p{L}* (?:gammal )?(?:kvinna|man|patient|dam|herre|flicka|pojke|brukare)(?!\p{L})`,
    'iu',
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?:${somebody}|man|herre)[ ,]{1,2}(?:som är |är )?\d{1,3} ?år(?!\p{L})`,
    'iu',
  ),
  // "Pat A.B.", "fru K L": one letter alone is a label.
  /(?<!\p{L})(?:[Pp]at(?:ient(?:en)?)?\.?|[Ff]ru|[Hh]err) \p{Lu}(?:\.? |\.)\p{Lu}\.?(?![\p{L}\d-])/u,
];

const named = new RegExp(
  String.raw`(?<!\p{L})(?:${somebody}(?:s namn)?|fru|herr|tant|farbror|pt)[.:,]?(?: (?:heter|kallas|är|vid namn))? (?<name>\p{L}[\p{L}’'-]{1,30})`,
  'giu',
);

/**
 * Whether a text tells who a patient is without a number: a name after a word for a patient, a year or day of birth
 * that is no identity by itself, initials, an age with "kvinna". A guess by words: to warn by, never to refuse by.
 */
export function describesPatient(text: string): boolean {
  const plain = cleaned(foldText(text).text);
  return tellings.some((telling) => telling.test(plain)) || namesOne(plain);
}

/** Written large it may be any name that is known as nothing else; written small, one that many have. */
function namesOne(text: string): boolean {
  return [...text.matchAll(named)].some(({ groups }) => {
    const name = groups?.['name'] ?? '';
    if (known.has(fold(name))) return true;
    return /^\p{Lu}[\p{Ll}’'-]/u.test(name) && mayBeName(fold(name));
  });
}
