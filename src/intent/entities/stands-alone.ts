import { numberPattern } from './number-words.ts';

const words = (list: string): string => list.trim().split(/\s+/u).join('|');

/** Words that stand behind a time or a day, and behind no number of things. */
const followers = words(`
  jag vi du ni man han hon hen den det de dom ingen inget nagon nan ngn mig oss honom henne
  och men sa nar da som att for medan innan efter
  med m hos fran till utan enligt via mot pga under tills kl klockan
  fm em bitti sharp prick blankt idag igar ikvall imorse inatt imorgon imorrn imorn iforrgar
  sen sedan nu redan ungefar ca cirka typ snart forst igen senast tidigast nastan sist forra nasta
  istallet ist upp hem ut in ok okej inte alla varje hela
  ar var blev blir blivit ska skall skulle kan kunde kommer kom far fick gick gar dog small foll stod lag la tog slog
  sa hordes brots brot borjar slutar startar hoppas tror raknar sager ringer aker svarar hamtas skrivs lades satt
  har hade avd avdelning ssk
`);
const pastTense = '(?![a-z]*(?:ande|ende)\\b)[a-z]{2,}(?:ade|dde|rde|lde|nde|gde|jde|kte|pte|ste|tte|xte)';
const dayNamed =
  'i (?:dag|gar|kvall|natt|morgon|morse|marse|morron|forrgar|overmorgon|stallet|em|fm|eftermiddags?|formiddags?|[a-z]{3,4}dags)|pa (?:morgonen|formiddagen|eftermiddagen|kvallen|natten|dagen|em|fm|[a-z]{3,4}dag)|(?:man|tis|ons|tors|fre|lor|son)dag(?:en)?|(?:natten|dagen|kvallen|morgonen) (?:till|mot|efter|innan)';
const month = 'jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec';
const alone = new RegExp(
  `^(?:\\.{0,3} *$|[.,;:!?)]{1,3}(?!\\d)|\\.{2,}| ?[-–/(]+ |\\n| (?:${dayNamed}|${followers}|${pastTense})(?![a-z0-9])| \\d{1,2}[.:]\\d{2}(?!\\d)| \\d{1,2}[/ ](?:\\d{1,2}(?!\\d)|(?:${month})))`,
  'u',
);
const halfMore = /^ och (?:en |ett )?(?:halv|trekvart|kvart)/u;
const range = new RegExp(
  `^(?: (?:och|till|eller|a) |[-–])(?:(?:kl|klockan|ca|ungefar)\\.? )?${numberPattern}(?:[.:]\\d\\d)?(?![a-z0-9])`,
  'u',
);

/**
 * Whether what follows a bare number in a folded text lets it be a time or a day: nothing that is counted by it, nor
 * by the number that it is the beginning of a range to.
 */
export function standsAlone(rest: string): boolean {
  const reach = range.exec(rest);
  const behind = reach === null ? rest : rest.slice(reach[0].length);
  return alone.test(behind) && !halfMore.test(behind) && !isCounting(behind);
}

/** What numbers stand behind that are names: of rooms, telephones, doors, versions. */
const numbered =
  /(?<![a-z])(?:rum[a-z]*|sal[a-z]*|sang[a-z]*|plats[a-z]*|plan|hus|port[a-z]*|avd|avdelning[a-z]*|anknytning[a-z]*|ankn|anknr|nr|nummer|numret|tfn|tel|telefon[a-z]*|mobil[a-z]*|sokar[a-z]*|personsokar[a-z]*|dect|minicall|fax|ring|id|ref|arende[a-z]*|inc|ar|aret|version[a-z]*|box|skap|nyckel|larm|linje|buss|ip|kod[a-z]*|pin[a-z]*|vikt|puls|blankett|rutin|artikel)[.:]? $/u;

/** Whether what stands before a number in a folded text makes it a name. */
export function isNumbered(lead: string): boolean {
  return numbered.test(lead);
}

const counted =
  /^[ -]?(?:tabl|patient|pat(?![a-z])|kommun|enhet|kanal|timm|tim(?![a-z])|dag|dygn|vecka|veckor|manad|minut|min(?![a-z])|sekund|avdelning|av |andra|st(?![a-z])|stycken|i rad|person|meddeland|samtal|forsok|tillfall|ganger|ggr|fall(?![a-z])|rum|platser|sang|ar(?=$|[ .,](?:gammal|sedan|sen))|mg(?![a-z])|ml(?![a-z])|g(?![a-z])|kg(?![a-z])|kr(?![a-z])|%|procent|grader|cm|mm(?![a-z]))/u;

/** Whether what follows a number in a folded text is what it is a number of. */
export function isCounting(rest: string): boolean {
  return counted.test(rest);
}
