import type { Found } from './found.ts';

const hours = 'en|ett|två|tva|tre|fyra|fem|sex|sju|åtta|atta|nio|tio|elva|tolv';
const hourNumbers: Readonly<Record<string, number>> = {
  en: 1,
  ett: 1,
  två: 2,
  tva: 2,
  tre: 3,
  fyra: 4,
  fem: 5,
  sex: 6,
  sju: 7,
  åtta: 8,
  atta: 8,
  nio: 9,
  tio: 10,
  elva: 11,
  tolv: 12,
};
const minuteNumbers: Readonly<Record<string, number>> = { fem: 5, tio: 10, kvart: 15, tjugo: 20 };
const edge = '(?<![\\p{L}\\p{N}./:,-])';
const end = '(?![\\p{L}\\p{N}]|[.:/-]\\d)';

const digital = new RegExp(`${edge}(?:kl\\.? ?)?([01]?\\d|2[0-3])[.:]([0-5]\\d)${end}`, 'giu');
const clock = new RegExp(`${edge}(?:kl|klockan)\\.? ?([01]?\\d|2[0-3])(?:[ .:]?([0-5]\\d))?${end}`, 'giu');
const bareHour = new RegExp(
  `${edge}(?:till|från|fram till|ca|cirka|runt|omkring|tidigast|senast|vid|start|starttid|slut|eta|sedan|innan|efter) ([01]?\\d|2[0-3])(?=$|[.,!?]? *$|[.,!?] | (?:idag|i dag|imorgon|i morgon|i kväll|ikväll|istället|i stället|nu|och)(?!\\p{L}))`,
  'giu',
);
const spoken = new RegExp(
  `${edge}(?:(fem|tio|kvart|tjugo|[0-5]?\\d) (över|over|i) )?(halv )?(${hours}|[01]?\\d|2[0-3])${end}`,
  'giu',
);
const clockWord =
  /(?:kl|klockan|till|från|vid|runt|omkring|tidigast|senast|sedan|sen|ca|cirka|avbrott|start|innan)\.? $/iu;
const evening = /^.{0,20}(?:i kväll|ikväll|i eftermiddag|på eftermiddagen|på kvällen|em(?!\p{L}))/iu;

/** Clock times as `HH:mm`. A spoken one keeps the dial's hours ("halv elva" is 10:30) unless the evening is named. */
export function findTimes(text: string): readonly Found<string>[] {
  const found: Found<string>[] = [];
  for (const pattern of [digital, clock, bareHour]) {
    for (const match of text.matchAll(pattern)) {
      add(found, {
        value: written(Number(match[1]), Number(match[2] ?? 0)),
        start: match.index,
        end: endOf(match),
      });
    }
  }
  for (const match of text.matchAll(spoken)) {
    const minutes = spokenMinutes(match, text);
    if (minutes === undefined) continue;
    const late = minutes < 720 && evening.test(text.slice(endOf(match))) ? 720 : 0;
    const inDay = (minutes + late + 1440) % 1440;
    add(found, { value: written(Math.floor(inDay / 60), inDay % 60), start: match.index, end: endOf(match) });
  }
  return found.toSorted((a, b) => a.start - b.start);
}

function endOf(match: RegExpExecArray): number {
  return match.index + match[0].length;
}

function add(found: Found<string>[], next: Found<string>): void {
  if (!found.some(({ start, end: stop }) => next.start < stop && start < next.end)) found.push(next);
}

function written(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Minutes after midnight of "kvart över tio", "fem i halv elva", "halv elva", "klockan tio"; undefined for a mere number. */
function spokenMinutes(match: RegExpExecArray, text: string): number | undefined {
  const [, minuteWord, side, half, hourWord = ''] = match;
  const hour = hourNumbers[hourWord.toLowerCase()] ?? Number(hourWord);
  const isBare = half === undefined && side === undefined;
  if (isBare && !isNamedHour(match, text)) return undefined;
  const base = half === undefined ? hour * 60 : hour * 60 - 30;
  return base + minutesBeside(minuteWord, side);
}

/** True for an hour in words after "klockan", "till" and the like; "till en patient" is none. */
function isNamedHour(match: RegExpExecArray, text: string): boolean {
  const word = (match[4] ?? '').toLowerCase();
  if (!(word in hourNumbers) || word === 'en' || word === 'ett') return false;
  return clockWord.test(text.slice(0, match.index)) && !followedByNoun(text.slice(endOf(match)));
}

function minutesBeside(minuteWord: string | undefined, side: string | undefined): number {
  if (minuteWord === undefined || side === undefined) return 0;
  const minute = minuteNumbers[minuteWord.toLowerCase()] ?? Number(minuteWord);
  return side.toLowerCase() === 'i' ? -minute : minute;
}

function followedByNoun(rest: string): boolean {
  return /^ (?:patient|kommun|enhet|kanal|timm|dag|vecka|minut|avdelning|av |andra|st(?!\p{L})|i rad|personer|meddeland)/iu.test(
    rest,
  );
}
