import { cleaned, fold } from './normalise.ts';

/** What a question tells of a patient: the five facts of decision-table.csv; absent where it does not say. */
export type DescribedCase = {
  /** During the outage. */
  readonly admitted?: boolean;
  /** During the outage. */
  readonly discharged?: boolean;
  /** Says nothing of a discharge. */
  readonly wentHome?: boolean;
  /** Became so during the outage; not the same as discharged. */
  readonly readyForDischarge?: boolean;
  /** Agreed by phone. */
  readonly sipDateAgreed?: boolean;
  /** In and out on one day, without a word that the day was the outage's. */
  readonly sameDayOnly: boolean;
};

type Fact = 'admitted' | 'discharged' | 'readyForDischarge';
type Mark = { readonly start: number; readonly end: number };
type Event = Mark & { readonly facts: readonly Fact[]; readonly negated: boolean; readonly state: boolean };
type When = Mark & {
  readonly during: boolean;
  readonly adjacentOnly: boolean;
  readonly first: boolean;
  readonly all: boolean;
};
type Facts = Partial<Record<Fact, boolean>>;

const stop = String.raw`(?:avbrott\p{L}{0,4}|driftavbrott\p{L}{0,4}|driftstopp\p{L}{0,4}|stopp(?:et)?|strul(?:et)?|sp-stoppet)`;
const systemName = '(?:lifecare(?: sp)?|sp|lc|systemet|det|allt|samordnad planering|planeringssystemet|vi)';
const during = new RegExp(
  String.raw`(?<!\p{L})(?:(allt |alltihop )?(?:under|mitt i) (?:hela |pagaende |sjalva )?(?:${stop}|det(?=[ ,.?!]|$)|tiden)|under(?= *[,.?!]| *$)|(?:medan|nar|da) ${systemName} (?:var|lag|ligger|ar|har varit|hade varit|gick) (?:nere|ner)|(?:innan|fore) (?:att )?(?:${systemName} (?:var|kom|ar|fungerade|funkade) (?:igang|uppe|tillbaka|igen)|${stop} (?:var|tog|ar) (?:over|slut|avslutat))|efter (?:att )?(?:${stop} (?:borjade|startade)|${systemName} gick ner))(?!\p{L})`,
  'gu',
);
const before = new RegExp(
  String.raw`(?<!\p{L})(?:(?:redan )?(?:fore|innan) (?:${stop}(?! (?:var|tog|ar)(?!\p{L}))|det(?! (?:var|kom|ar|fungerade|funkade|blev)(?!\p{L}))|${systemName} gick ner)|(?:innan|fore)(?= *[,.?!]| *$| och| men)|sedan tidigare|sen tidigare|(?:nar|da) ${stop} (?:borjade|startade|kom|intraffade))(?!\p{L})`,
  'gu',
);
const after = new RegExp(
  String.raw`(?<!\p{L})(?:(?:forst |strax |direkt )?(?<!dagen |natten |veckan )efter(?: ${stop}(?! (?:borjade|startade))| det(?! gick)| att ${systemName} (?:var|kom|kommit|borjade|startade|fungerade)[^,.?!]{0,20}|(?= *[,.?!]| *$))|(?:forst )?nar (?:${systemName} (?:var|kom) (?:uppe|igang|tillbaka)(?: igen)?|${stop} var (?:over|slut)))(?!\p{L})`,
  'gu',
);

const patientNext = String.raw`(?! (?:patient|pat(?!\p{L})|person|brukare)\p{L}{0,6}(?! under| medan))`;
const participle = String.raw`skriv(?:en|na|et)`;
const eventPatterns: readonly { readonly facts: readonly Fact[]; readonly pattern: RegExp }[] = [
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
  /(?<!\p{L})(?:inte|ej|aldrig|icke|utan att)(?: (?:annu|blivit|blev|bli|har|hunnit|vara|langre|skrivits|skrevs|skrivas)){0,3} $/u;
const stateBefore = /(?<!\p{L})(?:ar|ligger|lag) $/u;
const elsewhere =
  /registrer|lagg|kvitter|skick|(?<!\p{L})(?:ska|maste|behov|galler|reg|fora|foras|gor)(?!\p{L})/u;
const joint =
  /^(?:[ ,]|och|men|samt|sedan|sen|bade|aven|ocksa|darefter|direkt|hann bli|blev|bli|som|inte|ej)*$/u;
const ownVerb = /(?:blev|skrevs|skrivits)/u;

const stillThere =
  /(?<!\p{L})(?:ligger kvar|lag kvar|ar kvar(?! att)|blev kvar|stannar kvar|stannade kvar|kvar pa (?:avdelningen|avd|sjukhuset)|fortfarande (?:inneliggande|inlagd|inskriven|kvar)|annu (?:inneliggande|inlagd)|ar inneliggande)(?!\p{L})/u;
const wentHome =
  /(?<!\p{L})(?:(?:gatt|gick|akt|akte|kommit) (?:redan )?hem|hunnit (?:ga|aka|komma) hem|(?:ar|var) (?:redan |nu )?hemma)(?!\p{L})/u;
const notHome =
  /(?<!\p{L})(?:inte|ej|aldrig)(?: \p{L}{2,8}){0,2} (?:gatt|gick|akt|akte|kommit|hunnit (?:ga|aka)) hem(?!\p{L})/u;
const sipAgreed =
  /(?<!\p{L})(?:kommit overens om[^.?!]{0,30} sip|sip[- ]?(?:datum|tid|mote)\p{L}{0,3}[^.?!]{0,15} (?:bestamt|overenskommet|bokat|satt|klart|avtalat)|(?:bokat|bestamt|avtalat)(?: in)?(?: datum| tid| dag)?(?: for)?(?: ett| en)? sip|sip (?:ar )?(?:bokad|bokat|bestamd|bestamt))/u;
const sipNotAgreed =
  /(?<!\p{L})(?:inget (?:sip[- ]?datum|datum for sip)|ingen (?:tid|dag) for sip|(?:inte|ej) (?:kommit overens|bokat|bestamt|avtalat)[^.?!]{0,30}sip|sip[- ]?datum\p{L}{0,2} (?:ar )?(?:inte|ej))/u;
const sameDay = /(?<!\p{L})samma (?:dag|dygn)(?!\p{L})/u;

/** Reads what a text tells of a case; what is said ambiguously is left out. */
export function describedCase(text: string): DescribedCase {
  const folded = fold(cleaned(text)).replaceAll(/[–—]/gu, '-');
  const sentences = folded.split(/[.?!;\n]/u);
  const events = sentences.flatMap((sentence) => eventsOf(sentence));
  const facts = sentences
    .map((sentence) => factsOf(sentence))
    .reduce((all, some) => ({ ...all, ...some }), {});
  const outside = sameDay.test(folded) && folded.search(during) < 0 && hasStay(events, folded);
  return {
    ...(outside ? withoutStay(facts) : facts),
    ...(stillThere.test(folded) ? { discharged: false } : {}),
    ...homeFact(folded),
    ...sipFact(folded),
    sameDayOnly: outside,
  };
}

function hasStay(events: readonly Event[], folded: string): boolean {
  return (
    wentHome.test(folded) || events.some(({ facts }) => facts.some((fact) => fact !== 'readyForDischarge'))
  );
}

function withoutStay({ readyForDischarge }: Facts): Facts {
  return readyForDischarge === undefined ? {} : { readyForDischarge };
}

function homeFact(folded: string): { readonly wentHome?: boolean } {
  if (notHome.test(folded)) return { wentHome: false };
  return wentHome.test(folded) ? { wentHome: true } : {};
}

function sipFact(folded: string): { readonly sipDateAgreed?: boolean } {
  if (sipNotAgreed.test(folded)) return { sipDateAgreed: false };
  return sipAgreed.test(folded) ? { sipDateAgreed: true } : {};
}

function eventsOf(sentence: string): readonly Event[] {
  const found: Event[] = [];
  for (const { facts, pattern } of eventPatterns) {
    for (const match of sentence.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const lead = sentence.slice(Math.max(0, start - 40), start);
      const negated = negationBefore.test(lead) || / (?:inte|ej|aldrig) /u.test(match[0]);
      found.push({ facts, start, end, negated, state: stateBefore.test(lead) });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

function whensOf(sentence: string): readonly When[] {
  const of = (pattern: RegExp, isDuring: boolean, adjacentOnly: boolean): readonly When[] =>
    [...sentence.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      during: isDuring,
      adjacentOnly,
      first: /(?:^|,) *$/u.test(sentence.slice(0, match.index)),
      all: match[1] !== undefined,
    }));
  return [...of(before, false, true), ...of(after, false, true), ...of(during, true, false)].toSorted(
    (a, b) => a.start - b.start,
  );
}

/** Gives each event of a sentence the time that belongs to it. */
function factsOf(sentence: string): Facts {
  const events = eventsOf(sentence);
  const whens = whensOf(sentence);
  const told = events.flatMap((event): readonly (readonly [Fact, boolean])[] => {
    const truth = event.negated ? false : duringOutage(event, { sentence, events, whens });
    const unclear = truth === undefined || (event.negated && event.facts.length > 1);
    return unclear ? [] : event.facts.map((fact) => [fact, truth]);
  });
  return Object.fromEntries(told);
}

type Scene = {
  readonly sentence: string;
  readonly events: readonly Event[];
  readonly whens: readonly When[];
};

/** Whether an event fell within the outage, by the time told after it, or else in front of everything. */
function duringOutage(event: Event, scene: Scene): boolean | undefined {
  const next = scene.whens.find(({ start }) => start >= event.end);
  if (next !== undefined && reaches(next, event, scene)) return next.during;
  const fronted = scene.whens.findLast((when) => when.first && when.end <= event.start);
  if (fronted === undefined || !fronted.during) return undefined;
  return elsewhere.test(scene.sentence.slice(fronted.end, event.start)) ? undefined : true;
}

function reaches(when: When, event: Event, { sentence, events }: Scene): boolean {
  if (when.all) return true;
  const chain = events.filter(({ start }) => start >= event.start && start < when.start);
  const joined = chain.every((one, at) => {
    const following = chain[at + 1];
    if (following === undefined) return true;
    const gap = sentence.slice(one.end, following.start);
    return (
      joint.test(gap) && !(one.state && ownVerb.test(gap + sentence.slice(following.start, following.end)))
    );
  });
  const rest = sentence.slice(chain.at(-1)?.end ?? event.end, when.start);
  return joined && !elsewhere.test(rest) && (!when.adjacentOnly || rest.trim().length <= 12);
}
