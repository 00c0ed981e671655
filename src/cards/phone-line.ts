import { fold } from '../intent/normalise.ts';
import { organisationNames } from '../text/names.ts';
import type { Municipality, Organisation, Party } from '../domain/ids.ts';
import type { DirectoryRow } from '../routine/directory.ts';
import type { Knowledge } from '../routine/knowledge.ts';
import type { Routine, RoutinePhone } from '../routine/routine.ts';
import type { PhoneLine } from './answer.ts';

/** The number the routine has for a party of an organisation, if it has one. */
function routinePhones(routine: Routine, organisation: Organisation, party: Party): readonly PhoneLine[] {
  return routine.phones
    .filter((phone) => phone.organisation === organisation && phone.party === party)
    .map(fromRoutine);
}

function fromRoutine(phone: RoutinePhone): PhoneLine {
  const { name, place, printed, e164, askFor, hours, menu, email, heading } = phone;
  return {
    name,
    place,
    // The routine prints "0620- 68 20 00": a slip of the hand, not a part of the number.
    number: printed.replace(/-\s+/, '-'),
    e164,
    heading,
    ...(askFor !== undefined && { askFor }),
    ...(hours !== undefined && { hours }),
    ...(menu !== undefined && { menu }),
    ...(email !== undefined && { email }),
  };
}

function fromDirectory(row: DirectoryRow): PhoneLine {
  return {
    name: row.name,
    place: organisationNames[row.organisation],
    number: row.number.printed,
    e164: row.number.e164,
    basis: `utöver rutinen: ${row.source}, kontrollerat ${row.checkedOn}`,
    ...(row.hours !== undefined && { hours: row.hours }),
    ...(row.menu !== undefined && { menu: row.menu }),
  };
}

/** The direct numbers that the customer has added for a party, of one organisation where it is given. */
function directPhones(
  { directory }: Knowledge,
  party: Party,
  organisation?: Organisation,
): readonly PhoneLine[] {
  return directory
    .filter((row) => row.party === party && (organisation ?? row.organisation) === row.organisation)
    .map(fromDirectory);
}

/** The region's switchboard (L562), for wards and clinics whose direct number is not known. */
export function regionSwitchboard({ routine }: Knowledge): readonly PhoneLine[] {
  return routinePhones(routine, 'region', 'region-switchboard');
}

/** A municipality's switchboard, the one way in (L592), then the direct numbers there are. */
export function municipalityPhones(knowledge: Knowledge, municipality: Municipality): readonly PhoneLine[] {
  return [
    ...routinePhones(knowledge.routine, municipality, 'municipality'),
    ...directPhones(knowledge, 'municipality', municipality),
  ];
}

/** An organisation's IT support: the region's stands in the routine, the municipalities' do not (L58–62). */
export function itSupportPhones(knowledge: Knowledge, organisation: Organisation): readonly PhoneLine[] {
  return [
    ...routinePhones(knowledge.routine, organisation, 'it-support'),
    ...directPhones(knowledge, 'it-support', organisation),
  ];
}

/**
 * The direct numbers of a party of the region whose names share a word with what was asked: "avd 24",
 * "ankaret", a town. Without such a word: all of them, if they are few enough to read.
 */
export function careUnitPhones(knowledge: Knowledge, party: Party, askedFor: string): readonly PhoneLine[] {
  const all = directPhones(knowledge, party);
  const named = all.filter(({ name }) => sharesAWord(name, askedFor));
  if (named.length > 0) return named;
  return all.length <= 5 ? all : [];
}

const kindsOfUnit = new Set(
  'avd avdelning avdelningen vårdavdelning hc hälsocentral hälsocentralen vårdcentral vårdcentralen mottagning mottagningen psykiatrisk psykiatriska öppenvård öppenvården sjukhus sjukhuset kommun enhet och för vid'
    .split(' ')
    .map(fold),
);

/** The words that tell one unit from another: not the kind of unit, not the short words between. */
function distinguishingWords(text: string): readonly string[] {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !kindsOfUnit.has(word) && (word.length > 2 || /\d/.test(word)));
}

function sharesAWord(name: string, askedFor: string): boolean {
  const asked = new Set(distinguishingWords(askedFor));
  return distinguishingWords(name).some((word) => asked.has(word));
}
