import { findCodes } from './entities/code.ts';

const somebody = String.raw`(?:patient|pat|person|brukare|kvinna|man|dam|herre?)\p{L}{0,5}`;
const toldOf = String.raw`(?: *[,.?!;:]| *$| (?:${somebody}|som|skrevs|blev|var|ar|har|hade|ligger|lag|lades|kom|gick|akte|skrivs|in|ut|in\p{L}*skriven|inskriven|utskriven|utskrivningsklar|under|fore|innan|efter|medan|fick)(?!\p{L}))`;
const another = new RegExp(
  String.raw`(?<!\p{L})(?:(?:en|den) (?:annan|andra|andre|ena|ene|tredje|forsta)|ytterligare en|en till|ena|bada(?! (?:in|tva)))(?=${toldOf})`,
  'u',
);
const counted = new RegExp(
  String.raw`(?<!\p{L})(?:tva|tre|fyra|fem|sex|sju|atta|nio|tio|flera|nagra|[2-9]|[1-9]\d) (?:\p{L}{2,15} )?(?:patient|pat|person|brukare)\p{L}{0,5}(?!\p{L})`,
  'u',
);
const nobody = new RegExp(
  String.raw`(?<!\p{L})(?:ingen|inga)(?: \p{L}{2,12})?(?: ${somebody})? (?:skrevs|skrivits|blev|blivit|lades|kom|har|hann|var|ar|(?:in|ut)skriv)`,
  'u',
);
const labelled =
  /(?<!\p{L})pat(?:ient)?(?:en)?\.? (?:nr |nummer )?([a-h]|\d{1,2}|ett|tva|tre)(?![\p{L}\d])/gu;
const oneMore = /(?<!\p{L})(?:en|1) (?:\p{L}{2,12} )?(?:patient|pat)(?!\p{L})/gu;
const initials = /(?<!\p{L})(?:fru|herr|fr|hr)\.? [a-h](?!\p{L})/gu;
const she = /(?<!\p{L})(?:hon|henne|kvinnan|damen|tanten|flickan)(?!\p{L})/u;
const he = /(?<!\p{L})(?:han|honom|mannen|herrn|gubben|pojken)(?!\p{L})/u;

/** True where a folded text tells of more patients than one, or of none, so that its facts are not of one case. */
export function tellsOfSeveral(folded: string): boolean {
  const labels = new Set([...folded.matchAll(labelled)].map(([, label]) => label));
  const codes = new Set(findCodes(folded).map(({ value }) => value));
  return (
    [another, counted, nobody].some((pattern) => pattern.test(folded)) ||
    (she.test(folded) && he.test(folded)) ||
    Math.max(
      labels.size,
      folded.match(initials)?.length ?? 0,
      codes.size,
      folded.match(oneMore)?.length ?? 0,
    ) > 1
  );
}
