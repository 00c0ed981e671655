/** When something happened, as one sentence says it; offsets into the folded sentence. */
export type ToldTime = {
  readonly start: number;
  readonly end: number;
  /** During the outage; else before or after it. */
  readonly during: boolean;
  /** It belongs only to what stands right before it. */
  readonly adjacentOnly: boolean;
  /** It opens its clause, and may belong to what follows. */
  readonly first: boolean;
  /** It holds for everything told before it ("allt under avbrottet"). */
  readonly all: boolean;
  /** From beginning to end: so long a state lasts, no event. */
  readonly throughout: boolean;
  /** Not then ("inte före"). */
  readonly negated: boolean;
};

const stop = String.raw`(?:avbrott\p{L}{0,4}|driftavbrott\p{L}{0,4}|driftstopp\p{L}{0,4}|stopp(?:et)?|strul(?:et)?|sp-stoppet)`;
const systemName = '(?:lifecare(?: sp)?|sp|lc|systemet|det|allt|samordnad planering|planeringssystemet|vi)';
const begun = '(?:(?:hade |har )?(?:borjade|startade|borjat|startat)|borjan|start)';
const began = `(?:nar|da) ${stop} (?:borjade|startade|kom|intraffade)`;
const stateBefore = String.raw`(?<!\p{L})(?:var|lag|ar|hade|redan) [^.?!,]{0,40}`;
/** Who was in already when the outage began was admitted before it; who came in then, during it. */
const alreadyWhenItBegan = String.raw`(?:(?<=${stateBefore})${began}|${began}(?= (?:var|lag|hade)(?!\p{L})))`;
const justWhenItBegan = String.raw`(?<!${stateBefore})${began}(?! (?:var|lag|hade)(?!\p{L}))`;
const during = new RegExp(
  String.raw`(?<!\p{L})(?:(allt |alltihop )?(?:under|mitt i) (?:hela |pagaende |sjalva )?(?:${stop}|det(?=[ ,.?!]|$)|tiden)|under(?= *[,.?!]| *$| utan)|(?:medan|nar|da) ${systemName} (?:var|lag|ligger|ar|har varit|hade varit|gick) (?:nere|ner)|(?:innan|fore) (?:att )?(?:${systemName} (?:var|kom|ar|fungerade|funkade) (?:igang|uppe|tillbaka|igen)|${stop} (?:(?:var|tog|ar) (?:over|slut|avslutat)|slut))|(?:efter|sedan) (?:att )?(?:${stop} ${begun}|${systemName} gick ner)|${justWhenItBegan})(?!\p{L})`,
  'gu',
);
const before = new RegExp(
  String.raw`(?<!\p{L})(?:(?:redan )?(?:fore|innan) (?:${stop}(?! (?:var|tog|ar|slut)(?!\p{L}))|det(?! (?:var|kom|ar|fungerade|funkade|blev)(?!\p{L}))|${systemName} gick ner)|(?:innan|fore)(?= *[,.?!]| *$| och| men| utan)|sedan tidigare|sen tidigare|${alreadyWhenItBegan})(?!\p{L})`,
  'gu',
);
const after = new RegExp(
  String.raw`(?<!\p{L})(?:(?:forst |strax |direkt )?(?<!dagen |natten |veckan )efter(?: ${stop}(?! ${begun})| det(?! gick)| att ${systemName} (?:var|kom|kommit|borjade|startade|fungerade)[^,.?!]{0,20}|(?= *[,.?!]| *$| utan))|(?:forst )?nar (?:${systemName} (?:var|kom) (?:uppe|igang|tillbaka)(?: igen)?|${stop} var (?:over|slut)))(?!\p{L})`,
  'gu',
);

/** The times that a folded sentence names, in order. */
export function toldTimes(sentence: string): readonly ToldTime[] {
  const of = (pattern: RegExp, isDuring: boolean): readonly ToldTime[] =>
    [...sentence.matchAll(pattern)].map((match) => {
      const lead = sentence.slice(0, match.index);
      return {
        start: match.index,
        end: match.index + match[0].length,
        during: isDuring,
        adjacentOnly: !isDuring,
        first: /(?:^|,) *$/u.test(lead),
        all: match[1] !== undefined,
        throughout: /(?<!\p{L})hela /u.test(match[0]),
        negated: /(?<!\p{L})(?:inte|ej|aldrig) $/u.test(lead),
      };
    });
  return [...of(before, false), ...of(after, false), ...of(during, true)].toSorted(
    (a, b) => a.start - b.start,
  );
}
