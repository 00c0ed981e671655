import { fold } from './normalise.ts';
import type { Direction } from './told-direction.ts';
import { mayBeName } from './told-names.ts';

/** The longest name that is read. */
const longest = 60;

const role = String.raw`(?:bistandshandl\p{Ll}*\.?|bisthand\p{Ll}*\.?|handlagg\p{Ll}*|ssk|sjukskoterskan?|skoterskan?|kommunskoterskan?|distriktsskoterskan?|dsk|usk|underskoterskan?|lakaren?|dr\.?|doktorn?|enhetschefen?|samordnaren?|vardsamordnaren?|koordinatorn?|kuratorn?|arbetsterapeuten?|fysioterapeuten?|sekreteraren?|K+|H+)`;
const roleWord =
  /^(?!kommun(?:en|ens|s)?(?: |$)|bistand(?:et)?(?: |$)|hemtjanst|hemsjukvard|hc|halsocentral|vardcentral|socialtjanst)/u;
const person = String.raw`N+(?: (?:(?:von|af|de|al|el) )?N+){0,2}`;
/** Between the words that lead to a person and the person. */
const between = String.raw`(?:(?:en|nagon|nan|var|som|heter|hette|namn|vid|deras|[KMAHP]+) ){0,4}?(?:${role} (?:(?:i|pa|hos|fran|vid) [KMAHP]+(?: [KMAHP]+)? )?)?`;
const talked = String.raw`(?:prata|tala|snacka|samtala)(?:de|t)?(?: (?!med|m|me)\p{Ll}{1,10}){0,2}? (?:med|m\.?|me):?`;

/** The words after which a person's name is that of whoever was talked to. */
const leads = [
  talked,
  String.raw`(?:haft|hade|fick|fatt|ny|tog) kontakt (?:med|m\.?)`,
  String.raw`(?<!(?:inte|ej|aldrig) )(?:fick|fatt) (?:(?!inte|ej|aldrig)\p{Ll}{1,10} ){0,3}?tag (?:pa|i)`,
  String.raw`(?:nadde|natt)(?: till slut| fram till)?`,
  String.raw`(?:over)?(?:lamna|meddela|rapportera|informera|formedla)(?:de|t|d|ts|des)[^;.!?]{0,80}? till`,
  String.raw`(?:(?:telefon)?samtal|tel|rapport|rapp|overrapportering|info\p{Ll}*|besked|overlamning(?:en)?)(?: \p{Ll}{1,10})? (?:till|med|m\.?|fran)`,
  String.raw`(?:mottagare|kontakt|kontaktperson|mottaget|mottagen|uppringd|koppla(?:d|de|des|t)(?: vidare)?)(?: (?:var|ar|av|till))?:?`,
  String.raw`(?:upprepa|bekrafta|kvittera|repetera)(?:t|d|ts|des) (?:(?:\p{Ll}{1,10}|T+) )?av`,
  'via',
  String.raw`[KMAHP]+(?: \d{1,3}\p{Ll}?)? \(`,
].join('|');
const afterLead = new RegExp(String.raw`(?<!\p{L})(?:${leads}) ?${between}(?<name>${person})`, 'dgu');
/** "Ringde Lisa Berg", "informerade Lisa på hemtjänsten": one name alone might be that of a place. */
const afterCalling = new RegExp(
  String.raw`(?<!\p{L})(?:(?:ringde|ringt)(?: till| upp)?|(?:informera|kontakta|underratta|meddela)(?:de|t)) ${between}(?<name>N+ (?:(?:von|af|de|al|el) )?N+|N+(?= (?:pa|hos|i|fran|vid) [KMAHP])|(?<=(?<!\p{L})${role} )N+)`,
  'dgu',
);
const smallAfterTalk = new RegExp(
  String.raw`(?<!\p{L})(?:${talked}|(?:haft|hade) kontakt (?:med|m\.?)) (?:${role} )?(?<name>\p{Ll}{2,20})(?![\p{L}\p{N}-])(?! [NK]| ${role}(?!\p{L}))`,
  'dgu',
);
const secondInSmall = new RegExp(
  String.raw`(?<!\p{L})${talked} (?:${role} )?\p{Ll}{2,20} (?:och|o|a|eller|&) (?:${role} )?(\p{Ll}{2,20})(?![\p{L}-])`,
  'gu',
);
/** "Lisa i Ånge ringde oss". */
const caller = new RegExp(
  String.raw`(?<!\p{L})(?<name>${person})(?:,? (?:(?:pa|i|fran|hos) )?[KMAHP]+(?: \d{1,3})?){0,3} (?:har )?(?:ringde|ringt) (?:upp )?(?:oss|mig|hit)(?!\p{L})`,
  'dgu',
);
/** "Lisa tog emot", where it was the speaker who handed over. */
const taker = new RegExp(
  String.raw`(?<!\p{L})(?<name>${person})(?:,? (?:(?:pa|i|fran|hos) )?[KMAHP]+(?: \d{1,3})?){0,3},? (?:har )?(?:tog emot|tagit emot|svarade(?! inte| ej)|upprepade|bekraftade|laste|fick(?! tag| prata))(?!\p{L})`,
  'dgu',
);
/** "Lisa hos oss" is one's own, "Lisas chef" not Lisa, "Sköns hälsocentral" nobody. */
const nobodys =
  /^(?:,? (?:(?:pa|hos|i|fran|har) )?(?:oss|Z|Q|vart|(?:pa|hos|i|fran) (?:var|oss))| (?:chef|kolleg|dotter|son(?!\p{L})|man(?!\p{L})|fru|mamma|pappa|anhorig|syster|bror|vikari|enhet|[AHP]))/u;
const anotherPerson = new RegExp(
  String.raw`^(?:(?:[^.;!?,]{0,30} (?:och|samt|eller|resp)| ?[/&+])(?: (?:sen|sedan|aven|T+|med)){0,3}|[^.;!?,]{0,30},(?: (?:sen|sedan|och|T+)){0,2} med) ?(?:${role} )?N`,
  'u',
);

type Candidate = { readonly typed: string; readonly words: readonly string[] };

/** Somebody besides: with two, nobody is the one. */
const another: Candidate = { typed: '', words: [''] };

export type CallTold = {
  readonly text: string;
  readonly sketch: string;
  readonly direction: Direction | undefined;
  /** Where a verb of talking begins whose subject is the other side. */
  readonly talkedByThem: readonly number[];
};

/** The person talked to, as typed, with the role where one is given; undefined where there is none, or are two. */
export function toldCounterpart(told: CallTold): string | undefined {
  const candidates = [
    ...named(told, afterLead),
    ...named(told, afterCalling),
    ...named(told, caller),
    ...(told.direction === 'given' ? named(told, taker) : []),
    ...inSmallLetters(told),
  ];
  const longestFirst = candidates.toSorted(
    (a, b) => b.words.length - a.words.length || b.typed.length - a.typed.length,
  );
  const [first, ...others] = longestFirst;
  if (first === undefined || first.typed === '' || first.typed.length > longest) return undefined;
  return others.every(({ words }) => isPartOf(words, first.words)) ? first.typed : undefined;
}

function isPartOf(words: readonly string[], whole: readonly string[]): boolean {
  return words.every((word) => whole.includes(word));
}

function named({ sketch, talkedByThem, text }: CallTold, pattern: RegExp): readonly Candidate[] {
  return [...sketch.matchAll(pattern)].flatMap((match): readonly Candidate[] => {
    const [start = 0, end = 0] = match.indices?.groups?.['name'] ?? [];
    const rest = sketch.slice(end);
    if (talkedByThem.includes(match.index) || nobodys.test(rest)) return [];
    const found = candidate(roleBefore(text, sketch, start), text.slice(start, end));
    return anotherPerson.test(rest) ? [found, another] : [found];
  });
}

function candidate(title: string, names: string): Candidate {
  const name = names.replace(/\.$/u, '');
  return { typed: title + name, words: fold(name).split(/[ -]/u) };
}

const titled = new RegExp(String.raw`(?<!\p{L})${role} $`, 'u');

/** "Bisthand " of "bisthand Lisa"; nothing of "kommunen Lisa". */
function roleBefore(text: string, sketch: string, start: number): string {
  const found = titled.exec(sketch.slice(Math.max(0, start - 40), start));
  if (found === null) return '';
  const typed = text.slice(start - found[0].length, start);
  return roleWord.test(fold(typed)) ? typed : '';
}

/** One word after "pratade med", where nothing says that there was a second. */
function inSmallLetters(told: CallTold): readonly Candidate[] {
  const second = [...told.sketch.matchAll(secondInSmall)].some(({ 1: word = '' }) => mayBeName(word));
  if (second) return [];
  return named(told, smallAfterTalk).filter(({ words: [word = ''] }) => mayBeName(word));
}
