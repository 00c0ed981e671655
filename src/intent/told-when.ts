import { swedishDateOf } from '../domain/swedish-time.ts';
import { foldedInPlace } from './folded-in-place.ts';
import { fold } from './normalise.ts';
import { saysDay, timeWordsIn } from './time-words.ts';
import type { FoundTimeWords } from './time-words.ts';
import { isDayOfStay, isTimeOfStay } from './told-stay.ts';
import { toldMoments } from './told-moment.ts';
import type { ToldMoment } from './told-moment.ts';
import type { Sketch } from './told-sketch.ts';

/** When it was; `unread`: a day or a time was said, and which one cannot be told. */
export type ToldWhen = ToldMoment | { readonly kind: 'unread' };

const aheadBefore = /(?<!\p{L})(?:pa|nasta|kommande|till|fran|tom|senast|innan|fore|tills|efter) $/u;
const weekday = /dag(?:en)?$/u;
const limitBefore = /(?<!\p{L})(?:nasta|kommande|senast|innan|fore|tills|(?<!natten )till|efter) $/u;
const deadline = /^(?:till|fran|fram till|innan|senast|tidigast|efter|sedan|slut|start|starttid|eta) /u;
const deadlineBefore =
  /(?<!\p{L})(?:till|fran|innan|(?<!strax )fore|senast|tidigast|(?<!strax )efter|mellan|mellan T+ och|tills|nytt forsok) $/u;
const dayMonth = /^(?:[0-2]?\d|3[01])\.(?:0?[1-9]|1[0-2])$/u;
const dateWord = /(?:datum(?:et)?|utskr\.?):? $/u;

/** When the call was, by what is told of it now: the one moment or day that is not the patient's. */
export function toldWhen(kept: Sketch, now: number): ToldWhen | undefined {
  const words = timeWordsIn(foldedInPlace(kept.text)).filter(({ start }) =>
    /[^\p{Lu}]|[DT]/u.test(kept.sketch[start] ?? ''),
  );
  const days = words.filter((one) => !isTime(one) && (isDayOfStay(leadOf(one, kept)) || isAhead(one, kept)));
  const marked = withMarks(kept, days);
  const called = words.filter((one) => !days.includes(one) && !isOtherTime(one, marked));
  if (!called.some(({ value }) => saysDay(value)) && saysUnreadDay(kept, words)) return { kind: 'unread' };
  return oneOf(called, kept.text, now);
}

const isTime = ({ value: { clock, minutes } }: FoundTimeWords): boolean =>
  clock !== undefined || minutes !== undefined;

type Place = Pick<FoundTimeWords, 'start' | 'end'>;
type Texts = Pick<Sketch, 'sketch' | 'text'>;
const leadOf = ({ start }: Place, { sketch }: Texts): string => sketch.slice(Math.max(0, start - 50), start);
const typed = ({ start, end }: Place, { text }: Texts): string => fold(text.slice(start, end));

function withMarks({ sketch, text }: Texts, places: readonly Place[]): Texts {
  const marked = places.reduce(
    (rest, { start, end }) => rest.slice(0, start) + 'X'.repeat(end - start) + rest.slice(end),
    sketch,
  );
  return { sketch: marked, text };
}

function isAhead(one: FoundTimeWords, texts: Texts): boolean {
  const lead = leadOf(one, texts);
  const isToCome = one.value.days.some((day) => day.kind === 'from-today' && day.days > 0);
  return isToCome || (aheadBefore.test(lead) && weekday.test(typed(one, texts))) || limitBefore.test(lead);
}

/** The patient's, a limit, a span, what is still to come, or what is rather a day and a month. */
function isOtherTime(one: FoundTimeWords, texts: Texts): boolean {
  if (!isTime(one)) return false;
  const lead = leadOf(one, texts);
  const written = typed(one, texts);
  return (
    (one.value.minutes ?? 0) > 0 ||
    isTimeOfStay(lead) ||
    deadline.test(written) ||
    deadlineBefore.test(lead) ||
    (dayMonth.test(written) && dateWord.test(lead))
  );
}

/** A day in words that are no date is left for a person to read, and is not today. */
function saysUnreadDay({ sketch, text }: Texts, words: readonly Place[]): boolean {
  const rest = withMarks({ sketch: fold(text), text: sketch }, words).sketch;
  return /(?<!\p{L})(?:forra \p{Ll}+|harom ?(?:dagen|kvallen|natten)|den \d{1,2}(?: ?:?[ae])?)(?![\p{L}\d])|(?<!\d)\d{4}-\d{1,2}-\d{1,2}(?!\d)/u.test(
    rest,
  );
}

/** Of several, the day that they all are of, where a day was said; times alone may be of two calls. */
function oneOf(words: readonly FoundTimeWords[], text: string, now: number): ToldWhen | undefined {
  const isOf = ({ start }: Place): boolean => words.some((one) => one.start === start);
  const moments = toldMoments(text, { now, tense: 'past', isOf }).map(({ value }) => value);
  const [only, ...others] = new Map(moments.map((one) => [JSON.stringify(one), one])).values();
  const isSaid = words.some((one) => isTime(one) || saysDay(one.value));
  if (only === undefined) return isSaid ? { kind: 'unread' } : undefined;
  if (others.length === 0) return only;
  if (!words.some(({ value }) => saysDay(value))) return undefined;
  const [on, ...otherDays] = new Set(moments.map(dayOf));
  return on === undefined || otherDays.length > 0 ? { kind: 'unread' } : { kind: 'day', on };
}

const dayOf = (moment: ToldMoment): string => (moment.kind === 'day' ? moment.on : swedishDateOf(moment.at));
