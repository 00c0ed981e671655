import { cleaned, fold } from './normalise.ts';
import { tellsOfSeveral } from './several-patients.ts';
import { toldEvents } from './told-events.ts';
import type { ToldEvent, ToldFact } from './told-events.ts';
import { toldTimes } from './told-times.ts';
import type { ToldTime } from './told-times.ts';

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

type Told = readonly (readonly [ToldFact, boolean])[];
type Facts = Partial<Record<ToldFact, boolean>>;

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

/** Where one of these stands, nothing in the sentence is sure enough to be a fact. */
const unsure =
  /(?<!\p{L})(?:kanske|kanhanda|troligen|troligtvis|formodligen|antagligen|mojligen|mojligtvis|eventuellt|ev|sannolikt|nog|tror|gissar|antar|hoppas|verkar|tycks|osaker\p{L}?|oklart|osakert|(?:vet|minns) (?:inte|ej|int)|(?:ska|skall|skulle|borde|kan|lar|maste) ha (?:\p{L}{2,10} ){0,2}(?:skriv|gatt|akt|kommit|lagts|blivit|hunnit|varit|gjort))/u;

/**
 * Reads what a text tells of a case. What is said ambiguously or with a "perhaps" is left out; where it tells of
 * two patients or contradicts itself, everything is.
 */
export function describedCase(text: string): DescribedCase {
  const folded = fold(cleaned(text)).replaceAll(/[–—]/gu, '-');
  const nothing: DescribedCase = { sameDayOnly: false };
  if (tellsOfSeveral(folded) || isTakenBack(folded)) return nothing;
  const sentences = folded.split(/[.?!;\n]/u).filter((sentence) => !unsure.test(sentence));
  const sure = sentences.join('.');
  const told = [
    ...sentences.flatMap((sentence) => toldIn(sentence)),
    ...(stillThere.test(sure) ? [['discharged', false] as const] : []),
  ];
  return contradicts(told) ? nothing : caseOf(sentences, told);
}

function caseOf(sentences: readonly string[], told: Told): DescribedCase {
  const sure = sentences.join('.');
  const facts: Facts = Object.fromEntries(told);
  const sameDayOnly = isSameDayOnly(sentences);
  return {
    ...(sameDayOnly ? withoutStay(facts) : facts),
    ...homeFact(sure),
    ...sipFact(sure),
    sameDayOnly,
  };
}

function contradicts(told: Told): boolean {
  return told.some(([fact, truth]) => told.some((other) => other[0] === fact && other[1] !== truth));
}

/** "Inskriven under avbrottet? Nej, före." */
function isTakenBack(folded: string): boolean {
  const [, ...later] = folded.split(/[.?!;\n]/u);
  return /[.?!;,\n] *(?:nej|naj|fel|rattelse)(?!\p{L})/u.test(folded) || later.some(isBareTime);
}

/** A sentence of nothing but a time. */
function isBareTime(part: string): boolean {
  const [time] = toldTimes(part);
  const rest = time === undefined ? part : part.slice(0, time.start) + part.slice(time.end);
  return time !== undefined && !time.all && /^ *(?:ja|jo|det var|alltsa|jag menar)? *$/u.test(rest);
}

function isSameDayOnly(sentences: readonly string[]): boolean {
  const sure = sentences.join('.');
  const isInOutage = sentences.some((sentence) => toldTimes(sentence).some(({ during }) => during));
  return sameDay.test(sure) && !isInOutage && hasStay(sentences);
}

function hasStay(sentences: readonly string[]): boolean {
  const events = sentences.flatMap((sentence) => toldEvents(sentence));
  return (
    wentHome.test(sentences.join('.')) ||
    events.some(({ facts }) => facts.some((fact) => fact !== 'readyForDischarge'))
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

type Scene = {
  readonly sentence: string;
  readonly events: readonly ToldEvent[];
  readonly times: readonly ToldTime[];
};

/** The facts of one sentence: each event with the time that belongs to it. */
function toldIn(sentence: string): Told {
  const scene = { sentence, events: toldEvents(sentence), times: toldTimes(sentence) };
  return scene.events.flatMap((event): Told => {
    const truth = truthOf(event, scene);
    const unclear = truth === undefined || (event.negated && event.facts.length > 1);
    return unclear ? [] : event.facts.map((fact) => [fact, truth]);
  });
}

/**
 * Whether an event fell within the outage; undefined where it is not said. A "not" makes that false where no time
 * or the outage is named; "not before it" leaves it open, and "not before it but during" is an answer again.
 */
function truthOf(event: ToldEvent, scene: Scene): boolean | undefined {
  const time = timeOf(event, scene);
  if (event.negated && time === undefined) return isTimedElsewhere(event, scene) ? undefined : false;
  if (time === undefined || isStay(event, time, scene)) return undefined;
  const isDenied = (event.negated && !isNotUntil(event, time, scene)) || time.negated;
  return isDenied ? truthOfDenied(time, scene) : time.during;
}

function truthOfDenied(time: ToldTime, { sentence, times }: Scene): boolean | undefined {
  const instead = times.find(({ start }) => start >= time.end);
  if (instead !== undefined && /^[ ,]*(?:utan|men) *$/u.test(sentence.slice(time.end, instead.start)))
    return instead.during;
  return time.during ? false : undefined;
}

/** A time follows in the event's own clause that is too far off to be surely its own, or an "until" without one. */
function isTimedElsewhere(event: ToldEvent, { sentence, events, times }: Scene): boolean {
  const next = events.find(({ start }) => start >= event.end);
  const clause = sentence.slice(event.end, next?.start);
  const time = times.find(({ start }) => start >= event.end && start < (next?.start ?? sentence.length));
  const lead = time === undefined ? '' : sentence.slice(event.end, time.start);
  return /(?<!\p{L})forran(?!\p{L})/u.test(clause) || (time !== undefined && !elsewhere.test(lead));
}

/** "Skrevs inte ut förrän efter avbrottet" tells of a discharge. */
function isNotUntil(event: ToldEvent, time: ToldTime, { sentence }: Scene): boolean {
  return /(?<!\p{L})forran(?!\p{L})/u.test(sentence.slice(event.end, time.start));
}

/** "Låg inskriven", "under hela avbrottet", "under avbrottet sedan tidigare": it went on then, and began who knows when. */
function isStay(event: ToldEvent, time: ToldTime, { sentence, times }: Scene): boolean {
  if (!time.during) return false;
  const next = times.find(({ start }) => start >= time.end);
  const isDoubled = next?.during === false && /^[ ,]*$/u.test(sentence.slice(time.end, next.start));
  return event.stay || time.throughout || isDoubled;
}

/** The time told after an event, or else in front of everything. */
function timeOf(event: ToldEvent, scene: Scene): ToldTime | undefined {
  const next = scene.times.find(({ start }) => start >= event.end);
  if (next !== undefined && reaches(next, event, scene)) return next;
  const fronted = scene.times.findLast((time) => time.first && time.end <= event.start);
  if (fronted === undefined || !fronted.during) return undefined;
  return elsewhere.test(scene.sentence.slice(fronted.end, event.start)) ? undefined : fronted;
}

function reaches(time: ToldTime, event: ToldEvent, { sentence, events }: Scene): boolean {
  if (time.all) return true;
  const chain = events.filter(({ start }) => start >= event.start && start < time.start);
  const joined = chain.every((one, at) => {
    const following = chain[at + 1];
    if (following === undefined) return true;
    const gap = sentence.slice(one.end, following.start);
    return (
      joint.test(gap) && !(one.state && ownVerb.test(gap + sentence.slice(following.start, following.end)))
    );
  });
  const rest = sentence.slice(chain.at(-1)?.end ?? event.end, time.start);
  return joined && !elsewhere.test(rest) && (!time.adjacentOnly || rest.trim().length <= 12);
}
