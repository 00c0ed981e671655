import type { HandoverOutcome } from '../domain/ids.ts';

const not = '(?:inte|ej|aldrig|int|icke)';
const few = String.raw`(?: (?!(?:men|utan|och|fast|upprep|bekraft)(?:\p{Ll}|(?!\p{L})))\p{Ll}{1,14}){0,3}?`;

const noAnswer = new RegExp(
  [
    String.raw`(?<!\p{L})(?:inget|ej|utan|inte nagot) svar(?!\p{L})`,
    String.raw`(?<!\p{L})ingen (?:som )?svara(?:de|r|t)`,
    String.raw`(?<!\p{L})svarade ingen`,
    String.raw`(?<!\p{L})(?<!(?:forst|sp|lifecare|system|systemet) )(?:svarade|svarar|svarat|svara) ${not}(?! (?:pa(?! (?:tel|mobil|samtal))|forst))(?!\p{L})`,
    String.raw`(?<!\p{L})${not} svara(?:t|de|r)(?! pa)(?!\p{L})`,
    String.raw`(?<!\p{L})obesvara[dt]e?`,
    String.raw`(?<!\p{L})(?:fick|far|fatt|fa) (?:${not}|ingen|inget|inte nagon) (?:tag|kontakt|svar(?! pa))(?!\p{L})`,
    String.raw`(?<!\p{L})(?:${not}|utan att)(?: (?:lyckats|kunnat|lyckas|kunna|annu|heller))? (?:fatt|fa|fick) (?:nagon )?(?:tag|kontakt|svar(?! pa))(?!\p{L})`,
    String.raw`(?<!\p{L})(?:kom|kommer|kommit|gick|gar) ${not} (?:fram|igenom)`,
    String.raw`(?<!\p{L})${not} (?:kommit|kom|komma) (?:fram|igenom)`,
    String.raw`(?<!\p{L})(?:utan att lyckas|lyckades ${not} (?:na|fa|komma))`,
    String.raw`(?<!\p{L})(?:nadde|naddes|natts|natt|na|nas) (?:${not}|ingen)(?!\p{L})`,
    String.raw`(?<!\p{L})nar ${not} (?=[KMAHPN]|nagon|dem)`,
    String.raw`(?<!\p{L})${not}(?: (?:kunnat|lyckats))? (?:natts?|nas?|nadd|antraffbar|antraffad)(?!\p{L})`,
    String.raw`(?<!\p{L})ingen (?:lyfte|tog luren|lyfter|kontakt)`,
    String.raw`(?<!\p{L})(?:upptaget|telefonsvarare\p{Ll}{0,2}|rostbrevlada\p{Ll}?|voicemail|mobilsvar)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:linjen?|telefonen|numret|vaxeln) (?:ar|var) upptage[tn]`,
  ].join('|'),
  'gu',
);

/** That somebody was talked to or told after all. */
const reached =
  /(?<!\p{L})(?:prata|tala|snacka)(?:de|t)(?! in(?!\p{L}))(?!\p{L})|(?<!\p{L})(?:fick|fatt)(?: \p{Ll}{1,8}){0,2} tag (?:pa|i)(?!\p{L})|(?<!\p{L})(?:nadde|natt|tog emot)(?!\p{L})|(?:hon|han|hen|de|dom|[KMAHPN]+)(?: har)? (?:fick|fatt) (?!inte|ej|ing)|(?<!\p{L})(?:lamna(?:de|t)(?! (?:ett |en |kort )?(?:rost|tal)?(?:meddelande|besked) pa)|meddela(?:de|t)|informera(?:de|t)|berattade?|berattat)(?!\p{L})/u;

const notRepeated = new RegExp(
  [
    String.raw`(?<!\p{L})(?:${not}|utan att)${few} (?:upprep|repeter|lasa tillbak(?:a|s)|laste tillbak(?:a|s))\p{Ll}*`,
    String.raw`(?<!\p{L})(?:upprepade|repeterade|laste) ${not}(?:(?: tillbak(?:a|s))|(?!\p{L}))`,
    String.raw`(?<!\p{L})(?:utan|ingen) (?:upprepning|repetition)`,
    String.raw`(?<!\p{L})oupprepat|(?<!\p{L})(?:upprepa|repetera)(?:t|d):? ?nej(?!\p{L})`,
  ].join('|'),
  'gu',
);
const notConfirmed = new RegExp(
  [
    String.raw`(?<!\p{L})(?:${not}|utan att)${few} (?:bekrafta|kvittera)\p{Ll}*`,
    String.raw`(?<!\p{L})(?:bekraftade|kvitterade) ${not}(?!\p{L})`,
    String.raw`(?<!\p{L})obekraftat?d?(?!\p{L})|(?<!\p{L})(?:utan|ingen) bekraftelse|(?<!\p{L})bekrafta(?:t|d):? ?nej(?!\p{L})`,
  ].join('|'),
  'gu',
);
const able = String.raw`(?! (?:att )?(?:(?:de|dom|hon|han|hen|[KMAHPN]+) )?(?:kan|tar|kunde) )`;
const repeated = new RegExp(
  [
    String.raw`(?<!\p{L})upprepa(?:t|de|ts|des|d)(?! (?:ganger|ggr|forsok|tillfallen|samtal))(?!\p{L})`,
    String.raw`(?<!\p{L})repetera(?:t|de|ts)(?!\p{L})`,
    String.raw`(?<!\p{L})laste? (?:upp )?(?:(?:allt|allting|det|den|informationen|infon|uppgifterna) )?tillbak(?:a|s)|(?<!\p{L})last tillbak(?:a|s)|(?<!\p{L})aterlast(?:e)?(?!\p{L})|read[- ]?back`,
    String.raw`(?<!\p{L})(?:kvittera(?:t|de) (?:det )?muntlig(?:t|en)|muntlig(?:t|en) kvittera(?:t|de))`,
    String.raw`(?<!\p{L})bekrafta(?:t|de|ts|des|d)(?!\p{L})${able}`,
    String.raw`(?:(?<!\p{L})(?:hon|han|hen|de|dom)|[KMAHP]+) bekraftar(?: nu)? att${able}`,
  ].join('|'),
  'u',
);

/**
 * What came of a call, as a sketch without its untold parts says; undefined where nothing or more than one thing is
 * said. "Not confirmed" alone does not say that anything was handed over: `hasGiven` does.
 */
export function toldOutcome(sketch: string, hasGiven: boolean): HandoverOutcome | undefined {
  const silent = sketch.replaceAll(noAnswer, ' ; ');
  const unrepeated = silent.replaceAll(notRepeated, ' ; ');
  const rest = unrepeated.replaceAll(notConfirmed, ' ; ');
  const isSilent = silent !== sketch;
  const isUnconfirmed = rest !== unrepeated;
  const told: readonly (HandoverOutcome | undefined)[] = [
    isSilent ? 'no-answer' : undefined,
    unrepeated !== silent || (isUnconfirmed && hasGiven) ? 'given' : undefined,
    repeated.test(rest) ? 'read-back' : undefined,
  ];
  const [only, ...others] = told.filter((outcome) => outcome !== undefined);
  if (others.length > 0 || (isSilent && reached.test(rest))) return undefined;
  return only;
}
