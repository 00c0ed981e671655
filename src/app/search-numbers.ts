import { emergencyAnswer } from '../cards/emergency.ts';
import { numberCard, numberCardsOf } from '../cards/number-card.ts';
import type { NumberCard } from '../cards/number-card.ts';
import { wayToItSupport } from '../cards/it-support.ts';
import { everyPhone } from '../cards/phone-line.ts';
import type { KnownPhone } from '../cards/phone-line.ts';
import type { Asker } from '../domain/asker.ts';
import { municipalities } from '../domain/ids.ts';
import type { Municipality, Party } from '../domain/ids.ts';
import { findPatientIdentities } from '../domain/patient-identity.ts';
import { isEmergency } from '../intent/emergency.ts';
import { findParties } from '../intent/entities/party.ts';
import { municipalityNames } from '../intent/lexicon/municipalities.ts';
import { cleaned, fold } from '../intent/normalise.ts';
import type { Knowledge } from '../routine/knowledge.ts';
import { organisationNames, placeNames } from '../text/names.ts';

/** Which part of the list is asked for. */
export type SearchPage = { readonly skip: number; readonly count: number };
export type SearchHit = NumberCard;

/** What a search came to: numbers to choose from, or what is told instead. */
export type NumberSearch = {
  /** For metrics and logs. */
  readonly outcome: 'refused' | 'emergency' | 'found' | 'not-found';
  readonly hits: readonly SearchHit[];
  readonly told?: string;
};

const refused =
  'Det där ser ut som ett personnummer. Jag har varken sparat det eller sökt på det. Sudda det, och sök på kommunens eller enhetens namn.';
const notFound = 'Inget nummer hittades. Sök på kommunens eller enhetens namn, till exempel Ånge.';

/**
 * Searches the routine's numbers and the customer's own, which every answer shows to anybody; what connected channels
 * say of themselves is their own and not searched. Danger to life gets 112, a patient's identity is refused. Nothing
 * is changed or kept.
 */
export function searchNumbers(
  typed: string,
  { asker, known: knowledge }: { readonly asker: Asker; readonly known: Knowledge },
  { count, skip }: SearchPage,
): NumberSearch {
  const { routine } = knowledge;
  if (isEmergency(typed)) {
    return { outcome: 'emergency', hits: numberCardsOf(emergencyAnswer(false, 'none'), routine) };
  }
  if (findPatientIdentities(typed).length > 0) return { outcome: 'refused', hits: [], told: refused };
  const found = phonesFor(cleaned(typed, mostCharacters), knowledge).toSorted(byNearness(asker));
  if (found.length === 0) return { outcome: 'not-found', hits: [], told: notFound };
  const page = found.slice(skip, skip + count);
  return { outcome: 'found', hits: page.map(({ phone }) => numberCard(phone, routine)) };
}

/** More than any name; a longer text is not one. */
const mostCharacters = 200;

/** The own organisation's first; else in the order of the routine and of the customer's list. */
const byNearness =
  ({ organisation }: Asker) =>
  (one: KnownPhone, other: KnownPhone): number =>
    Number(other.organisation === organisation) - Number(one.organisation === organisation);

/** Those that every word or digit of the text fits; all of them where it says nothing. */
function phonesFor(text: string, knowledge: Knowledge): readonly KnownPhone[] {
  const named = findParties(text);
  const parties = new Set(named.flatMap(({ value }) => reachedBy(value)));
  const rest = named.reduceRight(
    (left, { end, start }) => `${left.slice(0, start)} ${left.slice(end)}`,
    text,
  );
  const words = wordsOf(rest).filter((word) => !fillers.has(word));
  const lettered = words.filter((word) => !/^\d+$/u.test(word));
  const found = everyPhone(knowledge).filter((known) => {
    if (parties.size > 0 && !parties.has(known.party)) return false;
    const own = wordsAbout(known);
    // "Medicin 24" is a name, and "0690" a number.
    return areBegun(words, own) || (hasDigits(known, text) && areBegun(lettered, own));
  });
  const asksSupport = parties.has('it-support') || words.includes(support);
  return found.length > 0 || !asksSupport
    ? found
    : waysToItSupport(
        words.filter((word) => word !== support),
        knowledge,
      );
}

const areBegun = (words: readonly string[], own: readonly string[]): boolean =>
  words.every((word) => own.some((one) => isBegunBy(one, word)));

/** In small letters no party's name in a sentence, but a search in the end. */
const support = 'it';

/** Fewer would be found in too many numbers. */
const fewestDigits = 3;

/** A number that is typed beside a name or alone, or a part of it: in the country, or as dialled from abroad. */
function hasDigits({ phone }: KnownPhone, typed: string): boolean {
  const digits = typed.replace(/(?:\+|(?<!\d)00)46(?:\s*\(0\))?/u, '0').replaceAll(/\D/gu, '');
  return digits.length >= fewestDigits && phone.number.replaceAll(/\D/gu, '').includes(digits);
}

/** Few municipalities' IT support has a number of its own here: the others' is asked for at the switchboard. */
function waysToItSupport(words: readonly string[], knowledge: Knowledge): readonly KnownPhone[] {
  return municipalities
    .filter((one) => areBegun(words, wordsOf([organisationNames[one], ...municipalityNames[one]].join(' '))))
    .flatMap((organisation: Municipality) =>
      wayToItSupport(knowledge, organisation).map((phone) => ({ organisation, party: 'it-support', phone })),
    );
}

/** Wards and clinics are reached by the region's switchboard too (L562). */
function reachedBy(party: Party): readonly Party[] {
  return ['inpatient-ward', 'primary-care', 'psychiatric-outpatient'].includes(party)
    ? [party, 'region-switchboard']
    : [party];
}

/** What is typed around a name. */
const fillers: ReadonlySet<string> = new Set(
  'vem ringer ring ringa jag vi i på till hos för och nummer numret nr tel tfn telefon telefonnummer telefonnumret'
    .split(' ')
    .map(fold),
);

const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** By which somebody may look for a number: its name and place, and the nicknames of the municipality in them. */
function wordsAbout({ organisation, phone }: KnownPhone): readonly string[] {
  const own = `${phone.name} ${phone.place} ${organisationNames[organisation]}`;
  const nicknames = municipalities
    .filter((one) => organisation === one || fold(own).includes(fold(placeNames[one])))
    .flatMap((one) => municipalityNames[one]);
  return wordsOf([own, ...nicknames].join(' '));
}

/** Shorter words have no endings that could be told from another word. */
const shortestWithEnding = 4;

/** Typed so far, or with an ending: "sunds", "Sundsvalls", "växeln". */
function isBegunBy(word: string, typed: string): boolean {
  return word.startsWith(typed) || (word.length >= shortestWithEnding && typed.startsWith(word));
}
