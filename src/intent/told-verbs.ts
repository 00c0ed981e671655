import { realWords } from './lexicon/real-words.ts';
import { fold } from './normalise.ts';
import { isFamiliar, isOneSlip } from './repair.ts';

/**
 * What a verb tells of a call: somebody rang, handed over or was handed over to, was rung or informed, got or took
 * what was said, received it, talked, answered or repeated, or tried to reach. `will` is still to be done, if ever.
 */
export type VerbKind =
  | 'rang'
  | 'gave'
  | 'was-given'
  | 'was-told'
  | 'got'
  | 'took'
  | 'was-received'
  | 'talked'
  | 'answered'
  | 'reach'
  | 'will';

/** A verb in a clause of a sketch; positions in the clause. */
export type CallVerb = {
  readonly kind: VerbKind;
  readonly start: number;
  readonly end: number;
  /** "Ringde", not "ringt". */
  readonly finite: boolean;
  /** It happened: neither ahead, nor wished, nor negated. */
  readonly told: boolean;
};

const giving =
  'lamna|overlamna|meddela|informera|rapportera|avrapportera|overrapportera|beratta|formedla|vidareformedla|vidarebefordra|aterkoppla|underratta';
const kinds: readonly { readonly kind: VerbKind; readonly words: string }[] = [
  {
    kind: 'was-told',
    words: String.raw`uppring(?:d|da|ts|des)|ring(?:d|da|ts|des)|(?:informera|kontakta|underratta)(?:d|ts|des)|(?<=(?:ar|blev|blivit|vart) (?:nu |redan )?)(?:informera|kontakta|underratta)de`,
  },
  {
    kind: 'was-given',
    words: String.raw`(?:lamna|overlamna|meddela|rapportera|avrapportera|overrapportera|formedla|vidareformedla|vidarebefordra)(?:d|ts|des)|delgavs|delgivits|framfor(?:d|ts|des)|(?<=(?:ar|blev|blivit) (?:nu |redan )?)(?:lamna|overlamna|meddela)de`,
  },
  { kind: 'was-received', words: 'mottagen|mottaget|mottagna|mottogs|mottagits|togs emot|tagits emot' },
  {
    kind: 'rang',
    words:
      '(?:upp)?ringde|(?:upp)?ringt|kontaktade|kontaktat|telefonera(?:de|t)|(?:horde|hort) av (?:mig|oss|sig)',
  },
  {
    kind: 'gave',
    words: `(?:${giving})(?:de|t)|gav|gett|givit|delgav|delgett|delgivit|framforde|framfort|upplyste|upplyst|uppgav|uppgett`,
  },
  { kind: 'took', words: 'tog emot|tagit emot|mottog|mottagit' },
  { kind: 'got', words: 'fick|fatt' },
  {
    kind: 'talked',
    words: 'pratade|pratat|talade|talat|snackade|snackat|samtalade|samtalat|haft kontakt|hade kontakt',
  },
  {
    kind: 'answered',
    words: String.raw`svarade|svarat|upprepa(?:de|t|d|ts|des)|repetera(?:de|t)|laste? tillbak(?:a|s)|bekrafta(?:de|t|d|ts|des|r)|kvittera(?:de|t)|nadde|natt|sa(?= att)|sade|sagt|sager`,
  },
  { kind: 'reach', words: 'nas?|fa tag' },
  {
    kind: 'will',
    words: `ringa|ringer|ring|${giving
      .split('|')
      .map((verb) => `${verb}r?`)
      .join(
        '|',
      )}|kontaktar?|kontakta|pratar?|talar?|snackar?|aterkom(?:ma|mer)|hora? av|ta kontakt|tar kontakt|ge|ger|ha (?:ett )?samtal|vantar|invantar|avvaktar`,
  },
];

const verb = new RegExp(
  String.raw`(?<!\p{L})(?:${kinds.map(({ words }) => `(${words})`).join('|')})(?!\p{L})`,
  'gu',
);

const finite = /^(?:\p{Ll}+de|fick|sa|(?:upp|del)?gav|mottog|tog emot|horde av \p{Ll}+)$/u;
const no = '(?:inte|ej|aldrig|icke|int|varken|knappt)';
const notBefore = new RegExp(
  String.raw`(?<!\p{L})(?:${no}(?! bara(?!\p{L}))(?: (?!(?:men|och|utan|bara)(?!\p{L}))\p{Ll}{1,12}){0,3}|utan att(?: ha)?|ingen(?: av oss| annan)?(?: har| hade)?|glom(?:de|t)(?: bort)?(?: att)?) $`,
  'u',
);
const notAfter = new RegExp(
  String.raw`^(?: (?:jag|vi|de|dom|hon|han|hen|dem|oss|mig|upp|till|med|[KMAHPN]+)){0,3} ${no}(?! bara(?!\p{L}))(?!\p{L})(?!.{0,80} utan )`,
  'u',
);
/** A "not" that stands with the verb before: "svarade inte ringde igen". */
const notOfOther =
  /(?:svara\p{Ll}{0,2}|fram|igenom|upprepa\p{Ll}{0,3}|bekrafta\p{Ll}{0,3}|forst) (?:inte|ej|aldrig|int)(?: \p{Ll}{1,12})? $/u;
/** "Ska ha ringt", "skulle ringt". */
const hearsay =
  /(?<!\p{L})(?:ska|skall|skulle|borde|bor|lar|maste|kan|kunde) (?:\p{Ll}{1,10} ){0,2}ha(?: \p{Ll}{1,10})? $|(?<!\p{L})(?:skulle|borde) (?:inte |nog )?$/u;
/** Before "ringa": it was done, or tried. */
const done =
  /(?<!\p{L})(?:forsokt|forsokte|forsokt att|forsokte att|fick|fatt|hann|hunnit|lyckades|lyckats|kunde|kunnat)(?: (?!inte|ej|aldrig|att)\p{Ll}{1,10}){0,2} $/u;
/** "Ringde för att lämna PU": why is not yet that. */
const purpose = /(?<!\p{L})(?:for|genom|efter) att(?: \p{Ll}{1,10})? $/u;

/** The verbs of calling in a clause of a sketch, in order. */
export function callVerbsIn(clause: string): readonly CallVerb[] {
  return [...clause.matchAll(verb)].flatMap((match): readonly CallVerb[] => {
    const [word, ...groups] = match;
    const kind = kinds[groups.findIndex((group) => group !== undefined)]?.kind ?? 'will';
    const start = match.index;
    const end = start + word.length;
    const lead = clause.slice(Math.max(0, start - 60), start);
    const rest = clause.slice(end);
    if (kind === 'will' && purpose.test(lead)) return [];
    return [
      {
        kind: kindOf(kind, word, lead),
        start,
        end,
        finite: finite.test(word),
        told: isTold(kind, lead, rest),
      },
    ];
  });
}

/** "Fick inte tag på", "fick inget svar": a call after all. */
const ofContact = /^(?: \p{Ll}{1,8}){0,2} (?:tag|svar|kontakt)(?!\p{L})/u;

/** "Ringde ingen". */
const nothing = /^ (?:inget|ingen|inga)(?! svar)(?!\p{L})/u;

/** "Försökte ringa" is a call, "fick lämna besked" a handover. */
function kindOf(kind: VerbKind, word: string, lead: string): VerbKind {
  if (kind !== 'will' || !done.test(lead)) return kind;
  if (/^(?:ring|kontakt)/u.test(word)) return 'rang';
  return new RegExp(`^(?:${giving}|ge)`, 'u').test(word) ? 'gave' : 'talked';
}

function isTold(kind: VerbKind, lead: string, rest: string): boolean {
  if (hearsay.test(lead)) return false;
  if (kind === 'will') return done.test(lead) && !notBefore.test(lead);
  if (kind === 'reach') return done.test(lead) || notBefore.test(lead);
  if (kind === 'answered' || (kind === 'got' && ofContact.test(rest))) return true;
  return !isDenied(lead, rest);
}

function isDenied(lead: string, rest: string): boolean {
  return notAfter.test(rest) || nothing.test(rest) || (notBefore.test(lead) && !notOfOther.test(lead));
}

const listOf = (words: string): readonly string[] => words.trim().split(/\s+/u);

/** What a misspelled word is read as here. */
const meant = listOf(`
  ringde ringt ringer ringa lamnade lamnat lamnar lamna meddelade meddelat meddelar meddela informerade informerat
  informerar informera rapporterade rapporterat rapporterar rapportera pratade pratat pratar prata talade talat talar
  snackade snackat snackar svarade svarar svarat upprepade upprepat upprepar upprepa bekraftade bekraftat bekraftar
  bekrafta mottagit mottaget mottagen kontaktade kontaktat kontaktar kontakta overlamnade overlamnat overlamnar
  kommunen kommunens avdelning avdelningen halsocentral halsocentralen vardcentral vardcentralen
  bistandshandlaggare bistandshandlaggaren handlaggare handlaggaren hemtjansten bistandet samtal telefonsamtal
  repeterade repeterat telefonsvarare upptaget inskrivning planeringsunderlag
`);

/** Words of calling, folded: none of them is a name. */
export const callVerbs: ReadonlySet<string> = new Set([
  ...meant,
  ...listOf(
    'lamnad overlamnad meddelad informerad rapporterad kontaktad uppringd overlamna lamnas fick fatt',
  ),
]);
const real = new Set(listOf(realWords).map(fold));
/** Words that are one slip from those of calling, and mean what they say. */
const noSlips = new Set(
  listOf('meddelande svaret svarande sparat sparade upptagen rapporter repetera repeterar samtala svarfar'),
);

/** The text with the slips in its words of calling put right, where it is plain which was meant. */
export function spelledRight(text: string): string {
  return text.replaceAll(/(?<![\p{L}\p{N}-])\p{L}{5,24}(?![\p{L}\p{N}-])/gu, (word, at: number) => {
    const opens = /(?:^|[.!?\n:]) *$/u.test(text.slice(Math.max(0, at - 4), at));
    const isAloud = word === word.toUpperCase();
    if (/^\p{Lu}/u.test(word) && !opens && !isAloud) return word;
    return rightWord(word);
  });
}

function rightWord(word: string): string {
  const written = fold(word);
  if (isFamiliar(written) || [real, callVerbs, noSlips].some((known) => known.has(written))) return word;
  const [only, ...others] = meant.filter((one) => isOneSlip(written, one));
  if (only === undefined || others.length > 0) return word;
  return only.endsWith('s') === written.endsWith('s') ? only : word;
}
