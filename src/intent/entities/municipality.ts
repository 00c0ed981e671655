import { municipalities } from '../../domain/ids.ts';
import type { Municipality } from '../../domain/ids.ts';
import { municipalityNames } from '../lexicon/municipalities.ts';
import { foldedInPlace } from '../folded-in-place.ts';
import { fold } from '../normalise.ts';
import type { Found } from './found.ts';

type Name = { readonly value: Municipality; readonly pattern: RegExp };

const names: readonly Name[] = municipalities.flatMap((value) => {
  const spellings = [...new Set(municipalityNames[value].map(fold))].filter(
    (spelling) => spelling !== 'ange',
  );
  if (spellings.length === 0) return [];
  return [
    {
      value,
      pattern: new RegExp(
        `(?<![\\p{L}\\p{N}])(?:${spellings.join('|')})(?:s|borna|bor)?(?!\\p{L}| sjukhus| lasarett)`,
        'giu',
      ),
    },
  ];
});

/** "Ånge" is a place; "ange" only where nothing but a place can stand, since it is also a verb. */
const angeWithRing = /(?<![\p{L}\p{N}])(?:ånge|Ånge)s?(?!\p{L})/giu;
const angeBare =
  /(?<=(?<!\p{L})(?:i|till|från|fran|hos|för|for|med|m|mot|om|ring|ringt|ringde|ringa|kring|per|bistånd|bistand|biståndet|växel|växeln|kommun|nummer|numret|nr|tel|tfn|patient|inte|informera|informerat|kontakta|logga|lista) )anges?(?!\p{L})(?! (?:nummer|numret|namn|datum|fast|vem|vilk|när|hur|orsak|tid|telefon|mitt|din))|(?<!\p{L})anges? (?:kommun|komun|växel|vaxel|bistånd|bistand|biståndshandl|nr\b|nummer\?|har\b|fick\b|fått\b|svarar|bekräftat|bekraftat|kl\b|säger|sager)/giu;
const angeCapital = /(?<=\p{L}[^.!?\n]{0,200}\s)Ange(?!\p{L})/gu;

/** The municipalities that a text names, by name, nickname or genitive. */
export function findMunicipalities(text: string): readonly Found<Municipality>[] {
  const folded = foldedInPlace(text);
  const found: Found<Municipality>[] = [];
  for (const { value, pattern } of names) {
    for (const match of folded.matchAll(pattern)) found.push(placed(value, match.index, match[0].length));
  }
  for (const pattern of [angeWithRing, angeBare, angeCapital]) {
    for (const match of text.matchAll(pattern))
      found.push(placed('ange', match.index, firstWord(match[0]).length));
  }
  return found.filter((one, index) => found.findIndex(({ start }) => start === one.start) === index);
}

function placed(value: Municipality, start: number, length: number): Found<Municipality> {
  return { value, start, end: start + length };
}

function firstWord(text: string): string {
  return /^\p{L}+/u.exec(text)?.[0] ?? text;
}
