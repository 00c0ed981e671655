import { handoverItems } from '../../domain/ids.ts';
import type { HandoverItem } from '../../domain/ids.ts';

type Sign = { readonly items: readonly HandoverItem[]; readonly pattern: RegExp };

/** What in a folded text names which item; a sign further up hides its words from those below. */
const signs: readonly Sign[] = [
  {
    items: ['readyForDischargeWithdrawn'],
    pattern:
      /(?:(?:inte|ej) langre(?: ar| bedoms| raknas som)?|aterkalla\p{L}{0,3}|atertag\p{L}{0,4}|drar tillbaka|dragit tillbaka|tagit tillbaka) (?:ett |en |det )?utskrivningsklar\p{L}{0,4}|utskrivningsklar\p{L}{0,4}(?: meddelandet?| ar| har)?(?: inte langre| ej langre| aterkall\p{L}{0,4}| atertag\p{L}{0,4}| tillbakadrag\p{L}{0,4})|(?:inte|ej) (?:ar |bedoms )?utskrivningsklar langre/gu,
  },
  {
    items: ['expectedDischargeChanged'],
    pattern:
      /(?:andrat|andrad|nytt|flyttat|framflyttat|uppdaterat|justerat|senarelagt) (?:beraknat )?(?:utskrivningsdatum|utskr\.? ?datum|utskrivning)\p{L}{0,3}|(?:beraknat |ber\.? ?)?(?:utskrivningsdatum(?:et)?|utskr\.? ?datum),? (?:ar |har |blev )?(?:nu )?(?:andra|flytta|framflytta|uppdatera|justera|senarelag)(?:t|ts|d)(?!\p{L})/gu,
  },
  {
    items: ['expectedDischarge'],
    pattern:
      /(?:beraknat|beraknad|beraknade|ber\.?|prel\.?|preliminart) (?:utskrivningsdatum|utskrvningsdatum|utskrivning|utskr\.?(?: ?datum)?|datum)(?:et|en)?/gu,
  },
  {
    items: ['actualDischarge'],
    pattern:
      /(?:faktisk\p{L}{0,2}|verklig\p{L}{0,2}) (?:utskrivning|utskrivningsdatum|utskr\.?(?: ?datum)?)(?:et|en)?/gu,
  },
  { items: ['expectedDischarge', 'actualDischarge'], pattern: /(?<!\p{L})utskrv?i?v?nings?datum(?:et)?/gu },
  {
    items: ['planningBasis'],
    pattern:
      /(?<!\p{L})(?:planeringsunderlag\p{L}{0,4}|planeringsundrlag\p{L}{0,3}|planerings underlag\p{L}{0,3}|pu)(?!\p{L})/gu,
  },
  { items: ['namedContact'], pattern: /(?<!\p{L})(?:fast(?:a)? vardkontak\p{L}{0,6}|fvk)(?!\p{L})/gu },
  { items: ['currentServices'], pattern: /(?<!\p{L})(?:(?:aktuella )?insatser(?:na)?)(?!\p{L})/gu },
  {
    items: ['canReceive'],
    pattern:
      /(?<!\p{L})(?:kan (?:de )?(?:ta|tar) (?:emot|hem)|tar (?:emot|hem) (?:pat|patienten|hen|honom|henne|pa)|ta emot (?:pat|patienten|hen|honom|henne|pa))(?!\p{L})/gu,
  },
  {
    items: ['sipNeed'],
    pattern:
      /(?<!\p{L})(?:behov av (?:en )?sip|sip[- ]behov\p{L}{0,3}|behover (?:en )?sip|vem som kallar)(?!\p{L})/gu,
  },
  {
    items: ['sipSummons'],
    pattern:
      /(?<!\p{L})(?:sip[- ]?(?:datum|kallelse|tid|mote)\p{L}{0,3}|(?:datum|tid|kallelse|dag) (?:for|till) (?:en )?sip|bokat (?:en )?sip|sip (?:ar )?boka[dt])(?!\p{L})/gu,
  },
  {
    items: ['forwarded'],
    pattern:
      /(?<!\p{L})(?:vidareformedla\p{L}{0,3}|vidarebefordra\p{L}{0,3}|skickat (?:det )?vidare|fort (?:det )?vidare|formedlat vidare)(?!\p{L})/gu,
  },
  {
    items: ['admission'],
    pattern:
      /(?<!\p{L})(?:inskrivning(?!s?klar)\p{L}{0,15}|inskrvning\p{L}{0,10}|inskr(?!\p{L})|inskrivnigs?\p{L}{0,12}|inskriven)(?!\p{L})/gu,
  },
];

/** "Utskrivningsklar meddelande" (the seed's two words, or one) is ready for discharge; "utskrivningsmeddelande" is not. */
const ready =
  /(?<!\p{L})(?:utskrivnings?klart? ?s?(?:medd?elandet?|medd)?|utskrivnings? klart?|ukm|utskrivningsklara)(?!\p{L})/gu;
const notice = /(?<!\p{L})(?:utskrivnings? ?medd?elande(?:t|n)?|utskrivnings? ?medd|utm)(?!\p{L})/gu;
/** Words that begin as either and are neither. */
const either =
  /(?<!\p{L})(?:uts?k?r\p{L}{0,12}[. ]{0,2}(?:me?dd?e?\p{L}{0,9}|m?k(?:la|al|lr)\p{L}{0,14}|kl(?!\p{L}))|utsk?r?\p{L}{0,9}gs?[mk]\p{L}{2,16})/gu;
const endingOfEither = /[gnsrv][. ]*((?:k[lam]|mk|me|md)\p{L}*)$/u;

/** What a text says was left out: "allt utom PU", "inte lämnat PU", "utan PU"; but not "inte bara PU utan även …". */
const leftOut = [
  /(?<!\p{L})(?:utom|forutom) [^,.;!?\n]{1,80}?(?=[,.;!?\n]| men |$)/gu,
  /(?<!\p{L})(?:inte|ej)(?: (?!(?:men|utan|och|bara|endast|enbart)(?!\p{L}))[\p{L}-]+){1,3}(?: utan)?/gu,
  /(?<!\p{L})utan(?! (?:aven|ocksa|dessutom))(?: (?!(?:men|och|bara)(?!\p{L}))[\p{L}-]+){1,3}/gu,
];

/**
 * The items of the routine in a folded text, in the routine's order; one said to be left out is none. A misspelled
 * word counts by its ending; one that could still be both *utskrivningsmeddelande* and *utskrivningsklar* gives
 * both, so that the answer can show the difference.
 */
export function findItems(folded: string): readonly HandoverItem[] {
  const found = new Set<HandoverItem>();
  let rest = folded;
  const take = (pattern: RegExp, items: (word: string) => readonly HandoverItem[]): void => {
    rest = rest.replaceAll(pattern, (word) => {
      for (const item of items(word)) found.add(item);
      return ' ; ';
    });
  };
  const [withdrawn, ...others] = signs;
  if (withdrawn !== undefined) take(withdrawn.pattern, () => withdrawn.items);
  for (const pattern of leftOut) take(pattern, () => []);
  take(ready, () => ['readyForDischarge']);
  take(notice, () => ['dischargeNotice']);
  for (const { pattern, items } of others) take(pattern, () => items);
  take(either, itemsOfEither);
  return handoverItems.filter((item) => found.has(item));
}

function itemsOfEither(word: string): readonly HandoverItem[] {
  const ending = endingOfEither.exec(word)?.[1] ?? '';
  const isShort = !/[gv]/u.test(word);
  if (/^k[la]/u.test(ending)) return ['readyForDischarge'];
  if (/^m[^k]*$/u.test(ending) && !isShort) return ['dischargeNotice'];
  return ['readyForDischarge', 'dischargeNotice'];
}
