const discharge = String.raw`utskrivning(?:en|s)?|utskr\.?|(?:utskrivnings?|utskr|hemgangs?) ?datum(?:et)?|(?:beraknat|beraknad|ber\.?|faktiskt|prel\p{Ll}*\.?) datum(?:et)?|hemgang\p{Ll}*|skrivs (?:ut|hem)|skrivas ut|skrevs ut|utskriven|utskrevs|gar hem|aker hem|hem`;
const otherDay = String.raw`\p{Ll}+datum(?:et)?|(?:nytt|andrat) datum(?:et)?|utskrivningsklar\p{Ll}*|sip\p{Ll}*|skrivs in|skrevs in|lades in|lagts in|kom in|inlagd|inskriven|inskrevs|(?:kan |kunde )?(?:ta|tar) (?:emot|hem)|hemma|flytta[dst]?t?|andra[dt]|planera\p{Ll}*|hamtas|transport|taxi|klar|kommer|aker`;
const near = String.raw`(?:[ :,]{1,2}(?:\p{Ll}{1,12}|D+|X+)){0,3}[ :,(]{0,3}$`;
const ofDischarge = new RegExp(String.raw`(?<!\p{L})(?:${discharge})${near}`, 'u');
const ofDay = new RegExp(String.raw`(?<!\p{L})(?:${discharge}|${otherDay})${near}`, 'u');
const ofTime = new RegExp(
  String.raw`(?<!\p{L})(?:utskrivning(?:en|s)?|hemgang\p{Ll}*|sip\p{Ll}*|skrivs (?:ut|hem|in)|skrivas ut|skrevs (?:in|ut)|lades in|kom in|inlagd|inskriven|utskriven|inskrevs|utskrevs|(?:kan |kunde )?(?:ta|tar) (?:emot|hem)|hem|hamtas|transport|taxi|klar|kommer|aker)${near}|X+,? ?$`,
  'u',
);
const calling = /(?:ring|prat|tala|snack|lamna|meddela|inform|rapport|samtal|svar|upprep|bekraft|fick|fatt)/u;

/** A word of the stay in what leads up to a day or a time, with no verb of calling between. */
function isBehind(pattern: RegExp, lead: string): boolean {
  const match = pattern.exec(lead);
  return match !== null && !calling.test(match[0]);
}

/**
 * Whether what leads up to a day in a sketch (told-sketch.ts) makes it the patient's: "skrivs ut på", "inlagd".
 */
export const isDayOfStay = (lead: string): boolean => isBehind(ofDay, lead);

/** Whether it makes a time the patient's; a day of the stay is a row of X in it. */
export const isTimeOfStay = (lead: string): boolean => isBehind(ofTime, lead);

/** Whether it makes a day or a time that of the discharge. */
export const isOfDischarge = (lead: string): boolean => isBehind(ofDischarge, lead);
