import { conceptsOf } from '../concept-finder.ts';
import { fold } from '../normalise.ts';
import { isFamiliar } from '../repair.ts';
import type { Found } from './found.ts';

const name = '[A-ZÅÄÖ][\\p{L}-]{1,25}';
const patterns = [
  String.raw`(?:medicin|kirurg|ortoped|infektions|geriatrik|psyk|vård|barn|stroke|lung|hjärt)?(?:avdelning|avd)\.? ?(?:\d{1,3}(?![.:]\d)(?: ?[a-zA-Z](?![\p{L}]))?|[A-Z]\d{1,2})`,
  String.raw`(?:medicin|kirurgi?|ortopedi?|geriatrik|psykiatri) \d{1,2}(?![\p{N}:./-])`,
  `(?:hc|HC|Hc|hälsocentral|hälsocentralen|Hälsocentral|Hälsocentralen|halsocentralen|vårdcentralen|Vårdcentralen) (?:${name}|[\\p{L}-]{3,25})`,
  `(?:${name}|[\\p{L}]{3,20}s) (?:hälsocentral|halsocentral|vårdcentral|hc|HC)(?![\\p{L}])`,
  `(?:Biståndsenheten|biståndsenheten|Biståndsenhet) ${name}`,
  String.raw`(?:IVA|MAVA|iva)`,
];
const unit = new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
const unitAnyCase = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${patterns.slice(0, 2).join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);
const centre = /^(?:hc|hälsocentral|halsocentral|vårdcentral)$/u;
const interrogative =
  /^(?:har|är|kan|vilken|vår|en|min|er|ny|till|på|från|hos|och|om|vi|din|denna|mot|Vår|En|Den|Från|Hos|Till)$/iu;

/** Names of units as typed: "avd 24", "Hälsocentralen Ankaret", "Nolby hälsocentral". */
export function findUnits(text: string): readonly Found<string>[] {
  const found: Found<string>[] = [];
  for (const pattern of [unit, unitAnyCase]) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      const [first = ''] = match[0].split(' ');
      if (interrogative.test(first) || endsInPlainWord(match[0])) continue;
      if (!found.some((other) => start < other.end && other.start < end))
        found.push({ value: match[0], start, end });
    }
  }
  return found;
}

/** "Hälsocentralen fått" is no name; "hc ankaret" is. */
function endsInPlainWord(name: string): boolean {
  const [, last = ''] = name.split(' ');
  if (!/^\p{Ll}{2,}$/u.test(last) || centre.test(last)) return false;
  const folded = fold(last);
  return folded === 'ange' || isFamiliar(folded) || conceptsOf(folded).size > 0;
}
