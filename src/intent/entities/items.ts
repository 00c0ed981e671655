import { handoverItems } from '../../domain/ids.ts';
import type { HandoverItem } from '../../domain/ids.ts';

type Sign = { readonly items: readonly HandoverItem[]; readonly pattern: RegExp };

/** What in a folded text names which item; a sign further up hides its words from those below. */
const signs: readonly Sign[] = [
  {
    items: ['readyForDischargeWithdrawn'],
    pattern:
      /(?:inte langre|ej langre|inte utskrivningsklar langre|aterkalla\p{L}{0,3}|atertag\p{L}{0,4}|drar tillbaka|dragit tillbaka|tagit tillbaka) (?:ett |en |det )?utskrivningsklar\p{L}{0,4}|utskrivningsklar\p{L}{0,4}(?: meddelandet?| ar| har)?(?: inte langre| ej langre| aterkall\p{L}{0,4}| atertag\p{L}{0,4}| tillbakadrag\p{L}{0,4})|(?:inte|ej) utskrivningsklar langre/gu,
  },
  {
    items: ['expectedDischargeChanged'],
    pattern:
      /(?:andrat|andrad|nytt|flyttat|framflyttat|uppdaterat|justerat|senarelagt) (?:beraknat )?(?:utskrivningsdatum|utskr\.? ?datum|utskrivning)\p{L}{0,3}|(?:beraknat )?utskrivningsdatum(?:et)? (?:ar )?(?:andrat|flyttat|framflyttat)/gu,
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
/** Words that begin as either and end as neither. */
const either =
  /(?<!\p{L})(?:uts?k?r\p{L}{0,12}[. ]{0,2}(?:medd?\p{L}{0,9}|m?kla\p{L}{0,14}|kl(?!\p{L}))|utsk?r?\p{L}{0,9}gs?[mk]\p{L}{2,16})/gu;

/**
 * The items of the routine in a folded text, in the routine's order. A word that could be both *utskrivningsmeddelande*
 * and *utskrivningsklar* gives both, so that the answer can show the difference.
 */
export function findItems(folded: string): readonly HandoverItem[] {
  const found = new Set<HandoverItem>();
  let rest = folded;
  const take = (pattern: RegExp, items: readonly HandoverItem[]): void => {
    const shorter = rest.replaceAll(pattern, ' ; ');
    if (shorter !== rest) for (const item of items) found.add(item);
    rest = shorter;
  };
  const [withdrawn, ...others] = signs;
  if (withdrawn !== undefined) take(withdrawn.pattern, withdrawn.items);
  take(ready, ['readyForDischarge']);
  take(notice, ['dischargeNotice']);
  for (const { pattern, items } of others) take(pattern, items);
  take(either, ['readyForDischarge', 'dischargeNotice']);
  return handoverItems.filter((item) => found.has(item));
}
