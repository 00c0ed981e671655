import type { CallVerb } from './told-verbs.ts';
import { callVerbsIn } from './told-verbs.ts';

/** A part of a sketch that tells of what was done; positions in the sketch. */
export type Clause = {
  readonly start: number;
  readonly end: number;
  readonly verbs: readonly CallVerb[];
};

/** A part tells, is dropped with what hangs on to it, or is dropped alone; without a verb it shares the fate of the last. */
type Fate = 'told' | 'untold' | 'hidden' | undefined;
type Part = Clause & { readonly fate: Fate };

const abbreviations =
  'kl|avd|ber|prel|inskr|utskr|tel|ang|pat|ssk|dsk|nr|ca|m|t|o|f|bl|ex|info|bisthand|bistandshandl|dr|tfn|ggr|st|ev|bekr';
const sentenceEnd = new RegExp(String.raw`[!?\n]|(?<!(?<!\p{L})(?:${abbreviations}))\.(?!\.)`, 'gu');
const pronoun = '(?:jag|vi|de|dom|hon|han|hen|man|ni|du|det|nagon|ingen)';
const clauseEnd = new RegExp(
  String.raw`[,;:()]| -+ |(?<=(?<!(?:for|utan|kommer|genom|efter|till)) att(?= )) | (?=(?:och|o|a|samt|men|sen|sedan|som|eftersom|medan|dar|sa ${pronoun}|nar ${pronoun})(?!\p{L}))| (?=(?:om|ifall|innan|tills|forran) (?:${pronoun}(?!\p{L})|[KMAHPN]+ (?:har|kan|fatt|fick|ska|tar|ringt|ringde|vill)(?!\p{L})|pat\p{Ll}{0,6} (?:ar|kan|ska|har|skrivs)(?!\p{L})))`,
  'gu',
);

const opener = String.raw`^[ ,;:]*(?:(?:ja|jo|nej|men|och|sa|hej|ok|okej|da|alltsa|undrar|tack)[ ,]+)*`;
const asking = [
  String.raw`${opener}(?:vem|vems|vad|vilken|vilka|vilket|hur|varfor|vart|finns)(?!\p{L})`,
  String.raw`${opener}(?:nar|var) (?:ringde|har|hade|fick|lamnade|pratade|ska|kan|skulle|ar|blev|meddelade)(?!\p{L})`,
  String.raw`${opener}var \p{Ll}{3,12} (?:jag|vi|man|ni|du)(?!\p{L})`,
  String.raw`${opener}(?:har|hade|kan|kunde|ska|skall|skulle|far|fick|maste|behover|bor|ar|var|blev|vill|ringde|ringer|lamnade|meddelade|informerade|kontaktade|rapporterade|pratade|talade|svarade|tog|bekraftade|upprepade|stammer)(?: inte| nu)? (?:jag|vi|du|ni|man|han|hon|hen|de|det|nagon|nan|ngn|pat|patienten|brukaren)(?!\p{L})`,
  String.raw`${opener}(?:har|hade|kan|ska|far|fick|ar|blev|svarade) (?:dom|ingen)(?! (?:svar|kontakt|tag))(?!\p{L})`,
  String.raw`${opener}(?:har|hade|ar|ska|kan|blev|fick|svarade|upprepade|bekraftade|tog) [KMAHPN]+(?! (?:pa traden|pa telefon|i luren|i telefon))`,
  String.raw`${opener}(?:ringde|lamnade|meddelade|informerade|kontaktade) [KMAHPN]+(?: [KMAHPN]+){0,2}(?: upp| tillbaka| till)? (?:oss|mig|hit)(?!\p{L})`,
].map((pattern) => new RegExp(pattern, 'u'));
/** A question by another word, or by its end. */
const wondering =
  /(?<!\p{L})(?:undrar|vet (?:du|ni|nagon)|kommer (?:du|ni|nagon) ihag)(?!\p{L})|(?<!\p{L})(?:eller|eller hur|eller nej|eller inte|visst)[ .]*$/u;

const unsure =
  /(?<!\p{L})(?:kanske|kanhanda|tror|troligen|troligtvis|formodligen|antagligen|mojligen|mojligtvis|eventuellt|osaker\p{Ll}?|oklart|osakert|gissar|antar|hoppas|(?:vet|minns) (?:inte|ej|int)|kommer (?:inte|ej) ihag|(?:var|hette|heter|ar) nog)(?!\p{L})/u;
const supposed = new RegExp(
  String.raw`^[ ,;:]*(?:och |men )?(?:om|ifall|innan|tills|forran) (?:${pronoun}|pat|[KMAHPN])`,
  'u',
);
/** They ring again: that says nothing of what follows it. */
const theyReturn = /aterkom|hora? av|ringer (?:tillbaka|upp|igen|oss)/u;

/** The parts of a sketch that tell of a call that was made, or of nothing else. */
export function toldClauses(sketch: string): readonly Clause[] {
  const parts = spansOf(sketch, sentenceEnd).flatMap((sentence) => partsOf(sketch, sentence));
  let latest = parts.find(({ fate }) => fate === 'told' || fate === 'untold')?.fate;
  return parts.filter(({ fate }) => {
    if (fate === 'told' || fate === 'untold') latest = fate;
    return (fate ?? latest ?? 'told') === 'told';
  });
}

type Span = { readonly start: number; readonly end: number };

function spansOf(text: string, mark: RegExp, { start, end }: Span = { start: 0, end: text.length }): Span[] {
  const part = text.slice(start, end);
  const cuts = [...part.matchAll(mark)].map(({ 0: found, index }) => start + index + found.length);
  const starts = [start, ...cuts];
  return starts
    .map((from, at) => ({ start: from, end: starts[at + 1] ?? end }))
    .filter((one) => one.end > one.start);
}

function partsOf(sketch: string, sentence: Span): readonly Part[] {
  const clauses = spansOf(sketch, clauseEnd, sentence);
  const supposedFrom = clauses.find((span) => supposed.test(textIn(sketch, span)))?.start ?? sentence.end;
  const doubtedFrom = Math.min(supposedFrom, askedFrom(sketch, sentence, clauses));
  return clauses.flatMap((span) => {
    const parts = byFate(sketch, span);
    if (span.start < doubtedFrom && !unsure.test(textIn(sketch, span))) return parts;
    return parts.map((part) => ({ ...part, fate: part.verbs.length > 0 ? 'untold' : 'hidden' }) as const);
  });
}

const textIn = (text: string, { start, end }: Span): string => text.slice(start, end);

/** Where in a sentence the question begins; its end where it asks nothing. A request to log asks nothing. */
function askedFrom(sketch: string, sentence: Span, clauses: readonly Span[]): number {
  const whole = textIn(sketch, sentence);
  const isMarked = whole.trimEnd().endsWith('?') && !whole.includes('R');
  const asks = (span: Span): boolean => asking.some((pattern) => pattern.test(textIn(sketch, span)));
  const opening = clauses.find((span, at) => (isMarked || at === 0) && asks(span));
  if (opening !== undefined) return opening.start;
  return isMarked || wondering.test(whole) ? sentence.start : sentence.end;
}

/** What belongs to a verb and stands before it. */
const before =
  /(?<!\p{L})(?:(?:ska|skall|maste|kan|far|bor|behover|vill|tanker|tankte|skulle|kommer att|jag|vi|de|dom|hon|han|hen|ni|du|att|inte|ju|nog|sen|har|hade)(?: |$)){1,4}$/u;

/** A clause without marks may tell of one thing and then of another: "ringde Ånge de ringer tillbaka". */
function byFate(sketch: string, span: Span): readonly Part[] {
  const clause = textIn(sketch, span);
  const verbs = callVerbsIn(clause);
  const parts: Part[] = [];
  let from = 0;
  let own: CallVerb[] = [];
  const close = (to: number): void => {
    if (to > from)
      parts.push({
        ...shifted(own, from),
        start: span.start + from,
        end: span.start + to,
        fate: fateOf(own, clause.slice(from, to)),
      });
    from = to;
    own = [];
  };
  for (const verb of verbs) {
    const [first] = own;
    if (first !== undefined && first.told !== verb.told)
      close(verb.start - (before.exec(clause.slice(from, verb.start))?.[0].length ?? 0));
    own.push(verb);
  }
  close(clause.length);
  return parts;
}

function shifted(verbs: readonly CallVerb[], by: number): { readonly verbs: readonly CallVerb[] } {
  return { verbs: verbs.map((verb) => ({ ...verb, start: verb.start - by, end: verb.end - by })) };
}

function fateOf([first]: readonly CallVerb[], part: string): Fate {
  if (first === undefined) return undefined;
  if (first.told) return 'told';
  return theyReturn.test(part) ? 'hidden' : 'untold';
}
