import type { Found } from './entities/found.ts';
import { fold } from './normalise.ts';
import type { Sketch } from './told-sketch.ts';

const stay = String.raw`(?:utskrivning(?:en|s)?|utskr\.?|\p{Ll}+datum(?:et)?|(?:beraknat|beraknad|ber\.?|faktiskt|prel\p{Ll}*\.?|nytt|andrat) datum(?:et)?|utskrivningsklar\p{Ll}*|hemgang\p{Ll}*|sip\p{Ll}*|skrivs (?:ut|hem|in)|skrivas ut|skrevs (?:in|ut)|lades in|lagts in|kom in|inlagd|inskriven|utskriven|inskrevs|utskrevs|(?:kan |kunde )?(?:ta|tar) (?:emot|hem)|hem|hemma|flytta[dst]?t?|andra[dt]|planera\p{Ll}*|hamtas|transport|taxi|klar|kommer|aker)`;
const near = String.raw`(?:[ :,]{1,2}(?:\p{Ll}{1,12}|D+|X+)){0,3}[ :,(]{0,3}$`;
/** The patient's day: what stands behind a stay's word, with no verb of calling between. */
const ofStay = new RegExp(String.raw`(?<!\p{L})${stay}${near}`, 'u');
const ofStayTime = new RegExp(
  String.raw`(?<!\p{L})(?:utskrivning(?:en|s)?|hemgang\p{Ll}*|sip\p{Ll}*|skrivs (?:ut|hem|in)|skrivas ut|skrevs (?:in|ut)|lades in|kom in|inlagd|inskriven|utskriven|inskrevs|utskrevs|(?:kan |kunde )?(?:ta|tar) (?:emot|hem)|hem|hamtas|transport|taxi|klar|kommer|aker)${near}|X+,? ?$`,
  'u',
);
const calling = /(?:ring|prat|tala|snack|lamna|meddela|inform|rapport|samtal|svar|upprep|bekraft|fick|fatt)/u;
const ahead = /^(?:i ?morgon|(?:i ?)?(?:over|over)morgon)/u;
const aheadBefore = /(?<!\p{L})(?:pa|nasta|kommande|till|fran|tom|senast|innan|fore|tills|efter) $/u;
const weekday = /dag(?:en)?$/u;
const deadline = /^(?:till|fran|fram till|innan|senast|tidigast|efter|sedan|slut|start|starttid|eta) /u;
const deadlineBefore =
  /(?<!\p{L})(?:till|fran|innan|fore|senast|tidigast|efter|mellan|mellan T+ och|tills|nytt forsok) $/u;
/** "Halv tre", "kvart i två": by day as well as by night. */
const spoken = /(?<!\p{L})(?:halv|over|i|en|ett|tva|tre|fyra|fem|sex|sju|atta|nio|tio|elva|tolv)(?!\p{L})/u;
const dayMonth = /^(?:[0-2]?\d|3[01])\.(?:0?[1-9]|1[0-2])$/u;
const dateWord = /(?:datum(?:et)?|utskr\.?):? $/u;

/** When the call was: the one date and the one time that are not the patient's. */
export function toldWhen({ dates, sketch: kept, text, times }: Sketch): {
  readonly date?: string;
  readonly time?: string;
} {
  const callDates = dates.filter(
    (date) => kept[date.start] === 'D' && !isOfStay(date, kept) && !isAhead(date, kept),
  );
  const others = dates.filter((date) => !callDates.includes(date));
  const marked = others.reduce(
    (rest, { start, end }) => rest.slice(0, start) + 'X'.repeat(end - start) + rest.slice(end),
    kept,
  );
  const callTimes = times.filter(
    (time) => kept[time.start] === 'T' && !isOfStayTime(time, marked) && !isOtherTime(time, text, kept),
  );
  const date = onlyOne(callDates) ?? (dates.length === 0 ? unreadDay(text) : undefined);
  const time = onlyOne(callTimes);
  return { ...(date !== undefined && { date }), ...(time !== undefined && { time }) };
}

/** A day in words that are no date: it is left for a person to read, and is not today. */
function unreadDay(text: string): string | undefined {
  return unreadDays.exec(fold(text))?.[0];
}

const unreadDays =
  /(?<!\p{L})(?:forra \p{Ll}+|harom ?(?:dagen|kvallen|natten)|for (?:\p{Ll}+|\d{1,2}) (?:dag|dagar|dygn|vecka|veckor) sedan|den \d{1,2}(?: ?:?[ae])?)(?![\p{L}\d])|(?<!\d)\d{4}-\d{1,2}-\d{1,2}(?!\d)/u;

/** The value found, or undefined where there is none or several different ones. */
export function onlyOne<T>(found: readonly Found<T>[]): T | undefined {
  const [only, ...others] = new Set(found.map(({ value }) => value));
  return others.length > 0 ? undefined : only;
}

function leadOf({ start }: Found<string>, kept: string): string {
  return kept.slice(Math.max(0, start - 50), start);
}

function isOfStay(date: Found<string>, kept: string): boolean {
  const match = ofStay.exec(leadOf(date, kept));
  return match !== null && !calling.test(match[0]);
}

function isAhead(date: Found<string>, kept: string): boolean {
  const value = fold(date.value);
  return (
    ahead.test(value) ||
    (aheadBefore.test(leadOf(date, kept)) && weekday.test(value)) ||
    /(?<!\p{L})(?:nasta|kommande|senast|innan|fore|tills|till|efter) $/u.test(leadOf(date, kept))
  );
}

function isOfStayTime(time: Found<string>, marked: string): boolean {
  const match = ofStayTime.exec(leadOf(time, marked));
  return match !== null && !calling.test(match[0]);
}

/** A limit, a span, or what is rather a day and a month. */
function isOtherTime(time: Found<string>, text: string, kept: string): boolean {
  const typed = fold(text.slice(time.start, time.end));
  const lead = leadOf(time, kept);
  return (
    deadline.test(typed) ||
    (spoken.test(typed) && time.value < '07:00') ||
    deadlineBefore.test(lead) ||
    (dayMonth.test(typed) && dateWord.test(lead))
  );
}
