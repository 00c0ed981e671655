import type { Clause } from './told-clauses.ts';
import type { CallVerb } from './told-verbs.ts';

/** Who did it: the speaker's side by name, the other side, nobody named (so the speaker), or not to be told. */
export type Subject = 'we' | 'they' | 'nobody' | 'unclear';

/** A verb with who did it, and what stands before and after it in its clause; positions in the sketch. */
export type Telling = {
  readonly verb: CallVerb;
  readonly subject: Subject;
  readonly start: number;
  readonly lead: string;
  readonly rest: string;
};

/** The letters of a sketch that mean a party of a handover. */
export const party = '[KMAHP]';
/** What may stand before a party: "någon på", "ssk Lisa på". */
export const somebody = String.raw`(?:(?:en|nagon|nan|ngn|deras|ssk|skoterskan?|sjukskoterskan?|dsk|usk|lakaren|chefen|vaxeln|N+|pa|i|fran|hos|vid) ){0,4}`;
const unit = String.raw`${party}+(?: ?\d{1,3}\p{Ll}?(?!\p{L}))?(?:,? (?:(?:i|pa|vid|fran) )?[KMAHPN]+){0,3}`;
const aux =
  '(?:har|hade|ar|var|blev|blivit|har blivit|T+|D+|nu|nyss|precis|just|ocksa|sen|sedan|redan|da|idag|tyvarr|bara)';
const we = /(?<!\p{L})(?:jag|vi|jg|undertecknad|kolleg\p{Ll}{1,3}|(?:natt|dag|kvalls)?personalen)(?!\p{L})/u;
const weAfter = /^ (?:jag|vi)(?!\p{L})/u;
const theirsAfterWe = /(?<!\p{L})(?:jag|vi|kolleg\p{Ll}{1,3}|\p{Ll}*personalen)(?!\p{L}).*[KMAHP]/u;
const pronoun = new RegExp(String.raw`(?<!\p{L})(?:de|dom|hon|han|hen)(?: ${aux}){0,3} $`, 'u');
const theirs = new RegExp(String.raw`^${somebody}${unit}(?: \p{Ll}{3,15})?(?: ${aux}){0,3} $`, 'u');
/** "Timrås inskrivning", "avdelningens information" did nothing. */
const matters =
  /(?<!\p{L})(?:info|samtal|rapport|uppgift|svar|besked|nummer|inskr|utskr|planeringsunderlag|insatser)/u;
const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));
const joining = setOf(
  `och o a samt att har hade men forsokte forsokt fick fatt hann hunnit lyckades lyckats kunde kunnat blev blivit vart ar
   var R`,
);
const adverbs = setOf(
  `nu nyss precis just idag igar sen sedan da sa redan tidigare i morse formiddags eftermiddags kvall natt gar tyvarr bara
   snabbt ater igen direkt strax dar ja jo for ocksa aven antligen per tel telefon muntligt muntligen dessutom darefter
   forst hej T D`,
);
/** What was handed over, in front of its verb: "inskrivning lämnad". */
const matter =
  /^(?:inskr|utskr|planeringsunderlag|pu$|ber$|beraknat$|faktiskt$|aktuella$|insatser|datum|info|besked|uppgift|allt$|utom$|forutom$|C$|sip|rapport)/u;

/** The verbs of the clauses with who did what. */
export function tellingsOf(sketch: string, clauses: readonly Clause[]): readonly Telling[] {
  const tellings: Telling[] = [];
  for (const { start, end, verbs } of clauses) {
    let from = start;
    for (const [at, verb] of verbs.entries()) {
      const lead = sketch.slice(from, start + verb.start).replace(/^[ ,;:().!?\n-]+/u, '');
      from = start + verb.end;
      const rest = sketch.slice(from, end);
      const subject = subjectOf({ lead, rest, opens: at === 0, previous: tellings.at(-1)?.subject });
      tellings.push({ verb, subject, start: start + verb.start, lead, rest });
    }
  }
  return tellings;
}

type Place = {
  readonly lead: string;
  readonly rest: string;
  /** It is the first verb of its clause. */
  readonly opens: boolean;
  readonly previous: Subject | undefined;
};

function subjectOf(place: Place): Subject {
  return namedSubject(place) ?? unnamedSubject(place);
}

function namedSubject({ lead, opens, rest }: Place): Subject | undefined {
  if (weAfter.test(rest)) return 'we';
  if (pronoun.test(lead)) return 'they';
  if (opens && theirs.test(fromFirst(lead)) && !matters.test(lead)) return 'they';
  return we.test(lead) && !theirsAfterWe.test(lead) ? 'we' : undefined;
}

/** Behind "och" it is who it was before; else it is the speaker, unless somebody else was spoken of. */
function unnamedSubject({ lead, opens, previous }: Place): Subject {
  const words = wordsOf(lead).filter((word) => !adverbs.has(word));
  const others = words.filter((word) => !joining.has(word));
  if (others.length > 0) return opens && others.every((word) => matter.test(word)) ? 'nobody' : 'unclear';
  if (!opens || words.some((word) => /^(?:och|o|a|samt)$/u.test(word))) return previous ?? 'nobody';
  return previous === 'they' ? 'unclear' : 'nobody';
}

/** True where an adverb or a time stands before the verb, and so its subject behind it. */
export function isFronted(lead: string): boolean {
  return wordsOf(lead).some((word) => adverbs.has(word) && word !== 'ja' && word !== 'jo');
}

/** The words of a lead; a row of capital letters as one letter. */
function wordsOf(lead: string): readonly string[] {
  return (lead.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) =>
    /^\p{Lu}+$/u.test(word) ? (word[0] ?? '') : word,
  );
}

/** The lead from its first word that is neither adverb nor conjunction. */
function fromFirst(lead: string): string {
  let rest = lead;
  for (let round = 0; round < 12; round += 1) {
    const [first = ''] = rest.split(' ');
    const [word = ''] = wordsOf(first);
    if (first === '' || rest === first || !(adverbs.has(word) || joining.has(word))) break;
    rest = rest.slice(first.length + 1);
  }
  return rest;
}
