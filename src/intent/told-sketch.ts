import type { Municipality, Party } from '../domain/ids.ts';
import { named } from './entities.ts';
import type { Found } from './entities/found.ts';
import { findParties } from './entities/party.ts';
import { findUnits } from './entities/unit.ts';
import { cleaned, fold, withoutCourtesies } from './normalise.ts';
import { namesIn } from './told-names.ts';
import { ownPlaces, withRequests } from './told-places.ts';
import { spelledRight } from './told-verbs.ts';

/**
 * A text beside its sketch, both of one length, so that a position in one is the same position in the other. The
 * sketch is folded; what is named stands in it as a row of capital letters (`letters`).
 */
export type Sketch = {
  readonly text: string;
  readonly sketch: string;
  readonly municipalities: readonly Found<Municipality>[];
  readonly codes: readonly Found<string>[];
};

/**
 * M a municipality by its name, K a municipality otherwise, A a ward, H a health centre, P psychiatric outpatient
 * care, O another party, T a time, D a date, C a code, N a person's name, R an order to log, Z "here" or "our",
 * Q what is named but was not called.
 */
const letters: Readonly<Record<Party, string>> = {
  municipality: 'K',
  'inpatient-ward': 'A',
  'primary-care': 'H',
  'psychiatric-outpatient': 'P',
  'it-support': 'O',
  'region-switchboard': 'O',
  'system-administration': 'O',
};

/** The longest text that is read; of a longer one the beginning. */
const longest = 1000;

/** Where "ange" is a place besides what the municipality finder knows: beside a verb of calling. */
const angeBesideVerb =
  /(?<=(?<!\p{L})(?:upp|på|pa|av|me|(?:meddela|informera|kontakta|rapportera)(?:de|t)|nådde|nadde|nått|natt) )ange(?!\p{L}| (?:att|vad|om|nummer|namn|datum|tid))|(?<!\p{L})ange(?= (?:ringde|svarade|meddelade|upprepade|bekräftade|bekraftade|lämnade|lamnade|tog emot|fick|svarar|ringt|är|ar|har|inte|ej)(?!\p{L}))/giu;

/** Takes a text apart; what is beyond the longest is not read. */
export function sketchOf(input: string): Sketch {
  const text = spelledRight(legible(withoutCourtesies(cleaned(input.slice(0, longest), longest))));
  const found = named(text);
  const municipalities = [...found.municipalities, ...angesIn(text, found.municipalities)];
  const sketch = [
    (plain: string) => withHere(plain, text),
    (plain: string) => withParties(plain, text),
    (plain: string) => filledAll(plain, municipalities, 'M'),
    (plain: string) => filledAll(plain, found.codes, 'C'),
    (plain: string) => filledAll(plain, found.dates, 'D'),
    (plain: string) => filledAll(plain, found.times, 'T'),
    withRequests,
    ownPlaces,
    (plain: string) => filledAll(plain, namesIn(text, plain), 'N'),
  ].reduce((plain, step) => step(plain), fold(text));
  return { text, sketch, municipalities, codes: found.codes };
}

/** Without what changes its length when folded. */
function legible(text: string): string {
  return Array.from(text, (letter) =>
    fold(letter).length === letter.length ? letter : ' '.repeat(letter.length),
  ).join('');
}

function angesIn(text: string, known: readonly Found<Municipality>[]): readonly Found<Municipality>[] {
  return [...text.matchAll(angeBesideVerb)]
    .map(({ index }) => ({ value: 'ange', start: index, end: index + 4 }) as const)
    .filter(({ start }) => !known.some((other) => other.start === start));
}

/** "Här" and "vår" are told from "har" and "var" before they are folded. */
function withHere(plain: string, text: string): string {
  const found = [...text.matchAll(/(?<!\p{L})(?:här|vår|våra|vårt)(?!\p{L})/giu)];
  return filledAll(
    plain,
    found.map(({ 0: word, index }) => ({ start: index, end: index + word.length })),
    'Z',
  );
}

/** A named contact may be in primary or in psychiatric care; home help may be what the patient has. */
const noParty = /^(?:fast|vardkontakt|fvk)/u;
const service =
  /(?<!\p{L})(?:har|haft|insats\p{L}{0,4}:?|beviljad|beviljat|utan|okad|okat|utokad|utokat|om|ar) $/u;
const isService = /^(?:hemtjanst|hemsjukvard|hemvard|bistand|medicinen)$/u;

function withParties(plain: string, text: string): string {
  const units = findUnits(text).flatMap(({ value, start, end }) => {
    if (/\d/u.test(value)) return { value: 'inpatient-ward', start, end } as const;
    const isCentre = /^(?:hc|HC|Hc|\p{L}+central|\p{L}+centralen) \p{Lu}\p{Ll}/u.test(value);
    return isCentre ? ({ value: 'primary-care', start, end } as const) : [];
  });
  return [...units, ...partiesIn(text)].reduce((rest, { value, start, end }) => {
    const word = plain.slice(start, end);
    if (noParty.test(word)) return rest;
    if (isService.test(word) && service.test(plain.slice(Math.max(0, start - 20), start))) return rest;
    return filled(rest, { start: word.endsWith(' it') ? end - 2 : start, end }, letters[value]);
  }, plain);
}

/** Also those that findParties leaves out as the speaker's where there are others. */
function partiesIn(text: string): readonly Found<Party>[] {
  const found: Found<Party>[] = [];
  let rest = text;
  for (let round = 0; round < 4; round += 1) {
    const more = findParties(rest);
    if (more.length === 0) break;
    found.push(...more);
    rest = filledAll(rest, more, '#');
  }
  return found;
}

type Span = { readonly start: number; readonly end: number };

/** The text with one letter all over each span. */
function filledAll(text: string, spans: readonly Span[], letter: string): string {
  return spans.reduce((rest, span) => filled(rest, span, letter), text);
}

function filled(text: string, { start, end }: Span, letter: string): string {
  return text.slice(0, start) + letter.repeat(end - start) + text.slice(end);
}
