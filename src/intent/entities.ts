import type { Municipality, Party } from '../domain/ids.ts';
import { findCodes } from './entities/code.ts';
import { findDates } from './entities/date.ts';
import { oneOrSeveral } from './entities/found.ts';
import type { Found } from './entities/found.ts';
import { findItems } from './entities/items.ts';
import { findMunicipalities } from './entities/municipality.ts';
import { findParties } from './entities/party.ts';
import { findTimes } from './entities/time.ts';
import { findUnits } from './entities/unit.ts';
import { fold } from './normalise.ts';
import type { Entities, Intent } from './recognition.ts';

/** Where the places, codes, times and dates of a text stand, and what they are. */
export type Named = {
  readonly municipalities: readonly Found<Municipality>[];
  readonly codes: readonly Found<string>[];
  readonly dates: readonly Found<string>[];
  readonly times: readonly Found<string>[];
};

/** What a cleaned text names; a date is never also a time, a code neither. */
export function named(text: string): Named {
  const codes = findCodes(text);
  const dates = apartFrom(findDates(text), codes);
  const times = apartFrom(findTimes(text), [...codes, ...dates]);
  return { municipalities: findMunicipalities(text), codes, dates, times };
}

function apartFrom<T>(found: readonly Found<T>[], taken: readonly Found<unknown>[]): readonly Found<T>[] {
  return found.filter((one) => !taken.some(({ start, end }) => one.start < end && start < one.end));
}

/** In these intents a bare place name stands for the municipality as the party ("ring Ånge"). */
const placeIsParty: ReadonlySet<Intent> = new Set([
  'call.who',
  'handover.what',
  'handover.log',
  'handover.confirm',
  'handover.list',
]);
const livesThere =
  /(?:bor i|fran|hor hemma i|skriven i|hemma i|boende i|gubbe fran|sitter i|jobbar i|korttids i|vi i|hos oss i|for)\s*$/u;

/** The entities of a cleaned text, as Recognition hands them out. */
export function entitiesOf(text: string, intent: Intent, found: Named): Entities {
  const folded = fold(text);
  const parties = findParties(text);
  const units = findUnits(text);
  const items = findItems(folded);
  const place = findPlaceParty(text, intent, found);
  return withoutAbsent({
    municipality: oneOrSeveral(found.municipalities),
    party: oneOrSeveral(parties.length > 0 ? parties : place),
    code: oneOrSeveral(found.codes),
    time: oneOrSeveral(found.times),
    date: oneOrSeveral(found.dates),
    unit: oneOrSeveral(units),
    items: items.length > 0 ? items : undefined,
  });
}

function findPlaceParty(text: string, intent: Intent, found: Named): readonly Found<Party>[] {
  if (!placeIsParty.has(intent)) return [];
  const called = found.municipalities.find(
    ({ start }) => !livesThere.test(fold(text.slice(Math.max(0, start - 20), start))),
  );
  return called === undefined ? [] : [{ value: 'municipality', start: called.start, end: called.end }];
}

type Sparse<T> = { readonly [Key in keyof T]: T[Key] | undefined };

function withoutAbsent(sparse: Sparse<Required<Entities>>): Entities {
  return Object.fromEntries(Object.entries(sparse).filter(([, value]) => value !== undefined));
}
