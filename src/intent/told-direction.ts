import type { Clause } from './told-clauses.ts';
import { isFronted, party, somebody, tellingsOf } from './told-tellings.ts';
import type { Subject, Telling } from './told-tellings.ts';
import type { VerbKind } from './told-verbs.ts';

export type Direction = 'given' | 'received';

type Judge = (telling: Telling) => Direction | undefined;

const toUs = /^(?: (?:upp|tillbaka|hit|till|precis|nyss|nu|just|det|dem|N+)){0,3} (?:oss|mig|hit)(?!\p{L})/u;
const toUsFar = /^[^,;]{0,60} till (?:oss|mig)(?!\p{L})/u;
const atParty = new RegExp(String.raw`^(?: (?:upp|till|tillbaka till))? ${somebody}${party}`, 'u');
/** "Ringde kommunen tillbaka": who rang whom? */
const backOrAgain = new RegExp(String.raw`^ (?:tillbaka ${party}|${party}+(?: ${party}+)? tillbaka)`, 'u');
const toParty = new RegExp(String.raw`^[^,;]{0,80} till ${somebody}${party}`, 'u');
const ofParty = new RegExp(String.raw`^[^,;]{0,40} (?:av|fran) ${somebody}${party}`, 'u');
const ofUs = /^[^,;]{0,40} (?:av|fran) (?:oss|mig)(?!\p{L})/u;
const byParty = new RegExp(String.raw`^[^,;]{0,20} (?:av|hos) ${somebody}${party}`, 'u');
const content =
  /^(?: (?!inte|ej|ing)[\p{L}]{1,20}){0,3}? (?:samtal|telefonsamtal|rapport|rapp|info|uppgift|besked|veta|hora|inskr|utskr|planeringsunderlag|pu|all[at]?|beraknat|ber|faktiskt|aktuella|insatser|overlamning|overrapport|meddelande|underlag|det|den|datum)/u;
const toDo =
  /^ (?:\p{Ll}{1,8} )?(?:ringa|lamna|overlamna|prata|tala|na|ge|meddela|informera|beratta|rapportera|kontakta|upprepa|repetera|bekrafta|lasa|vanta|svara|skriva|anteckna|skicka)(?!\p{L})/u;
/** "Fick allt upprepat". */
const repeatedBack = /^(?: \p{Ll}{1,15}){0,3} (?:upprepat|bekraftat|kvitterat|last|repeterat)(?!\p{L})/u;
const kin =
  /(?<!\p{L})(?:pat|patient\p{Ll}*|brukar\p{Ll}*|dotter\p{Ll}*|son(?:en)?|anhorig\p{Ll}*|narstaende|maken?|makan|hustrun?|frun?|mannen|mamman?|pappan?|syster\p{Ll}*|bror\p{Ll}*) /u;
const ofPatient = /^ (?:pat\p{Ll}{0,6}|hen|honom|henne|brukaren)(?!\p{L})/u;

/** What a verb says of who handed over to whom. */
const judges: Readonly<Partial<Record<VerbKind, Judge>>> = {
  rang: (telling) => {
    if (kin.test(telling.lead)) return undefined;
    if (toUs.test(telling.rest)) return telling.subject === 'we' ? undefined : 'received';
    if (telling.subject === 'nobody' && backOrAgain.test(telling.rest)) return undefined;
    return outwards(telling, atParty.test(telling.rest));
  },
  gave: (telling) => {
    if (toUs.test(telling.rest) || toUsFar.test(telling.rest))
      return telling.subject === 'we' ? undefined : 'received';
    return outwards(telling, atParty.test(telling.rest) || toParty.test(telling.rest));
  },
  'was-given': ({ lead, rest }) => {
    if (ofUs.test(rest)) return 'given';
    return ofParty.test(rest) || /till (?:oss|mig)/u.test(lead + rest) ? 'received' : 'given';
  },
  'was-told': ({ lead, rest, subject }) => {
    if (ofUs.test(rest)) return 'given';
    if (subject === 'they') return ofParty.test(rest) ? undefined : 'given';
    const byThem = ofParty.test(rest) || subject === 'we' || /(?:blev|blivit|vart) /u.test(lead);
    return byThem && subject !== 'unclear' ? 'received' : undefined;
  },
  got: ({ rest, subject }) => {
    if (!content.test(rest) || toDo.test(rest) || repeatedBack.test(rest)) return undefined;
    if (ofUs.test(rest)) return 'given';
    if (new RegExp(`^ ${party}`, 'u').test(rest)) return 'given';
    return inwards(subject, rest);
  },
  took: ({ rest, subject }) => (ofPatient.test(rest) ? undefined : inwards(subject, rest)),
  'was-received': ({ rest }) => {
    if (ofUs.test(rest)) return 'received';
    if (byParty.test(rest)) return 'given';
    return rest.startsWith(' av ') ? undefined : 'received';
  },
};

/** The speaker's calling and telling goes out, theirs comes in, unless it went to a third. */
function outwards({ lead, subject, verb }: Telling, hasObject: boolean): Direction | undefined {
  if (subject === 'we') return 'given';
  if (subject === 'they')
    return hasObject || (!verb.finite && !/(?:har|hade) /u.test(lead)) ? undefined : 'received';
  if (subject === 'unclear') return undefined;
  return verb.finite && hasObject && isFronted(lead) ? undefined : 'given';
}

/** What the speaker got came in, what they got went out, unless it came from a third. */
function inwards(subject: Subject, rest: string): Direction | undefined {
  if (subject === 'unclear') return undefined;
  if (subject === 'they') return ofParty.test(rest) ? undefined : 'given';
  return 'received';
}

const matter = String.raw`(?:(?:telefon)?samtal|paringning|rapport|telefonrapport|rapp|overrapportering|overlamning(?:en)?|info(?:n|rmation(?:en)?)?|uppgift(?:er|erna)?|besked|inskr\p{Ll}*|planeringsunderlag\p{Ll}*|pu|\p{Ll}*datum\p{Ll}{0,3}|utskr\p{Ll}*(?:medd|klar)\p{Ll}*)`;
const incoming = new RegExp(
  String.raw`(?<!\p{L})(?:${matter}|tel|telefon)(?: (?:T+|D+|om|\p{Ll}{2,12})(?<! till)){0,2} (?:fran|av) ${somebody}${party}|(?<!\p{L})${matter} till (?:oss|mig)(?!\p{L})|(?<!\p{L})inkommande(?!\p{L})`,
  'u',
);
const outgoing = new RegExp(
  String.raw`(?<!\p{L})${matter}(?: (?:T+|D+|klart|nyss|just|per|tel|telefon|igen)){0,3} till ${somebody}${party}|(?<!\p{L})${matter} (?:fran|av) (?:oss|mig)(?!\p{L})|(?<!\p{L})utgaende(?!\p{L})`,
  'u',
);

/** Which way it went; undefined where nothing or both is said. */
export function toldDirection(sketch: string, clauses: readonly Clause[]): Direction | undefined {
  const told = new Set<Direction>();
  for (const telling of tellingsOf(sketch, clauses)) {
    const direction = judges[telling.verb.kind]?.(telling);
    if (direction !== undefined) told.add(direction);
  }
  for (const { start, end } of clauses) {
    const part = sketch.slice(start, end);
    if (incoming.test(part)) told.add('received');
    if (outgoing.test(part)) told.add('given');
  }
  const [direction, other] = told;
  return other === undefined ? direction : undefined;
}
