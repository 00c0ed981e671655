import { fold } from '../intent/normalise.ts';
import { organisationNames, placeNames } from '../text/names.ts';
import { municipalities } from '../domain/ids.ts';
import type { Municipality, Organisation, Party } from '../domain/ids.ts';
import type { DirectoryRow } from '../routine/directory.ts';
import type { Knowledge } from '../routine/knowledge.ts';
import type { Routine, RoutinePhone } from '../routine/routine.ts';
import type { Line, PhoneLine, Question } from './answer.ts';
import { asList } from './as-list.ts';
import { own } from './line.ts';

/** The number the routine has for a party of an organisation, if it has one. */
function routinePhones(routine: Routine, organisation: Organisation, party: Party): readonly PhoneLine[] {
  return routine.phones
    .filter((phone) => phone.organisation === organisation && phone.party === party)
    .map(fromRoutine);
}

function fromRoutine(phone: RoutinePhone): PhoneLine {
  const { name, place, printed, e164, askFor, hours, menu, email, heading, confirmedBy } = phone;
  const isBeyond = hours !== undefined || menu !== undefined;
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
    ...(isBeyond &&
      confirmedBy !== undefined && { basis: `tider och tonval utöver rutinen: ${confirmedBy}` }),
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

/** A number, and of whom it is. */
export type KnownPhone = {
  readonly organisation: Organisation;
  readonly party: Party;
  readonly phone: PhoneLine;
};

/** Every number there is: the routine's in its order, then the customer's own. */
export function everyPhone({ routine, directory }: Knowledge): readonly KnownPhone[] {
  return [
    ...routine.phones.map((phone) => ({ ...ofWhom(phone), phone: fromRoutine(phone) })),
    ...directory.map((row) => ({ ...ofWhom(row), phone: fromDirectory(row) })),
  ];
}

const ofWhom = ({ organisation, party }: Omit<KnownPhone, 'phone'>) => ({ organisation, party });

/** The direct numbers that the customer has added for a party of an organisation. */
function directPhones(
  { directory }: Knowledge,
  party: Party,
  organisation: Organisation,
): readonly PhoneLine[] {
  return directory
    .filter((row) => row.party === party && row.organisation === organisation)
    .map(fromDirectory);
}

/** The region's switchboard (L562), for wards and clinics whose direct number is not known. */
export function regionSwitchboard({ routine }: Knowledge): readonly PhoneLine[] {
  return routinePhones(routine, 'region', 'region-switchboard');
}

/** The system administration's number, where the customer has added one: the routine has only an address. */
export function administrationPhones(knowledge: Knowledge): readonly PhoneLine[] {
  return directPhones(knowledge, 'system-administration', 'region');
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

/** The direct numbers found for a question, and what to say where they are not all there is. */
export type UnitPhones = { readonly phones: readonly PhoneLine[]; readonly remarks: readonly Line[] };

const mostWithoutAName = 5;

/**
 * The direct numbers of a party of the region. A unit that is named is found by every word of its name, in
 * the municipality asked about; one that is not in the directory is said to be missing, never replaced by
 * another. Without a name: all of them, if they are few enough to read.
 */
export function unitPhones(party: Party, question: Question): UnitPhones {
  const all = question.knowledge.directory.filter((row) => row.party === party);
  if (all.length === 0) return { phones: [], remarks: [] };
  const units = asList(question.entities.unit);
  const here = all.filter((row) => !isElsewhere(row, question));
  const found = here.filter(({ name }) =>
    units.length > 0 ? units.some((unit) => isNamed(name, unit)) : sharesAWord(name, question.text),
  );
  if (found.length > 0) return { phones: found.map(fromDirectory), remarks: [] };
  if (units.length > 0)
    return { phones: [], remarks: [own(`Numret till ${units.join(', ')} finns inte i listan.`)] };
  if (here.length <= mostWithoutAName) return { phones: here.map(fromDirectory), remarks: [] };
  return { phones: [], remarks: [own('Fler direktnummer finns: skriv enhetens namn.')] };
}

const kindsOfUnit = new Set(
  'avd avdelning avdelningen vårdavdelning hc hälsocentral hälsocentralen vårdcentral vårdcentralen mottagning mottagningen psykiatrisk psykiatriska öppenvård öppenvården sjukhus sjukhuset kommun enhet och för vid till'
    .split(' ')
    .map(fold),
);

/** The words that tell one unit from another: not the kind of unit, not the short words between. */
function distinguishingWords(text: string): readonly string[] {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !kindsOfUnit.has(word) && (word.length > 2 || /\d/.test(word)));
}

function isNamed(name: string, unit: string): boolean {
  const own = distinguishingWords(name);
  const asked = distinguishingWords(unit);
  return asked.length > 0 && asked.every((word) => own.includes(word));
}

function sharesAWord(name: string, text: string): boolean {
  const asked = new Set(distinguishingWords(text));
  return distinguishingWords(name).some((word) => asked.has(word));
}

/** Its name says another municipality than the one asked about. */
function isElsewhere({ name }: DirectoryRow, { entities }: Question): boolean {
  const asked = asList(entities.municipality);
  const named = municipalities.filter((one) => fold(name).includes(fold(placeNames[one])));
  return asked.length > 0 && named.length > 0 && !named.some((one) => asked.includes(one));
}
