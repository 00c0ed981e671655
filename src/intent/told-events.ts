/** What may have happened to a patient during an outage, of those facts that have a time. */
export type ToldFact = 'admitted' | 'discharged' | 'readyForDischarge';

/** One event or state that a sentence tells of; offsets into the folded sentence. */
export type ToldEvent = {
  readonly facts: readonly ToldFact[];
  readonly start: number;
  readonly end: number;
  readonly negated: boolean;
  /** "Är inskriven": a state, whose time is not that of the event told next. */
  readonly state: boolean;
  /** "Låg inskriven": a stay, which says nothing of when it began. */
  readonly stay: boolean;
};

const patientNext = String.raw`(?! (?:patient|pat(?!\p{L})|person|brukare)\p{L}{0,6}(?! under| medan))`;
const participle = String.raw`skriv(?:en|na|et)`;
const eventPatterns: readonly { readonly facts: readonly ToldFact[]; readonly pattern: RegExp }[] = [
  {
    facts: ['admitted', 'discharged'],
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:(?:bade )?in ?-? ?(?:och|/|eller|&) ?-?ut-?(?:${participle})?|(?:skrevs|skrivits|skrivna|skriven|bade skrivits|skrivs) (?:bade )?in och (?:sedan |sen )?ut|inskrivning(?:en)? och utskrivning(?:en)?(?= (?:skedde|gjordes|intraffade|var)))(?!\p{L})`,
      'gu',
    ),
  },
  {
    facts: ['admitted'],
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:in${participle}${patientNext}|(?:skrevs|skrivits|skrivna|skriven|lades|lagts|kom|kommit|togs|skrev|skrivit) (?:(?!in(?!\p{L}))\p{L}{2,12} ){0,2}in|kom(?= och (?:gick|akte) hem)|fick (?:en |in en )?inskrivning|in(?= under| fore| innan)|inlagd(?= under| nar| medan| fore| innan| sedan tidigare)|(?:hann|hunnit) skrivas in)(?!\p{L})`,
      'gu',
    ),
  },
  {
    facts: ['discharged'],
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:ut${participle}${patientNext}|(?:skrevs|skrivits|skrivna|skriven|skrev|skrivit) (?:(?!ut(?!\p{L}))\p{L}{2,12} ){0,2}ut|(?<=(?:och|men|,|inte|ej) )ut(?= under| efter| forst)|(?<=inte |ej )ut|(?:hann|hunnit) (?:skrivas ut|bli utskriv(?:en|na)))(?!\p{L})`,
      'gu',
    ),
  },
  { facts: ['readyForDischarge'], pattern: /(?<!\p{L})utskrivningsklara?(?!\p{L}| meddeland)/gu },
];

const negationBefore =
  /(?<!\p{L})(?:inte|ej|aldrig|icke|utan att)(?: (?:annu|blivit|blev|bli|har|hunnit|vara?|varit|langre|heller|skrivits|skrevs|skrivas)){0,3} $/u;
const neither = /(?<!\p{L})varken(?!\p{L})/u;
const stateBefore = /(?<!\p{L})(?:ar|ligger|lag) $/u;
const stayBefore = /(?<!\p{L})(?:ligger|lag|legat|varit|fanns|vardades) $/u;
const inBed = /(?<!\p{L})(?:var|ar) $/u;

/** The events that a folded sentence tells of, in order and without overlap. */
export function toldEvents(sentence: string): readonly ToldEvent[] {
  const found: ToldEvent[] = [];
  for (const { facts, pattern } of eventPatterns) {
    for (const match of sentence.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const lead = sentence.slice(Math.max(0, start - 40), start);
      found.push({
        facts,
        start,
        end,
        negated: isNegated(lead, match[0]),
        state: stateBefore.test(lead),
        stay: stayBefore.test(lead) || (match[0] === 'inlagd' && inBed.test(lead)),
      });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

function isNegated(lead: string, told: string): boolean {
  return negationBefore.test(lead) || neither.test(lead) || / (?:inte|ej|aldrig) /u.test(told);
}
